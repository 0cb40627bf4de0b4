"""Every condition that was tried, met or not or not known, and whom to ask next."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from .benefits import ELIGIBLE, INELIGIBLE, Benefit
from .granting import allows
from .lanes import Lanes
from .membership import as_counted, tell_membership
from .operations.gate import Gate
from .sentences import MET, OPEN, UNMET, Mark, numbers, reason, say
from .table import Flags

Told = dict[str, Any]
AND, OR = np.logical_and.reduce, np.logical_or.reduce
ALWAYS = {"identity": ("discharged",), "kind": ("kind",), "in_force": ("discharged",)}
"""Conditions of every benefit, told only where they leave a visit out; what each reads of it."""

LEFT_OUT = {
    "kind": "%(visits)s：这一项不管这种看病",
    "in_force": "%(visits)s：在文件施行（%(day)s）以前，不按这份文件算。请问%(office)s。",
    "identity": "%(visits)s：那时没有认定的身份，不算在内。请问%(office)s。",
    "scheme": "%(visits)s：不是这种医保，这一项不算",
}


def tell_reasons(lanes: Lanes, benefit: Benefit) -> list[Told]:
    """List the conditions of one benefit: the identity, the person's, then those of the visits."""
    return [
        *tell_membership(lanes, benefit),
        *(_of_person(lanes, gate) for gate in benefit.gates if not gate.of_visit),
        *_figures(lanes, benefit),
        *_of_visits(lanes, benefit),
    ]


def _at_visits(told: Told, visits: Sequence[int]) -> Told:
    return {**told, "visits": list(visits)}


def _of_person(lanes: Lanes, gate: Gate) -> Told:
    passed = allows(lanes.ledger, gate)
    number = np.count_nonzero(passed)
    return _tested(gate, MET if number == len(passed) else OPEN if number else UNMET)


def _tested(gate: Gate, mark: Mark) -> Told:
    """Tell a condition; while it is open it is asked, never told as if it were refused."""
    if mark is OPEN:
        return reason(OPEN, "还不清楚这一条：%(condition)s", gate.cites, condition=gate.met)
    return reason(mark, gate.met if mark else gate.unmet, gate.cites)


def _figures(lanes: Lanes, benefit: Benefit) -> Iterator[Told]:
    """Name what is left to be helped where the rate or the limit stands in a text not held."""
    refused = lanes.standings[benefit.id] == {INELIGIBLE}
    if refused or benefit.insurance or all(benefit.known(lanes.case.person)):
        return
    ledger = lanes.ledger
    gates = ledger.traces[benefit.id].gates
    inside = ledger.held(gates["kind"] & gates["in_force"])
    rest = ledger.table.total(np.where(inside, ledger.rest(benefit.minus), 0))
    left, message = int(rest.min()), "比例和限额在另一份文件里，请问%(office)s。"
    if left and left == rest.max():
        message = "比例和限额在另一份文件里。剩下的 %(left)s 元可以申请，请问%(office)s。"
    told = say(message, {"left": left, "office": lanes.pack.offices["civil"]})  # never remembered
    yield {"met": OPEN, **told, "cites": list(benefit.cites)}


def _of_visits(lanes: Lanes, benefit: Benefit) -> Iterator[Told]:
    if benefit.id not in lanes.ledger.traces or not lanes.case.visits or benefit.left_out:
        return
    told = ELIGIBLE in lanes.standings[benefit.id] or benefit.operation == "right"
    marks = _marks(lanes, lanes.ledger.traces[benefit.id].gates)
    if lanes.too_many:
        marks = _as_far_as_known(lanes, benefit, marks)
    kind = [mark is not UNMET for mark in marks["kind"]]
    if told:
        for name in ALWAYS:
            yield from _left_out(lanes, benefit, name, marks[name])
        if benefit.counts_with and not lanes.too_many:
            yield from _apart(benefit, marks)
    for gate in benefit.gates:
        if gate.of_visit:
            yield from _gate_by_visit(gate, marks[gate.id], kind)


def _apart(benefit: Benefit, marks: Mapping[str, list[Mark]]) -> Iterator[Told]:
    """Tell of visits left out because another benefit leaves them out."""
    if UNMET not in marks[benefit.counts_with]:
        return
    found = zip(marks[benefit.counts_with], *(marks[name] for name in ALWAYS), strict=True)
    visits = [n for n, (mark, *own) in enumerate(found) if mark is UNMET and UNMET not in own]
    if visits:
        message = "%(visits)s：没有算进医疗救助，这一项也不算。理由见医疗救助。"
        yield _at_visits(reason(UNMET, message, benefit.cites, visits=numbers(visits)), visits)


def _has_identity(lanes: Lanes, benefit: Benefit) -> bool:
    """Tell whether some identity is in the list: else no day is what leaves a visit out."""
    held = lanes.case.person.get("status") or ()
    return benefit.everyone or any(as_counted(lanes, code) in benefit.named for code in held)


def _marks(lanes: Lanes, gates: Mapping[str, Flags]) -> dict[str, list[Mark]]:
    """Tell for every condition and visit whether it is met in all lanes, in some, or in none."""
    ledger = lanes.ledger
    passed = [ledger.held(flags) for flags in gates.values()]
    if lanes.alone and ledger.table.in_order:
        return {name: flags.tolist() for name, flags in zip(gates, passed, strict=True)}
    grid = ledger.table.by_visit(np.array(passed))
    every, some = (gather(grid, axis=1).tolist() for gather in (AND, OR))
    rows = (
        [MET if e else OPEN if s else UNMET for e, s in zip(*row, strict=True)]
        for row in zip(every, some, strict=True)
    )
    return dict(zip(gates, rows, strict=True))


def _as_far_as_known(
    lanes: Lanes, benefit: Benefit, marks: Mapping[str, list[Mark]]
) -> dict[str, list[Mark]]:
    """Leave open what a visit has not told: where lanes are too many they do not try it."""
    reads = {**ALWAYS, **{gate.id: gate.facts for gate in benefit.gates}}
    told = [{**lanes.case.person, **visit} for visit in lanes.case.visits or ()]
    return {
        name: [
            mark if all(facts.get(fact) is not None for fact in reads.get(name, ())) else OPEN
            for mark, facts in zip(found, told, strict=True)
        ]
        for name, found in marks.items()
    }


def _gate_by_visit(gate: Gate, found: list[Mark], kind: list[bool]) -> Iterator[Told]:
    """Tell a condition for the visits of the benefit's kinds; it says nothing of the others."""
    for mark in (MET, OPEN, UNMET):
        if mark in found:
            visits = [n for n, here in enumerate(found) if here is mark and kind[n]]
            if visits:
                yield _at_visits(_tested(gate, mark), visits)


def _left_out(lanes: Lanes, benefit: Benefit, name: str, found: list[Mark]) -> Iterator[Told]:
    if UNMET not in found or (name == "identity" and not _has_identity(lanes, benefit)):
        return
    visits = [place for place, mark in enumerate(found) if mark is UNMET]
    message = LEFT_OUT["scheme" if name == "identity" and benefit.everyone else name]
    values = {"visits": numbers(visits), "office": lanes.pack.offices["insurance"]}
    cites = lanes.pack.header.in_force_cites if name == "in_force" else ()
    day = benefit.begins(lanes.case.person.get("scheme")).isoformat()
    yield _at_visits(reason(UNMET, message, cites or benefit.cites, day=day, **values), visits)
