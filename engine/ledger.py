"""What an evaluation gives: every payment, and the operands it was made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from .table import Flags, Index, Table, Whole

LAYERS = ("basic", "critical", "other", "aid", "outpatient_aid", "major_aid", "tilt_aid")
"""Payments of a visit in the order in which they are made."""


@dataclass(frozen=True, slots=True)
class Trace:
    """The operands of one benefit, a line a visit: the explanation is read from here."""

    base: Whole  # fen that count, 0 where the visit does not count
    counts: Flags
    gates: Mapping[str, Flags]
    row: Index  # tariff
    before: Whole  # the year's sum before the visit
    after: Whole
    pays: Whole  # before caps
    paid: Whole  # after caps


@dataclass(slots=True)
class Ledger:
    """Columns of payments in fen; `source` names the row each row was made from."""

    table: Table
    source: Index
    visits: dict[str, Whole] = field(default_factory=dict)
    persons: dict[str, Whole] = field(default_factory=dict)
    standing: dict[str, Whole] = field(default_factory=dict)
    traces: dict[str, Trace] = field(default_factory=dict)
    gates: dict[str, Flags] = field(default_factory=dict)

    def amount(self, benefit: str) -> Whole:
        """Give a benefit's year for every row, in fen."""
        if benefit in self.persons:
            return self.persons[benefit]
        if benefit in self.visits:
            return self.table.total(self.visits[benefit])
        return np.zeros(self.table.rows, np.int64)

    def rest(self, minus: tuple[str, ...] | None = None) -> Whole:
        """Give what is left of each visit's in-scope costs after some layers (all, by default)."""
        left = self.table.visits["in_scope"]
        for layer in LAYERS if minus is None else minus:
            if layer in self.visits:
                left = left - self.visits[layer]
        return left

    def together(self, benefits: tuple[str, ...]) -> Whole:
        """Add up several benefits for every row."""
        return sum((self.amount(b) for b in benefits), np.zeros(self.table.rows, np.int64))
