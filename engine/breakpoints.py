"""Amounts between the ends of a range at which something turns: edges, caps, thresholds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from .benefits import Benefit
from .case import OPENING, Case
from .columns import build
from .evaluate import evaluate
from .ledger import Ledger
from .packs import Pack
from .paying import opening_paid
from .table import Whole, running
from .ways import MOST, PERSON, Axis, count

MONEY = ("in_scope", "basic", "critical", "other")
ROUNDS = 4
"""Each layer's turning points lie between those of the layer before it: so often we look again."""


def refine(case: Case, pack: Pack, axes: list[Axis]) -> list[Axis]:
    """Add to every open amount, of a visit or of the year before it, where an operation turns."""
    if not any(map(is_amount, axes)) or case.visits is None:
        return axes
    for _ in range(ROUNDS):
        finer = _once(case, pack, axes)
        if count(finer) > MOST or count(finer) == count(axes):
            return axes
        axes = finer
    return axes


def is_amount(axis: Axis) -> bool:
    """Tell whether an axis is an open amount; two readings have nothing between them."""
    return not axis.known and axis.paths[0] != "" and _column(axis) is not None


def _column(axis: Axis) -> tuple[str, int] | None:
    """Name the one money column that an axis varies: of a visit, or an earlier sum of the year."""
    moved = {s for way in axis.ways for s in way if way[s] != axis.ways[0].get(s)}
    if len(moved) != 1 or axis.classes.ndim != 1:
        return None
    name, visit = next(iter(moved))
    money = OPENING if visit == PERSON else MONEY
    return (name, visit) if name in money else None


def _once(case: Case, pack: Pack, axes: list[Axis]) -> list[Axis]:
    ledger = evaluate(pack, build(case, pack, axes), case.person)
    sums = list(_sums(ledger, pack, case.person))
    # Told apart by their places: readings of several visits have no path, nor has what is known.
    open_axes = [place for place, axis in enumerate(axes) if not axis.known]
    sizes = [len(axes[place].ways) for place in open_axes]
    finer = {
        place: _finer(axes[place], number, sums, sizes)
        for number, place in enumerate(open_axes)
        if is_amount(axes[place])
    }
    return [finer.get(place, axis) for place, axis in enumerate(axes)]


def _sums(
    ledger: Ledger, pack: Pack, given: Mapping[str, Any]
) -> Iterator[tuple[Whole, list[int]]]:
    """List every sum that an operation looks at (lanes x visits), with the values that matter."""
    table = ledger.table
    for benefit in pack.benefits.values():
        if benefit.id not in ledger.traces or benefit.operation == "right":
            continue
        trace = ledger.trace(benefit.id)
        edges, caps = turning_points(benefit, given)
        for column, marks in ((trace.before, edges), (trace.after, edges)):
            yield table.by_visit(column), marks
        paid = opening_paid(table, benefit)
        pays = running(trace.pays, table.first)
        yield table.by_visit(pays if paid is None else pays + paid), caps
    if all(name in table.persons for name in ("aid_base", "aid_paid")):
        yield (table.persons["aid_base"] - table.persons["aid_paid"])[:, None], [0]
    for group in pack.groups.values():
        if group.costs and f"costs.{group.code}" in table.persons:
            yield table.persons[f"costs.{group.code}"][:, None], [group.costs]


def turning_points(benefit: Benefit, given: Mapping[str, Any]) -> tuple[list[int], list[int]]:
    """Name the sums (fen) at which a rate changes, and those at which a cap is reached."""
    if benefit.operation == "annual":
        ladders = [bands for variant in benefit.ladders(given) for bands in variant]
        edges = {b.deductible + floor for b in ladders for floor, _ in b.bands}
        return sorted(edges), sorted({b.cap for b in ladders if b.cap})
    rows = [t.row.of(given) if benefit.operation == "overflow" else t.row for t in benefit.tariffs]
    caps = sorted({row.cap for row in rows if row and row.cap})
    if benefit.operation == "overflow":
        return sorted({row.first_cap * 10_000 // row.rate for row in rows if row}), caps
    return [0], caps


def _finer(
    axis: Axis, number: int, sums: Sequence[tuple[Whole, list[int]]], sizes: Sequence[int]
) -> Axis:
    spot = _column(axis)
    assert spot is not None
    values = sorted(way[spot] for way in axis.ways)
    order = np.argsort([way[spot] for way in axis.ways], kind="stable")
    found: set[int] = set()
    for column, marks in sums:
        grid = np.moveaxis(column.reshape([*sizes, -1]), number, 0)[order]
        found |= _crossings(values, grid.reshape(len(values), -1), marks)
    fresh = sorted(found - set(values))
    ways = tuple({**axis.ways[0], spot: value} for value in fresh)
    last = axis.ways[-2:] if axis.open else axis.ways[-1:]
    kept = tuple(way for way in axis.ways if way not in last)
    return axis._replace(ways=(*kept, *ways, *last), classes=np.arange(len(axis.ways) + len(ways)))


def _crossings(values: list[int], grid: Whole, marks: list[int]) -> set[int]:
    """Find, between neighbouring values, where a sum passes a mark: the fen below and above."""
    found: set[int] = set()
    for low, high, first, second in zip(values, values[1:], grid, grid[1:], strict=False):
        for mark in marks:
            passes = (np.minimum(first, second) < mark) & (mark < np.maximum(first, second))
            for a, b in set(zip(first[passes].tolist(), second[passes].tolist(), strict=True)):
                at = low + (mark - a) * (high - low) // (b - a)
                found |= {x for x in (at - 1, at, at + 1) if low < x < high}
    return found
