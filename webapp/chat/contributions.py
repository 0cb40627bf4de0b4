"""Whether an amount is the yearly price of an insurance."""

import re

from .amounts import Amount
from .message import Message
from .payers import INSURERS

INSURANCE = re.compile(r"医保|农合|保险|社保|参保|合作医疗|每人|人均|缴费|农保")
PAY = re.compile(r"交(?!通|代|接|给|流|待|往|警|叉|界|集|到)|收(?!入|到|据|费处|费室|治|住)")
EACH = re.compile(r"(?:每人|一人|人均|个人)(?:每年|一年)?(?:是|要|就)?$")
PER_HEAD = re.compile(r"(?:每|/|一)个?人")
BOUGHT = re.compile(
    rf"(?:买|交|参加|入|缴)[了的过个]?[^,。;]{{0,8}}"
    rf"(?:{INSURERS}|惠民保|医惠保|意外险|商业险)[^,。;]{{0,4}},[^,。;]{{0,6}}$"
)
STAY = re.compile(r"住院|门诊|押金|医院|伙食|护理")
HOME = re.compile(
    r"一家|全家|口人|[二两三四五六七八九][个口]人|家[一二两三四五六七八九十\d]口|家里?[一二三四五六七八九\d]个人"
)
BY_HEAD = re.compile(r"(?:一个人|每个?人|人均)(?:要|得|就|只)?(?:交|缴)")
SMALL = 100_000  # less than 1,000 yuan beside the name of a scheme is its yearly price
SMALL_HOME = 500_000
LARGEST = 2_000_000


def pays(message: Message, start: int, end: int) -> bool:
    """Whether a stretch of text says that something was handed over."""
    return PAY.search(message.plain[start:end]) is not None


def paying(message: Message, amount: Amount) -> bool:
    """Whether what was handed over went to an insurance: 一家五口要交1400."""
    if amount.low is not None and amount.low > LARGEST:
        return False
    start, end = message.sentence(amount.start)
    near = message.plain[start:end]
    if message.asked == "premium" or INSURANCE.search(near):
        return True
    told = INSURANCE.search(message.plain) or BY_HEAD.search(near)
    if STAY.search(near):
        return False
    return bool(told) and small(amount, home=HOME.search(near) is not None)


def priced(message: Message, amount: Amount, start: int) -> bool:
    """Whether an amount is told by the head, or right after the insurance that was bought."""
    plain = message.plain
    by_head = EACH.search(plain[: amount.core][-8:]) or PER_HEAD.match(plain, amount.end)
    if by_head and INSURANCE.search(plain):
        return True
    return small(amount) and BOUGHT.search(plain[start : amount.core]) is not None


def small(amount: Amount, *, home: bool = False) -> bool:
    """Whether an amount is small enough for a contribution, of one person or of a home."""
    return amount.high is not None and amount.high < (SMALL_HOME if home else SMALL)
