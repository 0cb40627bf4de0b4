"""Words of the documents that few people know, and how a text of ours explains them on a tap."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from flask import Flask
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from .reach import held


class Word(NamedTuple):
    """One word: what it means in plain words, an everyday example, where it is defined."""

    id: str
    word: str
    means: str
    also: tuple[str, ...] = ()
    example: str = ""
    document: str = ""
    clause: str = ""


class Group(NamedTuple):
    """Words that stand together on the page of all words."""

    title: str
    words: tuple[Word, ...]


def _word(row: Mapping[str, Any]) -> Word:
    return Word(**{**row, "also": tuple(row.get("also", ()))})


_ROWS = tomllib.loads(files(__package__).joinpath("glossary.toml").read_text("utf-8"))["group"]

GROUPS = tuple(Group(row["title"], tuple(map(_word, row["word"]))) for row in _ROWS)
"""All words in the order of their page."""

SPELLINGS: Mapping[str, Word] = {
    spelling: word
    for group in GROUPS
    for word in group.words
    for spelling in (word.word, *word.also)
}
"""Each way to write a word."""

PATTERN = re.compile("|".join(map(re.escape, sorted(SPELLINGS, key=len, reverse=True))))
"""All spellings at once, the longest first: 特困职工 is not 特困."""

_LINK = Markup('<a class="word"{id} href="#word-{word}">{text}</a>')
_ID = Markup(' id="at-{}"')


def explained(text: str, *, folded: bool = False) -> Markup:
    """
    Make each word that the page has not explained yet a link to what it means.

    What stands in a fold may never be opened: there a word is linked besides.
    """
    whole, done, parts = escape(text), 0, []
    for found in PATTERN.finditer(whole):
        parts += [whole[done : found.start()], _linked(found[0], folded=folded)]
        done = found.end()
    return Markup("").join([*parts, whole[done:]]) if parts else whole


def words_in(texts: Iterable[str]) -> list[Word]:
    """List the words of some texts once: for texts within which no link can stand."""
    found = (SPELLINGS[spelling] for text in texts for spelling in PATTERN.findall(text))
    return list(dict.fromkeys(found))


def words_used() -> tuple[tuple[Word, bool], ...]:
    """List the words that this page has made links of, and whether one stands outside a fold."""
    return tuple(held().get("words", {}).items())


def use_words(used: Iterable[tuple[Word, bool]]) -> None:
    """Note what the page has made links of, where a piece of it was not drawn anew."""
    held().words = dict(used)


def _linked(spelling: str, *, folded: bool) -> str:
    word, used = SPELLINGS[spelling], held().setdefault("words", {})
    before = used.get(word)
    if before or (folded and before is not None):
        return spelling
    used[word] = not folded
    return _link(spelling, way_back=before is None)


@pass_context  # it depends on the page so far: not to be settled when the template is compiled
def _on_page(_page: Context, text: str, *, folded: bool = False) -> Markup:
    return explained(text, folded=folded)


@lru_cache
def _link(spelling: str, *, way_back: bool) -> Markup:
    word = SPELLINGS[spelling].id
    return _LINK.format(id=_ID.format(word) if way_back else "", word=word, text=spelling)


def init(app: Flask) -> None:
    """Give the templates the filter and the lists."""
    app.jinja_env.filters["explained"] = _on_page
    app.jinja_env.globals |= {"words_in": words_in, "words_used": words_used}
