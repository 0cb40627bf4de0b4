"""The case files: one table of base facts and many small changes to it."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.oracle import computes

HERE = Path(__file__).parent / "packs"


# What an exact calculation can do without.
SPARE = {"admitted", "aid_rate", "aid_cap"}
SLIPS = {"basic_paid", "critical_paid"}


class Written(NamedTuple):
    """One case of a file: what goes in, what must come out, and whether nothing is open."""

    pack: str
    name: str
    case: dict[str, Any]
    expect: Mapping[str, Any]
    known: bool

    def __repr__(self) -> str:
        return f"{self.pack}：{self.name}"


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
    return [_written(pack, book, row) for row in book["case"]]


def _written(pack: str, book: Mapping[str, Any], row: Mapping[str, Any]) -> Written:
    case = case_of(book, row)
    known = is_known(pack, book, case)
    return Written(pack, row["name"], case, _plain(row["expect"]), known)


OPEN = {"whole_year", "class_b_own", "other_lump", "reimbursed"}
"""What leaves something open, or asks for a bound."""


def is_known(pack: str, book: Mapping[str, Any], case: Mapping[str, Any]) -> bool:
    """Tell whether a case leaves nothing open that the exact reference would need."""
    person, visits = case["person"], case["visits"]
    needed = person.keys() & {"status_since"} | set(book["base"]["person"])
    if "youfu" in person.get("status", ()) and pack == "341722-2022-5":
        needed.add("youfu_as")
    if person.get("status_unknown") or any(visit.keys() & OPEN for visit in visits):
        return False
    return (
        _holds(person, needed)
        and all(_holds(visit, book["base_visit"].keys() - SLIPS) for visit in visits)
        and all(
            visit.get(f"{layer}_paid") or computes(pack, case, index, layer)
            for index, visit in enumerate(visits)
            for layer in ("basic", "critical")
        )
    )


def _holds(facts: Mapping[str, Any], keys: Iterable[str]) -> bool:
    found = [facts.get(key) for key in set(keys) - SPARE]
    return not any(value is None or _is_range(value) for value in found)


def _is_range(value: Any) -> bool:
    ends = value if isinstance(value, list) else ()
    return any(end is None or "." in end for end in ends)


def at(found: Any, path: str) -> Any:
    """Look up a path like "visits[0].aid" or "warnings.superseded"; nothing if it is not there."""
    for key in re.findall(r"\w+", path):
        found = _entry(found, key) if isinstance(found, list) else (found or {}).get(key)
    return found


def _entry(rows: list[Any], key: str) -> Any:
    """Find an entry by its place, or by its id."""
    if key.isdigit():
        return rows[int(key)] if int(key) < len(rows) else None
    return next((row for row in rows if row["id"] == key), None)


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
