"""The words of the synonyms file and of the catalogue, found in a text in one walk over it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

import engine

NOTHING = "nothing"
"""The code of words that only keep shorter ones inside them from being read."""

Table = Mapping[str, tuple[tuple[str, str], ...]]
"""By first character: words and their codes, longest first."""


class Word(NamedTuple):
    """A word found: what it means, and where it stands."""

    code: str
    start: int
    end: int


def scan(table: str, plain: str) -> tuple[Word, ...]:
    """List the words of one table, longest first where several begin, without overlaps."""
    return tuple(word for word in _walk(_index(table), plain) if word.code != NOTHING)


@cache
def codes(table: str) -> Mapping[str, tuple[str, ...]]:
    """Give the words of a table by what they mean."""
    rows = {code: tuple(words) for code, words in _synonyms()[table].items()}
    if table in ("status", "scheme"):
        for option in engine.QUESTIONS[table].options:
            rows[option.value] = (*rows.get(option.value, ()), *_names(option.label))
    return MappingProxyType(rows)


def _walk(table: Table, plain: str) -> Iterator[Word]:
    place = 0
    while place < len(plain):
        found = _longest(table, plain, place)
        if found:
            yield found
        place = found.end if found else place + 1


def _longest(table: Table, plain: str, place: int) -> Word | None:
    for word, code in table.get(plain[place], ()):
        if plain.startswith(word, place) and not _cut(word, plain, place):
            return Word(code, place, place + len(word))
    return None


def _cut(word: str, plain: str, place: int) -> bool:
    # 120 is a telephone number, and no part of 1200.
    end = place + len(word)
    around = plain[max(0, place - 1) : place] + plain[end : end + 1]
    return word.isdigit() and any(sign.isdigit() for sign in around)


@cache
def _index(table: str) -> Table:
    first: dict[str, list[tuple[str, str]]] = {}
    for code, words in codes(table).items():
        for word in words:
            first.setdefault(word[0], []).append((word, code))
    longest_first = {
        sign: tuple(sorted(rows, key=lambda row: -len(row[0]))) for sign, rows in first.items()
    }
    return MappingProxyType(longest_first)


def _names(label: str) -> list[str]:
    # "特困人员（五保）" is two names of one identity.
    parts = re.split(r"[（）]", label)
    return [part for part in parts if len(part) > 1]


@cache
def _synonyms() -> Mapping[str, Any]:
    text = files(__package__).joinpath("synonyms.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


TRADITIONAL: Mapping[str, str] = MappingProxyType(
    {pair[0]: pair[1] for pair in _synonyms()["traditional"]["map"]}
)
"""Simplified characters of the traditional ones that such messages use."""
