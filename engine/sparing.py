"""Which answers can make other questions needless: with them, nothing asked there moves a fen."""

from collections.abc import Iterator

import numpy as np

from .lanes import Lanes
from .sensitivity import gets, got
from .table import Flags, Whole
from .ways import Axis


def spares(lanes: Lanes) -> Iterator[tuple[str, str]]:
    """List pairs of open paths: some answer to the first makes the second needless."""
    grid = lanes.grid(gets(lanes.ledger, got(lanes.pack)))
    for number, axis in enumerate(lanes.open_axes):
        turned = np.moveaxis(grid, number, 0)
        others = [other for other in lanes.open_axes if other is not axis]
        if axis.classes.ndim == 1:
            yield from _pairs(others, _moves(turned, 0), axis.paths)
        else:
            spread = turned[axis.classes]
            for place, path in enumerate(axis.paths):
                yield from _of_merged(axis, others, path, _moves(spread, place))


def _moves(grid: Whole, place: int) -> Flags:
    """Mark where the total differs along one dimension; that dimension is gone."""
    marks: Flags = grid.max(axis=place) != grid.min(axis=place)
    return marks


def _of_merged(
    axis: Axis, others: list[Axis], path: str, moves: Flags
) -> Iterator[tuple[str, str]]:
    """Give the pairs of one path of an axis that merges several: with its fellows, with others."""
    fellows = [name for name in axis.paths if name != path]
    within = tuple(range(len(fellows)))
    for first in _deciding(fellows, _any(moves, tuple(range(len(fellows), moves.ndim)))):
        yield first, path
    yield from _pairs(others, _any(moves, within), (path,))


def _any(moves: Flags, places: tuple[int, ...]) -> Flags:
    """Tell whether something moves anywhere along some dimensions; they are gone."""
    marks: Flags = np.logical_or.reduce(moves, axis=places)
    return marks


def _pairs(others: list[Axis], moves: Flags, paths: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for number, other in enumerate(others):
        rest = tuple(place for place in range(moves.ndim) if place != number)
        by_way = _any(moves, rest)[other.classes]
        names = other.paths if other.classes.ndim > 1 else other.paths[:1]
        for first in _deciding(names, by_way):
            yield from ((first, path) for path in paths)


def _deciding(paths: list[str] | tuple[str, ...], moves: Flags) -> Iterator[str]:
    """Name the paths, one a dimension, of which some values leave nothing to move and some do."""
    for place, path in enumerate(paths):
        along = _any(moves, tuple(other for other in range(moves.ndim) if other != place))
        if along.any() and not along.all():
            yield path
