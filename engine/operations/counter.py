"""Help by settlement: a share of each, at most so much a day, so often a month, so much a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from ..money import WHOLE, basis_points
from ..table import Flags, Index, Runs, Whole, running
from .amounts import pack_fen
from .cap import clip
from .ladder import NO_CAP, column, pick, settle


@dataclass(frozen=True, slots=True)
class Counter:
    """One tariff: basis points, fen a day, paid settlements a month, fen a year."""

    rate: int
    day: int
    times: int
    cap: int

    @classmethod
    def read(cls, *, rate: str, day: str, times_a_month: int, cap: str) -> Self:
        """Read a pack's row."""
        if times_a_month < 1:
            raise ValueError(f"每月至少一次：{times_a_month}")
        return cls(basis_points(rate), pack_fen(day), times_a_month, pack_fen(cap))


NONE = Counter(0, 0, 0, 0)
"""The tariff of those who have none."""


@dataclass(frozen=True, slots=True)
class Segments:
    """A person's year, months and days among the settlements."""

    year: Runs
    month: Runs
    day: Runs


class Counters:
    """Tariffs side by side, looked up by line."""

    __slots__ = ("cap", "day", "rate", "times")

    def __init__(self, rows: Sequence[Counter]) -> None:
        self.rate, self.day, self.times, self.cap = (
            column([getattr(row, name) for row in rows]) for name in ("rate", "day", "times", "cap")
        )

    def pays(self, base: Whole, row: Index, *, at: Segments, spread: Flags | None) -> Whole:
        """
        Pay each settlement (fen) within its day and month; the year's cap comes after.

        `spread` marks sums of a whole year, taken as so well spread that no day or month limits.
        """
        share = settle(base * pick(self.rate, row))
        daily = pick(self.day, row)
        if spread is not None:
            daily = np.where(spread, NO_CAP, daily)
        paid = clip(share, cap=daily, first=at.day)
        within = running((paid > 0).astype(np.int64), at.month) <= pick(self.times, row)
        if spread is not None:
            within |= spread
        return paid if within.all() else np.where(within, paid, 0)


def share_of(amount: int, rate: int) -> int:
    """Give a share of one amount (fen), rounded half up: for the explanation."""
    return (amount * rate + WHOLE // 2) // WHOLE
