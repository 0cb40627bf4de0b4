"""What each amount is of: the bill, what was paid back, what a person earns."""

import re
from collections.abc import Mapping, Sequence

from . import care, moneyhood
from .amounts import Amount
from .message import Message
from .vocabulary import Word

BY_QUESTION: Mapping[str, str] = {
    "total": "total",
    "basic_paid": "reimbursed",
    "critical_paid": "reimbursed",
    "other_paid": "reimbursed",
    "commercial_paid": "reimbursed",
    "reimbursed": "reimbursed",
    "aid_paid": "aid",
    "own_paid": "self_paid",
    "out_of_scope": "self_paid",
    "class_b_own": "self_paid",
    "premium": "premium",
    "household_income": "income",
    "income_per_head": "income",
}
INSURANCE = re.compile(r"医保|农合|保险|社保|参保|合作医疗|每人|人均|缴费|农保")
PAY = re.compile(r"交(?!通|代|接|给|流|待|往|警|叉|界|集|到)|收(?!入|到|据|费处|费室|治|住)")
SELF = re.compile(r"(?:自己|自家|个人|自个儿?|我们|俺|自身)[^,。]{0,3}$")
BY_ONESELF = re.compile(r"(?:自己|自家|个人|自个儿?)(?:又|还|就|也|有|得|要|大概|大约|差不多)?$")
BY_INSURANCE = re.compile(
    r"(?:医保|农合|统筹|农保|合作医疗|医疗保险)(?:是|就|才|只有|大概|大约|差不多)?$"
)
SMALL = 100_000  # less than 1,000 yuan beside the name of a scheme is its yearly price
CORRECTED = re.compile(r"(?:不是|并非|不该是|不应是|不应该是|错成|错写成|写成了?|打成了?)$")
EACH = re.compile(r"(?:每人|一人|人均|个人)(?:每年|一年)?(?:是|要|就)?$")
LIMITS = ("以上", "以下", "以内", "之内")
WEAK, STRONG = "total", ("self_paid", "other", "aid")
NOUNS = ("other", "income", "premium")
NEAR, BEYOND, BACK = 6, 10, 45


def roles(message: Message, amounts: Sequence[Amount]) -> list[str]:
    """Tell for each amount what it is of."""
    told: list[str] = []
    for index, amount in enumerate(amounts):
        floor = amounts[index - 1].end if index else 0
        ceiling = amounts[index + 1].start if index + 1 < len(amounts) else len(message.plain)
        role = _own_clause(message, amount, floor=floor, ceiling=ceiling)
        told.append(role or _asked(message) or _wider(message, amount, told))
    return told


def affirmed(message: Message, amounts: Sequence[Amount]) -> list[Amount]:
    """Leave out what a correction takes back: of 是1万8不是8万1 the second is no amount."""
    kept = [one for one in amounts if not CORRECTED.search(message.plain[: one.core][-5:])]
    return kept or list(amounts)


def _own_clause(message: Message, amount: Amount, *, floor: int, ceiling: int) -> str:
    start = max(message.clause(amount.start)[0], floor)
    held = _held(message, amount)
    if held:
        return held
    before = _words(message, start, amount.core)
    if before:
        return _nearest(message, before, start)
    if _pays(message, start, amount.core):
        return _paying(message, amount)
    beside = _beside(message, amount, start)
    if beside:
        return beside
    end = min(message.clause(amount.end)[1], ceiling, amount.end + BEYOND)
    after = _words(message, amount.end, end)
    return after[0].code if after else ""


def _held(message: Message, amount: Amount) -> str:
    """Read 交了200押金: a noun that follows at once, unless it belongs to the next amount."""
    at = amount.end + message.plain.startswith("的", amount.end)
    word = next((one for one in message.words("role") if one.start == at), None)
    if word is None or word.code not in NOUNS or re.match(r".{0,3}\d", message.plain[word.end :]):
        return ""
    return word.code


def _beside(message: Message, amount: Amount, start: int) -> str:
    """Read 医保一万八 and 自己一万二, which leave out the verb."""
    before = message.plain[start : amount.core]
    if BY_ONESELF.search(before):
        return "self_paid"
    if not BY_INSURANCE.search(before):
        return ""
    small = amount.high is not None and amount.high < SMALL
    return "premium" if small else "reimbursed"


def _words(message: Message, start: int, end: int) -> list[Word]:
    return [word for word in message.words("role") if start <= word.start and word.end <= end]


def _nearest(message: Message, words: Sequence[Word], start: int) -> str:
    last = words[-1]
    if last.code != WEAK:
        return last.code
    # 自己又花了, 不能报的费用: the nearest word only names money, the one before says whose.
    strong = [word for word in words if word.code in STRONG]
    if strong and last.start - strong[-1].end <= NEAR:
        return strong[-1].code
    return "self_paid" if SELF.search(message.plain[start : last.start]) else WEAK


def _pays(message: Message, start: int, end: int) -> bool:
    return PAY.search(message.plain[start:end]) is not None


def _paying(message: Message, amount: Amount) -> str:
    start, end = message.sentence(amount.start)
    return "premium" if INSURANCE.search(message.plain[start:end]) else WEAK


def _asked(message: Message) -> str:
    if message.asked_money:
        return BY_QUESTION.get(message.asked or "", "other")
    return ""


def _wider(message: Message, amount: Amount, told: Sequence[str]) -> str:
    """Look back in the sentence, then to what stood before, for an amount without a word."""
    if message.plain[amount.end - 2 : amount.end] in LIMITS:
        return "other"
    by_head = EACH.search(message.plain[: amount.core][-8:])
    by_head = by_head or moneyhood.PER_HEAD.match(message.plain, amount.end)
    if by_head and INSURANCE.search(message.plain):
        return "premium"
    start = max(message.sentence(amount.start)[0], amount.start - BACK)
    before = _words(message, start, amount.core)
    if before:
        return before[-1].code
    if _pays(message, start, amount.core):
        return _paying(message, amount)
    if told:
        return told[-1]
    return WEAK if care.kinds(message) or message.words("disease") else "other"
