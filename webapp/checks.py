"""What must hold between the answers of one page, and what may be odd but stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any, NamedTuple

import engine

from .formatting import fen
from .household import Mark
from .language import translate as _

CHINA = timezone(timedelta(hours=8))
PAYMENTS = ("basic_paid", "critical_paid", "other_paid", "aid_paid")
RECEIPT = ("basic_paid", "other_lump", "own_paid", "out_of_scope")


class Problem(NamedTuple):
    """What does not fit: beside which field, in which words, whether a real paper may say so."""

    field: str
    message: str
    may_stand: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page's answers are held against: today, the years of the other visits, the paper."""

    today: date
    years: frozenset[int] = frozenset()
    door: str = ""


Check = Callable[[Mapping[str, Any], Surroundings], Iterator[Problem]]


def today() -> date:
    """Tell the day in China, wherever the server stands."""
    return datetime.now(CHINA).date()


def check_days(answers: Mapping[str, Any], around: Surroundings) -> Iterator[Problem]:
    """No day lies ahead."""
    for name, day in _days(answers):
        if day > around.today:
            yield Problem(name, _("这一天还没有到，请看看年份"))


def check_stay(answers: Mapping[str, Any], around: Surroundings) -> Iterator[Problem]:
    """A stay ends after it began, and in the year of the other visits."""
    yield from check_days(answers, around)
    days = dict(_days(answers))
    admitted, discharged = days.get("admitted"), days.get("discharged")
    if admitted and discharged and discharged < admitted:
        early = (admitted - discharged).days
        yield Problem("discharged", _("出院比住院早了 %(n)s 天，请核对日期", n=early))
    if discharged and around.years - {discharged.year}:
        yield Problem("discharged", _another_year(discharged.year, min(around.years)))


def check_bill(answers: Mapping[str, Any], around: Surroundings) -> Iterator[Problem]:
    """No part is larger than the whole; the lines of a paper add up, unless the paper errs."""
    known = {name: fen(value) for name, value in answers.items() if isinstance(value, str)}
    found = [*_parts_above_whole(known), *_payments_above(known)]
    yield from found
    if not found:
        yield from _out_of_balance(known, around.door)


CHECKS: Mapping[str, Check] = {
    "bill": check_bill,
    "status_since": check_days,
    "status_until": check_days,
    "stay": check_stay,
}
"""What is checked on which page."""


def _days(answers: Mapping[str, Any]) -> Iterator[tuple[str, date]]:
    for name, value in answers.items():
        if value is not None and not isinstance(value, Mark):
            yield name, date.fromisoformat(value)


def _another_year(year: int, other: int) -> str:
    return _(
        "这次是 %(year)s 年，别的是 %(other)s 年。一次只算一年：请改日期，或先删掉别的。",
        year=year,
        other=other,
    )


def _parts_above_whole(known: Mapping[str, int]) -> Iterator[Problem]:
    whole = known.get("total")
    for name in ("in_scope", "out_of_scope", "class_b_own", "own_paid", "reimbursed"):
        if whole is not None and known.get(name, 0) > whole:
            words = _("“%(line)s”比总额多 %(gap)s 元，请核对")
            label = _(engine.QUESTIONS[name].label)
            yield Problem(name, words % {"line": label, "gap": _gap(known[name], whole)})


def _payments_above(known: Mapping[str, int]) -> Iterator[Problem]:
    paid = _sum(known, (*PAYMENTS, "other_lump"))
    for name, words in (
        ("total", _("几项报销加起来比总额多 %(gap)s 元，请核对")),
        ("in_scope", _("几项报销加起来比“符合政策范围”多 %(gap)s 元，请核对")),
    ):
        if name in known and paid > known[name]:
            field = next(payment for payment in (*PAYMENTS, "other_lump") if payment in known)
            yield Problem(field, words % {"gap": _gap(paid, known[name])})
            return


def _out_of_balance(known: Mapping[str, int], door: str) -> Iterator[Problem]:
    sums = _sums_of_receipt(known) if door == "receipt" else _sums_of_slip(known)
    if not sums or known["total"] in sums:
        return
    nearest = min(sums, key=lambda one: abs(known["total"] - one))
    gap, more = _gap(known["total"], nearest), known["total"] > nearest
    words = (
        _("总额比下面几行之和多 %(gap)s 元，请核对")
        if more
        else _("总额比下面几行之和少 %(gap)s 元，请核对")
    )
    yield Problem("total", words % {"gap": gap}, may_stand=True)


def _sums_of_slip(known: Mapping[str, int]) -> list[int]:
    """Give the totals a slip can mean: 先行自付 stands beside what is in scope, or within it."""
    if not {"total", "in_scope", "out_of_scope"} <= known.keys():
        return []
    within = _sum(known, ("in_scope", "out_of_scope"))
    if "class_b_own" in known:
        return [within + known["class_b_own"], within]
    # Without that line, what lacks up to the total may be it.
    return [max(within, known["total"])]


def _sums_of_receipt(known: Mapping[str, int]) -> list[int]:
    return [_sum(known, RECEIPT)] if {"total", *RECEIPT} <= known.keys() else []


def _sum(known: Mapping[str, int], names: Iterable[str]) -> int:
    return sum(known.get(name, 0) for name in names)


def _gap(one: int, other: int) -> str:
    return engine.grouped(engine.yuan(abs(one - other))).removesuffix(".00")
