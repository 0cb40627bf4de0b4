"""A table of three columns for a terminal, where a Chinese character takes two places."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

HEAD = ("条件", "结果", "条款")
NARROWEST = 60


class Row(NamedTuple):
    """Under which condition what comes out, and by which clauses."""

    condition: str
    result: str
    cites: tuple[str, ...] = ()

    def cells(self) -> tuple[str, str, str]:
        """Give the three columns as text."""
        return self.condition, self.result, "、".join(self.cites)


class Section(NamedTuple):
    """Rows under a heading."""

    title: str
    rows: tuple[Row, ...]


def wide(text: str) -> int:
    """Count the places that a text takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def pad(text: str, width: int) -> str:
    """Fill a text up with spaces."""
    return text + " " * (width - wide(text))


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines; closing marks stay with what they close."""
    lines = [""]
    for sign in text:
        if wide(lines[-1] + sign) > width and sign not in "，。、；：）”？":
            lines.append("")
        lines[-1] += "" if sign == " " and not lines[-1] else sign
    return lines


def table(sections: Sequence[Section], width: int) -> Iterator[str]:
    """Lay sections out for a terminal."""
    widths = _widths(sections, max(width, NARROWEST))
    for section in sections:
        yield ""
        yield f"【{section.title}】"
        yield _line(HEAD, widths)
        yield "─" * (sum(widths) + 4)
        for row in section.rows:
            cells = (wrap(cell, room - 2) for cell, room in zip(row.cells(), widths, strict=True))
            yield from (_line(line, widths) for line in zip_longest(*cells, fillvalue=""))


def _widths(sections: Sequence[Section], width: int) -> tuple[int, int, int]:
    """Give the clauses what they need, the conditions two fifths of the rest."""
    clauses = max(wide(row.cells()[2]) for section in sections for row in section.rows)
    last = min(max(clauses, wide(HEAD[2])) + 2, width // 4)
    first = (width - last - 4) * 2 // 5
    return first, width - last - first - 4, last


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    filled = [pad(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return "  ".join(filled).rstrip()


def markdown(sections: Sequence[Section]) -> Iterator[str]:
    """Lay sections out as Markdown."""
    for section in sections:
        yield from ("", f"## {section.title}", "")
        yield f"| {' | '.join(HEAD)} |"
        yield "|---|---|---|"
        for row in section.rows:
            yield f"| {' | '.join(cell.replace('|', '／') for cell in row.cells())} |"
