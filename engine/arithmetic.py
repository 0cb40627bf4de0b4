"""The arithmetic of one benefit in one lane, told from the operands of the run."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from .benefits import Benefit
from .ledger import Operands
from .money import percent
from .operations.counter import Counter, share_of
from .operations.ladder import Bands, worth
from .operations.overflow import Overflow
from .sentences import Value, exact, numbers, say

Step = dict[str, Any]

NOTHING = "0.00"


def step(message: str, result: str, cites: Sequence[str], /, **values: Value) -> Step:
    """Make one step: a sentence, which of its values it comes to (or nothing), and its clauses."""
    told = say(message, values)
    told["amount"] = told["values"].get(result, NOTHING)
    told["cites"] = list(cites)
    return told


def tell_annual(
    benefit: Benefit, bands: Sequence[Bands], told: Operands, places: Sequence[int]
) -> Iterator[Step]:
    """Tell the ladder: each stretch of one tariff from the sum before it to the sum after."""
    for row, group in groupby(places, key=told.row.__getitem__):
        yield from _stretch(benefit, bands[row], told, list(group))
    if places:
        yield from tell_cap(benefit, told, places, bands[told.row[places[-1]]].cap)


def _stretch(
    benefit: Benefit, bands: Bands, told: Operands, places: Sequence[int]
) -> Iterator[Step]:
    before, after, cites = told.before[places[0]], told.after[places[-1]], benefit.cites
    if len(places) > 1:
        total = after - before
        yield step("这几次合起来 %(total)s", "total", cites, total=total)
    if before:
        message = "加上今年前面的 %(before)s，一共 %(after)s"
        yield step(message, "after", cites, before=before, after=after)
    if bands.deductible:
        yield _deducted(bands.deductible, after, cites)
    pieces = bands.pieces(after)
    for part, rate, floor in pieces:
        amount = exact(part * rate)
        yield step(_piece(bands, floor, rate), "amount", cites, part=part, rate=percent(rate),
                   amount=amount, floor=floor)  # fmt: skip
    if before:
        earlier = bands.pays(before)
        now = worth(pieces) - earlier
        message = "减去前面的 %(before)s 按同样办法算的 %(earlier)s，得 %(amount)s"
        yield step(message, "amount", cites, before=before, earlier=earlier, amount=now)
    elif len(pieces) > 1:
        sum_ = worth(pieces)
        yield step("几段加起来 %(amount)s", "amount", cites, amount=sum_)


def _deducted(deductible: int, total: int, cites: Sequence[str]) -> Step:
    over = max(total - deductible, 0)
    message = (
        "%(total)s − 起付线 %(deductible)s = %(over)s"
        if over
        else "%(total)s 没有超过起付线 %(deductible)s，这一项是 %(over)s"
    )
    return step(message, "over", cites, total=total, deductible=deductible, over=over)


def _piece(bands: Bands, floor: int, rate: int) -> str:
    if len(bands.bands) == 1:
        return "%(part)s × %(rate)s = %(amount)s"
    if floor:
        return "超过 %(floor)s 的 %(part)s × %(rate)s = %(amount)s"
    if not rate:
        return "前 %(part)s 在起付线以内，这一段是 %(amount)s"
    return "第一段 %(part)s × %(rate)s = %(amount)s"


def tell_cap(
    benefit: Benefit, told: Operands, places: Sequence[int], cap: int | None
) -> Iterator[Step]:
    """Tell that a year's cap cut the payments."""
    pays, paid = (sum(column[p] for p in places) for column in (told.pays, told.paid))
    if pays != paid and cap is not None:
        yield step("一年最多 %(cap)s，这里算 %(amount)s", "amount", benefit.cites,
                   cap=cap, amount=paid)  # fmt: skip


def tell_overflow(
    benefit: Benefit, rule: Overflow, told: Operands, places: Sequence[int]
) -> Iterator[Step]:
    """Tell the help for what a first help's cap left out."""
    after = told.after[places[-1]]
    pays = sum(told.pays[place] for place in places)
    yield step(
        "%(total)s 里，按 %(rate)s 到 %(first)s 为止，没救助到的再按 %(raised)s，得 %(amount)s",
        "amount", benefit.cites, rate=percent(rule.rate), first=rule.first_cap, total=after,
        raised=percent(rule.raised), amount=pays,
    )  # fmt: skip
    yield from tell_cap(benefit, told, places, rule.cap)


def tell_counted(
    benefit: Benefit, rules: Sequence[Counter], told: Operands, places: Sequence[int]
) -> Iterator[Step]:
    """Tell each settlement: its share, and the limit of the day, the month or the year."""
    for place in places:
        rule = rules[told.row[place]]
        base, paid = told.base[place], told.pays[place]
        share = share_of(base, rule.rate)
        yield step(
            _limited(share, paid), "amount", benefit.cites, visit=numbers([told.slot[place]]),
            base=base, rate=percent(rule.rate), share=share, day=rule.day, times=str(rule.times),
            amount=paid,
        )  # fmt: skip
    yield from tell_cap(benefit, told, places, rules[told.row[places[-1]]].cap)


def _limited(share: int, paid: int) -> str:
    if share == paid:
        return "%(visit)s：%(base)s × %(rate)s = %(amount)s"
    if paid:
        return "%(visit)s：%(base)s × %(rate)s = %(share)s，一天最多 %(day)s，算 %(amount)s"
    return "%(visit)s：当天已到 %(day)s，或当月已满 %(times)s 次，这次是 %(amount)s"
