"""A benefit of a document: who has which tariff, what it is paid on, and under which gates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np

from .operations.gate import Gate
from .operations.given import Given
from .operations.ladder import NOTHING, Bands, Ladder, column
from .operations.outside import FACTS, Outside
from .operations.overflow import Beyond
from .operations.relief import Relief
from .operations.tariff import Tariff
from .table import CODES, Flags, Index, Whole, day_number

INELIGIBLE, ASK_OFFICE, ELIGIBLE = range(3)
"""Standings, from the worst; of several identities a person has the best."""

NAMES = ("ineligible", "ask_office", "eligible")
"""What the contract calls the standings."""

TOGETHER = ("aid", "outpatient_aid", "major_aid", "tilt_aid")
"""Paid from the same fund after insurance: one identity decides all of them (A4)."""


@dataclass(frozen=True, eq=False)
class Picks:
    """Look-up tables from identities to tariffs; the last identity is "nobody"."""

    single: Index  # identity, scheme -> tariff
    best: Index  # set of identities, scheme -> tariff
    standing: Whole  # set of identities, scheme -> standing
    holders: tuple[Flags, ...]  # tariff -> set of identities -> whether one of them has it

    @cached_property
    def flat(self) -> "Picks":
        """Give the tables by one number for the pair: see `table.with_scheme`."""
        return Picks(self.single.ravel(), self.best.ravel(), self.standing.ravel(), self.holders)


class Best(NamedTuple):
    """The largest figure that any of a set of identities has, and the tariff it stands in."""

    figure: Whole
    row: Index


@dataclass(frozen=True, eq=False)
class Benefit:
    """One benefit as its document grants it; tariff 0 is "none"."""

    id: str
    title: str
    operation: str
    cites: tuple[str, ...]
    tariffs: tuple[Tariff, ...]
    picks: Picks
    minus: tuple[str, ...] = ()
    kinds: tuple[int, ...] = ()
    gates: tuple[Gate, ...] = ()
    counts_with: str = ""
    outside: Outside | None = None
    in_force: date = date.min
    office: Mapping[str, str] = field(default_factory=dict)
    refused: str = ""
    newly: str = ""
    certainty: str = "exact"
    left_out: bool = False

    @property
    def of_visits(self) -> bool:
        """Whether its amount is made of visits."""
        return self.operation in ("annual", "counter", "overflow", "retroactive")

    @property
    def insurance(self) -> bool:
        """Whether it is a layer of insurance, which a slip may show already settled (A11)."""
        return self.id in ("basic", "critical")

    @cached_property
    def starts(self) -> Whole:
        """Give the day from which each tariff is in force, as the columns count days."""
        days = [t.in_force or self.in_force for t in self.tariffs]
        return column([day_number(d) for d in (self.in_force, *days)])

    def begins(self, scheme: str | None) -> date:
        """Give the day from which it is in force for those of one insurance scheme."""
        own = (t.in_force for t in self.tariffs if t.in_force and scheme in t.schemes)
        return min(own, default=self.in_force)

    @cached_property
    def shares(self) -> "Best":
        """Give the best share of a contribution that a set of identities is helped with."""
        return self._best([tariff.row.rate for tariff in self.tariffs])

    @cached_property
    def floors(self) -> "Best":
        """Give the best sum for a contribution that a set of identities is helped with."""
        return self._best([tariff.row.at_least for tariff in self.tariffs])

    def _best(self, figures: Sequence[int]) -> "Best":
        column = np.array([0, *figures], np.int64)
        row = np.where(np.array(self.picks.holders), column[:, None], 0).argmax(axis=0)
        return Best(column[row], row)

    @cached_property
    def takes(self) -> Flags:
        """Mark the kinds of visits it is paid for; the last place stands for no visit."""
        return np.array([kind in self.kinds for kind in range(len(CODES["kind"]))] + [False])

    @cached_property
    def exists(self) -> Flags:
        """Mark the tariffs that are one: all but the first, "none"."""
        return np.arange(len(self.tariffs) + 1) > 0

    @cached_property
    def everyone(self) -> bool:
        """Whether some tariff is for all who are insured."""
        return any(tariff.everyone for tariff in self.tariffs)

    @cached_property
    def named(self) -> frozenset[str]:
        """Name the identities that have a tariff; one told apart by a condition has two."""
        members = {member for tariff in self.tariffs for member in tariff.members}
        parted = {m.partition(":")[0] for m in members if ":" in m and not m.endswith(":else")}
        return frozenset(members | parted)

    @property
    def together(self) -> bool:
        """Whether one identity decides it together with what else is paid after insurance."""
        return self.id in TOGETHER

    def ladders(self, given: Mapping[str, object]) -> list[list[Bands]]:
        """Give every tariff's bands, once a variant of what the document takes from outside."""
        return self._own_bands if self._asks_nothing(given) else self._bands(given)

    @cached_property
    def _own_bands(self) -> list[list[Bands]]:
        return self._bands({})

    def _bands(self, given: Mapping[str, object]) -> list[list[Bands]]:
        ordinary: Bands = next((t.row for t in self.tariffs if t.everyone), NOTHING)
        variants = self.outside.ordinary(ordinary, given) if self.outside else [ordinary]
        return [
            [NOTHING, *(_bands(t, base, given, self.outside) for t in self.tariffs)]
            for base in variants
        ]

    def counts_as(self, other: "Benefit") -> bool:
        """Whether the same visits of the same persons count: only figures are written otherwise."""
        alike = ("kinds", "minus", "gates", "counts_with", "in_force", "elsewhere")
        same = all(getattr(self, name) == getattr(other, name) for name in alike)
        return same and np.array_equal(self.picks.best, other.picks.best)

    def variants(self, given: Mapping[str, object]) -> int:
        """Count the variants that `ladders` gives."""
        return len(self.outside.tried(given)) if self.outside else 1

    def ladder(self, given: Mapping[str, object]) -> Ladder:
        """Lay the tariffs of all variants side by side, ready to be looked up by line."""
        return self._own if self._asks_nothing(given) else self._ladder(given)

    def _asks_nothing(self, given: Mapping[str, object]) -> bool:
        return not self._asks or all(given.get(fact) is None for fact in self._asks)

    @cached_property
    def elsewhere(self) -> tuple[str, ...]:
        """Name the facts that stand for figures of another text, "" for what nobody is asked."""
        rows = [t.row for t in self.tariffs if isinstance(t.row, Given | Beyond)]
        rates, caps = [row.rate_of for row in rows], [row.cap_of for row in rows if row.cap_of]
        return tuple(dict.fromkeys([*rates, *caps]))

    def rates_elsewhere(self, scheme: str | None) -> list[str]:
        """Name the facts that stand for rates of another text, for those of one insurance."""
        rows = [t.row for t in self.tariffs if scheme in (None, *t.schemes)]
        return [row.rate_of for row in rows if isinstance(row, Given) and row.rate_of]

    @cached_property
    def _asks(self) -> tuple[str, ...]:
        """Name the facts of a person that its figures may come from."""
        return (*(FACTS if self.outside else ()), *self.elsewhere)

    @cached_property
    def _own(self) -> Ladder:
        return self._ladder({})

    def _ladder(self, given: Mapping[str, object]) -> Ladder:
        rows = [bands for variant in self.ladders(given) for bands in variant]
        some = next((bands for bands in rows if bands is not NOTHING), NOTHING)
        # Nothing counts for who has no tariff: its figures may be another's, and need no column.
        # Only the cap of an insurance stays, for there a slip's figure may stand.
        none = Bands(some.deductible, some.bands, 0) if self.insurance else some
        return Ladder([none if bands is NOTHING else bands for bands in rows])

    @cached_property
    def _all_known(self) -> list[bool]:
        return [True] * (len(self.tariffs) + 1)

    def known(self, given: Mapping[str, object]) -> list[bool]:
        """Tell for every tariff whether its figures are known; they may be in another text."""
        if all(map(given.get, self.elsewhere)):
            return self._all_known
        return [True, *(_known(tariff.row, given) for tariff in self.tariffs)]


def _known(row: object, given: Mapping[str, object]) -> bool:
    return row.of(given) is not None if isinstance(row, Given | Beyond) else True


def _bands(tariff: Tariff, ordinary: Bands, given: Mapping[str, object], outside: object) -> Bands:
    if outside and tariff.everyone:
        return ordinary
    if isinstance(tariff.row, Relief):
        return tariff.row.of(ordinary)
    if isinstance(tariff.row, Given):
        return tariff.row.of(given) or NOTHING
    own: Bands = tariff.row
    return own


def compile_picks(
    tariffs: Sequence[Tariff], *, members: Sequence[str], office: Sequence[str]
) -> Picks:
    """Make the look-up tables; tariffs stand best first, so the first that fits is taken."""
    sets = np.arange(1 << len(members))
    best = np.zeros((len(sets), len(CODES["scheme"])), np.intp)
    for number, tariff in reversed(list(enumerate(tariffs, 1))):
        held = tariff.everyone | (sets & _bits(tariff.members, members) != 0)
        for scheme in tariff.scheme_codes:
            best[held, scheme] = number
    office_only = np.where(sets & _bits(office, members) != 0, ASK_OFFICE, INELIGIBLE)
    standing = np.where(best > 0, ELIGIBLE, office_only[:, None])
    alone = [*(1 << bit for bit in range(len(members))), 0]
    holders = [np.zeros(len(sets), bool)]
    holders += [t.everyone | (sets & _bits(t.members, members) != 0) for t in tariffs]
    return Picks(best[alone], best, standing, tuple(holders))


def _bits(names: Sequence[str], members: Sequence[str]) -> int:
    return sum(1 << bit for bit, name in enumerate(members) if name in names)
