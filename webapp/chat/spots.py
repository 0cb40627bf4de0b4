"""Where an amount stands in its message, for the rules that tell what it is of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from .amounts import Amount
from .message import Message
from .vocabulary import Word

WEAK = "total"
"""What money is where nothing better is said of it."""

NEARLY = re.compile(r"(?:将近|接近|(?<![最附远])近|差不多|大概|大约|约|估计)$")


class Spot(NamedTuple):
    """An amount, the part of its clause that is its own, and the amounts before it."""

    message: Message
    amount: Amount
    start: int  # of its clause, or the end of the amount before it
    ceiling: int  # the start of the next amount, or the end
    earlier: Sequence[Amount]
    told: Sequence[str]  # what those before are of
    sentence: int  # where its sentence begins
    before: str  # the words of its clause, without 将近 and the like right before it

    def words(self, start: int, end: int) -> list[Word]:
        """List the words between two places that say what an amount is of."""
        words = self.message.words("role")
        first = bisect_left(words, start, key=attrgetter("start"))
        last = bisect_right(words, end, first, key=attrgetter("end"))
        return list(words[first:last])

    def text(self, word: Word) -> str:
        """Give the plain text of a word."""
        return self.message.plain[word.start : word.end]


def next_spot(message: Message, amounts: Sequence[Amount], told: Sequence[str]) -> Spot:
    """Stand at the first amount whose role is not told yet."""
    index = len(told)
    amount = amounts[index]
    floor = amounts[index - 1].end if index else 0
    after = amounts[index + 1].start if index + 1 < len(amounts) else len(message.plain)
    start = max(message.clause(amount.start)[0], floor)
    before = NEARLY.sub("", message.plain[start : amount.core])
    sentence = message.sentence(amount.start)[0]
    return Spot(message, amount, start, after, amounts[:index], told, sentence, before)
