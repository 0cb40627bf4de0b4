"""What a row of a benefit gives, in words."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from ..money import percent
from ..operations.counter import Counter
from ..operations.gate import Test
from ..operations.given import Given
from ..operations.ladder import Bands
from ..operations.overflow import Beyond
from ..operations.premium import Premium
from ..operations.relief import Relief
from ..questions import BY_PATH
from ..table import CODES

TEN_THOUSAND = 1_000_000
"""万元 in fen."""


def amount(fen: int) -> str:
    """Write an amount as people say it: 5万元, 1,500元, 400.50元."""
    if fen >= TEN_THOUSAND and fen % (TEN_THOUSAND // 10) == 0:
        whole, tenth = divmod(fen // (TEN_THOUSAND // 10), 10)
        return f"{whole}{f'.{tenth}' if tenth else ''}万元"
    yuan, rest = divmod(fen, 100)
    return f"{yuan:,}{f'.{rest:02d}' if rest else ''}元"


def tell(row: Any) -> str:
    """Tell the figures of any operation."""
    if row is None:
        return "有"
    return TELL[type(row)](row)


def _bands(row: Bands) -> str:
    parts = list(_parts(row))
    over = f"超过 {amount(row.deductible)} 的部分：" if row.deductible else ""
    cap = "" if row.cap is None else f"；一年最多 {amount(row.cap)}"
    return f"{over}{'，'.join(parts)}{cap}"


def _parts(row: Bands) -> Iterator[str]:
    if len(row.bands) == 1:
        yield f"付 {percent(row.bands[0][1])}"
        return
    for (floor, rate), (top, _) in pairwise(row.bands):
        span = f"{amount(floor)}到{amount(top)}" if floor else f"{amount(top)}以下"
        yield f"{span} {_paid(rate)}"
    floor, rate = row.bands[-1]
    yield f"{amount(floor)}以上 {_paid(rate)}"


def _paid(rate: int) -> str:
    return f"付 {percent(rate)}" if rate else "不付"


def _counter(row: Counter) -> str:
    limits = f"一天最多 {amount(row.day)}，一个月最多 {row.times} 次，一年最多 {amount(row.cap)}"
    return f"每次付 {percent(row.rate)}；{limits}"


def _beyond(row: Beyond) -> str:
    together = "，和上一项合用" if row.together else ""
    first = f"上一项因“{asked(row.cap_of)}”没救助的部分"
    return f"{first}：比例加 {_points(row.points)}；一年最多 {amount(row.cap)}{together}"


def _premium(row: Premium) -> str:
    until = f"；到 {row.until} 年为止" if row.until else ""
    given = f"至少 {amount(row.at_least)}" if row.at_least else f"个人缴费的 {percent(row.rate)}"
    return f"资助{given}{until}"


def _relief(row: Relief) -> str:
    cap = "，不封顶" if row.uncapped else ""
    less = percent(row.deductible)
    return f"起付线是普通的 {less}，比例加 {_points(row.points)}{cap}"


def _given(row: Given) -> str:
    if not row.rate_of:
        return "照单子上的数"
    points = f"再加 {_points(row.points)}" if row.points else ""
    cap = f"；限额照“{asked(row.cap_of)}”" if row.cap_of else ""
    return f"比例照“{asked(row.rate_of)}”{points}{cap}"


def _points(points: int) -> str:
    return f"{percent(points).removesuffix('%')} 个点"


TELL: Mapping[type, Callable[[Any], str]] = {
    Bands: _bands,
    Counter: _counter,
    Beyond: _beyond,
    Premium: _premium,
    Relief: _relief,
    Given: _given,
}
"""How each kind of row is told."""


def condition(test: Test) -> str:
    """Tell a test of a fact: the question, and the answers that are wanted."""
    if test.at_least is not None:
        return f"“{asked(test.fact)}”至少 {test.at_least}"
    answers = "或".join(f"“{_answer(test.fact, value)}”" for value in test.values)
    return f"“{asked(test.fact)}”答{answers}"


def asked(fact: str) -> str:
    """Name a fact by its question."""
    question = BY_PATH.get(f"person.{fact}") or BY_PATH[f"visits[].{fact}"]
    return question.label


def _answer(fact: str, value: int) -> str:
    if fact not in CODES:
        return "是" if value else "不是"
    question = BY_PATH.get(f"person.{fact}") or BY_PATH[f"visits[].{fact}"]
    return next(o.label for o in question.options if o.value == CODES[fact][value])
