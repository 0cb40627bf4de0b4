"""Answers drawn at random, and the many ways in which people say and forms send them."""

from random import Random
from typing import Any

import engine
from webapp.formatting import spoken
from webapp.household import Mark

LARGE = {"total": (1_000_000, 2_000_000), "in_scope": (500_000, 900_000)}
"""In yuan: what is larger than all the parts drawn."""

UNSURE = ("不清楚", "不知道", "记不清了", "不晓得")
NO_LINE = ("没有这一行", "单子上没有这一行")
YES, NO = ("是", "是的", "对"), ("不是", "不是的", "没有")


def draw(question: engine.Question, random: Random) -> Any:
    """Draw an answer: a value, not sure, or no such line."""
    die = random.randrange(10)
    if die == 0 and not question.offered:
        return Mark.UNSURE
    if die == 1 and question.no_line is not None:
        return Mark.NO_LINE
    return VALUES[question.type](question, random)


def say(question: engine.Question, value: Any, random: Random) -> str:
    """Say an answer in one of the ways people do."""
    if isinstance(value, Mark):
        return random.choice(UNSURE if value is Mark.UNSURE else NO_LINE)
    return WORDS[question.type](question, value, random)


def send(question: engine.Question, value: Any) -> dict[str, Any]:
    """Give the fields that a form sends for an answer."""
    if value is Mark.UNSURE:
        return {"unsure": "1"}
    if value is Mark.NO_LINE:
        return {f"{question.id}-none": "1"}
    if question.type == "date":
        return {f"{question.id}-year": value}
    if question.type in ("yesno", "visits"):
        return {question.id: "yes" if value else "no"}
    if isinstance(value, list):
        return {question.id: value or "none"}
    return {question.id: str(value)}


def _amount(question: engine.Question, random: Random) -> str:
    low, high = LARGE.get(question.id, (1, 9_999))
    fen = random.choice((0, 0, 0, random.randrange(100)))
    rounded = random.choice((1, 1, 10, 100)) if high > 100_000 else 1
    return engine.yuan((random.randrange(low, high) // rounded * rounded) * 100 + fen)


def _several(question: engine.Question, random: Random) -> list[str]:
    values = [option.value for option in question.options if len(option.label) < 10]
    chosen = random.sample(values, random.randrange(4))
    return [option.value for option in question.options if option.value in chosen]


def _money(_question: engine.Question, value: str, random: Random) -> str:
    plain = value.removesuffix(".00")
    ways = [plain, f"{plain}元", f"{engine.grouped(value)}元"]
    return random.choice([*ways, spoken(value)] if value.endswith(".00") else ways)


def _day(_question: engine.Question, value: str, random: Random) -> str:
    year, month, day = map(int, value.split("-"))
    ways = (
        f"{year}年{month}月{day}日",
        f"{year}年{month}月{day}号",
        f"{year}.{month}.{day}",
        value,
    )
    return random.choice(ways)


def _options(question: engine.Question, values: Any, random: Random) -> str:
    held = [values] if isinstance(values, str) else values
    labels = [option.label for option in question.options if option.value in held]
    return random.choice(("、", "，", "和")).join(labels) or question.none


def _truth(_question: engine.Question, value: bool, random: Random) -> str:
    return random.choice(YES if value else NO)


VALUES = {
    "amount": _amount,
    "choice": lambda question, random: random.choice(question.options).value,
    "choices": _several,
    "date": lambda _question, random: f"2021-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
    "number": lambda _question, random: random.randint(0, 30),
    "rate": lambda _question, random: f"{random.randint(1, 100)}%",
    "visits": lambda _question, random: random.random() < 0.5,
    "yesno": lambda _question, random: random.random() < 0.5,
}
WORDS = {
    "amount": _money,
    "choice": _options,
    "choices": _options,
    "date": _day,
    "number": lambda _question, value, _random: f"{value}年",
    "rate": lambda _question, value, _random: value,
    "visits": _truth,
    "yesno": _truth,
}
