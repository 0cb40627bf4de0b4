"""Axes of visits: kind, day, gates and money of each; or imagined visits where none is known."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise, product
from typing import Any

import numpy as np

from .amounts import in_scope_values, payment_values
from .case import Case
from .imagined import imagine
from .packs import Pack
from .spans import days_of, unsure_since
from .table import CODES, FOREVER, code, day_number, month_end
from .tariffs import computed_of, open_layers
from .ways import Axis, Spot, axis, gates, visit_facts

ONE = timedelta(1)


def visit_axes(case: Case, pack: Pack) -> Iterator[Axis]:
    """Give everything the document reads of the visits."""
    if case.visits is None:
        yield imagine(pack, _days(case, pack))
        return
    layers, readings = open_layers(case, pack), list[Axis]()
    for number, visit in enumerate(case.visits):
        told, computed = _told(pack, visit), computed_of(case, pack, layers, visit)
        yield from _open_axes(case, pack, visit, number)
        for one in _money_axes(visit, number, computed=computed, told=told):
            if one.known or one.paths[0]:
                yield one
            else:
                readings.append(one)
    if readings:
        yield _read_alike(readings)


def _read_alike(readings: Sequence[Axis]) -> Axis:
    """Read 先行自付 of all slips alike: it is the county that counts it, or does not (A7)."""
    ways = zip(*(one.ways for one in readings), strict=True)
    return axis("", [{spot: v for way in alike for spot, v in way.items()} for alike in ways])


def _told(pack: Pack, visit: Mapping[str, Any]) -> dict[str, int]:
    """Give the columns of what is told of a visit beside its money."""
    told = {
        fact: code(fact, value)
        for fact in ("kind", *visit_facts(pack))
        if (value := visit.get(fact)) is not None
    }
    for column, name in (("day", "discharged"), ("admitted", "admitted")):
        if day := visit.get(name):
            told[column] = day_number(day)
    return told


def _open_axes(case: Case, pack: Pack, visit: Mapping[str, Any], number: int) -> Iterator[Axis]:
    """Give an axis for everything that is not told of a visit beside its money."""
    at = f"visits[{number}]"
    if visit.get("kind") is None:
        yield axis(f"{at}.kind", [{("kind", number): kind} for kind in range(len(CODES["kind"]))])
    if not visit.get("discharged"):
        days = [day_number(day) for day in _days(case, pack)]
        yield axis(f"{at}.discharged", [{("day", number): day} for day in days])
    if not visit.get("admitted"):
        begun = _begun(case, visit)
        yield axis(f"{at}.admitted", [{("admitted", number): day} for day in begun])
    if any(visit.get(fact) is None for fact in visit_facts(pack)):
        yield _gates_axis(pack, visit, number)
    if visit.get("whole_year"):
        yield axis("", [{("spread", number): spread} for spread in (0, 1)])


def _money_axes(
    visit: Mapping[str, Any], number: int, *, computed: tuple[str, ...], told: Mapping[str, int]
) -> Iterator[Axis]:
    """Give an axis for each open part of a visit's money; what is known goes with what is told."""
    known = dict(told)
    for ways, paths, opened in [in_scope_values(visit), *payment_values(visit, computed)]:
        if len(ways) == 1:
            known |= ways[0]
        else:
            named = tuple(f"visits[{number}].{p}" if p else "" for p in paths)
            yield axis(named, [_at(way, number) for way in ways], open_=opened)
    yield axis("", [_at(known, number)])


def _at(columns: Mapping[str, int], number: int) -> dict[Spot, int]:
    return {(column, number): value for column, value in columns.items()}


def _begun(case: Case, visit: Mapping[str, Any]) -> tuple[int, ...]:
    """A stay's first day matters where an identity was lost: then it may be long before."""
    lost = case.person.get("status_until") and visit.get("kind") in (None, "inpatient")
    return (FOREVER, -FOREVER) if lost else (FOREVER,)


def _days(case: Case, pack: Pack) -> list[date]:
    """
    List days for a visit without a date: around every turn of the rules, and of the order.

    Of three or more such visits some may come before another, some after it: there is a day between
    any two turns as well.
    """
    first, last = date(case.year, 1, 1), date(case.year, 12, 31)
    marks = {b.in_force for b in pack.benefits.values()}
    marks |= {t.in_force for b in pack.benefits.values() for t in b.tariffs if t.in_force}
    marks |= {*days_of(case.person.get("status_since"))}
    marks |= {month_end(d) + ONE for d in days_of(case.person.get("status_until"))}
    others = [v["discharged"] for v in case.visits or () if v.get("discharged")]
    marks |= {day for other in others for day in (other, other + ONE)}
    days = {day for mark in marks for day in (mark - ONE, mark)}
    alone = len(case.visits or ()) == 1 and not unsure_since(case.person)
    found = sorted({last, *([] if alone else [first]), *(d for d in days if first <= d <= last)})
    several = sum(not v.get("discharged") for v in case.visits or ()) > 2
    between = [a + (b - a) // 2 for a, b in pairwise(found) if b - a > ONE] if several else []
    return sorted([*found, *between])


def _gates_axis(pack: Pack, visit: Mapping[str, Any], number: int) -> Axis:
    """Merge all open gate facts of a visit: combinations that pass the same gates are one way."""
    facts = visit_facts(pack)
    open_ = [f for f in facts if visit.get(f) is None]
    sizes = [len(CODES[f]) if f in CODES else 2 for f in open_]
    combos = list(product(*map(range, sizes)))
    columns = {f: np.full(len(combos), code(f, visit[f])) for f in facts if f not in open_}
    columns |= {f: np.array([combo[i] for combo in combos]) for i, f in enumerate(open_)}
    passed = [
        g.holds(columns.__getitem__)
        for g in gates(pack)
        if g.of_visit and set(g.facts) <= set(facts)
    ]
    marks = [tuple(bool(p[i]) for p in passed) for i in range(len(combos))]
    kinds = list(dict.fromkeys(marks))
    ways = [{(f, number): int(columns[f][marks.index(kind)]) for f in facts} for kind in kinds]
    classes = np.array([kinds.index(mark) for mark in marks]).reshape(sizes)
    return Axis(tuple(f"visits[{number}].{f}" for f in open_), tuple(ways), classes)
