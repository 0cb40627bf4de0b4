"""What is not known as many possible persons, all evaluated at once and compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from .axes import find_axes
from .benefits import ASK_OFFICE, ELIGIBLE, INELIGIBLE
from .case import Case
from .columns import build
from .evaluate import evaluate
from .ledger import LAYERS, Ledger
from .packs import Pack
from .table import Flags, Whole
from .ways import Axis

MOST = 4_096
"""More combinations than these are not evaluated: no range is shown."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """All completions of a case, evaluated; the rows of the ledger are the lanes."""

    case: Case
    pack: Pack
    axes: tuple[Axis, ...]
    ledger: Ledger
    too_many: bool

    @property
    def sizes(self) -> list[int]:
        """Give the number of ways of every axis."""
        return [len(axis.ways) for axis in self.axes]

    def grid(self, column: Whole) -> Whole:
        """Lay a column of lanes out with one dimension an axis."""
        return column.reshape(self.sizes)

    def usual(self) -> Flags:
        """Mark the lanes computed with the usual figures where a text holds none."""
        usual: Flags = self.ledger.table.persons["variant"] == 0
        return usual

    def per_visit(self, layer: str) -> Whole:
        """Give a layer's payments as lanes x visits, visits in the order given."""
        table = self.ledger.table
        number = 0 if not table.rows else len(table.owner) // table.rows
        out = np.zeros((table.rows, number), np.int64)
        out[table.owner, table.visits["slot"]] = self.ledger.visits.get(layer, 0)
        return out


def complete(case: Case, pack: Pack, *, estimates: bool = True) -> Lanes:
    """Evaluate every completion of a case, or one alone if there are too many."""
    axes = [axis for axis in find_axes(case, pack) if estimates or axis.paths != ("",)]
    too_many = int(np.prod([len(axis.ways) for axis in axes], dtype=np.float64)) > MOST
    used = [Axis(a.paths, a.ways[:1], a.classes * 0, a.open) for a in axes] if too_many else axes
    ledger = evaluate(pack, build(case, pack, used), case.person)
    return Lanes(case, pack, tuple(axes), ledger, too_many)


def shown(lanes: Lanes) -> list[Whole]:
    """List every column of lanes that a person is shown: standings and amounts of the benefits."""
    ledger = lanes.ledger
    columns = []
    for benefit in lanes.pack.benefits:
        standing = ledger.standing[benefit]
        columns += [standing, np.where(standing == ELIGIBLE, ledger.amount(benefit), 0)]
    return columns


def telling(lanes: Lanes) -> Iterator[str]:
    """Name every open path that can still change something shown, in the catalogue's order."""
    if lanes.too_many:
        yield from (path for axis in lanes.axes if not axis.known for path in axis.paths if path)
        return
    grids = [lanes.grid(column) for column in shown(lanes)]
    for number, axis in enumerate(lanes.axes):
        if not axis.known and axis.paths[0]:
            yield from _telling(axis, [np.moveaxis(grid, number, 0) for grid in grids])


def _telling(axis: Axis, grids: list[Whole]) -> Iterator[str]:
    moving = [grid for grid in grids if (grid != grid[:1]).any()]
    if not moving:
        return
    if axis.classes.ndim == 1:
        yield from axis.paths
        return
    for place, path in enumerate(axis.paths):
        spread = [np.moveaxis(grid[axis.classes], place, 0) for grid in moving]
        if any((grid != grid[:1]).any() for grid in spread):
            yield path


def unbounded(lanes: Lanes, column: Whole) -> bool:
    """Tell whether a column still grows at the far end of an amount that has no upper end."""
    grid = lanes.grid(column)
    for number, axis in enumerate(lanes.axes):
        if axis.open and len(axis.ways) > 1:
            ends = np.moveaxis(grid, number, 0)
            if ((ends[-1] > ends[-2]) & (ends[-1] == column.max())).any():
                return True
    return False


def standing_of(lanes: Lanes, benefit: str) -> str:
    """Say whether a benefit is given, refused, left to the office, or depends on the unknown."""
    found = set(np.unique(lanes.ledger.standing[benefit]).tolist())
    names: Mapping[int, str] = {
        INELIGIBLE: "ineligible",
        ASK_OFFICE: "ask_office",
        ELIGIBLE: "eligible",
    }
    return names[found.pop()] if len(found) == 1 and not lanes.too_many else "depends"


__all__ = ["LAYERS", "Lanes", "complete", "shown", "standing_of", "telling", "unbounded"]
