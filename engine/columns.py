"""The columns of a table from the ways of all axes: one row for every combination (a lane)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from .case import Case
from .packs import Pack
from .table import Table, Whole, day_number, month_end
from .ways import PERSON, Axis, person_facts, visit_facts

LEAST = -(1 << 40)
VISIT_COLUMNS = (
    "kind",
    "day",
    "admitted",
    "in_scope",
    "basic",
    "critical",
    "other",
    "slip_aid",
    "slip_aid_high",
    "basic_open",
    "critical_open",
    "spread",
)
PERSON_COLUMNS = ("scheme", "members", "unnamed", "premium", "variant")


def build(case: Case, pack: Pack, axes: Sequence[Axis]) -> Table:
    """Lay out every combination of the axes' ways as rows of one table, visits in payment order."""
    sizes = [len(axis.ways) for axis in axes]
    lanes = int(np.prod(sizes, dtype=np.int64))
    number = 3 if case.visits is None else len(case.visits)
    persons = {
        name: np.zeros(lanes, np.int64)
        for name in (*PERSON_COLUMNS, *person_facts(pack), *case.opening)
    }
    visits = {
        name: np.zeros((lanes, number), np.int64) for name in (*VISIT_COLUMNS, *visit_facts(pack))
    }
    if case.visits is None:
        visits["day"] += day_number(date(case.year, 12, 30))
    persons |= {"since": np.full(lanes, LEAST), "year": np.full(lanes, case.year)}
    for axis, choice in zip(axes, _choices(sizes, lanes), strict=True):
        _apply(axis, choice, persons, visits)
    _apply_members(case, pack, persons, visits)
    return _ordered(persons, visits, lanes, number)


def _choices(sizes: Sequence[int], lanes: int) -> list[Whole | int]:
    """Tell for every axis which way each lane takes; an axis of one way needs no column."""
    choices: list[Whole | int] = []
    repeat = lanes
    for size in sizes:
        repeat //= size
        choices.append(
            np.tile(np.repeat(np.arange(size), repeat), lanes // (size * repeat)) if size > 1 else 0
        )
    return choices


def _apply(
    axis: Axis, choice: Whole | int, persons: dict[str, Whole], visits: dict[str, Whole]
) -> None:
    first, *others = axis.ways
    for name, visit in (
        dict.fromkeys(spot for way in axis.ways for spot in way) if others else first
    ):
        column: Whole | int
        if isinstance(choice, int):
            column = first.get((name, visit), 0)
        else:
            column = np.array([way.get((name, visit), 0) for way in axis.ways], np.int64)[choice]
        target = name.lstrip("+").split(".")[0]
        if visit != PERSON:
            visits[target][:, visit] = column
        elif name.startswith("+"):
            persons[target] |= column
        else:
            persons[target][:] = column


def _apply_members(
    case: Case, pack: Pack, persons: dict[str, Whole], visits: dict[str, Whole]
) -> None:
    """Turn recognised identities into those held in the year and at each visit (A12)."""
    members = _with_conditions(pack, persons)
    newyear, last = day_number(date(case.year, 1, 1)), day_number(date(case.year, 12, 31))
    held, before, new = (np.zeros_like(members) for _ in range(3))
    at_visit, if_earlier = np.zeros_like(visits["day"]), np.zeros_like(visits["day"])
    someone = int(np.bitwise_or.reduce(members))
    begins = np.minimum(visits["admitted"], visits["day"])
    for bit, member in enumerate(pack.members):
        if not someone >> bit & 1:
            continue
        has = members & (1 << bit)
        since, until = _interval(case, member.split(":")[0], persons["since"])
        held |= np.where((since <= last) & (until >= newyear), has, 0)
        before |= np.where((since < newyear) & (until >= newyear), has, 0)
        new |= np.where((since >= newyear) & (since <= last), has, 0)
        here = (np.reshape(since, (-1, 1)) <= visits["day"]) & (begins <= until)
        at_visit |= np.where(here, has[:, None], 0)
        if_earlier |= np.where(begins <= until, (new & has)[:, None], 0)
    persons |= {"held": held, "held_named": held, "held_before": before, "held_new": new}
    visits |= {"held": at_visit, "held_if_earlier": at_visit | if_earlier}


def _with_conditions(pack: Pack, persons: Mapping[str, Whole]) -> Whole:
    """Move identities whose condition fails to their other name (dibao -> dibao:else)."""
    members = persons["members"]
    for group in pack.groups.values():
        if group.when:
            bit, other = (1 << pack.members.index(f"{group.code}{end}") for end in ("", ":else"))
            holds = np.logical_and.reduce([t.holds(persons[t.fact]) for t in group.when])
            moved = np.where(members & bit, members & ~bit | other, members)
            members = np.where(holds, members, moved)
    return members


def _interval(case: Case, status: str, open_since: Whole) -> tuple[Whole, int]:
    """Give from when and until when an identity is held, in days; lost ends with its month."""
    since, until = (_of(case.person.get(key), status) for key in ("status_since", "status_until"))
    start = open_since if since is None else np.full_like(open_since, day_number(since))
    return start, -LEAST if until is None else day_number(month_end(until))


def _of(value: Any, status: str) -> date | None:
    return value.get(status) if isinstance(value, Mapping) else value


def _ordered(persons: dict[str, Whole], visits: dict[str, Whole], lanes: int, number: int) -> Table:
    flat = {name: column.ravel() for name, column in visits.items()}
    owner = np.repeat(np.arange(lanes), number)
    flat["slot"] = np.tile(np.arange(number), lanes)
    if number > 1:
        ties = [flat[name] for name in ("other", "critical", "basic", "kind")]
        order = np.lexsort((flat["slot"], *ties, -flat["in_scope"], flat["day"], owner))
        flat = {name: column[order] for name, column in flat.items()}
    return Table(lanes, persons, flat, owner)
