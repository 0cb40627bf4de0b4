"""Estimates: figures of critical insurance that a document relies on and does not hold."""

from collections.abc import Iterator

import numpy as np

from .benefits import Benefit
from .lanes import Lanes
from .operations.relief import Relief
from .table import Flags

_TARIFF = (
    "这份文件没写大病保险的起付线和比例：起付线按 %(usual)s 元估，一般在 %(low)s 到 %(high)s 元；"
    "比例按省里常见的估。"
)
_DEDUCTIBLE = "这份文件没写大病保险的起付线，按 %(usual)s 元估，一般在 %(low)s 到 %(high)s 元。"
_RATES = "这份文件没写大病保险的比例，按省里常见的估。"
_CAP = "这份文件没写大病保险一年最多付多少，按不封顶算；有封顶的会少些。"


def estimated(lanes: Lanes) -> bool:
    """Tell whether a figure that the document does not hold was estimated for some visit."""
    return any(True for _ in guesses(lanes))


def guesses(lanes: Lanes) -> Iterator[tuple[str, str, dict[str, int]]]:
    """Tell each figure that had to be estimated: id, sentence and values in fen (石台 五)."""
    given = lanes.case.person
    for benefit in lanes.pack.benefits.values():
        if not benefit.outside or not np.count_nonzero(_counted(lanes, benefit)):
            continue
        rates = given.get("critical_tiers") is None
        if given.get("critical_deductible") is None:
            usual, low, high = benefit.outside.deductibles
            values = {"usual": usual, "low": low, "high": high}
            yield "estimated_tariff", _TARIFF if rates else _DEDUCTIBLE, values
        elif rates:
            yield "estimated_tariff", _RATES, {}
        if given.get("critical_cap") is None and _may_be_capped(lanes, benefit):
            yield "estimated_cap", _CAP, {}


def _counted(lanes: Lanes, benefit: Benefit) -> Flags:
    ledger = lanes.ledger
    counted: Flags = ledger.held(ledger.traces[benefit.id].counts)
    return counted


def _may_be_capped(lanes: Lanes, benefit: Benefit) -> bool:
    """Tell whether something is paid by a tariff that a cap would hold down."""
    trace, ledger = lanes.ledger.traces[benefit.id], lanes.ledger
    capped = [False, *(not (isinstance(t.row, Relief) and t.row.uncapped) for t in benefit.tariffs)]
    paid = _counted(lanes, benefit) & (ledger.held(trace.pays) > 0)
    row = ledger.held(trace.row) % len(capped)  # rows of all variants stand one after another
    return bool((paid & np.array(capped)[row]).any())
