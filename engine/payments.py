"""Amounts of an assessment: one figure, or the ends between which every completion lies."""

from typing import Any

import numpy as np

from . import wobble
from .benefits import ASK_OFFICE, ELIGIBLE, TOGETHER, Benefit
from .estimates import estimated
from .lanes import Lanes, standing_of, unbounded
from .ledger import LAYERS
from .money import yuan
from .sensitivity import gets, got
from .table import Flags, Whole

GUESSED = ("critical", *TOGETHER, "retroactive")
"""What is an estimate where the tariff of critical insurance is one."""

Money = str | dict[str, str | None] | None


def tell_money(lanes: Lanes, column: Whole, where: Flags | None = None, *, moves: int = 0) -> Money:
    """Give a column of lanes as one figure or as its ends; no upper end where it only grows."""
    if lanes.alone:
        return yuan(int(column[0])) if where is None or where[0] else None
    values = column if where is None else column[where]
    if not len(values):
        return None
    low, high = int(values.min()), int(values.max())
    if high:
        low, high = max(low - moves, 0), high + moves
    if low == high:
        return yuan(low)
    return {"low": yuan(low), "high": None if unbounded(lanes, column) else yuan(high)}


def tell_amounts(lanes: Lanes, benefit: Benefit) -> dict[str, Any]:
    """Give certainty, amount, already paid and due of one benefit."""
    status = standing_of(lanes, benefit.id)
    if benefit.operation == "right":
        return _figures("exact" if status != "depends" else "range", None, None, None)
    if status == "ask_office":
        return _figures("none", None, None, None)
    amount, known = _where_given(lanes, benefit)
    usual = lanes.usual if known is None else lanes.usual & known
    moves = wobble.of_benefit(lanes, benefit)
    vague = _vague(lanes, benefit)
    told = untold() if vague else tell_money(lanes, amount, usual, moves=moves)
    guessed = benefit.id in GUESSED and status != "ineligible" and estimated(lanes)
    certainty = _certainty(lanes, benefit, status, told=told, guessed=guessed)
    slips = paid_on_slips(lanes, benefit)
    already: Money = "0.00"
    if slips:
        already = tell_money(lanes, slips[0], usual) if _same(*slips) else None
    due = told
    if slips and not vague:
        bound = _is_split(lanes) and benefit.id in TOGETHER[1:]
        due = (_due_at_most if bound else _due)(lanes, amount, slips, usual, moves=moves)
    figures = _figures(certainty, told, already, due)
    if guessed and not isinstance(told, dict):
        ends = tell_money(lanes, amount, known)
        figures |= ends if isinstance(ends, dict) else {"low": ends, "high": ends}
    elif isinstance(told, dict) or certainty == "range":
        figures["tight"] = _tight(lanes, benefit)
    return figures


def _where_given(lanes: Lanes, benefit: Benefit) -> tuple[Whole, Flags | None]:
    """Give the amounts of the lanes that have a benefit, and mark what is known if not all is."""
    amount, standing = lanes.ledger.amount(benefit.id), lanes.ledger.standing[benefit.id]
    if lanes.standings[benefit.id] == {ELIGIBLE}:
        return amount, None
    return amount * (standing == ELIGIBLE), standing != ASK_OFFICE


def untold() -> dict[str, str | None]:
    """Give the range that says nothing: the completions are too many to look at."""
    return {"low": "0.00", "high": None}


def _tight(lanes: Lanes, benefit: Benefit) -> bool:
    """Tell whether both ends of a range are reached by some completion."""
    if lanes.too_many or (lanes.case.visits is None and benefit.of_visits):
        return False
    counted = benefit.operation == "counter"
    if lanes.probed or wobble.of_benefit(lanes, benefit):
        return False
    return not (counted and (lanes.loose or _by_year(lanes)))


def _by_year(lanes: Lanes) -> bool:
    return any(visit.get("whole_year") for visit in lanes.case.visits or ())


def _vague(lanes: Lanes, benefit: Benefit) -> bool:
    """
    Tell whether nothing can be said of an amount: too many ways, or figures of another text.

    Looking back brings most for costs that are not large: of visits not told no end is known.
    """
    found = lanes.standings[benefit.id]
    given = ELIGIBLE in found
    open_ = benefit.of_visits or "person.premium" in lanes.open_paths
    elsewhere = not given and not all(benefit.known(lanes.case.person))
    unnamed = elsewhere and ASK_OFFICE in found
    later = benefit.operation == "retroactive" and lanes.case.visits is None
    return unnamed or (given and (later or (lanes.too_many and open_)))


def _figures(certainty: str, amount: Money, already: Money, due: Money) -> dict[str, Any]:
    return {"certainty": certainty, "amount": amount, "already_paid": already, "due": due}


def _certainty(lanes: Lanes, benefit: Benefit, status: str, *, told: Money, guessed: bool) -> str:
    """Name the worst that is true of an amount."""
    if status == "ineligible":
        return "exact"
    if benefit.certainty != "exact" or _only_a_floor(lanes, benefit):
        return "at_least"
    if benefit.operation == "counter" and _by_year(lanes) and isinstance(told, dict):
        return "at_most"
    if guessed:
        return "estimate"
    return "range" if isinstance(told, dict) or status == "depends" else "exact"


def _only_a_floor(lanes: Lanes, benefit: Benefit) -> bool:
    """Tell whether the text gives only the least of a contribution's help."""
    if benefit.operation != "premium":
        return False
    rows = set(lanes.ledger.persons[f"{benefit.id}.row"].tolist()) - {0}
    return any(benefit.tariffs[row - 1].row.at_least for row in rows)


def _same(least: Whole, most: Whole) -> bool:
    return least is most or not np.count_nonzero(least != most)


def _due(
    lanes: Lanes, amount: Whole, slips: tuple[Whole, Whole], where: Flags, *, moves: int
) -> Money:
    """Give what is still to be paid beyond what the slips show."""
    most, least = (np.maximum(amount - paid, 0) for paid in slips)
    if _same(least, most):
        return tell_money(lanes, most, where, moves=moves)
    top = None if unbounded(lanes, most) else yuan(int(most[where].max()) + moves)
    return {"low": yuan(max(int(least[where].min()) - moves, 0)), "high": top}


def _is_split(lanes: Lanes) -> bool:
    """Tell whether a sum is split between aid and others in several ways."""
    return any(name == "slip_aid" for name, _ in lanes.open_spots)


def _due_at_most(
    lanes: Lanes, amount: Whole, slips: tuple[Whole, Whole], where: Flags, *, moves: int
) -> Money:
    """Bound what is due of a later benefit: it may be most where only the first has its share."""
    low = max(int(amount[where].min()) - int(slips[1][where].max()) - moves, 0)
    high = int(amount[where].max())
    high += moves * bool(high)
    if unbounded(lanes, amount):
        return {"low": yuan(low), "high": None}
    return {"low": yuan(low), "high": yuan(high)} if low < high else yuan(low)


def paid_on_slips(lanes: Lanes, benefit: Benefit) -> tuple[Whole, Whole] | None:
    """Give what the slips show for a benefit, at least and at most, for every lane; or nothing."""
    ledger = lanes.ledger
    if benefit.insurance:
        most = ledger.amount(benefit.id)
        opened = f"{benefit.id}_open"
        if ledger.table.blank(opened):
            return most, most
        closed = ledger.table.visits[opened] == 0
        return ledger.table.total(ledger.visits[benefit.id] * closed), most
    if not benefit.together or ledger.table.blank("slip_aid_high"):
        return None
    low, high = (_share(lanes, benefit.id, column) for column in ("slip_aid", "slip_aid_high"))
    return low, high


def _share(lanes: Lanes, benefit: str, column: str) -> Whole:
    """Share a slip's one line of aid over the visit's benefits, in the order of payment."""
    ledger = lanes.ledger
    left = ledger.table.visits[column]
    present = [name for name in TOGETHER if name in ledger.visits]
    shares = {}
    for name in present:
        shares[name] = np.minimum(left, ledger.visits[name])
        left = left - shares[name]
    if benefit == present[0]:
        shares[benefit] = shares[benefit] + left
    return ledger.table.total(shares[benefit])


def tell_visits(lanes: Lanes) -> list[dict[str, Money]]:
    """Give every visit's payments by layer, in the order in which the visits were given."""
    number = len(lanes.case.visits or ())
    if lanes.too_many:
        layers_ = [layer for layer in (*LAYERS, "left") if layer != "other"]
        return [{layer: untold() for layer in layers_} for _ in range(number)]
    layers = lanes.per_visit([layer for layer in (*LAYERS, "left") if layer != "other"])
    if lanes.alone:
        paid = [map(yuan, column[0].tolist()) for column in layers.values()]
        return [dict(zip(layers, visit, strict=True)) for visit in zip(*paid, strict=True)]
    moves = {layer: wobble.of_visit(lanes, layer) for layer in layers}
    costs = lanes.ledger.table.by_visit(lanes.ledger.table.visits["in_scope"]).max(axis=0)
    return [
        {
            layer: _of_visit(lanes, column[:, visit], cost=cost, moves=moves[layer])
            for layer, column in layers.items()
        }
        for visit, cost in enumerate(costs[:number].tolist())
    ]


def _of_visit(lanes: Lanes, column: Whole, *, cost: int, moves: int) -> Money:
    """Tell one visit's payment; a few fen may be paid whole, though no lane tried says so."""
    if moves and 0 < cost <= wobble.TINY:
        return {"low": yuan(0), "high": yuan(cost)}
    return tell_money(lanes, column, lanes.usual, moves=moves)


def tell_brought(lanes: Lanes) -> Money:
    """Give what the document's own benefits pay for visits, whatever others pay beside it."""
    if lanes.too_many:
        return untold()
    names = (name for name in got(lanes.pack) if lanes.pack.benefits[name].of_visits)
    return tell_money(lanes, gets(lanes.ledger, names), lanes.usual)


def tell_totals(lanes: Lanes) -> tuple[Money, Money]:
    """Give all payments of the year, and what is left of the in-scope costs."""
    if lanes.too_many:
        return untold(), untold()
    ledger = lanes.ledger
    left = ledger.amount("left")
    paid = ledger.table.total(ledger.table.visits["in_scope"]) - left
    moves = wobble.of_year(lanes, "left")
    return (
        tell_money(lanes, paid, lanes.usual, moves=moves),
        tell_money(lanes, left, lanes.usual, moves=moves),
    )
