"""How an amount came about, step by step, each step with its clauses."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .amounts import in_scope
from .arithmetic import Step, step, tell_annual, tell_counted, tell_overflow
from .benefits import ELIGIBLE, Benefit
from .lanes import Lanes
from .ledger import Operands
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
        bound = lanes.loose and benefit.operation == "counter"
        message = _BOUND if bound else "几部分加起来，每笔进到分，一共 %(amount)s"
        yield step(message, "amount", benefit.cites, amount=total)


_BOUND = "一个月能算几次还说不准，最多 %(amount)s"


def _premium(lanes: Lanes, benefit: Benefit, lane: int) -> Iterator[Step]:
    if lanes.pack.year < benefit.in_force.year:
        day = benefit.in_force.isoformat()
        yield step("这份文件从 %(day)s 起施行，这一年不按它资助", "", benefit.cites, day=day)
        return
    persons = lanes.ledger.persons
    rule = benefit.tariffs[int(persons[f"{benefit.id}.row"][lane]) - 1].row
    paid = int(persons[benefit.id][lane])
    if rule.at_least:
        whole = paid < rule.at_least
        message = "资助不超过个人缴费，这里是 %(amount)s" if whole else _AT_LEAST
        yield step(message, "amount", benefit.cites, amount=paid)
        return
    premium = int(lanes.ledger.table.persons["premium"][lane])
    yield step("个人缴费 %(premium)s × %(rate)s = %(amount)s", "amount", benefit.cites,
               premium=premium, rate=percent(rule.rate), amount=paid)  # fmt: skip


_AT_LEAST = "政府至少出 %(amount)s，具体数由当地定"


def _retroactive(lanes: Lanes, benefit: Benefit, lane: int) -> Iterator[Step]:
    gain = int(lanes.ledger.persons[benefit.id][lane])
    message = "认定前今年的费用也算进来，可以多救助 %(amount)s"
    yield step(message, "amount", benefit.cites, amount=gain)


def _of_visits(lanes: Lanes, benefit: Benefit, lane: int) -> Iterator[Step]:
    ledger, given = lanes.ledger, lanes.case.person
    told = ledger.operands(benefit.id, lane)
    places = [place for place, counts in enumerate(told.counts) if counts]
    yield from _from_slip(lanes, benefit, lane, told)
    yield from _bases(lanes, benefit, lane, told)
    if not places:
        return
    if benefit.operation == "annual":
        yield from tell_annual(benefit, ledger.ladders[benefit.id].bands, told, places)
    elif benefit.operation == "overflow":
        rows = [overflow.NONE, *(t.row.of(given) or overflow.NONE for t in benefit.tariffs)]
        yield from tell_overflow(benefit, rows[told.row[places[-1]]], told, places)
    else:
        rules = [counter.NONE, *(t.row for t in benefit.tariffs)]
        yield from tell_counted(benefit, rules, told, places)


def _from_slip(lanes: Lanes, benefit: Benefit, lane: int, told: Operands) -> Iterator[Step]:
    """Tell what was taken from a slip instead of being computed."""
    if not benefit.insurance or all(told.counts):
        return
    ledger, those = lanes.ledger, lanes.ledger.lines(lane)
    opened = ledger.table.visits[f"{benefit.id}_open"][those].tolist()
    paid = ledger.visits[benefit.id][those].tolist()
    for slot, counts, amount, open_ in zip(told.slot, told.counts, paid, opened, strict=True):
        if not counts and (amount or not open_):
            message = _OF_SLIP if _is_told(lanes, slot, f"{benefit.id}_paid") else _NOT_ON_SLIP
            yield step(message, "amount", (), visit=numbers([slot]), amount=amount)


_OF_SLIP = "%(visit)s：照单子上的数，%(amount)s"
_NOT_ON_SLIP = "%(visit)s：单子上没看到，先当作 %(amount)s"


def _is_told(lanes: Lanes, visit: int, fact: str) -> bool:
    visits = lanes.case.visits or ()
    return visit < len(visits) and visits[visit].get(fact) is not None


def _bases(lanes: Lanes, benefit: Benefit, lane: int, told: Operands) -> Iterator[Step]:
    """Tell what each visit brings into the sum."""
    ledger, those = lanes.ledger, lanes.ledger.lines(lane)
    whole = ledger.table.visits["in_scope"][those].tolist()
    layers = {
        NAMES[layer]: ledger.visits[layer][those].tolist()
        for layer in benefit.minus
        if ledger.pays(layer)
    }
    visits = lanes.case.visits
    for place, slot in enumerate(told.slot):
        if told.counts[place]:
            visit = numbers([slot])
            if visits and visits[slot].get("in_scope") is None:
                yield from _derived(visits[slot], visit)
            taken = {name: column[place] for name, column in layers.items() if column[place]}
            yield _base(benefit.cites, visit, taken, whole=whole[place], base=told.base[place])


def _base(
    cites: Sequence[str], visit: str, taken: Mapping[str, int], *, whole: int, base: int
) -> Step:
    if not taken:
        message = "%(visit)s：政策范围内 %(base)s，都算进来"
        return step(message, "base", cites, visit=visit, base=base)
    return step(
        "%(visit)s：政策范围内 %(total)s，减去%(layers)s共 %(taken)s，剩 %(base)s",
        "base", cites, visit=visit, layers="、".join(taken), base=base,
        total=whole, taken=sum(taken.values()),
    )  # fmt: skip


def _derived(facts: Mapping[str, Any], visit: str) -> Iterator[Step]:
    """Tell how the in-scope costs were derived: the paper has no such line."""
    derived = in_scope(facts)
    parts = [facts[part] for part in derived.parts]
    if not parts or any(not isinstance(part, int) for part in parts):
        return
    if derived.parts[0] == "basic_paid":
        names: Sequence[str] = ("basic", "lump", "own")
        message = "%(visit)s：统筹 %(basic)s + 其他支付 %(lump)s + 自付 %(own)s = %(total)s"
    else:
        names = ("sum", "out")
        message = "%(visit)s：总额 %(sum)s − 目录外 %(out)s = 政策范围内 %(total)s"
    told = dict(zip(names, parts, strict=True))
    yield step(message, "total", (), visit=visit, total=derived.low, **told)
