"""How what was read becomes the contract's value of a question."""

import re
from collections.abc import Mapping
from typing import Any

import engine

from ..household import Mark
from . import dates, numbers, replies
from .amounts import Amount
from .message import Message
from .roles import BY_QUESTION

OPEN: Any = object()
"""No value could be read: the question stays open."""

BY_WORD: Mapping[str, re.Pattern[str]] = {
    "critical_paid": re.compile(r"大病|大额"),
    "commercial_paid": re.compile(r"惠民保|商业|保险公司|理赔"),
    "other_paid": re.compile(r"公务员|企业补充"),
    "basic_paid": re.compile(r"统筹|基本医"),
}
IN_SCOPE = re.compile(r"政策范围|合规|可报|目录内|范围内|能报的|符合政策")
LONG = re.compile(
    r"好[几多]+年|多年|几十?年了|一直|向来|早就|老早|很早|从来都|"
    r"(?<!\d)(?:[5-9]|\d\d|[五六七八九十]|[一二三四五]?十[一二三四五六七八九几多来]?)[几多来]?年(?:多|了|$)"
)
"""For so long that no day is needed: since before the costs that are asked about."""
LONG_PAST = 5
REACH = 12


def question(message: Message, amount: Amount, role: str) -> str | None:
    """Name the question that an amount answers, or None where none fits."""
    asked = message.asked or ""
    if message.asked_money and BY_QUESTION.get(asked, "other") == role:
        return asked
    start = message.clause(amount.core)[0]
    before = message.plain[max(start, amount.core - REACH) : amount.core]
    if role == "reimbursed":
        return next((name for name, words in BY_WORD.items() if words.search(before)), "reimbursed")
    if role == "income":
        return "income_per_head" if "人均" in before else _yearly(message, amount)
    if role == "other":
        return "in_scope" if IN_SCOPE.search(before) else None
    return {"total": "total", "aid": "aid_paid", "premium": "premium"}.get(role)


def _yearly(message: Message, amount: Amount) -> str | None:
    # A monthly wage of one is not what the household has in a year.
    before = message.plain[max(0, amount.core - REACH) : amount.core]
    household = re.search(r"全家|家庭|家里|一家|一年|年收入|全年", before)
    monthly = re.search(r"月", before)
    return "household_income" if household and not monthly else None


def money(amount: Amount) -> Any:
    """Give an amount as the contract writes it: one figure, or a range with an open end."""
    if amount.low == amount.high:
        return _yuan(amount.low)
    return [_yuan(amount.low), _yuan(amount.high)]


def value(message: Message, reply: str) -> Any:
    """Give the value of a short answer to the question asked, or OPEN."""
    question = engine.QUESTIONS.get(message.asked or "")
    if question is None or reply == "unknown":
        return OPEN
    if question.no_line is not None and replies.lacks_line(message):
        return Mark.NO_LINE
    if question.type in ("yesno", "visits"):
        return _yes_or_no(message, reply)
    if reply == "none":
        return {"amount": "0.00", "choices": []}.get(question.type, _none(question))
    if question.id == "referral" and replies.agrees(message):
        return "referred"
    return _typed(question, message)


def _long_ago(message: Message) -> bool:
    """Whether an answer names a time or a year so far back that no day is needed."""
    begun = dates.begun(message)
    if begun and message.today:
        return message.today.year - begun >= LONG_PAST
    return LONG.search(message.plain) is not None


def _yes_or_no(message: Message, reply: str) -> Any:
    if reply == "none":
        return False
    return True if replies.agrees(message) else OPEN


def _none(question: engine.Question) -> Any:
    # 没有, to "was there a referral" or "which insurance", is one of the options.
    return "none" if any(option.value == "none" for option in question.options) else OPEN


def _typed(question: engine.Question, message: Message) -> Any:
    plain = message.plain
    if question.options:
        return _chosen(question, plain) if question.type == "choice" else OPEN
    if question.long_ago:
        return engine.LONG_AGO if _long_ago(message) else OPEN
    if question.type not in ("rate", "number"):
        return OPEN
    try:
        return question.read(_numeral(plain) if question.type == "number" else plain)
    except engine.Unreadable:
        return OPEN


def _chosen(question: engine.Question, plain: str) -> Any:
    """Give the option whose label was typed; 按低保 within 按低保边缘家庭 is not one."""
    typed = [option for option in question.options if option.label in plain]
    longest = max(typed, key=lambda option: len(option.label), default=None)
    alone = longest and all(option.label in longest.label for option in typed)
    return longest.value if longest and alone else OPEN


def _numeral(plain: str) -> str:
    """Write 两年 as 2; what is no exact whole number stays as typed."""
    number = numbers.read(plain, 0)
    exact = number and number.exact and number.low % 1 == 0
    return str(int(number.low)) if number and exact and plain[number.end :] in ("", "年") else plain


def _yuan(fen: int | None) -> str | None:
    return None if fen is None else engine.yuan(fen)
