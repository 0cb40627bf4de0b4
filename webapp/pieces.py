"""Pieces of a page that depend on the catalogue alone: made once a language, and then only set in.

A question with twenty choices is twenty rows alike on every phone; drawing them anew was half the
work of its page. What a person answered is in none of them but as a tick among the choices.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from flask import Flask, g
from jinja2.runtime import Macro
from markupsafe import Markup

from . import language
from .glossary import use_words, words_in, words_used
from .language import translate as _
from .voice import aloud

MOST = 2048
PLAIN = (str, bool, tuple)
"""What a piece is given and is known by; the rest follows from its mould."""

TICKED = ("choice", "choices", "yesno", "visits")
"""The types of questions that are answered by a tick."""

EITHER = ("", "none", "yes", "no")
"""What can be ticked beside the options of the catalogue, or nothing."""

_ROW = Markup(
    '<div class="pick">\n<input type="{kind}" name="{name}" id="{id}" value="{value}"{ticked}>\n'
    '<label for="{id}"><span{aloud}>{label}</span>{help}</label>\n</div>\n'
)
_SMALL = Markup("<small>{}</small>")
_TICKED = Markup(" checked")
_FOLD = Markup(
    '<details class="tip words"><summary>{title}</summary>\n<dl>{words}</dl>\n</details>\n'
)
_WORD = Markup("<dt>{}</dt><dd>{}</dd>")


class Row(NamedTuple):
    """One choice as it stands on a page of one language."""

    tag: str
    kind: str  # radio or checkbox
    name: str
    id: str
    value: str
    label: str
    help: str
    ticked: bool


def row(kind: str, name: str, option: Any, *, first: bool, ticked: bool) -> Markup:
    """Draw one whole-row choice; the first of a group bears the group's name as its id."""
    value, label, help_ = _told(option)
    row_id = name if first else f"{name}-{value}"
    return _drawn(Row(language.current().tag, kind, name, row_id, value, label, help_, ticked))


def fold_of(options: Sequence[Any], others: Sequence[Any] = ()) -> Markup:
    """Draw the fold that explains the words of some choices; nothing when there are none."""
    texts = tuple(text for option in (*options, *others) for text in _told(option)[1:] if text)
    return _fold(texts, language.current().tag)


@lru_cache(maxsize=4096)
def _drawn(told: Row) -> Markup:
    return _ROW.format(
        kind=told.kind,
        name=told.name,
        id=told.id,
        value=told.value,
        ticked=_TICKED if told.ticked else "",
        aloud=aloud(_(told.label), told.tag),
        label=_(told.label),
        help=_SMALL.format(_(told.help)) if told.help else "",
    )


@lru_cache(maxsize=256)
def _fold(texts: tuple[str, ...], _tag: str) -> Markup:
    words = words_in(texts)
    rows = Markup("").join(_WORD.format(word.word, _(word.means)) for word in words)
    return _FOLD.format(title=_("这些词是什么意思"), words=rows) if words else Markup("")


def _told(option: Any) -> tuple[str, str, str]:
    """Give a choice of the catalogue, or one that a page made itself, as value, label and help."""
    if isinstance(option, Mapping):
        return option["value"], option["label"], option.get("help") or ""
    return option.value, option.label, option.help


class Pieces:
    """What macros draw of the catalogue's words: once, for each set of words explained before."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[Any, ...], tuple[Markup, Any]] = {}

    def once(self, macro: Macro, mould: tuple[Any, ...] | None, *given: Any) -> Markup:
        """Draw a piece, or set in what was drawn of the same mould and words; None is no mould."""
        if mould is None:
            return macro(*given)
        plain = (value for value in given if isinstance(value, PLAIN))
        key = (macro.name, language.current().tag, words_used(), mould, *plain)
        if key not in self._drawn:
            if len(self._drawn) >= MOST:
                self._drawn.clear()
            self._drawn[key] = macro(*given), words_used()
        drawn, used = self._drawn[key]
        use_words(used)
        return drawn


def mould_of(field: Any) -> tuple[Any, ...] | None:
    """Tell what a field shows beside the catalogue: one tick or nothing; None is all else."""
    question, typed = field.question, field.typed
    if question.type not in TICKED:
        typed = "".join(typed.values()) if isinstance(typed, Mapping) else typed
        return None if typed or field.ticked else (field.name,)
    [tick, *others] = [typed] if isinstance(typed, str) else typed or [""]
    known = tick in EITHER or any(tick == option.value for option in question.options)
    return (field.name, g.pack.id, tick) if known and not others else None


def init(app: Flask) -> None:
    """Give the templates the pieces."""
    drawing = {"option_row": row, "fold_of": fold_of, "mould_of": mould_of, "once": Pieces().once}
    app.jinja_env.globals |= drawing
