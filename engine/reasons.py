"""Every condition that was tried, met or not or not known, and whom to ask next."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from .benefits import ASK_OFFICE, ELIGIBLE, Benefit
from .lanes import Lanes
from .operations.gate import Gate
from .questions import QUESTIONS
from .sentences import numbers, say
from .table import Flags

LABELS = {option.value: option.label for option in QUESTIONS["status"].options}


def tell_reasons(lanes: Lanes, benefit: Benefit) -> list[dict[str, Any]]:
    """List the conditions of one benefit: the identity, the person's, then those of the visits."""
    return [
        *_identity(lanes, benefit),
        *(_of_person(lanes, gate) for gate in benefit.gates if not gate.of_visit),
        *_of_visits(lanes, benefit),
    ]


def reason(
    met: bool | None, message: str, cites: Sequence[str], /, **values: str
) -> dict[str, Any]:
    """Make one reason; `met` None is not known."""
    return {"met": met, **say(message, values), "cites": list(cites)}


def _identity(lanes: Lanes, benefit: Benefit) -> Iterator[dict[str, Any]]:
    standing = set(np.unique(lanes.ledger.standing[benefit.id]).tolist())
    status = lanes.case.person.get("status")
    if any(t.everyone for t in benefit.tariffs):
        yield reason(True, "参加这种医保的人都有", benefit.cites)
    elif status is None or lanes.case.person.get("status_unknown"):
        yield reason(None, "要看是什么身份，还不知道", benefit.cites)
    else:
        yield from _held(lanes, benefit, status, standing)


def _held(
    lanes: Lanes, benefit: Benefit, status: Sequence[str], standing: set[int]
) -> Iterator[dict[str, Any]]:
    named = {m.split(":")[0] for t in benefit.tariffs for m in t.members}
    groups, offices = lanes.pack.groups, lanes.pack.offices
    for code in status:
        label = LABELS[code]
        if code in named:
            late = bool(benefit.newly) and ELIGIBLE not in standing
            yield reason(True, "“%(group)s”在这一项的名单里", groups[code].cites, group=label)
            if late and lanes.case.person.get("scheme") != "none":
                yield reason(False, benefit.newly, benefit.cites)
        elif code in benefit.office or code not in groups:
            office = offices[groups[code].office if code in groups else "insurance"]
            message = (
                benefit.office.get(code) or "“%(group)s”怎么办，这份文件没有写。请问%(office)s"
            )
            yield reason(
                None,
                message,
                groups[code].cites if code in groups else benefit.cites,
                group=label,
                office=office,
            )
        else:
            yield reason(
                False,
                benefit.refused or "“%(group)s”不在这一项的名单里",
                benefit.cites,
                group=label,
            )
    if not status:
        yield reason(False, "没有这份文件里的困难身份", benefit.cites)
        yield reason(
            None, "觉得符合的，可以向%(office)s申请认定，或打 12393", (), office=offices["civil"]
        )


def _of_person(lanes: Lanes, gate: Gate) -> dict[str, Any]:
    passed = gate.holds(lanes.ledger.table.persons.__getitem__)
    return _gate_reason(gate, bool(passed.all()), bool(passed.any()), ())


def _gate_reason(gate: Gate, every: bool, some: bool, visits: Sequence[int]) -> dict[str, Any]:
    met = True if every else None if some else False
    found = reason(met, gate.met if met else gate.unmet, gate.cites)
    return {**found, "visits": list(visits)} if visits else found


def _of_visits(lanes: Lanes, benefit: Benefit) -> Iterator[dict[str, Any]]:
    trace = lanes.ledger.traces.get(benefit.id)
    if trace is None or not lanes.case.visits:
        return
    gates = {gate.id: gate for gate in benefit.gates if gate.of_visit}
    eligible = (lanes.ledger.standing[benefit.id] == ELIGIBLE).any()
    for name, passed in trace.gates.items():
        grid = _by_visit(lanes, passed)
        if name in gates:
            yield from _gate_by_visit(gates[name], grid)
        elif eligible and not grid.all():
            yield from _left_out(lanes, benefit, name, grid)


def _by_visit(lanes: Lanes, flags: Flags) -> Flags:
    table = lanes.ledger.table
    out = np.zeros((table.rows, len(table.owner) // table.rows), bool)
    out[table.owner, table.visits["slot"]] = flags
    return out


def _gate_by_visit(gate: Gate, grid: Flags) -> Iterator[dict[str, Any]]:
    every, some = grid.all(axis=0), grid.any(axis=0)
    for met, places in ((True, every), (None, some & ~every), (False, ~some)):
        visits = np.flatnonzero(places).tolist()
        if visits:
            yield _gate_reason(gate, met is True, met is not False, visits)


def _left_out(lanes: Lanes, benefit: Benefit, name: str, grid: Flags) -> Iterator[dict[str, Any]]:
    visits = np.flatnonzero(~grid.any(axis=0)).tolist()
    messages = {
        "kind": "%(visits)s：这一项不管这种看病",
        "in_force": "%(visits)s：在文件施行（%(day)s）以前，不按这份文件算。请问%(office)s",
        "identity": "%(visits)s：那时还没有认定身份，不算在内",
    }
    if visits and name in messages:
        message = messages[name]
        if name == "identity" and any(t.everyone for t in benefit.tariffs):
            message = "%(visits)s：不是这种医保，这一项不算"
        yield {
            **reason(
                False,
                message,
                benefit.cites,
                visits=numbers(visits),
                day=benefit.in_force.isoformat(),
                office=lanes.pack.offices["insurance"],
            ),
            "visits": visits,
        }


__all__ = ["ASK_OFFICE", "LABELS", "reason", "tell_reasons"]
