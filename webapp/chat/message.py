"""A message as the readers see it: its plain text, its clauses, and the words found in it."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise

import engine

from . import normal, vocabulary
from .vocabulary import Word

CLAUSE_END = re.compile(r"[,。;!?:~…、()<>《》「」“”\"'！？；，：]")
SENTENCE_END = re.compile(r"[。!?;…！？；]")


@dataclass(frozen=True)
class Message:
    """What was typed, the question it may answer, and the words already looked up."""

    text: normal.Text
    asked: str | None = None
    today: date | None = None
    home: str = ""  # the code of the place that the page is about; what is told goes before it
    found: dict[str, tuple[Word, ...]] = field(default_factory=dict, compare=False)

    @property
    def plain(self) -> str:
        """The text that all readers read."""
        return self.text.plain

    @property
    def asked_type(self) -> str:
        """The type of the question just put, "" where none was."""
        question = engine.QUESTIONS.get(self.asked or "")
        return question.type if question else ""

    @property
    def asked_money(self) -> bool:
        """Whether the question just put wants an amount."""
        return self.asked_type == "amount"

    def words(self, table: str) -> tuple[Word, ...]:
        """Look up the words of a table, once."""
        if table not in self.found:
            self.found[table] = vocabulary.scan(table, self.plain)
        return self.found[table]

    def written(self, word: Word) -> str:
        """Give a word as it was typed."""
        return self.text.written(word.start, word.end)

    def before(self, place: int, most: int = 40) -> str:
        """Give the clause up to a place."""
        start = max(0, place - most)
        return re.split(r"[,。;!?:…、()]", self.plain[start:place])[-1]

    def after(self, place: int, most: int = 40) -> str:
        """Give the rest of the clause from a place."""
        return re.split(r"[,。;!?…、()]", self.plain[place : place + most])[0]

    def sentence(self, place: int) -> tuple[int, int]:
        """Tell where the sentence around a place begins and ends."""
        return _around(self._sentence_ends, place)

    def clause(self, place: int) -> tuple[int, int]:
        """Tell where the clause around a place begins and ends."""
        return _around(self._clause_ends, place)

    @property
    def clauses(self) -> list[tuple[int, int]]:
        """Tell where each clause begins and ends."""
        return [(end + 1, after) for end, after in pairwise(self._clause_ends)]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [-1, *_places(SENTENCE_END, self.plain), len(self.plain)]

    @cached_property
    def _clause_ends(self) -> list[int]:
        return [-1, *_places(CLAUSE_END, self.plain), len(self.plain)]


def _places(signs: re.Pattern[str], plain: str) -> list[int]:
    return [match.start() for match in signs.finditer(plain)]


def _around(ends: list[int], place: int) -> tuple[int, int]:
    # A sign at the place itself ends what stands before it.
    index = bisect_left(ends, place)
    return ends[max(index, 1) - 1] + 1, ends[min(max(index, 1), len(ends) - 1)]


def read(
    source: str, *, asked: str | None = None, today: date | None = None, home: str = ""
) -> Message:
    """Prepare a message for its readers."""
    return Message(normal.read(source), asked, today, home)
