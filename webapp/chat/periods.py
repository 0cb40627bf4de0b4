"""For which time an amount is: a day, a visit, a month, a quarter, a year."""

import re
from collections.abc import Mapping

from .amounts import Amount
from .message import Message

AFTER: Mapping[str, re.Pattern[str]] = {
    "day": re.compile(r"(?:/|每|一)(?:天|日)"),
    "visit": re.compile(r"(?:/|每|一)(?:次|针|回|趟)"),
    "month": re.compile(r"/月|每个?月|一个月|1个月|个月"),
    "quarter": re.compile(r"/季|每季|一个?季"),
    "year": re.compile(r"/年|每年|一年|(?:每人)?/年"),
}
BEFORE: Mapping[str, re.Pattern[str]] = {
    "day": re.compile(r"每天|一天|每日|一日|天天|日均"),
    "visit": re.compile(r"每次|一次|每回|每趟|每针|每做一"),
    "month": re.compile(r"每个?月|一个?月|月收入|月工资|月薪|月入|退休工资|退休金|月均"),
    "quarter": re.compile(r"每个?季|一个?季度"),
    "year": re.compile(r"每年|一年|年收入|年入|全年|年均|每人交|年薪|保费"),
}
REACH = 14


def period(message: Message, amount: Amount, floor: int) -> str | None:
    """Tell the period that stands by an amount, or None."""
    for name, pattern in AFTER.items():
        if pattern.match(message.plain, amount.end):
            return name
    start = max(floor, amount.start - REACH, message.clause(amount.start)[0])
    before = message.plain[start : amount.core]
    places = {name: _last(pattern, before) for name, pattern in BEFORE.items()}
    name = max(places, key=lambda key: places[key])
    return name if places[name] >= 0 else None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
