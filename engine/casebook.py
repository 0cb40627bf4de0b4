"""Files of cases: one JSON case a line, or a TOML book of a base and many small changes to it."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

OUTER = ("region", "pack", "as_of")
ABSENT, NULL = "__absent__", "__null__"
"""How a book takes a key away, and how it writes a null."""


class BookError(ValueError):
    """A file of cases that cannot be read: file and reason."""


class Named(NamedTuple):
    """A case of the contract under its name."""

    name: str
    case: dict[str, Any]


def read_cases(path: Path) -> list[Named]:
    """Read all cases of a file."""
    try:
        text = path.read_text("utf-8")
        return list(_book(tomllib.loads(text)) if path.suffix == ".toml" else _lines(text))
    except (OSError, ValueError, KeyError, AttributeError) as reason:
        raise BookError(f"{path}: 这份例子读不了（{reason}）") from reason


def _lines(text: str) -> Iterator[Named]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield Named(f"第 {number} 行", json.loads(line))


def _book(book: Mapping[str, Any]) -> Iterator[Named]:
    base = {key: value for key, value in book["base"].items() if key != "person"}
    for row in book["case"]:
        case = _merged(base, {key: row[key] for key in OUTER if key in row})
        case["person"] = _merged(book["base"].get("person", {}), row.get("person", {}))
        if "visits" in row:
            case["visits"] = [_merged(book["base_visit"], visit) for visit in row["visits"]]
        yield Named(row["name"], case)


def _merged(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _plain(value) for key, value in {**base, **changes}.items() if value != ABSENT}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    return None if value == NULL else value
