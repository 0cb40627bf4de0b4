"""How an amount came about, step by step, each step with its clauses."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from .amounts import in_scope
from .arithmetic import Step, step, tell_annual, tell_counted, tell_overflow
from .benefits import ELIGIBLE, Benefit
from .lanes import Lanes
from .ledger import Trace
from .money import percent
from .operations import counter, overflow
from .sentences import numbers, yuan

NAMES = {
    "basic": "基本医保",
    "critical": "大病保险",
    "other": "其他补充医保",
    "aid": "医疗救助",
    "outpatient_aid": "门诊救助",
    "major_aid": "重特大疾病救助",
}


def tell_steps(lanes: Lanes, benefit: Benefit, lane: int) -> list[Step]:
    """List the steps of one benefit in one lane."""
    if lanes.ledger.standing[benefit.id][lane] != ELIGIBLE:
        return []
    if benefit.operation == "premium":
        return list(_premium(lanes, benefit, lane))
    if benefit.operation == "retroactive":
        return list(_retroactive(lanes, benefit, lane))
    if benefit.operation == "right":
        return []
    steps = list(_of_visits(lanes, benefit, lane))
    return [*steps, *_sum(lanes, benefit, lane, steps)]


def _sum(lanes: Lanes, benefit: Benefit, lane: int, steps: list[Step]) -> Iterator[Step]:
    """Add the parts up where the last step is only one of them."""
    total = int(lanes.ledger.amount(benefit.id)[lane])
    if steps and steps[-1]["amount"] != yuan(total):
        message = "几部分加起来，每笔进到分，一共 %(amount)s"
        yield step(message, total, benefit.cites, amount=yuan(total))


def _premium(lanes: Lanes, benefit: Benefit, lane: int) -> Iterator[Step]:
    if lanes.pack.year < benefit.in_force.year:
        day = benefit.in_force.isoformat()
        yield step("这份文件从 %(day)s 起施行，这一年不按它资助", 0, benefit.cites, day=day)
        return
    persons = lanes.ledger.persons
    rule = benefit.tariffs[int(persons[f"{benefit.id}.row"][lane]) - 1].row
    paid = int(persons[benefit.id][lane])
    if rule.at_least:
        message = "政府至少出 %(amount)s，具体数由当地定"
        yield step(message, paid, benefit.cites, amount=yuan(paid))
        return
    premium = yuan(int(lanes.ledger.table.persons["premium"][lane]))
    yield step("个人缴费 %(premium)s × %(rate)s = %(amount)s", paid, benefit.cites,
               premium=premium, rate=percent(rule.rate), amount=yuan(paid))  # fmt: skip


def _retroactive(lanes: Lanes, benefit: Benefit, lane: int) -> Iterator[Step]:
    gain = int(lanes.ledger.persons[benefit.id][lane])
    message = "认定前今年的费用也算进来，可以多救助 %(amount)s"
    yield step(message, gain, benefit.cites, amount=yuan(gain))


def _of_visits(lanes: Lanes, benefit: Benefit, lane: int) -> Iterator[Step]:
    ledger, given = lanes.ledger, lanes.case.person
    trace = ledger.traces[benefit.id]
    lines: list[int] = ((ledger.table.owner == lane) & trace.counts).nonzero()[0].tolist()
    yield from _from_slip(lanes, benefit, lane)
    for line in lines:
        yield from _base(lanes, benefit, trace, line)
    if lines and benefit.operation == "annual":
        yield from tell_annual(benefit, ledger.ladders[benefit.id].bands, trace, lines)
    elif lines and benefit.operation == "overflow":
        rows = [overflow.NONE, *(t.row.of(given) or overflow.NONE for t in benefit.tariffs)]
        yield from tell_overflow(benefit, rows[int(trace.row[lines[-1]])], trace, lines)
    elif lines:
        rules = [counter.NONE, *(t.row for t in benefit.tariffs)]
        yield from tell_counted(ledger, benefit, rules, lines)


def _from_slip(lanes: Lanes, benefit: Benefit, lane: int) -> Iterator[Step]:
    """Tell what was taken from a slip instead of being computed."""
    if not benefit.insurance:
        return
    ledger = lanes.ledger
    visits, trace = ledger.table.visits, ledger.traces[benefit.id]
    for line in np.flatnonzero((ledger.table.owner == lane) & ~trace.counts):
        paid = int(ledger.visits[benefit.id][line])
        if paid or not visits[f"{benefit.id}_open"][line]:
            visit = numbers([int(visits["slot"][line])])
            yield step(
                "%(visit)s：照单子上的数，%(amount)s", paid, (), visit=visit, amount=yuan(paid)
            )


def _base(lanes: Lanes, benefit: Benefit, trace: Trace, line: int) -> Iterator[Step]:
    """Tell what a visit brings into the sum."""
    ledger = lanes.ledger
    slot = int(ledger.table.visits["slot"][line])
    visit, base = numbers([slot]), int(trace.base[line])
    yield from _derived(lanes, slot, visit)
    taken = {
        NAMES[layer]: paid
        for layer in benefit.minus
        if layer in ledger.visits and (paid := int(ledger.visits[layer][line]))
    }
    if not taken:
        message = "%(visit)s：政策范围内 %(base)s，都算进来"
        yield step(message, base, benefit.cites, visit=visit, base=yuan(base))
        return
    yield step(
        "%(visit)s：政策范围内 %(total)s，减去%(layers)s共 %(taken)s，剩 %(base)s",
        base, benefit.cites, visit=visit, layers="、".join(taken), base=yuan(base),
        total=yuan(int(ledger.table.visits["in_scope"][line])), taken=yuan(sum(taken.values())),
    )  # fmt: skip


def _derived(lanes: Lanes, slot: int, visit: str) -> Iterator[Step]:
    """Tell how the in-scope costs were derived where the paper has no such line."""
    if not lanes.case.visits:
        return
    facts: Any = lanes.case.visits[slot]
    if facts.get("in_scope") is not None:
        return
    derived = in_scope(facts)
    if not derived.parts or any(not isinstance(facts[part], int) for part in derived.parts):
        return
    told = {"visit": visit, "total": yuan(derived.low)}
    parts = [yuan(facts[part]) for part in derived.parts]
    if derived.parts[0] == "basic_paid":
        told |= dict(zip(("basic", "lump", "own"), parts, strict=True))
        message = "%(visit)s：统筹 %(basic)s + 其他支付 %(lump)s + 自付 %(own)s = %(total)s"
    else:
        told |= dict(zip(("sum", "out"), parts, strict=True))
        message = "%(visit)s：总额 %(sum)s − 目录外 %(out)s = 政策范围内 %(total)s"
    yield step(message, derived.low, (), **told)
