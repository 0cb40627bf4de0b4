"""How an amount came about, step by step, told from the operands of the run that gave it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import numpy as np

from .amounts import in_scope
from .benefits import ELIGIBLE, Benefit
from .lanes import Lanes
from .ledger import Trace
from .money import percent
from .operations.ladder import Bands, settle
from .sentences import exact, numbers, say, yuan

NAMES = {
    "basic": "基本医保",
    "critical": "大病保险",
    "other": "其他补充医保",
    "aid": "医疗救助",
    "outpatient_aid": "门诊救助",
    "major_aid": "重特大疾病救助",
}


def tell_steps(lanes: Lanes, benefit: Benefit, lane: int) -> list[dict[str, Any]]:
    """List the steps of one benefit in one lane."""
    if lanes.ledger.standing[benefit.id][lane] != ELIGIBLE:
        return []
    if benefit.operation == "premium":
        return list(_premium(lanes, benefit, lane))
    if benefit.operation == "retroactive":
        return list(_retroactive(lanes, benefit, lane))
    return list(_annual(lanes, benefit, lane)) if benefit.operation == "annual" else []


def _step(
    message: str, amount: int | str, cites: Sequence[str], /, **values: str
) -> dict[str, Any]:
    text = amount if isinstance(amount, str) else yuan(amount)
    return {**say(message, values), "amount": text, "cites": list(cites)}


def _premium(lanes: Lanes, benefit: Benefit, lane: int) -> Iterator[dict[str, Any]]:
    persons = lanes.ledger.persons
    row = int(persons[f"{benefit.id}.row"][lane])
    rule = benefit.tariffs[row - 1].row
    paid = int(persons[benefit.id][lane])
    if lanes.pack.year < benefit.in_force.year:
        yield _step(
            "这份文件从 %(day)s 起施行，这一年不按它资助",
            0,
            benefit.cites,
            day=benefit.in_force.isoformat(),
        )
        return
    premium = yuan(int(lanes.ledger.table.persons["premium"][lane]))
    if rule.at_least:
        yield _step(
            "政府至少出 %(amount)s 元，具体数由当地定", paid, benefit.cites, amount=yuan(paid)
        )
    else:
        yield _step(
            "个人缴费 %(premium)s × %(rate)s = %(amount)s",
            paid,
            benefit.cites,
            premium=premium,
            rate=percent(rule.rate),
            amount=yuan(paid),
        )


def _retroactive(lanes: Lanes, benefit: Benefit, lane: int) -> Iterator[dict[str, Any]]:
    gain = int(lanes.ledger.persons[benefit.id][lane])
    yield _step(
        "认定前今年的费用也算进来，可以多救助 %(amount)s", gain, benefit.cites, amount=yuan(gain)
    )


def _annual(lanes: Lanes, benefit: Benefit, lane: int) -> Iterator[dict[str, Any]]:
    trace = lanes.ledger.traces[benefit.id]
    lines = np.flatnonzero((lanes.ledger.table.owner == lane) & trace.counts)
    yield from _from_slip(lanes, benefit, lane)
    for line in lines:
        yield from _base(lanes, benefit, trace, int(line))
    bands = [b for variant in benefit.ladders(lanes.case.person) for b in variant]
    for row, group in groupby(lines, key=lambda line: int(trace.row[line])):
        here = list(group)
        yield from _pays(benefit, bands[row], trace, here)
    if len(lines):
        yield from _capped(benefit, bands, trace, lines)


def _from_slip(lanes: Lanes, benefit: Benefit, lane: int) -> Iterator[dict[str, Any]]:
    if benefit.id not in ("basic", "critical"):
        return
    ledger = lanes.ledger
    trace = ledger.traces[benefit.id]
    for line in np.flatnonzero((ledger.table.owner == lane) & ~trace.counts):
        paid = int(ledger.visits[benefit.id][line])
        if paid or not ledger.table.visits[f"{benefit.id}_open"][line]:
            yield _step(
                "%(visit)s：照单子上的数，%(amount)s",
                paid,
                (),
                visit=numbers([int(ledger.table.visits["slot"][line])]),
                amount=yuan(paid),
            )


def _base(lanes: Lanes, benefit: Benefit, trace: Trace, line: int) -> Iterator[dict[str, Any]]:
    ledger = lanes.ledger
    slot = int(ledger.table.visits["slot"][line])
    visit = numbers([slot])
    total = int(ledger.table.visits["in_scope"][line])
    yield from _derived(lanes, slot, visit)
    taken = [
        (NAMES[layer], int(ledger.visits[layer][line]))
        for layer in benefit.minus
        if layer in ledger.visits
    ]
    taken = [(name, paid) for name, paid in taken if paid]
    base = int(trace.base[line])
    if not taken:
        yield _step(
            "%(visit)s：政策范围内 %(base)s，都算进来",
            base,
            benefit.cites,
            visit=visit,
            base=yuan(base),
        )
        return
    yield _step(
        "%(visit)s：政策范围内 %(total)s，减去%(layers)s共 %(taken)s，剩 %(base)s",
        base,
        benefit.cites,
        visit=visit,
        total=yuan(total),
        layers="、".join(name for name, _ in taken),
        taken=yuan(sum(paid for _, paid in taken)),
        base=yuan(base),
    )


def _derived(lanes: Lanes, slot: int, visit: str) -> Iterator[dict[str, Any]]:
    facts = (lanes.case.visits or ())[slot] if lanes.case.visits else {}
    derived = in_scope(facts)
    if not derived.parts or derived.low != derived.high:
        return
    parts = [yuan(facts[part]) for part in derived.parts]
    if derived.parts[0] == "basic_paid":
        yield _step(
            "%(visit)s：统筹 %(basic)s + 其他支付 %(lump)s + 个人自付 %(own)s = 政策范围内 %(total)s",
            derived.low,
            (),
            visit=visit,
            basic=parts[0],
            lump=parts[1],
            own=parts[2],
            total=yuan(derived.low),
        )
    else:
        yield _step(
            "%(visit)s：总额 %(sum)s − 全自费和超限价 %(out)s = 政策范围内 %(total)s",
            derived.low,
            (),
            visit=visit,
            sum=parts[0],
            out=parts[1],
            total=yuan(derived.low),
        )


def _pays(
    benefit: Benefit, bands: Bands, trace: Trace, lines: Sequence[int]
) -> Iterator[dict[str, Any]]:
    before, after = int(trace.before[lines[0]]), int(trace.after[lines[-1]])
    if len(lines) > 1:
        yield _step(
            "这几次合起来 %(total)s", after - before, benefit.cites, total=yuan(after - before)
        )
    if before:
        yield _step(
            "加上今年前面的 %(before)s，一共 %(after)s",
            after,
            benefit.cites,
            before=yuan(before),
            after=yuan(after),
        )
    yield from _deducted(benefit, bands, after)
    owed = 0
    for part, rate, floor in bands.pieces(after):
        owed += part * rate
        yield _step(
            _piece(bands, floor),
            exact(part * rate),
            benefit.cites,
            part=yuan(part),
            rate=percent(rate),
            amount=exact(part * rate),
            floor=yuan(floor),
        )
    if before:
        earlier = sum(part * rate for part, rate, _ in bands.pieces(before))
        now = int(settle(np.array(owed)) - settle(np.array(earlier)))
        yield _step(
            "减去前面的 %(before)s 按同样办法算的 %(earlier)s，得 %(amount)s",
            now,
            benefit.cites,
            before=yuan(before),
            earlier=yuan(int(settle(np.array(earlier)))),
            amount=yuan(now),
        )


def _deducted(benefit: Benefit, bands: Bands, after: int) -> Iterator[dict[str, Any]]:
    if not bands.deductible:
        return
    over = max(after - bands.deductible, 0)
    if over:
        yield _step(
            "%(total)s − 起付线 %(deductible)s = %(over)s",
            over,
            benefit.cites,
            total=yuan(after),
            deductible=yuan(bands.deductible),
            over=yuan(over),
        )
    else:
        yield _step(
            "%(total)s 没有超过起付线 %(deductible)s，这一项是 0",
            0,
            benefit.cites,
            total=yuan(after),
            deductible=yuan(bands.deductible),
        )


def _piece(bands: Bands, floor: int) -> str:
    if len(bands.bands) == 1:
        return "%(part)s × %(rate)s = %(amount)s"
    return (
        "超过 %(floor)s 的 %(part)s × %(rate)s = %(amount)s"
        if floor
        else "第一段 %(part)s × %(rate)s = %(amount)s"
    )


def _capped(
    benefit: Benefit, bands: Sequence[Bands], trace: Trace, lines: Any
) -> Iterator[dict[str, Any]]:
    pays, paid = int(trace.pays[lines].sum()), int(trace.paid[lines].sum())
    cap = bands[int(trace.row[lines[-1]])].cap
    if pays != paid and cap is not None:
        yield _step(
            "一年最多 %(cap)s，这里算 %(amount)s",
            paid,
            benefit.cites,
            cap=yuan(cap),
            amount=yuan(paid),
        )
