"""How each operation pays the visits of a table, line by line, and keeps its operands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .benefits import Benefit
from .granting import passes, stand
from .ledger import Ledger, Trace
from .operations import counter, overflow
from .operations.cap import clip
from .operations.ladder import Ladder, pick
from .table import EPOCH, Flags, Index, Table, Whole, running, starts

OPENING_PAID = {
    "critical": "critical_paid",
    "aid": "aid_paid",
    "tilt_aid": "tilt_paid",
    "outpatient_aid": "outpatient_aid_paid",
}
"""Which sum of the year's beginning counts towards whose cap."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What counts for one benefit, visit by visit, and the year's sums around each visit."""

    base: Whole
    counts: Flags
    gates: Mapping[str, Flags]
    row: Index
    before: Whole
    after: Whole


def add_up(ledger: Ledger, benefit: Benefit, who: Index, given: Mapping[str, Any]) -> Sums:
    """Find what counts for a benefit and add it up along the year."""
    table = ledger.table
    row = tariff_rows(table, benefit, who)
    gates = find_gates(ledger, benefit, row, given)
    counts: Flags = np.logical_and.reduce(list(gates.values()))
    base = np.where(counts, ledger.rest(benefit.minus), 0)
    after = running(base, table.first) + _opening_base(table, benefit)
    return Sums(base, counts, gates, row, after - base, after)


def tariff_rows(table: Table, benefit: Benefit, who: Index) -> Index:
    """Name the tariff of each visit: by the identity decided on, or the best of those held."""
    scheme = table.column("scheme")
    if benefit.together:
        return benefit.picks.single[who, scheme]
    return benefit.picks.best[table.visits["held"], scheme]


def find_gates(
    ledger: Ledger, benefit: Benefit, row: Index, given: Mapping[str, Any]
) -> dict[str, Flags]:
    """Test every condition of a benefit on every visit."""
    table = ledger.table
    known = np.array(benefit.known(given))
    gates = {
        "identity": row > 0,
        "kind": np.isin(table.visits["kind"], benefit.kinds),
        "in_force": table.visits["day"] >= benefit.starts[row],
    }
    if not known.all():
        gates["figures"] = known[row]
    gates |= {gate.id: passes(ledger, gate) for gate in benefit.gates}
    if benefit.counts_with:
        gates[benefit.counts_with] = ledger.traces[benefit.counts_with].counts
    return gates


def pay_annual(ledger: Ledger, benefit: Benefit, *, who: Index, given: Mapping[str, Any]) -> None:
    """Pay along a ladder on the year's sum: each visit the step from the sum before to after."""
    stand(ledger, benefit, given)
    table = ledger.table
    sums = add_up(ledger, benefit, who, given)
    variants = benefit.ladders(given)
    ladder = Ladder([bands for variant in variants for bands in variant])
    row = sums.row
    if len(variants) > 1:
        row = row + table.column("variant") * len(variants[0])
    pays = ladder.pays(before=sums.before, after=sums.after, row=row)
    cap = np.broadcast_to(pick(ladder.cap, row), pays.shape)
    _keep(ledger, benefit, sums, pays=pays, cap=cap, row=row)


def pay_overflow(ledger: Ledger, benefit: Benefit, *, who: Index, given: Mapping[str, Any]) -> None:
    """Pay on what a first help left out because of its cap."""
    stand(ledger, benefit, given)
    sums = add_up(ledger, benefit, who, given)
    rows = [overflow.NONE, *(t.row.of(given) or overflow.NONE for t in benefit.tariffs)]
    table = overflow.Overflows(rows)
    pays = table.pays(before=sums.before, after=sums.after, row=sums.row)
    _keep(ledger, benefit, sums, pays=pays, cap=table.cap[sums.row], row=sums.row)


def pay_by_count(ledger: Ledger, benefit: Benefit, *, who: Index, given: Mapping[str, Any]) -> None:
    """Pay settlement by settlement, within the limits of a day, a month and a year."""
    stand(ledger, benefit, given)
    table = ledger.table
    sums = add_up(ledger, benefit, who, given)
    rows = counter.Counters([counter.NONE, *(t.row for t in benefit.tariffs)])
    pays = rows.pays(sums.base, sums.row, at=segments(table), spread=table.visits["spread"] != 0)
    _keep(ledger, benefit, sums, pays=pays, cap=rows.cap[sums.row], row=sums.row)


def segments(table: Table) -> counter.Segments:
    """Mark where years, months and days begin among the visits of each row."""
    day = table.visits["day"]
    month = (day.astype("datetime64[D]")).astype("datetime64[M]").astype(np.int64)
    return counter.Segments(table.first, starts(table.owner, month), starts(table.owner, day))


def _keep(
    ledger: Ledger, benefit: Benefit, sums: Sums, *, pays: Whole, cap: Whole, row: Index
) -> None:
    """Apply the year's cap, let a slip's figure win (A11), and remember every operand."""
    table = ledger.table
    slip = ledger.visits.get(benefit.id) if benefit.insurance else None
    counts = sums.counts
    if slip is not None:
        counts = counts & (table.visits[f"{benefit.id}_open"] != 0)
        pays = np.where(counts, pays, slip)
    cut = clip(pays, cap=cap, first=table.first, paid=_opening_paid(table, benefit))
    room = ledger.rest() if benefit.together else sums.base
    cut = np.minimum(cut, room)
    paid = np.where(counts, cut, 0 if slip is None else slip)
    ledger.visits[benefit.id] = paid
    ledger.traces[benefit.id] = Trace(
        sums.base, counts, sums.gates, row, sums.before, sums.after, pays, paid
    )


def _opening_base(table: Table, benefit: Benefit) -> Whole | int:
    persons = table.persons
    if "aid_base" not in persons:
        return 0
    if benefit.id == "tilt_aid":
        left: Whole = np.maximum(persons["aid_base"] - persons["aid_paid"], 0)[table.owner]
        return left
    column = {"critical": "critical_base", "aid": "aid_base", "major_aid": "aid_base"}
    name = column.get(benefit.id)
    return persons[name][table.owner] if name else 0


def _opening_paid(table: Table, benefit: Benefit) -> Whole | None:
    column = OPENING_PAID.get(benefit.id, "")
    return table.persons[column][table.owner] if column in table.persons else None


__all__ = ["EPOCH", "add_up", "pay_annual", "pay_by_count", "pay_overflow", "segments"]
