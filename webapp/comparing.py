"""What would differ in another situation, and which open questions matter most."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import engine

from .formatting import fen
from .language import mark, translate
from .terms import STATUS

SITUATIONS: Mapping[str, str] = {
    "referred": mark("如果办了转诊或备案"),
    "critical_open": mark("如果大病保险还没有结"),
    "commercial_first": mark("如果先扣商业保险"),
    "reading": mark("如果窗口按另一种读法"),
}
"""What a changed situation is called, by its id or the part of it before the dot."""

MOST_TELLING = 2


class Changed(NamedTuple):
    """A benefit as it would be: an amount, or only a standing in words."""

    name: str
    amount: Any
    standing: str


class Situation(NamedTuple):
    """Another situation: what it is called, what would change, and by how much in all."""

    title: str
    why: Mapping[str, Any] | None
    benefits: Sequence[Changed]
    change: int  # in fen; less than 0 = less

    @property
    def size(self) -> str:
        """Give the change without its sign, as the contract writes money."""
        return engine.yuan(abs(self.change))


def situations(found: Mapping[str, Any]) -> list[Situation]:
    """List the other situations, the largest change first; those that come to the same are one."""
    alike: dict[str, list[Mapping[str, Any]]] = {}
    for row in found["what_if"]:
        alike.setdefault(_key(row), []).append(row)
    told = [_situation(rows, found) for rows in alike.values()]
    return sorted(told, key=lambda situation: -abs(situation.change))


def most_telling(found: Mapping[str, Any]) -> dict[str, Any]:
    """Give the paths that can change most: by how much, or None where something has no bound."""
    rows = [row for row in found["sensitivity"] if row["change"] is None or fen(row["change"])]
    # Beside something without bound the others' amounts are only those of the ends that were tried.
    bounded = all(row["change"] is not None for row in rows)
    return {row["path"]: row["change"] if bounded else None for row in rows[:MOST_TELLING]}


def _key(row: Mapping[str, Any]) -> str:
    kind, _dot, _rest = row["id"].partition(".")
    return f"{kind} {row['benefits']} {row['total_change']}" if kind == "recognised" else row["id"]


def _situation(rows: Sequence[Mapping[str, Any]], found: Mapping[str, Any]) -> Situation:
    row, ids = rows[0], [row["id"].partition(".") for row in rows]
    kind, _dot, name = ids[0]
    why = next((w for w in found["warnings"] if kind == "reading" and w["id"] == name), None)
    names = [status for _kind, _dot, status in ids]
    title = _recognised(names) if kind == "recognised" else translate(SITUATIONS[kind])
    return Situation(title, why, list(_changed(row, found)), fen(row["total_change"]))


def _recognised(codes: Sequence[str]) -> str:
    options = engine.QUESTIONS["status"].options
    labels = [translate(option.label) for option in options if option.value in codes]
    return translate("如果被认定为%(status)s", status=translate("，或").join(labels))


def _changed(row: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Changed]:
    for benefit, then in row["benefits"].items():
        amount = then["amount"] if then["status"] == "eligible" else None
        told = amount if amount and fen(amount) else None
        title = found["benefits"][benefit]["title"]
        yield Changed(title, told, STATUS[then["status"]].words)
