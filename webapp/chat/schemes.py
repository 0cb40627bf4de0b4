"""The insurance of the patient, by any of its names."""

import re

from . import negation
from .message import Message
from .vocabulary import Word

NONE = "none"
CAUGHT_UP = re.compile(r"补[缴交]|续[缴交保]|交上了|缴上了")
PENSION = re.compile(
    r"(?:金|是|有|就|领|发|每月|一个?月|只有){0,2}[0-9一二两三四五六七八九][0-9百十多]"
)
REFUSED = re.compile(r"(?:不是|没有|没买|没交|没参加|没有买|并非|没|未参加)[^,。]{0,2}$")


def named(message: Message) -> Word | None:
    """Give the first scheme that is named as one's own, or None."""
    words = [word for word in message.words("scheme") if not _refused(message, word)]
    if message.asked == "scheme" and not words:
        words = [word for word in message.words("scheme_asked") if not _refused(message, word)]
    named_ones = [word for word in words if word.code != NONE]
    if named_ones:
        return named_ones[0]
    return next((word for word in words if not _asks(message, word)), None)


def _refused(message: Message, word: Word) -> bool:
    if word.code == NONE:
        return False
    if message.plain[word.start : word.end] == "农保" and PENSION.match(message.plain, word.end):
        return True  # 每月农保107块 is the pension of farmers
    return REFUSED.search(message.before(word.start, negation.REACH)) is not None


def _asks(message: Message, word: Word) -> bool:
    # 断缴会怎么样 asks about a case, 没交 as an answer tells one.
    if CAUGHT_UP.search(message.plain) and "断" in message.plain[word.start : word.end]:
        return True  # 断缴两个月, 补缴之后 is insured again
    short = word.end - word.start < 3 and message.asked != "scheme"
    return short and "医保" not in message.plain and "农合" not in message.plain
