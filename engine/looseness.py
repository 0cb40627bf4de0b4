"""A safe bound where an operation cannot name its turning points: so many times a month."""

from collections.abc import Sequence

import numpy as np

from .benefits import Benefit
from .identities import lines_of, take
from .ledger import Ledger
from .operations.cap import clip
from .operations.ladder import settle
from .packs import Pack
from .ways import Axis, axis


def is_loose(pack: Pack, axes: Sequence[Axis], ledger: Ledger) -> bool:
    """Tell whether open days or amounts, or a year's sum, may meet a limit of times a month."""
    counted = [b for b in pack.benefits.values() if b.operation == "counter"]
    if counted and not ledger.table.blank("spread"):
        return True  # of how many times a sum was made is not known
    open_visits = any(not a.known for a in axes if a.paths[0].startswith("visits"))
    table = ledger.table
    often = len(table.owner) // max(table.rows, 1)
    times = min((t.row.times for b in counted for t in b.tariffs), default=often)
    return bool(counted) and open_visits and often > 1 and (often > times or _undated(axes))


def _undated(axes: Sequence[Axis]) -> bool:
    return any(a.paths[0].endswith(".discharged") and not a.known for a in axes)


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
