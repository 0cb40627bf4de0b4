"""The arithmetic of one benefit in one lane, told from the operands of the run."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from .benefits import Benefit
from .ledger import Ledger, Trace
from .money import percent
from .operations.counter import Counter, share_of
from .operations.ladder import Bands
from .operations.overflow import Overflow
from .sentences import exact, numbers, say, yuan

Step = dict[str, Any]


def step(message: str, amount: int | str, cites: Sequence[str], /, **values: str) -> Step:
    """Make one step: a sentence, what it comes to, and its clauses."""
    text = amount if isinstance(amount, str) else yuan(amount)
    return {**say(message, values), "amount": text, "cites": list(cites)}


def tell_annual(
    benefit: Benefit, bands: Sequence[Bands], trace: Trace, lines: Sequence[int]
) -> Iterator[Step]:
    """Tell the ladder: each stretch of one tariff from the sum before it to the sum after."""
    for row, group in groupby(lines, key=lambda line: int(trace.row[line])):
        yield from _stretch(benefit, bands[row], trace, list(group))
    if lines:
        yield from tell_cap(benefit, trace, lines, bands[int(trace.row[lines[-1]])].cap)


def _stretch(benefit: Benefit, bands: Bands, trace: Trace, lines: Sequence[int]) -> Iterator[Step]:
    before, after = int(trace.before[lines[0]]), int(trace.after[lines[-1]])
    cites = benefit.cites
    if len(lines) > 1:
        total = after - before
        yield step("这几次合起来 %(total)s", total, cites, total=yuan(total))
    if before:
        yield step("加上今年前面的 %(before)s，一共 %(after)s", after, cites,
                   before=yuan(before), after=yuan(after))  # fmt: skip
    yield from _deducted(benefit, bands, after)
    for part, rate, floor in bands.pieces(after):
        amount = exact(part * rate)
        yield step(_piece(bands, floor), amount, cites, part=yuan(part), rate=percent(rate),
                   amount=amount, floor=yuan(floor))  # fmt: skip
    if before:
        earlier = bands.pays(before)
        now = bands.pays(after) - earlier
        yield step("减去前面的 %(before)s 按同样办法算的 %(earlier)s，得 %(amount)s", now, cites,
                   before=yuan(before), earlier=yuan(earlier), amount=yuan(now))  # fmt: skip
    elif len(bands.pieces(after)) > 1:
        yield step(
            "几段加起来 %(amount)s", bands.pays(after), cites, amount=yuan(bands.pays(after))
        )


def _deducted(benefit: Benefit, bands: Bands, after: int) -> Iterator[Step]:
    if not bands.deductible:
        return
    over = max(after - bands.deductible, 0)
    told = {"total": yuan(after), "deductible": yuan(bands.deductible), "over": yuan(over)}
    if over:
        yield step("%(total)s − 起付线 %(deductible)s = %(over)s", over, benefit.cites, **told)
    else:
        message = "%(total)s 没有超过起付线 %(deductible)s，这一项是 %(over)s"
        yield step(message, 0, benefit.cites, **told)


def _piece(bands: Bands, floor: int) -> str:
    if len(bands.bands) == 1:
        return "%(part)s × %(rate)s = %(amount)s"
    if floor:
        return "超过 %(floor)s 的 %(part)s × %(rate)s = %(amount)s"
    return "第一段 %(part)s × %(rate)s = %(amount)s"


def tell_cap(
    benefit: Benefit, trace: Trace, lines: Sequence[int], cap: int | None
) -> Iterator[Step]:
    """Tell that a year's cap cut the payments."""
    pays, paid = int(trace.pays[lines].sum()), int(trace.paid[lines].sum())
    if pays != paid and cap is not None:
        yield step("一年最多 %(cap)s，这里算 %(amount)s", paid, benefit.cites,
                   cap=yuan(cap), amount=yuan(paid))  # fmt: skip


def tell_overflow(
    benefit: Benefit, rule: Overflow, trace: Trace, lines: Sequence[int]
) -> Iterator[Step]:
    """Tell the help for what a first help's cap left out."""
    after = int(trace.after[lines[-1]])
    pays = int(trace.pays[lines].sum())
    yield step(
        "%(total)s 里，按 %(rate)s 到 %(first)s 为止，没救助到的再按 %(raised)s，得 %(amount)s",
        pays, benefit.cites, rate=percent(rule.rate), first=yuan(rule.first_cap), total=yuan(after),
        raised=percent(rule.raised), amount=yuan(pays),
    )  # fmt: skip
    yield from tell_cap(benefit, trace, lines, rule.cap)


def tell_counted(
    ledger: Ledger, benefit: Benefit, rules: Sequence[Counter], lines: Sequence[int]
) -> Iterator[Step]:
    """Tell each settlement: its share, and the limit of the day, the month or the year."""
    trace = ledger.traces[benefit.id]
    for line in lines:
        rule = rules[int(trace.row[line])]
        base, paid = int(trace.base[line]), int(trace.pays[line])
        share = share_of(base, rule.rate)
        visit = numbers([int(ledger.table.visits["slot"][line])])
        told = {
            "visit": visit,
            "base": yuan(base),
            "rate": percent(rule.rate),
            "share": yuan(share),
        }
        yield step(_limited(share, paid), paid, benefit.cites, **told, day=yuan(rule.day),
                   times=str(rule.times), amount=yuan(paid))  # fmt: skip
    yield from tell_cap(benefit, trace, lines, rules[int(trace.row[lines[-1]])].cap)


def _limited(share: int, paid: int) -> str:
    if share == paid:
        return "%(visit)s：%(base)s × %(rate)s = %(amount)s"
    if paid:
        return "%(visit)s：%(base)s × %(rate)s = %(share)s，一天最多 %(day)s，算 %(amount)s"
    return "%(visit)s：当天已到 %(day)s，或当月已满 %(times)s 次，这次是 %(amount)s"
