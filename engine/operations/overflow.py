"""A second help for the part of a year's sum that a first one left out because of its cap."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from ..money import WHOLE, basis_points
from ..table import Index, Whole
from .amounts import pack_fen
from .ladder import NO_CAP, pick


@dataclass(frozen=True, slots=True)
class Overflow:
    """The first help's rate and cap, the raised rate, and the second help's own cap."""

    rate: int
    first_cap: int
    raised: int
    cap: int | None


NONE = Overflow(0, 0, 0, 0)
"""The tariff of those who have none."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """How a pack writes it: whose cap is passed, how many points more, at most how much."""

    rate_of: str
    cap_of: str
    points: int
    cap: int
    together: bool = False

    @classmethod
    def read(
        cls, *, rate_of: str, cap_of: str, points: str, cap: str, together: bool = False
    ) -> Self:
        """Read `rate_of, cap_of, points, cap`; `together`: both helps share the cap."""
        return cls(rate_of, cap_of, basis_points(points), pack_fen(cap), together)

    def of(self, person: Mapping[str, Any]) -> Overflow | None:
        """Give the tariff, or None while the first help's figures are not known."""
        rate, first = person.get(self.rate_of), person.get(self.cap_of)
        if not rate or first is None:
            return None
        cap = max(self.cap - first, 0) if self.together else self.cap
        return Overflow(rate, first, min(rate + self.points, WHOLE), cap)


class Overflows:
    """Tariffs side by side, looked up by line."""

    __slots__ = ("cap", "first_cap", "raised", "rate")

    def __init__(self, rows: Sequence[Overflow]) -> None:
        self.rate, self.first_cap, self.raised = (
            np.array([getattr(row, name) for row in rows], np.int64)
            for name in ("rate", "first_cap", "raised")
        )
        self.cap = np.array([int(NO_CAP) if r.cap is None else r.cap for r in rows], np.int64)

    def pays(self, *, before: Whole, after: Whole, row: Index) -> Whole:
        """Pay the step from one sum (fen) to the next, each end rounded half up to the fen."""
        return self._paid(after, row) - self._paid(before, row)

    def _paid(self, total: Whole, row: Index) -> Whole:
        """
        Give (total − cap ÷ rate) × raised, in fen.

        (total × rate − cap) × raised over rate × 100 %: divided in two parts, so that no product
        passes int64.
        """
        rate = np.maximum(pick(self.rate, row), 1)
        over = np.maximum(total * pick(self.rate, row) - pick(self.first_cap, row) * WHOLE, 0)
        whole = rate * WHOLE
        parts, rest = np.divmod(over, whole)
        raised = pick(self.raised, row)
        paid: Whole = parts * raised + (2 * rest * raised + whole) // (2 * whole)
        return paid
