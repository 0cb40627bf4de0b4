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

MONEY = frozenset(
    {"in_scope", "basic", "critical", "other", "critical_base", "aid_base", "aid_paid"}
)


def of_visit(lanes: Lanes, layer: str) -> int:
    """Give the fen by which one visit's payment of a layer can move."""
    layers = _up_to(lanes, layer)
    return STEP * len(layers) if _open_money(lanes, layers) else 0


def _up_to(lanes: Lanes, layer: str) -> list[str]:
    """List a layer and those before it that are computed: rounding moves each of them."""
    layers = LAYERS if layer == "left" else LAYERS[: LAYERS.index(layer) + 1]
    return [name for name in layers if name in lanes.pack.benefits]


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
    if not lanes.open_spots:
        return False
    open_ = {visit for name, visit in lanes.asked_spots if name in MONEY}
    if PERSON in open_ or len(lanes.case.visits or ()) < 2:
        return PERSON in open_
    return any(open_ & lanes.brought[layer] for layer in layers)


def _is_broken(lanes: Lanes) -> bool:
    """Tell whether a year's payments are more than one difference of sums."""
    if lanes.case.opening:
        return True
    visits = lanes.ledger.table.visits
    columns = ("held", "critical_open", "basic_open")
    return any(np.unique(visits[name]).size > 1 for name in columns)
