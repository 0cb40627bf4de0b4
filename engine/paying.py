"""How each operation pays the visits of a table, line by line, and keeps its operands."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .benefits import Benefit
from .granting import passes, stand
from .ledger import Ledger, Trace
from .operations import counter, overflow
from .operations.cap import clip
from .operations.ladder import pick
from .table import EPOCH, Flags, Index, Table, Whole, running, runs, tell_each

OPENING_PAID = {
    "critical": "critical_paid",
    "aid": "aid_paid",
    "tilt_aid": "tilt_paid",
    "outpatient_aid": "outpatient_aid_paid",
}
"""Which sum of the year's beginning counts towards whose cap."""

OPENING_BASE = {"critical": "critical_base", "aid": "aid_base", "major_aid": "aid_base"}
"""Which sum of the year's beginning comes before whose visits."""


@dataclass(frozen=True, slots=True)
class Sums:
    """
    What counts for one benefit, visit by visit, and the year's sums around each visit.

    `fresh` says that every visit begins its year: there is nothing before it.
    """

    gates: Mapping[str, Flags]
    counts: Flags
    number: int
    base: Whole
    row: Index
    before: Whole
    after: Whole
    fresh: bool


def add_up(ledger: Ledger, benefit: Benefit, who: Index, given: Mapping[str, Any]) -> Sums:
    """Find what counts for a benefit and add it up along the year."""
    table = ledger.table
    row = tariff_rows(table, benefit, who)
    gates = find_gates(ledger, benefit, row, given)
    counts = all_of(gates.values())
    number = int(np.count_nonzero(counts))
    base = ledger.rest(benefit.minus)
    if number < len(counts):
        base = base * counts  # quicker than a choice where the lines that count lie scattered
    opening = _opening_base(table, benefit)
    fresh = table.alone and opening is None
    after = base if fresh else running(base, table.first)
    if opening is not None:
        after = after + opening
    before = none_of(base) if fresh else after - base
    return Sums(gates, counts, number, base, row, before, after, fresh)


def none_of(column: Whole) -> Whole:
    """Give a column of zeros as long as another."""
    return np.zeros(len(column), np.int64)


def all_of(flags: Collection[Flags]) -> Flags:
    """Mark the lines that pass every one of some gates."""
    first, second, *others = flags
    both: Flags = first & second
    for other in others:
        both &= other
    return both


def tariff_rows(table: Table, benefit: Benefit, who: Index) -> Index:
    """Name the tariff of each visit: by the identity decided on, or the best of those held."""
    rows: Index = (
        benefit.picks.flat.single[who]
        if benefit.together
        else benefit.picks.flat.best[table.held_at_visits]
    )
    return rows


def find_gates(
    ledger: Ledger, benefit: Benefit, row: Index, given: Mapping[str, Any]
) -> dict[str, Flags]:
    """Test every condition of a benefit on every visit."""
    visits = ledger.table.visits
    gates = {
        "identity": benefit.exists[row],
        "kind": ledger.gate(benefit.kinds, lambda: tell_each(visits["kind"], benefit.takes.take)),
        "in_force": _in_force(ledger, benefit, row),
    }
    known = benefit.known(given)
    if not all(known):
        gates["figures"] = np.array(known)[row]
    for gate in benefit.gates:
        gates[gate.id] = passes(ledger, gate)
    if benefit.counts_with:
        gates[benefit.counts_with] = ledger.traces[benefit.counts_with].counts
    return gates


def _in_force(ledger: Ledger, benefit: Benefit, row: Index) -> Flags:
    day, starts = ledger.table.visits["day"], benefit.starts
    if len(starts) == 1:
        return ledger.gate(("in_force", int(starts[0])), lambda: tell_each(day, starts.__le__))
    since: Flags = day >= starts[row]
    return since


def pay_annual(ledger: Ledger, benefit: Benefit, *, who: Index, given: Mapping[str, Any]) -> None:
    """Pay along a ladder on the year's sum: each visit the step from the sum before to after."""
    stand(ledger, benefit, given)
    table = ledger.table
    sums = add_up(ledger, benefit, who, given)
    row = sums.row
    if benefit.outside and not table.blank("variant"):
        row = row + table.column("variant") * (len(benefit.tariffs) + 1)
    if not sums.number:
        return keep_nothing(ledger, benefit, sums, row)
    ladder = ledger.ladders[benefit.id] = benefit.ladder(given)
    before = None if sums.fresh else sums.before
    pays = ladder.pays(before=before, after=sums.after, row=row)
    return _keep(ledger, benefit, sums, pays=pays, cap=pick(ladder.cap, row), row=row)


def pay_overflow(ledger: Ledger, benefit: Benefit, *, who: Index, given: Mapping[str, Any]) -> None:
    """Pay on what a first help left out because of its cap."""
    stand(ledger, benefit, given)
    sums = add_up(ledger, benefit, who, given)
    if not sums.number:
        return keep_nothing(ledger, benefit, sums, sums.row)
    rows = [overflow.NONE, *(t.row.of(given) or overflow.NONE for t in benefit.tariffs)]
    table = overflow.Overflows(rows)
    pays = table.pays(before=sums.before, after=sums.after, row=sums.row)
    return _keep(ledger, benefit, sums, pays=pays, cap=table.cap[sums.row], row=sums.row)


def pay_by_count(ledger: Ledger, benefit: Benefit, *, who: Index, given: Mapping[str, Any]) -> None:
    """Pay settlement by settlement, within the limits of a day, a month and a year."""
    stand(ledger, benefit, given)
    table = ledger.table
    sums = add_up(ledger, benefit, who, given)
    if not sums.number:
        return keep_nothing(ledger, benefit, sums, sums.row)
    # Nothing counts for who has no tariff: its figures may be another's, and need no column.
    rows = counter.Counters([t.row for t in (benefit.tariffs[0], *benefit.tariffs)])
    spread = None if table.blank("spread") else table.visits["spread"] != 0
    pays = rows.pays(sums.base, sums.row, at=segments(table), spread=spread)
    return _keep(ledger, benefit, sums, pays=pays, cap=pick(rows.cap, sums.row), row=sums.row)


def segments(table: Table) -> counter.Segments:
    """Cut the visits of each row into years, months and days."""
    day = table.visits["day"]
    return counter.Segments(table.first, runs(table.owner, months(day)), runs(table.owner, day))


def months(day: Whole) -> Whole:
    """Number the months of days; of many days in few years each day is looked up once."""
    least = int(day.min())
    span = int(day.max()) - least + 1
    if span > len(day):
        return _months(day)
    return _months(np.arange(least, least + span))[day - least]


def _months(day: Whole) -> Whole:
    return day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def keep_nothing(ledger: Ledger, benefit: Benefit, sums: Sums, row: Index) -> None:
    """Remember that no visit counts: nothing is paid, or what the slips show."""
    slip = ledger.visits.get(benefit.id) if benefit.insurance else None
    paid = none_of(sums.base) if slip is None else slip
    ledger.visits[benefit.id] = paid
    _trace(ledger, benefit, sums, counts=sums.counts, row=row, pays=paid)


def _keep(
    ledger: Ledger, benefit: Benefit, sums: Sums, *, pays: Whole, cap: Whole, row: Index
) -> None:
    """Apply the year's cap, let a slip's figure win (A11), and remember every operand."""
    table = ledger.table
    slip = ledger.visits.get(benefit.id) if benefit.insurance else None
    counts, blank = sums.counts, not ledger.pays(benefit.id)
    if slip is not None:
        counts = counts & (table.visits[f"{benefit.id}_open"] != 0)
        pays = pays * counts if blank else np.where(counts, pays, slip)
    # A cap is used up by what is paid, never by what was already paid in full before.
    most = np.minimum(pays, ledger.rest()) if benefit.together else pays
    paid = clip(most, cap=cap, first=table.first, paid=opening_paid(table, benefit))
    if slip is not None and not blank:
        paid = np.where(counts, paid, slip)
    ledger.visits[benefit.id] = paid
    _trace(ledger, benefit, sums, counts=counts, row=row, pays=pays)


def _trace(
    ledger: Ledger, benefit: Benefit, sums: Sums, *, counts: Flags, row: Index, pays: Whole
) -> None:
    """Remember the operands of what was paid."""
    ledger.traces[benefit.id] = Trace(
        sums.gates, counts, sums.base, row, sums.before, sums.after, pays,
        ledger.visits[benefit.id],
    )  # fmt: skip


def _opening_base(table: Table, benefit: Benefit) -> Whole | None:
    persons = table.persons
    if benefit.id == "tilt_aid" and not _missing(table, "aid_base"):
        return table.at_visits(np.maximum(persons["aid_base"] - persons["aid_paid"], 0))
    name = OPENING_BASE.get(benefit.id, "")
    return None if _missing(table, name) else table.column(name)


def _missing(table: Table, name: str) -> bool:
    """Tell whether a sum of the year's beginning is not there, or nothing for everyone."""
    return name not in table.persons or table.blank(name)


def opening_paid(table: Table, benefit: Benefit) -> Whole | None:
    """Give for each visit what a benefit paid earlier in the year, in fen; nothing if none did."""
    name = OPENING_PAID.get(benefit.id, "")
    return None if _missing(table, name) else table.column(name)


__all__ = ["EPOCH", "add_up", "pay_annual", "pay_by_count", "pay_overflow", "segments"]
