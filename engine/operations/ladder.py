"""A deductible and marginal bands: how much a sum over the year is owed, by tariff."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import sub
from typing import Self

import numpy as np

from ..money import MAX_FEN, WHOLE, basis_points
from ..table import Whole
from .amounts import pack_fen

NO_CAP = np.int64(1 << 60)
"""A cap that no sum of this world reaches."""


@dataclass(frozen=True, slots=True)
class Bands:
    """One tariff: fen not counted, (floor, basis points) above it, a yearly cap in fen."""

    deductible: int
    bands: tuple[tuple[int, int], ...]
    cap: int | None

    @classmethod
    def read(
        cls, *, tiers: Sequence[Sequence[str]], deductible: str = "0元", cap: str = ""
    ) -> Self:
        """Read a pack's tariff; bands rise from 0元, and no rate is above 100 %."""
        bands = tuple((pack_fen(floor), basis_points(rate)) for floor, rate in tiers)
        floors = [floor for floor, _ in bands]
        if not floors or floors[0] != 0:
            raise ValueError(f"分段必须从 0元 开始：{tiers}")
        if floors != sorted(set(floors)):
            raise ValueError(f"分段必须一段比一段高：{tiers}")
        return cls(pack_fen(deductible), bands, pack_fen(cap) if cap else None)

    def pieces(self, amount: int) -> list[tuple[int, int, int]]:
        """Split a sum (fen) into (part, basis points, floor) as it is paid: for the explanation."""
        over = max(amount - self.deductible, 0)
        edges = pairwise([*(floor for floor, _ in self.bands), MAX_FEN * 1000])
        parts = [
            (min(over, top) - floor, rate, floor)
            for (floor, top), (_, rate) in zip(edges, self.bands, strict=True)
        ]
        return [(part, rate, floor) for part, rate, floor in parts if part > 0]

    def pays(self, amount: int) -> int:
        """Pay a sum from zero, rounded half up to the fen, before the cap: for the explanation."""
        return worth(self.pieces(amount))


def worth(pieces: Sequence[tuple[int, int, int]]) -> int:
    """Add up the pieces of a sum, rounded half up to the fen."""
    return (sum(part * rate for part, rate, _ in pieces) + WHOLE // 2) // WHOLE


NOTHING = Bands(0, ((0, 0),), 0)
"""The tariff of those who have none."""


class Ladder:
    """Tariffs side by side, so that each line of a column is paid by the tariff that it names."""

    __slots__ = ("bands", "cap", "deductible", "floors", "steps")

    def __init__(self, tariffs: Sequence[Bands]) -> None:
        self.bands = tuple(tariffs)
        depth = max([len(tariff.bands) for tariff in tariffs])
        figures = [figure for tariff in tariffs for figure in _figures(tariff, depth)]
        laid_out = np.array(figures, np.int64).reshape(len(tariffs), -1).T.copy()
        wide = len(laid_out)
        self.deductible, self.cap, *rest = [
            each if len(set(figures[place::wide])) > 1 else each[:1]
            for place, each in enumerate(laid_out)
        ]
        self.floors, self.steps = rest[:depth], rest[depth:]

    def owed(self, total: Whole, row: Whole) -> Whole:
        """Give fen x basis points owed on a year's sum, not yet rounded."""
        over: Whole = total - pick(self.deductible, row)
        np.maximum(over, 0, out=over)
        owed: Whole = over * pick(self.steps[0], row)
        for floor, step in zip(self.floors[1:], self.steps[1:], strict=True):
            part = over - pick(floor, row)
            np.maximum(part, 0, out=part)
            part *= pick(step, row)
            owed += part
        return owed

    def pays(self, *, before: Whole | None, after: Whole, row: Whole) -> Whole:
        """
        Pay the step from one sum to the next: each end rounded half up to the fen.

        No `before` says that the year begins with every line.
        """
        if before is None:
            return settle(self.owed(after, row))
        at_end, at_start = settle(self.owed(np.array([after, before]), row))
        paid: Whole = at_end - at_start
        return paid


def _figures(tariff: Bands, depth: int) -> list[int]:
    """List deductible, cap, floors, and by how much each floor raises the rate."""
    floors = [floor for floor, _ in tariff.bands]
    rates = [rate for _, rate in tariff.bands]
    steps = list(map(sub, rates, [0, *rates]))
    more = depth - len(floors)  # a further floor at which no rate changes is harmless
    cap = int(NO_CAP) if tariff.cap is None else tariff.cap
    return [tariff.deductible, cap, *floors, *floors[-1:] * more, *steps, *[0] * more]


def settle(owed: Whole) -> Whole:
    """Round fen x basis points half up to the fen, in place: the one rounding of a payment."""
    owed += WHOLE // 2
    owed //= WHOLE
    return owed


def column(values: Sequence[int]) -> Whole:
    """Give one figure a tariff; one that all tariffs share is a column of one."""
    return np.array(values[:1] if len(set(values)) == 1 else values, np.int64)


def pick(values: Whole, row: Whole) -> Whole:
    """Look up a figure by tariff; one that all tariffs share is a column of one."""
    return values if len(values) == 1 else values[row]
