"""A benefit of a document: who has which tariff, what it is paid on, and under which gates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from .operations.gate import Gate
from .operations.given import Given
from .operations.ladder import NOTHING, Bands
from .operations.outside import Outside
from .operations.overflow import Beyond
from .operations.relief import Relief
from .operations.tariff import Tariff
from .table import CODES, Flags, Index, Whole, day_number

INELIGIBLE, ASK_OFFICE, ELIGIBLE = range(3)
"""Standings, from the worst; of several identities a person has the best."""

TOGETHER = ("aid", "outpatient_aid", "major_aid", "tilt_aid")
"""Paid from the same fund after insurance: one identity decides all of them (A4)."""


@dataclass(frozen=True, slots=True)
class Picks:
    """Look-up tables from identities to tariffs; the last identity is "nobody"."""

    single: Index  # identity, scheme -> tariff
    best: Index  # set of identities, scheme -> tariff
    standing: Whole  # set of identities, scheme -> standing
    holders: tuple[Flags, ...]  # tariff -> set of identities -> whether one of them has it


@dataclass(frozen=True, slots=True)
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

    @property
    def starts(self) -> Whole:
        """Give the day from which each tariff is in force, as the columns count days."""
        days = [t.in_force or self.in_force for t in self.tariffs]
        return np.array([day_number(d) for d in (self.in_force, *days)], np.int64)

    @property
    def together(self) -> bool:
        """Whether one identity decides it together with what else is paid after insurance."""
        return self.id in TOGETHER

    def ladders(self, given: Mapping[str, object]) -> list[list[Bands]]:
        """Give every tariff's bands, once a variant of what the document takes from outside."""
        ordinary: Bands = next((t.row for t in self.tariffs if t.everyone), NOTHING)
        variants = self.outside.ordinary(ordinary, given) if self.outside else [ordinary]
        return [
            [NOTHING, *(_bands(t, base, given, self.outside) for t in self.tariffs)]
            for base in variants
        ]

    def known(self, given: Mapping[str, object]) -> list[bool]:
        """Tell for every tariff whether its figures are known; they may be in another text."""
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
