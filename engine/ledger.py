"""What an evaluation gives: every payment, and the operands it was made of."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from operator import is_ as _is
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from .operations.ladder import Ladder
from .table import Flags, Index, Table, Whole

LAYERS = ("basic", "critical", "other", "aid", "outpatient_aid", "major_aid", "tilt_aid")
"""Payments of a visit in the order in which they are made."""

T = TypeVar("T", bound=np.generic)


class Trace(NamedTuple):
    """The operands of one benefit, a line a visit: the explanation is read from here."""

    gates: Mapping[str, Flags]
    counts: Flags
    base: Whole  # fen that count, 0 where the visit does not count
    row: Index  # tariff
    before: Whole  # the year's sum before the visit
    after: Whole
    pays: Whole  # before caps
    paid: Whole  # after caps


class Operands(NamedTuple):
    """The operands of one benefit in one row as plain numbers, a place a visit: for the telling."""

    slot: list[int]  # the visit's place in the order given
    counts: list[bool]
    base: list[int]
    row: list[int]
    before: list[int]
    after: list[int]
    pays: list[int]
    paid: list[int]


@dataclass(slots=True)
class Ledger:
    """
    Columns of payments in fen, and the figures they were paid by.

    `source` names the row each row was made from. `traces` are those of the whole run, `those` the
    lines of the run that are held here, if not all. `years` are the visits' payments added up.
    """

    table: Table
    source: Index
    visits: dict[str, Whole] = field(default_factory=dict)
    persons: dict[str, Whole] = field(default_factory=dict)
    standing: dict[str, Whole] = field(default_factory=dict)
    traces: dict[str, Trace] = field(default_factory=dict)
    ladders: dict[str, Ladder] = field(default_factory=dict)
    allowed: dict[str, Flags] = field(default_factory=dict)
    those: Index | None = None
    years: dict[str, Whole] = field(default_factory=dict)
    gates: dict[Hashable, Flags] = field(default_factory=dict)
    _left: list[Whole] = field(default_factory=list)
    _taken: list[Whole] = field(default_factory=list)

    def amount(self, benefit: str) -> Whole:
        """Give a benefit's year for every row, in fen."""
        if benefit in self.persons:
            return self.persons[benefit]
        if benefit not in self.visits:
            return np.zeros(self.table.rows, np.int64)
        if benefit not in self.years:
            self.years[benefit] = self.table.total(self.visits[benefit])
        return self.years[benefit]

    def close(self) -> None:
        """End a run: what is left of each visit, and the years where they can be added at once."""
        self.visits["left"] = self.rest()
        totals = self.table.totals(list(self.visits.values())) if self.table.each else ()
        self.years = dict(zip(self.visits, totals, strict=False))

    def lines(self, row: int) -> slice:
        """Give the lines of one row; every row has as many visits."""
        each = len(self.table.owner) // self.table.rows
        return slice(row * each, (row + 1) * each)

    def held(self, column: NDArray[T]) -> NDArray[T]:
        """Give the lines held here of a column of the whole run, as the traces have them."""
        return column if self.those is None else column[self.those]

    def operands(self, benefit: str, row: int) -> Operands:
        """List the operands of one benefit in one row, in the order of payment."""
        lines = self.lines(row)
        those = lines if self.those is None else self.those[lines]
        _gates, *columns = self.traces[benefit]
        slot = self.table.visits["slot"][lines].tolist()
        return Operands(slot, *[column[those].tolist() for column in columns])

    def gate(self, key: Hashable, test: Callable[[], Flags]) -> Flags:
        """Test a condition that several benefits share once."""
        if key not in self.gates:
            self.gates[key] = test()
        return self.gates[key]

    def rest(self, minus: tuple[str, ...] | None = None) -> Whole:
        """Give what is left of each visit's in-scope costs after some layers (all, by default)."""
        layers = LAYERS if minus is None else minus
        return self._less([self.visits[layer] for layer in layers if self.pays(layer)])

    def pays(self, layer: str) -> bool:
        """Tell whether a layer may have paid by now: a blank column of the slips has not."""
        column = self.visits.get(layer)
        if column is None:
            return False
        return column is not self.table.visits.get(layer) or not self.table.blank(layer)

    def _less(self, layers: list[Whole]) -> Whole:
        """Take layers from the in-scope costs, going on from what was taken off last time."""
        known = len(self._taken)
        again = known <= len(layers) and all(map(_is, self._taken, layers))
        left = self._left[0] if again and known else self.table.visits["in_scope"]
        for layer in layers[known if again else 0 :]:
            left = left - layer
        self._left[:], self._taken[:] = [left], layers
        return left

    def narrowed(self, table: Table, *, rows: Index | slice, lines: Index | slice) -> "Ledger":
        """Give some rows with their lines alone; `table` is already their table."""
        those = np.arange(len(self.table.owner)) if self.those is None else self.those
        return Ledger(
            table,
            self.source[rows],
            {name: column[lines] for name, column in self.visits.items()},
            {name: column[rows] for name, column in self.persons.items()},
            {name: column[rows] for name, column in self.standing.items()},
            self.traces,
            self.ladders,
            {name: passed[rows] for name, passed in self.allowed.items()},
            those[lines],
            {name: total[rows] for name, total in self.years.items()},
        )

    def block(self, place: int, rows: int) -> "Ledger":
        """Give one of several blocks of as many rows; every row has as many visits."""
        table, start = self.table, place * rows
        if rows == table.rows:
            return self
        each = len(table.owner) // table.rows
        those, lines = (slice(start * n, (start + rows) * n) for n in (1, each))
        part = Table(
            rows,
            {name: column[those] for name, column in table.persons.items()},
            {name: column[lines] for name, column in table.visits.items()},
            table.owner[lines] - start,
            table.each,
            table.in_order,
        )
        return self.narrowed(part, rows=those, lines=lines)

    def together(self, benefits: tuple[str, ...]) -> Whole:
        """Add up several benefits for every row."""
        return sum((self.amount(b) for b in benefits), np.zeros(self.table.rows, np.int64))
