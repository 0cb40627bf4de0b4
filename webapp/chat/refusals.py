"""What a message says was not paid, told out of turn: 大病没报, 民政一分没给."""

import re
from collections.abc import Iterator, Mapping

from . import asking
from .message import Message

ALSO = r"(?:那边|那块|这块|局|保险|款|金|也|都|就|又|根本|一直|一分钱?|一毛钱?){0,4}"
NOT = rf"{ALSO}(?:没有?|未|没得)"
PAYERS: Mapping[str, re.Pattern[str]] = {
    "critical_paid": re.compile(rf"(?:大病|大额){NOT}(?:给)?(?:报(?!完|好|上)|赔|付)"),
    "aid_paid": re.compile(
        rf"(?:民政|医疗救助|救助){NOT}(?:给(?!解释|办|说|我?个)|救助|补助?|减|拿到|领)"
    ),
}
"""By the question that nothing answers; 还没给 may still come."""


def found(message: Message) -> Iterator[tuple[str, int, int]]:
    """List the questions that are answered by nothing, and where; what is asked says nothing."""
    for question, pattern in PAYERS.items():
        for match in pattern.finditer(message.plain):
            start, end = message.clause(match.start())
            if not asking.ASKS.search(message.plain[start : end + 1]):
                yield question, *match.span()
