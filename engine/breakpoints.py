"""Amounts between the ends of a range at which something turns: edges, caps, thresholds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from .benefits import Benefit
from .case import OPENING, Case
from .columns import build
from .evaluate import evaluate, if_earlier
from .ledger import Ledger
from .packs import Pack
from .paying import opening_paid
from .table import Flags, Whole, running
from .ways import MOST, PERSON, Axis, Spot, count

MONEY = ("in_scope", "basic", "critical", "other")
ROUNDS = 4
"""Each layer's turning points lie between those of the layer before it: so often we look again."""


class Refined(NamedTuple):
    """
    Axes with every place at which an operation turns, and their lanes evaluated, if they are.

    `fits` tells whether all turning points found a place: the lanes may become too many.
    """

    axes: list[Axis]
    ledger: Ledger | None = None
    fits: bool = True


def refine(case: Case, pack: Pack, axes: list[Axis]) -> Refined:
    """Add to every open amount, of a visit or of the year before it, where an operation turns."""
    if not any(map(is_amount, axes)) or case.visits is None:
        return Refined(axes)
    used = axes
    for _ in range(ROUNDS):
        ledger = evaluate(pack, build(case, pack, used), case.person)
        finer = _turned(used, list(sums_of(ledger, pack, case.person)))
        if count(finer) > MOST:
            return Refined(axes, fits=False)
        if count(finer) == count(used):
            return Refined(used, ledger)
        used = finer
    return Refined(used)


def is_amount(axis: Axis) -> bool:
    """Tell whether an axis is an open amount; two readings have nothing between them."""
    moved = _moved(axis)
    if axis.known or axis.paths[0] == "" or len(moved) != 1 or axis.classes.ndim != 1:
        return False
    name, visit = next(iter(moved))
    return name in (OPENING if visit == PERSON else MONEY)


def column_of(axis: Axis) -> Spot:
    """Name the one money column that an open amount varies."""
    return next(iter(_moved(axis)))


def _moved(axis: Axis) -> set[Spot]:
    return {s for way in axis.ways for s in way if way[s] != axis.ways[0].get(s)}


def _turned(axes: list[Axis], sums: Sequence[tuple[Whole, list[int]]]) -> list[Axis]:
    """Give the axes with every place at which one of the sums comes to a value that matters."""
    # Told apart by their places: readings of several visits have no path, nor has what is known.
    open_axes = [place for place, axis in enumerate(axes) if not axis.known]
    sizes = [len(axes[place].ways) for place in open_axes]
    finer = {
        place: _finer(axes[place], number, sums, sizes)
        for number, place in enumerate(open_axes)
        if is_amount(axes[place])
    }
    return [finer.get(place, axis) for place, axis in enumerate(axes)]


def sums_of(
    ledger: Ledger, pack: Pack, given: Mapping[str, Any]
) -> Iterator[tuple[Whole, list[int]]]:
    """List every sum that an operation looks at (lanes x visits), with the values that matter."""
    yield from _sums(ledger, pack, given)
    if "retroactive" in pack.benefits:
        other = if_earlier(pack, ledger.table, ledger, given)
        yield from _sums(other, pack.at_once, given) if other else ()


def _sums(
    ledger: Ledger, pack: Pack, given: Mapping[str, Any]
) -> Iterator[tuple[Whole, list[int]]]:
    """List the sums of one evaluation."""
    table = ledger.table
    for benefit in pack.benefits.values():
        if benefit.id not in ledger.traces or benefit.operation == "right":
            continue
        trace = ledger.traces[benefit.id]
        edges, caps = turning_points(benefit, given)
        for column in (trace.before, trace.after):
            yield table.by_visit(ledger.held(column)), edges
        paid = opening_paid(table, benefit)
        pays = running(ledger.held(trace.pays), table.first)
        yield table.by_visit(pays if paid is None else pays + paid), caps
    yield from ((table.by_visit(sum_), [0]) for sum_ in _left_by_slips(ledger))
    if all(name in table.persons for name in ("aid_base", "aid_paid")):
        yield (table.persons["aid_base"] - table.persons["aid_paid"])[:, None], [0]
    for group in pack.groups.values():
        if group.costs and f"costs.{group.code}" in table.persons:
            yield table.persons[f"costs.{group.code}"][:, None], [group.costs]


def _left_by_slips(ledger: Ledger) -> Iterator[Whole]:
    """Give what each line of the slips would leave; below nothing, it is not paid in full."""
    left, slips = ledger.table.visits["in_scope"], ledger.table.visits
    for layer in ("basic", "critical", "other"):
        yield left - slips[layer]
        left = left - ledger.visits[layer]


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
    spot = column_of(axis)
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
    for mark, passes in passing(grid, marks):
        places, lanes = passes.nonzero()
        sums = zip(grid[places, lanes].tolist(), grid[places + 1, lanes].tolist(), strict=True)
        for place, pair in set(zip(places.tolist(), sums, strict=True)):
            found |= around((values[place], values[place + 1]), pair, mark)
    return found


def passing(sums: Whole, marks: Sequence[int]) -> Iterator[tuple[int, Flags]]:
    """Tell for each mark that some sums pass between which of them and the next it lies."""
    ends = (sums.min(), sums.max()) if sums.size else (0, 0)
    for mark in marks:
        if ends[0] < mark < ends[1]:
            below, above = sums < mark, sums > mark
            yield mark, (below[:-1] & above[1:]) | (above[:-1] & below[1:])


def around(ends: tuple[int, int], sums: tuple[int, int], mark: int) -> set[int]:
    """Give the fen around the place between two ends at which a sum comes to a mark."""
    (low, high), (first, second) = ends, sums
    at = low + (mark - first) * (high - low) // (second - first)
    return {x for x in (at - 1, at, at + 1) if low < x < high}
