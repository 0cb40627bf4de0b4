"""A safe bound where an operation cannot name its turning points: so many times a month."""

from collections.abc import Sequence

import numpy as np

from .benefits import Benefit
from .identities import lines_of, take
from .ledger import Ledger
from .operations.cap import clip
from .operations.ladder import settle
from .packs import Pack
from .table import Whole
from .ways import Axis, axis


def is_loose(pack: Pack, axes: Sequence[Axis], ledger: Ledger) -> bool:
    """Tell whether open days or amounts, or a year's sum, may meet a limit of times a month."""
    open_ = any(a.paths[0].startswith("visits") and not a.known for a in axes)
    if not open_ and ledger.table.blank("spread"):
        return False
    counters = (b for b in pack.benefits.values() if b.operation == "counter")
    return any(_may_meet_a_limit(ledger, benefit) for benefit in counters)


def _may_meet_a_limit(ledger: Ledger, benefit: Benefit) -> bool:
    """Look at the visits of the kinds that are counted: of no others do days and amounts matter."""
    table, trace = ledger.table, ledger.traces[benefit.id]
    counted = table.by_visit(ledger.held(trace.gates["kind"])).any(axis=0)
    columns = (table.visits["spread"], table.visits["day"], ledger.held(trace.base))
    spread, day, base = (table.by_visit(column)[:, counted] for column in columns)
    if spread.any():
        return True  # of how many times a sum was made is not known
    often = int(counted.sum())
    times = min((tariff.row.times for tariff in benefit.tariffs), default=often)
    return often > 1 and (_varies(day) or (often > times and _varies(base)))


def _varies(column: Whole) -> bool:
    """Tell whether a column is not the same in every lane."""
    return bool((column != column[:1]).any())


BOUND = axis("", [{}, {("bound", -1): 1}])
"""Nothing paid where the times count, and as much as without them."""


def loosen(pack: Pack, ledger: Ledger) -> Ledger:
    """Give every row twice: nothing paid by count, and paid without a limit of times."""
    rows = np.repeat(np.arange(ledger.table.rows), 2)
    lines, _ = lines_of(ledger.table, rows)
    wide = ledger.narrowed(take(ledger.table, rows), rows=rows, lines=lines)
    for benefit in pack.benefits.values():
        if benefit.operation == "counter":
            _bound(wide, benefit)
    wide.close()
    return wide


def _bound(wide: Ledger, benefit: Benefit) -> None:
    trace = wide.traces[benefit.id]
    row, base = wide.held(trace.row), wide.held(trace.base)
    figures = [(0, 0, 0), *((t.row.rate, t.row.day, t.row.cap) for t in benefit.tariffs)]
    rate, day, cap = (np.array(column, np.int64)[row] for column in zip(*figures, strict=True))
    spread = wide.table.visits["spread"] != 0
    share = settle(base * rate)
    most = clip(np.where(spread, share, np.minimum(share, day)), cap=cap, first=wide.table.first)
    wide.visits[benefit.id] = np.where(wide.table.owner % 2 == 1, most, 0)
