"""
By how many fen rounding can move a figure between the amounts that were tried.

A visit is paid the difference of two rounded sums, so an open amount before it can move its payment
by a fen or two inside a straight stretch, where no operation turns.
"""

from collections.abc import Sequence

import numpy as np

from .benefits import TOGETHER, Benefit
from .lanes import Lanes
from .ledger import LAYERS
from .ways import PERSON

STEP = 2
"""Fen between two differences of rounded sums, for every layer that is computed."""

TINY = 3
"""Costs of so many fen may be paid whole or not at all, as the sum before them is rounded."""

MONEY = frozenset(
    {"in_scope", "basic", "critical", "other", "critical_base", "aid_base", "aid_paid"}
)


def of_visit(lanes: Lanes, layer: str) -> int:
    """Give the fen by which one visit's payment of a layer can move."""
    if not lanes.open_spots:
        return 0
    layers = _up_to(lanes, layer)
    if not layers or (layer != "left" and layer != layers[-1]):
        return 0  # what slips show does not move
    return STEP * len(layers) if _open_money(lanes, layers) else 0


def _up_to(lanes: Lanes, layer: str) -> list[str]:
    """List a layer and those before it that are computed: rounding moves each of them."""
    layers = LAYERS if layer == "left" else LAYERS[: LAYERS.index(layer) + 1]
    traces, held = lanes.ledger.traces, lanes.ledger.held
    return [n for n in layers if n in lanes.pack.benefits and held(traces[n].counts).any()]


def of_year(lanes: Lanes, layer: str) -> int:
    """Give the fen by which a year's sum can move: none where its visits add up to one sum."""
    one = of_visit(lanes, layer)
    return one * len(lanes.case.visits or ()) if one and _is_broken(lanes) else 0


def of_benefit(lanes: Lanes, benefit: Benefit) -> int:
    """Give the fen by which a benefit's year can move."""
    if lanes.alone:
        return 0
    if benefit.operation == "retroactive":  # the difference of two years of aid
        open_ = any(name in MONEY for name, _ in lanes.open_spots)
        steps = STEP * len(_up_to(lanes, TOGETHER[-1]))
        return 2 * of_year(lanes, TOGETHER[-1]) + steps * open_
    return of_year(lanes, benefit.id) if benefit.id in LAYERS else 0


def _open_money(lanes: Lanes, layers: Sequence[str]) -> bool:
    """Tell whether some sum of these layers has an open amount in it, beside what it pays for."""
    open_ = [spot for spot in lanes.asked_spots if spot[0] in MONEY]
    if any(visit == PERSON for _, visit in open_):
        return True
    several = len(lanes.case.visits or ()) > 1
    return several and any(
        visit in lanes.brought[layer] and name in ("in_scope", *lanes.pack.benefits[layer].minus)
        for layer in layers
        for name, visit in open_
    )


def _is_broken(lanes: Lanes) -> bool:
    """Tell whether a year's payments are more than one difference of sums."""
    if lanes.case.opening:
        return True
    visits = lanes.ledger.table.visits
    columns = ("held", "critical_open", "basic_open")
    return any(np.unique(visits[name]).size > 1 for name in columns)
