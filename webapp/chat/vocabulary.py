"""The words of the synonyms file and of the catalogue, found in a text in one walk over it."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

import engine

DIGIT_START, DIGIT_END = r"(?<!\d)", r"(?![\d.%元块多余万千天人个斤平分次])"
NOTHING = "nothing"
"""The code of words that only keep shorter ones inside them from being read."""


class Word(NamedTuple):
    """A word found: what it means, and where it stands."""

    code: str
    start: int
    end: int


def scan(table: str, plain: str) -> tuple[Word, ...]:
    """List the words of one table, longest first where several begin, without overlaps."""
    meaning = _meaning(table)
    found = (
        Word(meaning[match[0]], match.start(), match.end())
        for match in _pattern(table).finditer(plain)
    )
    return tuple(word for word in found if word.code != NOTHING)


@cache
def codes(table: str) -> Mapping[str, tuple[str, ...]]:
    """Give the words of a table by what they mean."""
    rows = {code: tuple(words) for code, words in _synonyms()[table].items()}
    if table in ("status", "scheme"):
        for option in engine.QUESTIONS[table].options:
            known = (*rows.get(option.value, ()), *_names(option.label))
            rows[option.value] = tuple(dict.fromkeys(known))
    return MappingProxyType(rows)


@cache
def _meaning(table: str) -> Mapping[str, str]:
    rows = codes(table).items()
    return MappingProxyType({word: code for code, words in rows for word in words})


@cache
def _pattern(table: str) -> re.Pattern[str]:
    """One pattern of all words, grouped by their first sign, so that few are tried at a place."""
    first: dict[str, list[str]] = {}
    for word in _meaning(table):
        first.setdefault(word[0], []).append(word)
    groups = (_group(sign, words) for sign, words in first.items())
    return re.compile("|".join(groups))


def _group(sign: str, words: list[str]) -> str:
    # 120 is a telephone number, and no part of 1200.
    rest = (re.escape(word[1:]) + DIGIT_END * word.isdigit() for word in _by_length(words))
    return DIGIT_START * sign.isdigit() + re.escape(sign) + f"(?:{'|'.join(rest)})"


def _by_length(words: list[str]) -> list[str]:
    return sorted(words, key=lambda word: -len(word))


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
