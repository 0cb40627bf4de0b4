"""The case files: one table of base facts and many small changes to it."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent / "packs"


class Written(NamedTuple):
    """One case of a file: what goes in and what must come out."""

    name: str
    case: dict[str, Any]
    expect: Mapping[str, Any]


def merged(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Lay changes over a base; a key marked absent goes away, a null is written as a word."""
    both = {**base, **changes}
    return {key: _plain(value) for key, value in both.items() if value != "__absent__"}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    return None if value == "__null__" else value


def case_of(book: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """Build the whole contract case of one row."""
    outer = {
        key: value
        for key, value in row.items()
        if key not in ("name", "why", "person", "visits", "expect")
    }
    case = merged(book["base"], outer)
    case["person"] = merged(book["base"]["person"], row.get("person", {}))
    if "visits" in row:
        case["visits"] = [merged(book["base_visit"], visit) for visit in row["visits"]]
    return case


def read_book(pack: str) -> list[Written]:
    """Read all cases of one document."""
    book = tomllib.loads((HERE / f"{pack}.toml").read_text(encoding="utf-8"))
    return [Written(row["name"], case_of(book, row), _plain(row["expect"])) for row in book["case"]]


def at(found: Any, path: str) -> Any:
    """Look a path like "visits[0].aid" up; what is not there is nothing."""
    for key in re.findall(r"\w+", path):
        if isinstance(found, list):
            found = found[int(key)] if int(key) < len(found) else None
        else:
            found = (found or {}).get(key)
    return found


def names_in(found: Any) -> set[str]:
    """List the ids or paths in a list of entries."""
    return {entry["id"] if isinstance(entry, dict) else entry for entry in found or ()}


def agrees(assessment: Mapping[str, Any], path: str, expected: Any) -> bool:
    """Tell whether an assessment holds what a case expects at a path."""
    if path.startswith("no_"):
        return not names_in(at(assessment, path.removeprefix("no_"))) & set(expected)
    found = at(assessment, path)
    if isinstance(expected, list):
        return set(expected) <= names_in(found)
    return bool(found == expected)
