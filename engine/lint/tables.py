"""The sections of a pack as they are written: days, clauses, and the sentences' placeholders."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from .finding import Finding

NUMBER = re.compile(r"\d+(?:\.\d+)?(?:万?元|%|倍)")
CITED = ("group", "gate", "benefit", "reading", "constraint", "likely", "alert")
"""Sections whose numbers are the document's, so that each needs its clause."""

FILLED: Mapping[str, tuple[str, ...]] = {
    "met": (),
    "unmet": (),
    "newly": (),
    "refused": ("group", "office"),
    "office": ("group", "office"),
    "alert": ("total", "line"),
    "likely": ("office",),
    "constraint": ("what",),
    "reading": ("amount", "now"),
}
"""What the sentences of a key or a section may leave to be filled in."""


def check_table(table: Mapping[str, Any]) -> Iterator[Finding]:
    """Find numbers without a clause, days that are none, and sentences that cannot be filled."""
    if not table["pack"].get("cites"):
        yield Finding("pack.in_force", "施行的日子没有条款，照发文日算", note=True)
    for section, name, row in rows(table):
        place = f"{section}.{name}"
        if section in CITED and not row.get("cites"):
            what = "、".join(numbers(row)) or "内容"
            yield Finding(place, f"没有写依据的条款：{what}")
        yield from _days(row, place)
        yield from _sentences(row, section, place)


def rows(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """List every part of a pack: its section, its name, and what is written there."""
    for section, content in table.items():
        if section == "group":
            yield from ((section, code, row) for code, row in content.items())
        elif isinstance(content, list):
            for number, row in enumerate(content, 1):
                yield section, str(row.get("id") or row.get("group") or number), row


def numbers(value: Any) -> list[str]:
    """List the amounts, rates, days and counts in a part, wherever they stand."""
    if isinstance(value, Mapping):
        return [found for entry in value.values() for found in numbers(entry)]
    if isinstance(value, str):
        return [value] if NUMBER.fullmatch(value) else []
    if isinstance(value, Sequence):
        return [found for entry in value for found in numbers(entry)]
    return [] if isinstance(value, bool) else [str(value)]


def _days(row: Mapping[str, Any], place: str) -> Iterator[Finding]:
    for part in (row, *row.get("tariff", ())):
        for key in ("in_force", "since"):
            day = part.get(key)
            if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
                yield Finding(place, f"{key} 要写成日期，如 2018-01-01：{day}")


def _sentences(row: Mapping[str, Any], section: str, place: str) -> Iterator[Finding]:
    for key in ("met", "unmet", "newly", "refused"):
        yield from _sentence(row.get(key), FILLED[key], f"{place}.{key}")
    for code, text in (row.get("office") or {}).items() if section == "benefit" else ():
        yield from _sentence(text, FILLED["office"], f"{place}.office.{code}")
    names = (*row.get("values", ()), *FILLED.get(section, ()))
    yield from _sentence(row.get("message"), names, f"{place}.message")


def _sentence(text: Any, names: Sequence[str], place: str) -> Iterator[Finding]:
    if not isinstance(text, str):
        return
    try:
        text % dict.fromkeys(names, "")
    except (KeyError, ValueError, TypeError) as reason:
        known = "、".join(f"%({name})s" for name in names) or "没有"
        yield Finding(place, f"这句话填不出来（{reason}）。能填的：{known}")
