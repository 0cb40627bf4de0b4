"""By how much each thing not known can change what the person gets."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from .benefits import ELIGIBLE
from .lanes import Lanes, telling
from .ledger import Ledger
from .money import yuan
from .packs import Pack
from .table import Whole
from .ways import Axis, grows


def gets(ledger: Ledger, names: Iterable[str]) -> Whole:
    """Add up what every row gets of some benefits in the year, in fen."""
    total = np.zeros(ledger.table.rows, np.int64)
    for name in names:
        total += np.where(ledger.standing[name] == ELIGIBLE, ledger.amount(name), 0)
    return total


def got(pack: Pack) -> list[str]:
    """Name the benefits that are money in the year; not what is on application."""
    off = ("right", "retroactive")
    return [name for name, benefit in pack.benefits.items() if benefit.operation not in off]


def tell_sensitivity(lanes: Lanes) -> list[dict[str, Any]]:
    """List what is not known with the largest change it alone can make, largest first."""
    wanted = list(dict.fromkeys(telling(lanes)))
    if lanes.too_many:
        return []
    found = changes(lanes) if wanted else {}
    ranked = sorted((path for path in wanted if path in found), key=lambda p: -_rank(found[p]))
    return [
        {"path": path, "change": None if found[path] is None else yuan(found[path] or 0)}
        for path in ranked
    ]


def changes(lanes: Lanes) -> dict[str, int | None]:
    """Give the largest change (fen) that each open path alone can make; None has no upper end."""
    return dict(_changes(lanes))


def _rank(change: int | None) -> int:
    return 1 << 60 if change is None else change


def _changes(lanes: Lanes) -> Iterator[tuple[str, int | None]]:
    grid = lanes.grid(gets(lanes.ledger, got(lanes.pack)))
    for number, axis in enumerate(lanes.open_axes):
        if axis.paths[0]:
            yield from _of_axis(axis, grid.swapaxes(0, number))


def _of_axis(axis: Axis, grid: Whole) -> Iterator[tuple[str, int | None]]:
    if grows(axis, grid):
        yield from ((path, None) for path in axis.paths)
    elif axis.classes.ndim == 1:
        yield from ((path, _span(grid)) for path in axis.paths)
    else:
        spread = grid[axis.classes]
        yield from (
            (path, _span(spread.swapaxes(0, place))) for place, path in enumerate(axis.paths)
        )


def _span(grid: Whole) -> int:
    return int((grid.max(axis=0) - grid.min(axis=0)).max())
