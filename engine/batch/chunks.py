"""A large table, evaluated piece by piece: each piece is whole persons, and fits the cache."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from ..evaluate import evaluate
from ..ledger import Ledger
from ..packs import Pack
from ..table import Table, Whole

LINES = 65_536
"""Visits, or persons where they are more, in a chunk: its columns stay in the processor's cache."""


class Chunk(NamedTuple):
    """Where a chunk stands in the whole table, and what its evaluation gave."""

    rows: slice
    lines: slice
    ledger: Ledger


def evaluate_chunks(
    pack: Pack, table: Table, given: Mapping[str, Any] | None = None, *, most: int = LINES
) -> Iterator[Chunk]:
    """Evaluate a table in its order, so many lines at a time; a person is never cut."""
    for rows, lines in cuts(table, most):
        yield Chunk(rows, lines, evaluate(pack, part(table, rows, lines), given))


def pay_chunks(
    pack: Pack,
    table: Table,
    layers: Collection[str],
    *,
    given: Mapping[str, Any] | None = None,
    most: int = LINES,
) -> dict[str, Whole]:
    """Give some layers of payment for every visit of a table, evaluated chunk by chunk."""
    paid = {layer: np.zeros(len(table.owner), np.int64) for layer in layers}
    for chunk in evaluate_chunks(pack, table, given, most=most):
        for layer, column in paid.items():
            column[chunk.lines] = chunk.ledger.visits.get(layer, 0)
    return paid


def cuts(table: Table, most: int) -> Iterator[tuple[slice, slice]]:
    """Cut a table where a person begins, at most so many rows and lines apart where one can."""
    row = line = 0
    while row < table.rows:
        row_end = min(row + most, table.rows)
        if line + most < len(table.owner):
            row_end = min(row_end, max(int(table.owner[line + most]), row + 1))
        line_end = line + int(np.searchsorted(table.owner[line:], row_end))
        yield slice(row, row_end), slice(line, line_end)
        row, line = row_end, line_end


def part(table: Table, rows: slice, lines: slice) -> Table:
    """Give some rows of a table with their visits, without copying a column."""
    return Table(
        rows.stop - rows.start,
        {name: column[rows] for name, column in table.persons.items()},
        {name: column[lines] for name, column in table.visits.items()},
        table.owner[lines] - rows.start,
    )


__all__ = ["LINES", "Chunk", "cuts", "evaluate_chunks", "part", "pay_chunks"]
