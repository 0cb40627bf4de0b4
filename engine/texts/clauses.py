"""The clauses of an official text: where each begins, and whether one lies within another."""

import re
from collections.abc import Iterator
from typing import NamedTuple

NUMERAL = "一二三四五六七八九十"
HEADINGS = (
    re.compile(rf"[#\s]*([{NUMERAL}]+)、"),
    re.compile(rf"[-\s]*[（(]([{NUMERAL}]+)[)）]"),
    re.compile(r"\s*(\d{1,2})\s*[．.、](?!\d)"),
)
_PARTS = re.compile(rf"[{NUMERAL}]+|\([{NUMERAL}]+\)|\d+")

Path = tuple[str, ...]
"""A clause as its headings: 二(三)1 is ("二", "(三)", "1")."""


class Clause(NamedTuple):
    """A clause and what stands in it, its heading taken away."""

    path: Path
    text: str

    @property
    def id(self) -> str:
        """Write it as packs cite it; the beginning of a text has no id."""
        return "".join(self.path)


def read_path(cite: str) -> Path:
    """Read a clause as packs cite it: 二(三)1."""
    return tuple(_PARTS.findall(cite))


def within(path: Path, cite: Path) -> bool:
    """
    Tell whether a clause lies in the one cited, or holds it.

    Where articles run on through the parts of a text they are cited without the part: (七).
    """
    if cite and cite[0].startswith("("):
        path = path[1:]
    shorter = min(len(path), len(cite))
    return shorter > 0 and path[:shorter] == cite[:shorter]


def split(text: str) -> Iterator[Clause]:
    """Split a text at its headings."""
    path: Path = ()
    lines: list[str] = []
    for line in text.splitlines():
        found = _heading(line)
        if found:
            yield Clause(path, "\n".join(lines))
            level, number, rest = found
            path, lines = (*path[:level], *[""] * (level - len(path)), number), [rest]
        else:
            lines.append(line)
    yield Clause(path, "\n".join(lines))


def _heading(line: str) -> tuple[int, str, str] | None:
    for level, pattern in enumerate(HEADINGS):
        if match := pattern.match(line):
            number = f"({match[1]})" if level == 1 else match[1]
            return level, number, line[match.end() :]
    return None
