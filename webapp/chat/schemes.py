"""The insurance of the patient, by any of its names."""

import re

from . import negation, people
from .message import Message
from .vocabulary import Word

NONE = "none"
RESUMED = re.compile(r"[续接交缴]上了")
CAUGHT_UP = re.compile(r"补[缴交]|续[缴交保]|交上了|缴上了")
PENSION = re.compile(
    r"(?:金|是|有|就|领|发|每月|一个?月|只有){0,2}[0-9一二两三四五六七八九][0-9百十多]"
)
BY_WORK = re.compile(
    r"(?<!没)(?:单位|公司|厂里?|老板)(?:一直|都|里)?(?:给|帮|替)?(?:我们?|他|她)?(?:交|缴|买|上|有)(?:着|的|了)?(?:是)?(?:社保|医保|保险|五险)"
    r"|(?:单位|公司|厂里)的(?:医保|社保)"
)
REFUSED = re.compile(
    r"(?:没(?:给|帮|替|为)[^,。]{1,8}(?:交|买|缴|上|办|参加)|不是|没有|没买|没交|没参加|没有买|并非|没|未参加)[^,。]{0,2}$"
)


def named(message: Message) -> Word | None:
    """Give the first scheme that is named as one's own, or None."""
    words = [word for word in message.words("scheme") if not _refused(message, word)]
    if message.asked == "scheme" and not words:
        words = [word for word in message.words("scheme_asked") if not _refused(message, word)]
    words += [Word("employee", *match.span()) for match in BY_WORK.finditer(message.plain)]
    named_ones = [word for word in words if word.code != NONE]
    if named_ones:
        own = [word for word in named_ones if people.insured(message, word)]
        return next(iter(own or named_ones))
    return next((word for word in words if not _asks(message, word)), None)


def _refused(message: Message, word: Word) -> bool:
    if word.code == NONE:
        return False
    if message.plain[word.start : word.end] == "农保" and PENSION.match(message.plain, word.end):
        return True  # 每月农保107块 is the pension of farmers
    return REFUSED.search(message.before(word.start, negation.REACH)) is not None


def _asks(message: Message, word: Word) -> bool:
    # 断缴会怎么样 asks about a case, 没交 as an answer tells one.
    if RESUMED.search(message.plain) and message.asked != "scheme":
        return True  # 五月又续上了
    if CAUGHT_UP.search(message.plain) and "断" in message.plain[word.start : word.end]:
        return True  # 断缴两个月, 补缴之后 is insured again
    short = word.end - word.start < 3 and message.asked != "scheme"
    return short and "医保" not in message.plain and "农合" not in message.plain
