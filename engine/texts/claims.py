"""What a pack says of the numbers of its document: clause by clause, as its parts cite them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from ..lint.tables import rows
from ..money import basis_points
from ..operations.amounts import pack_fen
from .clauses import Path, read_path, within
from .numerals import Number

Said = tuple[str, int, bool]
"""A kind, a value, and whether it only follows from what is written."""

_RATE = re.compile(r"\d+(?:\.\d+)?%")
_TIMES = re.compile(r"\d+倍")
_AMOUNT = re.compile(r"\d+(?:\.\d+)?万?元")


class Claim(NamedTuple):
    """A number of a pack, and the clauses under which it stands; derived: only counted up."""

    cites: tuple[Path, ...]
    kind: str
    value: int
    derived: bool = False

    def covers(self, path: Path, number: Number) -> bool:
        """Tell whether it is a number of the text; a day counts wherever the text names it."""
        if (self.kind, self.value) != (number.kind, number.value):
            return False
        return self.kind == "day" or any(within(path, cite) for cite in self.cites)


def claims_of(table: Mapping[str, Any]) -> list[Claim]:
    """List every number that a pack has, and how many identities it names under a clause."""
    found = [Claim((), *said) for said in _said(table["pack"]["in_force"])]
    for _, _, row in rows(table):
        cites = tuple(read_path(cite) for cite in row.get("cites", ()))
        found += [Claim(cites, *said) for said in _said(row)]
    return [*found, *_groups(table)]


def _groups(table: Mapping[str, Any]) -> Iterator[Claim]:
    """Count the identities that stand under one clause."""
    cited = [cite for row in table["group"].values() for cite in row.get("cites", ())]
    for cite in dict.fromkeys(cited):
        yield Claim((read_path(cite),), "kinds", cited.count(cite), derived=True)


def _said(value: Any) -> Iterator[Said]:
    if isinstance(value, Mapping):
        for key, entry in value.items():
            yield from _said(entry)
            if key == "for":
                yield "kinds", len(entry), True
            if key == "tiers":
                yield from _rises(entry)
    elif isinstance(value, str):
        yield from _text(value)
    elif isinstance(value, date):
        yield "day", value.toordinal(), False
    elif isinstance(value, Sequence):
        for entry in value:
            yield from _said(entry)
    elif not isinstance(value, bool):
        yield "count", value, False


def _text(value: str) -> Iterator[Said]:
    if _RATE.fullmatch(value):
        yield "rate", basis_points(value), False
    elif _AMOUNT.fullmatch(value):
        yield "money", pack_fen(value), False
    elif _TIMES.fullmatch(value):
        yield "count", int(value.removesuffix("倍")), False


def _rises(tiers: Sequence[Sequence[str]]) -> Iterator[Said]:
    """By how many points a band lies above the one before: texts may say only that."""
    for (_, low), (_, high) in pairwise(tiers):
        yield "rate", basis_points(high) - basis_points(low), True
