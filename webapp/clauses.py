"""The official words of a clause, where whoever runs the site has put the texts in a folder."""

import os
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from flask import Flask, current_app

HEADINGS = (
    re.compile(r"#*\s*([一二三四五六七八九十]+)、"),
    re.compile(r"#*\s*[（(]\s*([一二三四五六七八九十]+)\s*[)）]"),
    re.compile(r"#*\s*(\d+)\s*[.．、]"),
)
"""A chapter, a section, an item; deeper ones stand within the text of their item."""

SHAPES = ("{}", "({})", "{}")


def init(app: Flask) -> None:
    """Take the folder from the environment; without one, no text is shown."""
    app.config.setdefault("POLICY_TEXTS", os.environ.get("POLICY_TEXTS", ""))


def clauses(pack_id: str, ids: Iterable[str]) -> dict[str, str]:
    """Give the text of each clause that the folder has, in the order asked."""
    folder = current_app.config["POLICY_TEXTS"]
    texts = read(Path(folder) / f"{pack_id}.txt") if folder else {}
    found = ((name, _find(texts, name)) for name in dict.fromkeys(ids))
    return {name: text for name, text in found if text}


@lru_cache
def read(path: Path) -> Mapping[str, str]:
    """Cut a text into its clauses by their headings; a file that is not there has none."""
    if not path.is_file():
        return {}
    texts: dict[str, list[str]] = {}
    place: tuple[str, ...] = ()
    for line in filter(None, map(str.strip, path.read_text("utf-8").splitlines())):
        place = _place(line, place)
        texts.setdefault("".join(place), []).append(line.lstrip("# "))
    return {name: "\n".join(lines) for name, lines in texts.items() if name}


def _place(line: str, before: tuple[str, ...]) -> tuple[str, ...]:
    for depth, (heading, shape) in enumerate(zip(HEADINGS, SHAPES, strict=True)):
        if match := heading.match(line):
            above = (*before[:depth], *("",) * (depth - len(before)))
            return (*above, shape.format(match[1]))
    return before


def _find(texts: Mapping[str, str], name: str) -> str:
    """Find a clause by its whole path, or by its end where articles run on through chapters."""
    ends = [text for path, text in texts.items() if path.endswith(name)]
    return texts.get(name) or (ends[0] if len(ends) == 1 else "")
