"""What is not known of a case, as axes: each a list of the ways in which it could turn out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any

import numpy as np

from .amounts import HALF, in_scope_values, payment_values
from .benefits import Benefit
from .case import Case, Range
from .money import MAX_FEN
from .operations.gate import Gate
from .packs import Pack
from .questions import BY_PATH
from .table import CODES, Index, code, day_number

Spot = tuple[str, int]
"""A column, and the visit it is set for; -1 for the person."""

PERSON = -1


@dataclass(frozen=True, slots=True)
class Axis:
    """
    Ways in which some facts could turn out.

    `classes` maps every combination of the paths to a way, one dimension a path; with one dimension
    for several paths they vary together.
    """

    paths: tuple[str, ...]
    ways: tuple[Mapping[Spot, int], ...]
    classes: Index
    open: bool = False

    @property
    def known(self) -> bool:
        """Whether there is only one way."""
        return len(self.ways) == 1


def axis(path: str, ways: Sequence[Mapping[Spot, int]], *, open_: bool = False) -> Axis:
    """Make an axis of one path."""
    return Axis((path,), tuple(ways), np.arange(len(ways)), open_)


def find_axes(case: Case, pack: Pack) -> list[Axis]:
    """List everything a pack reads of a case, known or not."""
    return [
        *_person_axes(case, pack),
        *_visits_axes(case, pack),
        *([_variants(pack, case)] if any(b.outside for b in pack.benefits.values()) else []),
    ]


def _variants(pack: Pack, case: Case) -> Axis:
    outside = next(b for b in pack.benefits.values() if b.outside)
    return axis("", [{("variant", PERSON): v} for v in range(len(outside.ladders(case.person)))])


def _person_axes(case: Case, pack: Pack) -> Iterator[Axis]:
    scheme = case.person.get("scheme")
    options = [CODES["scheme"].index(scheme)] if scheme else _schemes(pack)
    yield axis("person.scheme", [{("scheme", PERSON): option} for option in options])
    yield from _status_axes(case, pack)
    yield _since_axis(case)
    yield _amount_axis("person.premium", "premium", case.person.get("premium"))
    for name, value in case.opening.items():
        yield _amount_axis(f"person.opening.{name}", name, value)
    for fact in person_facts(pack):
        yield _fact_axis(fact, case.person.get(fact), pack)


def _schemes(pack: Pack) -> list[int]:
    """Name one insurance scheme of each kind the pack tells apart."""
    seen: dict[tuple[Any, ...], int] = {}
    for scheme in range(len(CODES["scheme"])):
        picks = tuple(b.picks.best[:, scheme].tobytes() for b in pack.benefits.values())
        tests = tuple(
            test.holds(np.array([scheme])).item()
            for gate in gates(pack)
            for row in gate.any
            for test in row
            if test.fact == "scheme"
        )
        seen.setdefault((picks, tests, CODES["scheme"][scheme] == "none"), scheme)
    return list(seen.values())


def gates(pack: Pack) -> list[Gate]:
    """List the gates of all benefits, each once."""
    return list({g.id: g for b in pack.benefits.values() for g in b.gates}.values())


def person_facts(pack: Pack) -> list[str]:
    """Name the person's facts that gates and groups read, beside the insurance scheme."""
    read = [test.fact for gate in gates(pack) for row in gate.any for test in row]
    read += [test.fact for group in pack.groups.values() for test in group.when]
    return [f for f in dict.fromkeys(read) if f"person.{f}" in BY_PATH and f != "scheme"]


def visit_facts(pack: Pack) -> list[str]:
    """Name the facts of a visit that gates read, beside its kind."""
    read = [test.fact for gate in gates(pack) for row in gate.any for test in row]
    return [f for f in dict.fromkeys(read) if f"visits[].{f}" in BY_PATH and f != "kind"]


def _status_axes(case: Case, pack: Pack) -> Iterator[Axis]:
    status = case.person.get("status")
    unsure = [c for c in case.person.get("status_unknown") or () if c not in (status or ())]
    if status is None and not unsure:
        singles = [*range(len(pack.members))]
        ways: list[Mapping[Spot, int]] = [
            {("members", PERSON): 1 << bit, ("unnamed", PERSON): 0} for bit in singles
        ]
        yield axis(
            "person.status",
            [
                {("members", PERSON): 0, ("unnamed", PERSON): 0},
                *ways,
                {("members", PERSON): 0, ("unnamed", PERSON): 1},
            ],
        )
        return
    held = [code_ for code_ in status or ()]
    alias = pack.alias.status if pack.alias else ""
    sure = _members(pack, [c for c in held if c != alias])
    yield axis(
        "person.status",
        [
            {
                ("members", PERSON): sure,
                ("unnamed", PERSON): int(
                    any(c not in pack.groups and _in_year(case, c) for c in held)
                ),
            }
        ],
    )
    for code_ in unsure:
        if code_ == alias:
            held.append(alias)
        elif code_ in pack.groups:
            bit = _members(pack, [code_])
            yield axis("person.status_unknown", [{}, {(f"+members.{bit}", PERSON): bit}])
        else:
            yield axis("person.status_unknown", [{}, {("+unnamed", PERSON): 1}])
    if pack.alias and alias in held:
        yield _alias_axis(case, pack)


def _in_year(case: Case, status: str) -> bool:
    """Tell whether an identity was held on some day of the year, as far as its dates are known."""
    since, until = (
        value.get(status) if isinstance(value := case.person.get(key), Mapping) else value
        for key in ("status_since", "status_until")
    )
    return not (since and since.year > case.year) and not (until and until.year < case.year)


def _alias_axis(case: Case, pack: Pack) -> Axis:
    assert pack.alias
    given = case.person.get(pack.alias.by)
    values = [given] if given else list(pack.alias.values)
    bits = [_members(pack, [f"{pack.alias.status}:{value}"]) for value in values]
    return axis(f"person.{pack.alias.by}", [{("+members.alias", PERSON): bit} for bit in bits])


def _members(pack: Pack, codes: Sequence[str]) -> int:
    return sum(1 << pack.members.index(c) for c in codes if c in pack.members)


def _since_axis(case: Case) -> Axis:
    """Not knowing since when: all along, from the new year, or from the day after each visit."""
    if "status_since" not in case.person or case.person["status_since"] is not None:
        return axis("person.status_since", [{}])
    newyear = date(case.year, 1, 1)
    days = [v["discharged"] for v in case.visits or () if v.get("discharged")]
    starts = [
        newyear - timedelta(1),
        newyear,
        *(d + timedelta(1) for d in days),
        date(case.year, 12, 31),
    ]
    return axis(
        "person.status_since", [{("since", PERSON): day_number(d)} for d in dict.fromkeys(starts)]
    )


def _amount_axis(path: str, column: str, value: int | Range | None) -> Axis:
    low, high = (
        (0, None) if value is None else value if isinstance(value, Range) else (value, value)
    )
    tops = [high] if high is not None else [HALF, MAX_FEN]
    ends_ = dict.fromkeys([low, *tops])
    return axis(path, [{(column, PERSON): end} for end in ends_], open_=high is None)


def _fact_axis(fact: str, value: Any, pack: Pack) -> Axis:
    if value is not None:
        return axis(f"person.{fact}", [{(fact, PERSON): code(fact, value)}])
    edges = [
        t.at_least
        for g in gates(pack)
        for row in g.any
        for t in row
        if t.fact == fact and t.at_least is not None
    ]
    values = [0, *edges] if edges else [0, 1]
    return axis(f"person.{fact}", [{(fact, PERSON): v} for v in values])


def _visits_axes(case: Case, pack: Pack) -> Iterator[Axis]:
    if case.visits is None:
        yield _imagined(pack)
        return
    for number, visit in enumerate(case.visits):
        yield _kind_axis(visit, number)
        yield _day_axis(case, pack, visit, number)
        yield _gates_axis(pack, visit, number)
        if visit.get("whole_year"):
            yield axis("", [{("spread", number): spread} for spread in (0, 1)])
        scope, names, open_ = in_scope_values(visit)
        for ways, paths, opened in [(scope, names, open_), *payment_values(visit, _computed(case, pack, visit))]:
            marked = tuple({(column, number): v for column, v in way.items()} for way in ways)
            yield Axis(
                tuple(f"visits[{number}].{p}" for p in paths),
                marked,
                np.arange(len(marked)),
                opened,
            )


def _computed(case: Case, pack: Pack, visit: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the insurance payments that the document itself lets us compute for a visit."""
    scheme = case.person.get("scheme")
    if scheme is None:
        return ()
    number = CODES["scheme"].index(scheme)
    layers = [pack.benefits[name] for name in ("basic", "critical") if name in pack.benefits]
    return tuple(
        f"{b.id}_paid" for b in layers if _open_to(b, number, case) and _covers(b, number, visit)
    )


def _open_to(benefit: Benefit, scheme: int, case: Case) -> bool:
    """Tell whether a benefit's own tariff can be used: insured so, recognised, figures known."""
    tests = [g for g in benefit.gates if g.facts == ("scheme",)]
    passed = all(g.holds(lambda _: np.array([scheme])).all() for g in tests)
    rows = np.unique(benefit.picks.best[:, scheme])
    known = all(known for row, known in enumerate(benefit.known(case.person)) if row in rows)
    recognised = bool(rows.all()) or bool(case.person.get("status"))
    return passed and known and bool(rows.any()) and recognised


def _covers(benefit: Benefit, scheme: int, visit: Mapping[str, Any]) -> bool:
    """Tell whether a visit is surely one that a tariff is for; ordinary care has no such payment."""
    if visit.get("kind") and code("kind", visit["kind"]) not in benefit.kinds:
        return True
    rows = [row for row in np.unique(benefit.picks.best[:, scheme]) if row]
    day = visit.get("discharged")
    gates_ = [g for g in benefit.gates if g.of_visit]
    columns = {fact: visit.get(fact) for gate in gates_ for fact in gate.facts}
    if any(value is None for value in columns.values()):
        return False
    passed = all(g.holds(lambda f: np.array([code(f, columns[f])])).all() for g in gates_)
    return passed and (day is None or day_number(day) >= int(benefit.starts[rows].min()))


def _imagined(pack: Pack) -> Axis:
    """No visit known: none, or a very large one of each kind with every gate passed."""
    good = {"designated": 1, "place": 0, "referral": 1, "public_hospital": 1, "grassroots_first": 1}
    ways = []
    for kinds, amount in [
        ((), 0),
        ((0,), MAX_FEN),
        ((1,), MAX_FEN),
        ((2,), MAX_FEN),
        ((0, 1, 2), HALF),
        ((0, 1, 2), MAX_FEN),
    ]:
        way: dict[Spot, int] = {}
        for number in range(3):
            here = number in kinds
            way |= {
                ("kind", number): number if here else -1,
                ("in_scope", number): amount * here,
                ("critical_open", number): 1,
                ("basic_open", number): 1,
            }
            way |= {(fact, number): good.get(fact, 1) for fact in visit_facts(pack)}
        ways.append(way)
    return axis("visits", ways, open_=True)


def _kind_axis(visit: Mapping[str, Any], number: int) -> Axis:
    kinds = [visit["kind"]] if visit.get("kind") else CODES["kind"]
    return axis(
        f"visits[{number}].kind", [{("kind", number): code("kind", kind)} for kind in kinds]
    )


def _day_axis(case: Case, pack: Pack, visit: Mapping[str, Any], number: int) -> Axis:
    day = visit.get("discharged")
    days = [day] if day else _days(case, pack)
    admitted = visit.get("admitted")
    return axis(
        f"visits[{number}].discharged",
        [
            {("day", number): day_number(d), ("admitted", number): day_number(admitted or d)}
            for d in days
        ],
    )


def _days(case: Case, pack: Pack) -> list[date]:
    """List days between which nothing the pack looks at changes, for a visit without a date."""
    first, last = date(case.year, 1, 1), date(case.year, 12, 31)
    since = case.person.get("status_since")
    marks = [b.in_force for b in pack.benefits.values()]
    marks += [since] if isinstance(since, date) else list((since or {}).values())
    inside = sorted({mark for mark in marks if first < mark <= last})
    return [last, *(mark - timedelta(1) for mark in inside)]


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
    classes = np.array([kinds.index(mark) for mark in marks]).reshape(sizes or [1])
    return Axis(
        tuple(f"visits[{number}].{f}" for f in open_) or (f"visits[{number}]",),
        tuple(ways),
        classes,
    )


__all__ = ["Axis", "Benefit", "find_axes", "person_facts", "visit_facts"]
