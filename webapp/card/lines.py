"""The reckoning of one person in a few lines: each benefit, and the steps that tell most."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..formatting import span
from ..outcome import Benefit
from ..terms import BENEFITS, LAYERS

MOST = 6
"""A card has room for so many lines a person, the benefits' own included."""

TELLING = (("×", "最多"), ("−", "减去"), ("都算进来",), ("",))
"""Words by which a step is ranked: the rate first, then what is taken off, then where it began."""


class Line(NamedTuple):
    """One benefit: what it gives, by which clauses, its steps; `layer` is its name in the sums."""

    name: str
    layer: str
    amount: Any
    standing: str
    mark: str
    beside: bool
    cites: Sequence[str]
    steps: Sequence[Mapping[str, Any]]


class Reckoning(NamedTuple):
    """The lines of one person, and how many steps are left out."""

    lines: Sequence[Line]
    left_out: int


def reckon(benefits: Sequence[Benefit], most: int = MOST) -> Reckoning:
    """Choose the lines: every benefit that gives something, then the steps that tell most."""
    shown = sorted(benefits, key=lambda item: not item.gives)[:most]
    chosen = _chosen(shown, most - len(shown))
    lines = [_line(item, chosen.get(item.id, ())) for item in shown]
    steps = sum(len(_whole(item)) for item in shown)
    return Reckoning(lines, steps - sum(len(line.steps) for line in lines))


def _line(item: Benefit, places: Sequence[int]) -> Line:
    return Line(
        name=item.name,
        layer=BENEFITS[item.id],
        amount=item.amount if item.gives else None,
        standing=item.standing.words,
        mark="" if item.sure == "exact" else item.certainty,
        beside=item.gives and item.id not in LAYERS,
        cites=_cites(item),
        steps=[item.steps[place] for place in sorted(places)],
    )


def _chosen(benefits: Sequence[Benefit], room: int) -> dict[str, list[int]]:
    """Give the places of the steps that fit: most telling first, of the largest benefit first."""
    ranked = sorted(
        (_rank(step), -_size(item), order, place)
        for order, item in enumerate(benefits)
        for place, step in enumerate(_whole(item))
    )
    chosen: dict[str, list[int]] = {}
    for _telling, _amount, order, place in ranked[: max(room, 0)]:
        chosen.setdefault(benefits[order].id, []).append(place)
    return chosen


def _whole(item: Benefit) -> Sequence[Mapping[str, Any]]:
    """Give the steps of a benefit of one figure; the two ends of a range take too much room."""
    return [] if any("end" in step for step in item.steps) or not item.gives else item.steps


def _rank(step: Mapping[str, Any]) -> int:
    ranks = (rank for rank, words in enumerate(TELLING) if any(w in step["message"] for w in words))
    return next(ranks)


def _size(item: Benefit) -> int:
    return span(item.amount).low


def _cites(item: Benefit) -> list[str]:
    rows = item.steps if item.gives and item.steps else item.reasons
    return list(dict.fromkeys(_names(rows)))


def _names(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    return (name for row in rows for name in row["cites"])
