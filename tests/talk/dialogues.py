"""Dialogues as people read them: who says what, what is asked, heard, answered, and reckoned.

说 is typed, 勾 ticked, 点 tapped, 改 taken back; 问 is what the site asks next, 听 what it heard,
答 what it says back, 算 what stands in the result.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("scripts")


class Line(NamedTuple):
    """One line: what kind it is, and its words."""

    kind: str
    words: str


class Dialogue(NamedTuple):
    """One dialogue in one place."""

    name: str
    region: str
    lines: tuple[Line, ...]


def dialogues() -> list[Dialogue]:
    """Read every dialogue."""
    return [_read(path) for path in sorted(FOLDER.glob("*.txt"))]


def _read(path: Path) -> Dialogue:
    region, *lines = _lines(path)
    return Dialogue(path.stem, region.words, tuple(lines))


def _lines(path: Path) -> Iterator[Line]:
    for row in path.read_text("utf-8").splitlines():
        if row.strip() and not row.startswith("#"):
            kind, _space, words = row.strip().partition(" ")
            yield Line(kind, words.strip())
