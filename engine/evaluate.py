"""The one path: a table of persons and visits goes in, every payment comes out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from .benefits import ELIGIBLE, INELIGIBLE, TOGETHER, Benefit
from .granting import grant_later, grant_premium, stand
from .identities import best_rows, decide
from .ledger import Ledger, Trace
from .packs import Pack
from .paying import all_of, find_gates, none_of, pay_annual, pay_by_count, pay_overflow, tariff_rows
from .table import Index, Table, with_scheme

Given = Mapping[str, Any]
_PAY = {"annual": pay_annual, "counter": pay_by_count, "overflow": pay_overflow}
_GRANT = {"premium": grant_premium, "retroactive": grant_later}


def evaluate(pack: Pack, table: Table, given: Given | None = None) -> Ledger:
    """
    Compute every benefit for every row; of several identities the best row is kept.

    `given` holds what the persons know of tariffs the document does not hold.
    """
    known = given or {}
    tested = _test_costs(pack, table, known)
    wide, who, source = decide(pack, tested)
    ledger = _run(pack, wide, who=who, source=source, given=known)
    if len(source) > table.rows:
        keep = best_rows(ledger.together(TOGETHER), source)
        kept = np.zeros(wide.rows, bool)
        kept[keep] = True
        lines = kept[wide.owner].nonzero()[0]
        ledger = ledger.narrowed(tested, rows=keep, lines=lines)
    if "retroactive" in pack.benefits:
        _add_retroactive(pack, tested, ledger, known)
    return ledger


def _run(pack: Pack, table: Table, *, who: Index, source: Index, given: Given) -> Ledger:
    ledger = Ledger(table, source)
    who = with_scheme(who, table.column("scheme"))
    _settle_slips(ledger, ())
    for benefit in pack.benefits.values():
        if benefit.operation in _PAY:
            _PAY[benefit.operation](ledger, benefit, who=who, given=given)
        elif benefit.operation in _GRANT:
            _GRANT[benefit.operation](ledger, benefit, given=given)
        else:
            _grant_right(ledger, benefit, who=who, given=given)
        if benefit.insurance:
            _settle_slips(ledger, ("basic", "critical")[: 1 + (benefit.id == "critical")])
    ledger.close()
    return ledger


def _settle_slips(ledger: Ledger, done: tuple[str, ...]) -> None:
    """Take from the slips what is not computed, each at most what the layers before it left."""
    earlier: tuple[str, ...] = ()
    for layer in ("basic", "critical", "other"):
        if layer not in done:
            slip, blank = ledger.table.visits[layer], ledger.table.blank(layer)
            ledger.visits[layer] = slip if blank else np.minimum(slip, ledger.rest(earlier))
        earlier = (*earlier, layer)


def _test_costs(pack: Pack, table: Table, given: Given) -> Table:
    """Take an identity away where the year's costs do not reach the sum its group asks for."""
    for bit, code in enumerate(pack.members):
        group = pack.groups.get(code)
        if group is None or not group.costs or not (table.persons["held"] >> bit & 1).any():
            continue
        ordinary = _without(table, ~0)
        ledger = _run(
            pack.insurance, ordinary, who=np.zeros(len(table.owner), np.intp),
            source=np.arange(table.rows), given=given,
        )  # fmt: skip
        counted = np.isin(table.visits["kind"], group.kinds)
        left = table.total(np.where(counted, ledger.rest(("basic", "critical", "other")), 0))
        left = left + table.persons.get("aid_base", 0)
        costs = {f"costs.{code}": np.broadcast_to(left, table.rows)}
        table = _without(table, np.where(left >= group.costs, 0, 1 << bit))
        table = replace(table, persons={**table.persons, **costs})
    return table


def _without(table: Table, bits: Any) -> Table:
    """Give the table without some identities, the same bits for a row or one set a row."""
    rows = np.broadcast_to(np.asarray(bits, np.int64), table.rows)
    lines = table.at_visits(rows)
    names = ("held", "held_new")
    persons = {name: table.persons[name] & ~rows for name in names}
    visits = {name: table.visits[name] & ~lines for name in ("held", "held_if_earlier")}
    return replace(table, persons={**table.persons, **persons}, visits={**table.visits, **visits})


def _grant_right(ledger: Ledger, benefit: Benefit, *, who: Index, given: Given) -> None:
    """Grant what is no money: refused where there were stays and none passed every gate."""
    stand(ledger, benefit, given)
    table = ledger.table
    gates = find_gates(ledger, benefit, tariff_rows(table, benefit, who), given)
    counts = all_of(gates.values())
    standing = ledger.standing[benefit.id]
    if np.count_nonzero(counts) < len(counts):
        stays, passing = table.totals([f.astype(np.int64) for f in (gates["kind"], counts)])
        refused = (stays > 0) & (passing == 0) & (standing == ELIGIBLE)
        ledger.standing[benefit.id] = np.where(refused, INELIGIBLE, standing)
    zero = none_of(table.owner)
    ledger.traces[benefit.id] = Trace(gates, counts, zero, zero, zero, zero, zero, zero)


def _add_retroactive(pack: Pack, table: Table, ledger: Ledger, given: Given) -> None:
    """
    Add what aid would bring beyond today, had the new identity been held all along.

    The text looks back for aid alone, so insurance stays as it was paid.
    """
    other = if_earlier(pack, table, ledger, given)
    if other is None:
        return
    gain = other.together(TOGETHER) - ledger.together(TOGETHER)
    granted = ledger.standing["retroactive"] == ELIGIBLE
    ledger.persons["retroactive"] = np.where(granted, np.maximum(gain, 0), 0)


def if_earlier(pack: Pack, table: Table, ledger: Ledger, given: Given) -> Ledger | None:
    """Evaluate aid as if new identities had been held all along; nothing where none is new."""
    if table.blank("held_new"):
        return None
    settled = {layer: ledger.visits[layer] for layer in ("basic", "critical")}
    shut = dict.fromkeys(("basic_open", "critical_open"), np.zeros_like(settled["basic"]))
    held = table.visits["held_if_earlier"]
    visits = {**table.visits, **settled, **shut, "held": held}
    return evaluate(pack.at_once, replace(table, visits=visits), given)
