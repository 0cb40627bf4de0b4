"""Axes: what is not known of a case, each a list of the ways in which it could turn out."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import prod
from typing import NamedTuple

import numpy as np

from .case import Range
from .money import HALF, MAX_FEN
from .operations.gate import Gate
from .packs import Pack
from .questions import BY_PATH
from .table import Index, Whole

Spot = tuple[str, int]
"""A column, and the visit it is set for; -1 for the person."""

PERSON = -1
MOST = 4_096
"""More combinations than these are not evaluated: no range is shown."""

PACKS = 64
"""Documents of which is remembered what they read: more than are held, each for a few years."""


class Axis(NamedTuple):
    """
    Ways in which some facts could turn out.

    `classes` maps every combination of the paths to a way, one dimension a path; with one dimension
    for several paths they vary together. So many ways as `open` says at the end stand for more than
    the same number before them: where they bring more, there is no upper end.
    """

    paths: tuple[str, ...]
    ways: tuple[Mapping[Spot, int], ...]
    classes: Index
    open: int = 0

    def first(self) -> "Axis":
        """Give the axis with its first way alone."""
        return Axis(self.paths, self.ways[:1], self.classes * 0, self.open)

    @property
    def known(self) -> bool:
        """Whether there is only one way."""
        return len(self.ways) == 1


ALONE: Index = np.zeros(1, np.intp)
"""The classes of an axis of one way."""


def settled(axes: Sequence[Axis]) -> list[Axis]:
    """Put all that is known into one axis of one way, before the others."""
    known: dict[Spot, int] = {}
    for one in axes:
        if one.known:
            known |= one.ways[0]
    return [Axis(("",), (known,), ALONE), *(one for one in axes if not one.known)]


def count(axes: Sequence[Axis]) -> int:
    """Count the combinations of all axes."""
    return prod(len(axis.ways) for axis in axes)


def axis(
    path: str | tuple[str, ...], ways: Sequence[Mapping[Spot, int]], *, open_: int = 0
) -> Axis:
    """Make an axis of one path, or of some that vary together."""
    paths = (path,) if isinstance(path, str) else path
    classes = ALONE if len(ways) == 1 else np.arange(len(ways))
    return Axis(paths, tuple(ways), classes, open_)


def grows(axis: Axis, grid: Whole) -> bool:
    """Tell whether what is laid out along an axis is more at its far end than before it."""
    if not axis.open:
        return False
    far, before = grid[-axis.open :], grid[-2 * axis.open : -axis.open]
    return int(far.max()) > int(before.max())


def amount_axis(path: str, column: str, value: int | Range | None) -> Axis:
    """Make an axis of an amount: its ends, or two far values where it has no upper end."""
    low, high = (
        (0, None) if value is None else value if isinstance(value, Range) else (value, value)
    )
    tops = [high] if high is not None else [HALF, MAX_FEN]
    ends_ = dict.fromkeys([low, *tops])
    return axis(path, [{(column, PERSON): end} for end in ends_], open_=high is None)


@lru_cache(maxsize=PACKS)
def gates(pack: Pack) -> tuple[Gate, ...]:
    """List the gates of all benefits, each once."""
    return tuple({g.id: g for b in pack.benefits.values() for g in b.gates}.values())


@lru_cache(maxsize=PACKS)
def person_facts(pack: Pack) -> tuple[str, ...]:
    """Name the person's facts that gates and groups read, beside the insurance scheme."""
    read = [test.fact for gate in gates(pack) for row in gate.rows for test in row]
    read += [test.fact for group in pack.groups.values() for test in group.when]
    return tuple(f for f in dict.fromkeys(read) if f"person.{f}" in BY_PATH and f != "scheme")


@lru_cache(maxsize=PACKS)
def visit_facts(pack: Pack) -> tuple[str, ...]:
    """Name the facts of a visit that gates read, beside its kind."""
    read = [test.fact for gate in gates(pack) for row in gate.rows for test in row]
    return tuple(f for f in dict.fromkeys(read) if f"visits[].{f}" in BY_PATH and f != "kind")
