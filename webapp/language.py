"""The sentences of the site in the reader's language; where one is missing, the Chinese stands."""

from collections.abc import Mapping
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Any, NamedTuple

from flask import has_request_context
from markupsafe import escape

from .reach import held, incoming

FOLDER = Path(__file__).resolve().parent.parent / "translations"
COOKIE = "lang"


class Language(NamedTuple):
    """A language we write: its tag for HTML, its direction, its own name."""

    tag: str
    dir: str
    autonym: str


SOURCE = Language("zh-Hans-CN", "ltr", "中文")

LANGUAGES: Mapping[str, Language] = {SOURCE.tag: SOURCE}
"""Every language offered, by tag; what a reader sends is only ever looked up here."""


def current() -> Language:
    """Tell the language of this request: the cookie's if we have it, else Chinese."""
    try:
        return held().language  # asked for by every sentence of a page
    except (AttributeError, RuntimeError):
        return _read() if has_request_context() else SOURCE


def _read() -> Language:
    cookies = incoming().cookies
    language = LANGUAGES.get(cookies[COOKIE], SOURCE) if COOKIE in cookies else SOURCE
    held().language = language
    return language


@lru_cache
def catalogue(tag: str) -> NullTranslations:
    """Load one language by its exact folder: a search would find a neighbour in another script."""
    path = FOLDER / tag / "LC_MESSAGES" / "messages.mo"
    if not path.is_file():
        return NullTranslations()
    with path.open("rb") as file:
        return GNUTranslations(file)


def mark(message: str) -> str:
    """Mark a sentence of a table for translation; it is translated where it is shown."""
    return message


def translate(message: str, **values: Any) -> str:
    """Give a sentence in the reader's language, its places filled; beside markup all is escaped."""
    text = catalogue(current().tag).gettext(message)
    if not values:
        return text
    if any(hasattr(value, "__html__") for value in values.values()):
        return escape(text) % values
    return text % values


def tell(said: Mapping[str, Any]) -> str:
    """Give a sentence of the engine: translated by its message, else its own Chinese text."""
    message, values = said["message"], said.get("values") or {}
    if catalogue(current().tag).gettext(message) == message:
        return said["text"]
    return translate(message, **values)
