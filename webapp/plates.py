"""Questions set once with gaps in them: who sees what others saw gets the same, the gaps filled.

Drawing a page takes as long as all else that its answer needs. A plate is known by everything its
page is drawn from; the proof in its forms and the line of how far one is are its gaps. Only what is
ticked stands in a plate, never anything typed, and no word of whom it was drawn for.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, g

from . import language
from .checks import today
from .consent import csrf
from .guide import SoFar
from .members import subject_of
from .pieces import mould_of
from .reach import running
from .state import current, unreadable
from .templating import face
from .wording import member_of, notice_of

MOST = 1024
_NAME = "mbs-plates"
_GAPS = ("\0proof\0", "\0line\0")
"""What stands for a gap: no page has such signs."""

Plate = tuple[Hashable, ...]


class Plates:
    """The pages of this process that are kept, by all they were drawn from."""

    def __init__(self) -> None:
        self._kept: dict[Plate, str] = {}

    def print(self, plate: Plate | None, draw: Callable[[], str], *, line: str) -> str:
        """Give a page for one reader; None is a page that nobody else would see alike."""
        if plate is None:
            return draw()
        page = self._kept.get(plate)
        if page is None:
            page = self._keep(plate, draw(), (csrf(), line))
        for gap, filling in zip(_GAPS, (csrf(), line), strict=True):
            page = page.replace(gap, filling)
        return page

    def _keep(self, plate: Plate, page: str, fillings: Iterable[str]) -> str:
        for gap, filling in zip(_GAPS, fillings, strict=True):
            page = page.replace(filling, gap) if filling else page
        if len(self._kept) >= MOST:
            self._kept.clear()
        self._kept[plate] = page
        return page


def init(app: Flask) -> None:
    """Give an app its plates."""
    app.extensions[_NAME] = Plates()


def plate_of(fields: Iterable[Any], *shown: Hashable) -> Plate | None:
    """Name the plate of a question about the person, by what is shown and by who reads it.

    None where something is said that is not for everyone: a notice, or that answers were lost.
    """
    moulds = [mould_of(field) for field in fields]
    if None in moulds or notice_of() or unreadable():
        return None
    reader = (*face().values(), member_of(), subject_of(current().person))
    return (g.region.code, g.pack.id, today(), *reader, *shown, *moulds)


def line_of(so_far: SoFar | None) -> str:
    """Draw the line of how far one is, by itself as it stands in a page."""
    if so_far is None:
        return ""
    total = so_far.total
    ends = tuple(total.items()) if isinstance(total, dict) else total
    return _line(so_far._replace(total=ends), language.current().tag)


@lru_cache(maxsize=2048)
def _line(so_far: SoFar, _tag: str) -> str:
    ends = so_far.total
    frame: Any = current_app.jinja_env.get_or_select_template("interview/_frame.html").module
    return frame.strip(so_far._replace(total=dict(ends) if isinstance(ends, tuple) else ends))


def printed(plate: Plate | None, draw: Callable[[], str], *, line: str) -> str:
    """Give a page from the plates of the running site."""
    plates: Plates = running().extensions[_NAME]
    return plates.print(plate, draw, line=line)
