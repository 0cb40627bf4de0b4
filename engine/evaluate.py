"""The one path: a table of persons and visits goes in, every payment with its operands comes out."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from .benefits import ASK_OFFICE, ELIGIBLE, INELIGIBLE, TOGETHER, Benefit
from .identities import best_rows, decide, take
from .ledger import LAYERS, Ledger, Trace
from .operations.cap import clip
from .operations.gate import Gate
from .operations.ladder import Ladder, pick, settle
from .packs import Pack
from .table import CODES, Flags, Index, Table, Whole, running

NO_SCHEME = CODES["scheme"].index("none")
OPENING = {"critical": "critical_paid", "aid": "aid_paid", "tilt_aid": "tilt_paid",
           "outpatient_aid": "outpatient_aid_paid"}
_FAILS = {"ineligible": INELIGIBLE, "ask_office": ASK_OFFICE}


def evaluate(pack: Pack, table: Table, given: Mapping[str, object] | None = None) -> Ledger:
    """
    Compute every benefit for every row; of several identities the best row is kept.

    `given` holds what the persons know of tariffs the document does not hold.
    """
    wide, who, source = decide(pack, table)
    ledger = _run(pack, wide, who=who, source=source, given=given or {})
    if len(source) > table.rows:
        keep = best_rows(ledger.together(TOGETHER), source)
        lines = np.flatnonzero(np.isin(wide.owner, keep))
        ledger = _run(pack, take(wide, keep), who=who[lines], source=source[keep], given=given or {})
    if "retroactive" in pack.benefits:
        _retroactive(pack, table, ledger, given or {})
    return ledger


def _run(pack: Pack, table: Table, *, who: Index, source: Index, given: Mapping[str, object]) -> Ledger:
    ledger = Ledger(table, source)
    in_scope = table.visits["in_scope"]
    basic = np.minimum(table.visits["basic"], in_scope)
    ledger.visits["basic"] = basic
    ledger.visits["critical"] = np.minimum(table.visits["critical"], in_scope - basic)
    _settle_other(ledger)
    for benefit in pack.benefits.values():
        _COMPUTE[benefit.operation](ledger, benefit, who=who, given=given)
        if benefit.id in ("basic", "critical"):
            _settle_other(ledger)
    ledger.visits["left"] = ledger.rest()
    return ledger


def _settle_other(ledger: Ledger) -> None:
    ledger.visits["other"] = np.minimum(
        ledger.table.visits["other"], ledger.rest(("basic", "critical"))
    )


def _pay_annual(ledger: Ledger, benefit: Benefit, *, who: Index, given: Mapping[str, object]) -> None:
    table = ledger.table
    _stand(ledger, benefit)
    row = tariff_rows(table, benefit, who)
    gates = _gates(ledger, benefit, row)
    counts = np.logical_and.reduce(list(gates.values()))
    base = np.where(counts, ledger.rest(benefit.minus), 0)
    first = table.first
    after = running(base, first) + _opening_base(table, benefit)
    ladder, variant = _ladder(table, benefit, given)
    row = row + variant
    pays = ladder.pays(before=after - base, after=after, row=row)
    slip = ledger.visits.get(benefit.id)
    open_ = table.visits.get(f"{benefit.id}_open")
    if slip is not None and open_ is not None:
        counts = counts & (open_ != 0)
        pays = np.where(counts, pays, slip)
    paid = clip(pays, cap=np.broadcast_to(pick(ladder.cap, row), pays.shape), first=first,
                paid=_opening_paid(table, benefit))
    paid = np.where(counts, paid, 0 if slip is None else slip)
    ledger.visits[benefit.id] = paid
    ledger.traces[benefit.id] = Trace(base, counts, gates, row, after - base, after, pays, paid)


def tariff_rows(table: Table, benefit: Benefit, who: Index) -> Index:
    """Name the tariff of each visit: by the identity decided on, or the best of those held."""
    scheme = table.column("scheme")
    if benefit.together:
        return benefit.picks.single[who, scheme]
    return benefit.picks.best[table.visits["held"], scheme]


def _gates(ledger: Ledger, benefit: Benefit, row: Index) -> dict[str, Flags]:
    table = ledger.table
    kind, day = table.visits["kind"], table.visits["day"]
    gates = {
        "identity": row > 0,
        "kind": np.isin(kind, benefit.kinds),
        "in_force": day >= (benefit.in_force.toordinal() - 719_163),
    }
    for gate in benefit.gates:
        gates[gate.id] = _passes(ledger, gate)
    if benefit.counts_with:
        gates[benefit.counts_with] = ledger.traces[benefit.counts_with].counts
    return gates


def _passes(ledger: Ledger, gate: Gate) -> Flags:
    if gate.id not in ledger.gates:
        ledger.gates[gate.id] = gate.holds(ledger.table.column)
    return ledger.gates[gate.id]


def _ladder(table: Table, benefit: Benefit, given: Mapping[str, object]) -> tuple[Ladder, Whole | int]:
    variants = benefit.ladders(given)
    ladder = Ladder([bands for variant in variants for bands in variant])
    return ladder, table.column("variant") * len(variants[0]) if len(variants) > 1 else 0


def _opening_base(table: Table, benefit: Benefit) -> Whole | int:
    persons = table.persons
    if "aid_base" not in persons:
        return 0
    base = {"critical": lambda: persons["critical_base"], "aid": lambda: persons["aid_base"],
            "tilt_aid": lambda: np.maximum(persons["aid_base"] - persons["aid_paid"], 0)}.get(benefit.id)
    return base()[table.owner] if base else 0


def _opening_paid(table: Table, benefit: Benefit) -> Whole | None:
    column = OPENING.get(benefit.id, "")
    return table.persons[column][table.owner] if column in table.persons else None


def _stand(ledger: Ledger, benefit: Benefit, held: Whole | None = None) -> None:
    persons = ledger.table.persons
    held = persons["held"] if held is None else held
    standing = benefit.picks.standing[held, persons["scheme"]]
    standing = np.where(persons["unnamed"] != 0, np.maximum(standing, ASK_OFFICE), standing)
    for gate in benefit.gates:
        if not gate.of_visit:
            passed = gate.holds(persons.__getitem__)
            standing = np.where(passed, standing, np.minimum(standing, _FAILS[gate.fails]))
    ledger.standing[benefit.id] = standing


def _pay_premium(ledger: Ledger, benefit: Benefit, *, who: Index, given: Mapping[str, object]) -> None:
    persons = ledger.table.persons
    insured = persons["scheme"] != NO_SCHEME
    late = bool(benefit.newly) & insured
    held = np.where(late, persons["held_before"], persons["held"])
    _stand(ledger, benefit, held)
    row = benefit.picks.best[held, persons["scheme"]]
    rates = np.array([0, *(t.row.rate for t in benefit.tariffs)])[row]
    floors = np.array([0, *(t.row.at_least for t in benefit.tariffs)])[row]
    pays = settle(persons["premium"] * rates) + np.minimum(floors, persons["premium"])
    given_now = (ledger.standing[benefit.id] == ELIGIBLE) & (persons["year"] >= benefit.in_force.year)
    ledger.persons[benefit.id] = np.where(given_now, pays, 0)
    ledger.persons[f"{benefit.id}.row"] = row


def _grant(ledger: Ledger, benefit: Benefit, *, who: Index, given: Mapping[str, object]) -> None:
    _stand(ledger, benefit)
    table = ledger.table
    kind = np.isin(table.visits["kind"], benefit.kinds)
    gates = {gate.id: _passes(ledger, gate) for gate in benefit.gates if gate.of_visit}
    passed = np.logical_and.reduce([kind, *gates.values()])
    any_stay, any_passed = table.total(kind.astype(np.int64)), table.total(passed.astype(np.int64))
    refused = (any_stay > 0) & (any_passed == 0)
    standing = ledger.standing[benefit.id]
    ledger.standing[benefit.id] = np.where(refused & (standing == ELIGIBLE), INELIGIBLE, standing)
    zero = np.zeros(len(kind), np.int64)
    ledger.traces[benefit.id] = Trace(zero, passed, {"kind": kind, **gates}, zero, zero, zero, zero, zero)


def _wait(ledger: Ledger, benefit: Benefit, *, who: Index, given: Mapping[str, object]) -> None:
    new = ledger.table.persons["held_new"]
    _stand(ledger, benefit, new)
    ledger.persons[benefit.id] = np.zeros(ledger.table.rows, np.int64)


def _retroactive(pack: Pack, table: Table, ledger: Ledger, given: Mapping[str, object]) -> None:
    """Add what the year would bring had the new identity been held all along, beyond what it brings now."""
    new = table.persons["held_new"][table.owner]
    if not new.any():
        return
    held = table.visits["held"] | new
    whole = Table(table.rows, table.persons, {**table.visits, "held": held}, table.owner)
    less = {k: b for k, b in pack.benefits.items() if k != "retroactive"}
    other = evaluate(replace(pack, benefits=less), whole, given)
    gain = other.together(TOGETHER) - ledger.together(TOGETHER)
    granted = ledger.standing["retroactive"] == ELIGIBLE
    ledger.persons["retroactive"] = np.where(granted, np.maximum(gain, 0), 0)


_COMPUTE = {"annual": _pay_annual, "premium": _pay_premium, "right": _grant, "retroactive": _wait}

__all__ = ["LAYERS", "evaluate", "tariff_rows"]
