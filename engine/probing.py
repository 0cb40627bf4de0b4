"""Lanes beside the grid: where the turning points of many open amounts do not fit into one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .benefits import ELIGIBLE
from .breakpoints import around, column_of, is_amount, passing, sums_of
from .case import Case
from .columns import build
from .evaluate import evaluate
from .ledger import Ledger
from .packs import Pack
from .table import Flags, Index, Table, Whole
from .ways import Axis, count

ROUNDS = 3
"""How often the lanes with the least and the most of each figure are looked for anew."""

DEPTH = 2
"""How often a line is cut finer: one layer's turning points lie between those of another."""


def probe(case: Case, pack: Pack, axes: Sequence[Axis]) -> Table:
    """
    Give lanes beside the grid of the axes, in which figures are less or more than anywhere in it.

    From the lanes with the least and the most of each figure, one amount at a time is varied. What
    several amounts can only do together may be missed, so nobody may call such a range reached.
    """
    search = _Search(case, pack, axes)
    lanes = search.best(search.grid())
    for _ in range(ROUNDS):
        found = search.best(np.concatenate([lanes, search.lines(lanes)]))
        if np.array_equal(found, lanes):
            break
        lanes = found
    return search.table(lanes)


@dataclass(frozen=True, slots=True)
class _Search:
    """A case and its axes; a lane is a row of cells: an open amount in fen, else a way's place."""

    case: Case
    pack: Pack
    axes: Sequence[Axis]

    @property
    def open(self) -> list[int]:
        """Name the places of the open amounts."""
        return [place for place, axis in enumerate(self.axes) if is_amount(axis)]

    def values(self, place: int) -> Whole:
        """Give the fen of an open amount that are in the grid."""
        return np.array([way[column_of(self.axes[place])] for way in self.axes[place].ways])

    def grid(self) -> Whole:
        """List every lane of the grid."""
        sizes = [len(axis.ways) for axis in self.axes]
        lanes: Whole = np.indices(sizes).reshape(len(sizes), count(self.axes)).T.copy()
        for place in self.open:
            lanes[:, place] = self.values(place)[lanes[:, place]]
        return lanes

    def table(self, lanes: Whole) -> Table:
        """Lay lanes out as rows of a table."""
        axes, those = list(self.axes), list[Index](lanes.T)
        for place in self.open:
            values, those[place] = np.unique(lanes[:, place], return_inverse=True)
            way, spot = axes[place].ways[0], column_of(axes[place])
            axes[place] = axes[place]._replace(
                ways=tuple({**way, spot: value} for value in values.tolist())
            )
        return build(self.case, self.pack, axes, those=those)

    def ledger(self, lanes: Whole) -> Ledger:
        """Evaluate lanes."""
        return evaluate(self.pack, self.table(lanes), self.case.person)

    def best(self, lanes: Whole) -> Whole:
        """Keep the lanes in which some figure is least or most, with the usual tariff."""
        ledger = self.ledger(lanes)
        usual = (ledger.table.persons["variant"] == 0).nonzero()[0]
        figures = np.array([column[usual] for column in _figures(ledger, self.pack)])
        ends = np.concatenate([figures.argmin(axis=1), figures.argmax(axis=1)])
        best: Whole = lanes[np.unique(usual[ends])]
        return best

    def lines(self, lanes: Whole) -> Whole:
        """Vary each amount of some lanes alone: over its ends, and to where an operation turns."""
        blocks = [self._to_ends(lanes, place) for place in self.open]
        for _ in range(DEPTH):
            blocks = [_in_order(*each) for each in zip(blocks, self.open, strict=True)]
            blocks = list(map(np.concatenate, zip(blocks, self._between(blocks), strict=True)))
        return np.concatenate(blocks)

    def _to_ends(self, lanes: Whole, place: int) -> Whole:
        ends = self.values(place)
        wide = lanes.repeat(len(ends) + 1, axis=0)
        wide[:, place] = np.column_stack([np.tile(ends, (len(lanes), 1)), lanes[:, place]]).ravel()
        return wide

    def _between(self, blocks: Sequence[Whole]) -> list[Whole]:
        """Find, between neighbours on the lines, the lanes in which a sum comes to a mark."""
        lanes = np.concatenate(blocks)
        places = np.repeat(self.open, list(map(len, blocks)))
        values = lanes[np.arange(len(lanes)), places].tolist()
        alike = np.concatenate([_alike(*each) for each in zip(blocks, self.open, strict=True)])
        found: set[tuple[int, int]] = set()
        for column, marks in sums_of(self.ledger(lanes), self.pack, self.case.person):
            for mark, passes in passing(column, marks):
                rows, visits = (passes & alike[:-1, None]).nonzero()
                sums = zip(
                    column[rows, visits].tolist(), column[rows + 1, visits].tolist(), strict=True
                )
                for row, pair in set(zip(rows.tolist(), sums, strict=True)):
                    ends = values[row], values[row + 1]
                    found |= {(row, at) for at in around(ends, pair, mark)}
        rows = np.array([row for row, _ in found], np.intp)
        fresh = lanes[rows]
        fresh[np.arange(len(rows)), places[rows]] = [at for _, at in found]
        return [fresh[places[rows] == place] for place in self.open]


def _in_order(lanes: Whole, place: int) -> Whole:
    """Put lanes that differ in one amount alone side by side, each once."""
    order = [*(other for other in range(lanes.shape[1]) if other != place), place]
    ordered: Whole = np.unique(lanes[:, order], axis=0)[:, np.argsort(order)]
    return ordered


def _alike(lanes: Whole, place: int) -> Flags:
    """Tell of each lane whether the next one differs in one amount alone."""
    others = np.delete(lanes, place, axis=1)
    alike = np.zeros(len(lanes), bool)
    alike[:-1] = (others[1:] == others[:-1]).all(axis=1)
    return alike


def _figures(ledger: Ledger, pack: Pack) -> Iterator[Whole]:
    """List what a person is shown of a case: every benefit, and every payment of every visit."""
    for name in pack.benefits:
        yield np.where(ledger.standing[name] == ELIGIBLE, ledger.amount(name), 0)
    for column in ledger.visits.values():
        yield from ledger.table.by_visit(column).T
    left = ledger.amount("left")
    yield left
    yield ledger.table.total(ledger.table.visits["in_scope"]) - left
