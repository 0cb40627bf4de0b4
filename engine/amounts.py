"""A visit's money: what the paper says, what follows from it, and what it leaves open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .case import Range
from .money import HALF, MAX_FEN

Values = tuple[dict[str, int], ...]
"""Ways the amounts could be: each sets some columns, in fen."""

PAYMENTS = ("basic_paid", "critical_paid", "other_paid", "aid_paid")
COLUMN = {
    "basic_paid": "basic",
    "critical_paid": "critical",
    "other_paid": "other",
    "aid_paid": "slip_aid",
}
LUMPS = {"other_lump": ("critical_paid", "other_paid", "aid_paid"), "reimbursed": PAYMENTS}


@dataclass(frozen=True, slots=True)
class Derived:
    """In-scope costs that the paper does not name: from which fields they were made."""

    low: int
    high: int | None
    parts: tuple[str, ...] = ()


def in_scope(visit: Mapping[str, Any]) -> Derived:
    """Give the in-scope costs, derived where the paper has no such line (fen)."""
    stated = visit.get("in_scope")
    if stated is not None:
        return Derived(*ends(stated))
    receipt = ("basic_paid", "other_lump", "own_paid")
    for parts, signs in ((receipt, (1, 1, 1)), (("total", "out_of_scope"), (1, -1))):
        values = [visit[part] for part in parts if visit.get(part) is not None]
        if len(values) == len(parts):
            return _sum(parts, [ends(value) for value in values], signs)
    known = sum(ends(visit[p])[0] for p in PAYMENTS if visit.get(p) is not None)
    total = visit.get("total")
    return Derived(
        known, max(known, top) if total is not None and (top := ends(total)[1]) else None
    )


def _sum(
    parts: tuple[str, ...], values: list[tuple[int, int | None]], signs: tuple[int, ...]
) -> Derived:
    low = high = 0
    closed = True
    for (bottom, top), sign in zip(values, signs, strict=True):
        closed &= top is not None
        low += sign * (bottom if sign > 0 else (top or 0))
        high += sign * ((top or 0) if sign > 0 else bottom)
    return Derived(max(low, 0), max(high, 0) if closed else None, parts)


def ends(value: int | Range) -> tuple[int, int | None]:
    """Give both ends of an amount; None is open."""
    return (value.low, value.high) if isinstance(value, Range) else (value, value)


def in_scope_values(visit: Mapping[str, Any]) -> tuple[Values, tuple[str, ...], bool]:
    """List the in-scope costs to try, the paths concerned, and whether there is no upper end."""
    stated, own = visit.get("in_scope"), visit.get("class_b_own")
    if isinstance(stated, int) and not own:
        return ({"in_scope": stated},), ("",), False
    derived = in_scope(visit)
    values = [derived.low, *([HALF, MAX_FEN] if derived.high is None else [derived.high])]
    if own is not None and ends(own)[1] and not _apart(visit, derived):
        values += [max(value - (ends(own)[1] or 0), 0) for value in values]
    elif own is not None and ends(own)[1]:
        values += [value + (ends(own)[1] or 0) for value in values]
    ways = tuple({"in_scope": value} for value in dict.fromkeys(values))
    if derived.high is None:
        top = max(ways, key=lambda way: way["in_scope"])
        ways = (*(w for w in ways if w is not top), top)
    named = derived.low != derived.high
    return ways, ("in_scope" if named else "",), derived.high is None


def _apart(visit: Mapping[str, Any], derived: Derived) -> bool:
    """Tell whether the sums show 先行自付 beside the in-scope line, not inside it (A7)."""
    total, out, own = (visit.get(name) for name in ("total", "out_of_scope", "class_b_own"))
    if not (isinstance(total, int) and isinstance(out, int) and isinstance(own, int)):
        return False
    return not derived.parts and derived.low + own == total - out


def payment_values(
    visit: Mapping[str, Any], computed: tuple[str, ...] = ()
) -> list[tuple[Values, tuple[str, ...], bool]]:
    """
    List, for each payment, the values to try; a lump is split in every way that counts.

    A payment in `computed` that the paper does not show is left to the document's own tariff.
    """
    axes: list[tuple[Values, tuple[str, ...], bool]] = []
    split: set[str] = set()
    for lump, members in LUMPS.items():
        if visit.get(lump) is None:
            continue
        inside = [m for m in members if visit.get(m) is None and m not in split]
        if not inside:
            continue
        rest = _left_of_lump(visit, lump, [m for m in members if m not in inside])
        axes.append((_splits(inside, rest), tuple(inside), False))
        split |= set(inside)
    axes += [_alone(visit, name, computed) for name in PAYMENTS[:3] if name not in split]
    if "aid_paid" not in split:
        axes.append((({**_aid(visit.get("aid_paid"))},), ("aid_paid",), False))
    return axes


def _left_of_lump(visit: Mapping[str, Any], lump: str, known: list[str]) -> tuple[int, int]:
    low, high = ends(visit[lump])
    if lump == "reimbursed" and visit.get("other_lump") is not None:
        known = [name for name in known if name == "basic_paid"] + ["other_lump"]
    taken = sum(ends(visit[name])[0] for name in known if visit.get(name) is not None)
    return max(low - taken, 0), max((MAX_FEN if high is None else high) - taken, 0)


def _splits(inside: list[str], rest: tuple[int, int]) -> Values:
    ways = []
    for amount in dict.fromkeys(rest):
        for taker in inside:
            way = {COLUMN[name]: amount if name == taker else 0 for name in inside}
            if "slip_aid" in way:
                way["slip_aid_high"] = way["slip_aid"]
            if "critical" in way:
                way["critical_open"] = 0
            ways.append(way)
    return tuple({tuple(sorted(way.items())): way for way in ways}.values())


def _alone(
    visit: Mapping[str, Any], name: str, computed: tuple[str, ...]
) -> tuple[Values, tuple[str, ...], bool]:
    value = visit.get(name)
    column = COLUMN[name]
    if value is None and name in computed:
        return ({column: 0, f"{column}_open": 1},), (name,), False
    if isinstance(value, int):
        return ({column: value},), (name,), False  # a column "open" is 0 unless it is set
    low, high = (0, None) if value is None else ends(value)
    tops = dict.fromkeys((low, MAX_FEN if high is None else high))
    opened = {f"{column}_open": int(value is None)} if name != "other_paid" else {}
    return tuple({column: end, **opened} for end in tops), (name,), False


def _aid(value: Any) -> dict[str, int]:
    low, high = (0, None) if value is None else ends(value)
    return {"slip_aid": low, "slip_aid_high": MAX_FEN if high is None else high}
