"""The columns of a table from the ways of all axes: one row for every combination (a lane)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import prod
from typing import Any

import numpy as np

from .case import Case
from .imagined import NUMBER
from .packs import Pack
from .spans import Span, span_of
from .table import CODES, FOREVER, Index, Table, Whole, day_number, month_end
from .ways import PERSON, Axis, Spot, axis, person_facts, visit_facts

STAY = CODES["kind"].index("inpatient")
"""The one kind of visit that begins on another day than it counts."""

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


AS_IT_IS = axis("", [{}])
"""Nothing laid over a case."""

Cell = int | Whole
"""What a column holds for one visit or for the person: the same in every lane, or one each."""


def build(
    case: Case,
    pack: Pack,
    axes: Sequence[Axis],
    over: Axis = AS_IT_IS,
    those: Sequence[Index] | None = None,
) -> Table:
    """
    Lay out every combination of the axes' ways as rows of one table, visits in payment order.

    All combinations come once for each way of `over`, which is laid over what the others say.
    `those` names for every axis the way of each row, where not every combination is wanted.
    """
    sizes = [len(one.ways) for one in (over, *axes)]
    lanes = prod(sizes) if those is None else len(those[0])
    number = NUMBER if case.visits is None else len(case.visits)
    names = (*PERSON_COLUMNS, *person_facts(pack), *case.opening)
    persons: dict[str, Cell] = {**dict.fromkeys(names, 0), "since": -FOREVER, "year": case.year}
    visits: dict[str, list[Cell]] = {
        name: [0] * number for name in (*VISIT_COLUMNS, *visit_facts(pack))
    }
    last, *choices = _choices(sizes, lanes) if those is None else (0, *those)
    for one, choice in zip((*axes, over), (*choices, last), strict=True):
        if one.known:
            _set(one.ways[0], persons, visits)
        else:
            _apply(one, choice, persons, visits)
    since = persons["since"]
    by_person = _of_persons(persons, lanes)
    by_visit = _of_visits(visits, lanes, number)
    _apply_members(case, pack, by_person, by_visit, since=since)
    return _ordered(by_person, by_visit, (lanes, number))


def _of_persons(cells: Mapping[str, Cell], lanes: int) -> dict[str, Whole]:
    """Lay the persons' cells out, those that are the same in every lane in one go."""
    same = {name: cell for name, cell in cells.items() if isinstance(cell, int)}
    block = np.array(list(same.values()), np.int64).repeat(lanes).reshape(len(same), lanes)
    alike = dict(zip(same, block, strict=True))
    return {name: alike[name] if isinstance(c, int) else c for name, c in cells.items()}


def _of_visits(cells: Mapping[str, list[Cell]], lanes: int, number: int) -> dict[str, Whole]:
    """Lay the visits' cells out, lane after lane."""
    flat = [cell for row in cells.values() for cell in row]
    own = {place: cell for place, cell in enumerate(flat) if not isinstance(cell, int)}
    same = [0 if place in own else cell for place, cell in enumerate(flat)] if own else flat
    block = np.array(same, np.int64).reshape(len(cells), 1, number).repeat(lanes, axis=1)
    for place, cell in own.items():
        block[place // number, :, place % number] = cell
    return dict(zip(cells, block.reshape(len(cells), lanes * number), strict=True))


def _choices(sizes: Sequence[int], lanes: int) -> list[Cell]:
    """Tell for every axis which way each lane takes; an axis of one way needs no column."""
    choices: list[Cell] = []
    repeat, lane = lanes, np.arange(lanes)
    for size in sizes:
        repeat //= size
        choices.append(lane // repeat % size if size > 1 else 0)
    return choices


def _apply(
    axis: Axis, choice: Cell, persons: dict[str, Cell], visits: dict[str, list[Cell]]
) -> None:
    for spot in dict.fromkeys(spot for way in axis.ways for spot in way):
        name, visit = spot
        if visit != PERSON:
            visits[name][visit] = _cell(axis, spot, choice, visits[name][visit])
        elif name.startswith("+"):
            target = name[1:].split(".")[0]
            persons[target] = persons[target] | _cell(axis, spot, choice, 0)
        else:
            persons[name] = _cell(axis, spot, choice, persons.get(name, 0))


def _set(way: Mapping[Spot, int], persons: dict[str, Cell], visits: dict[str, list[Cell]]) -> None:
    """Write what is the same in every lane."""
    for (name, visit), value in way.items():
        if visit != PERSON:
            visits[name][visit] = value
        elif name.startswith("+"):
            target = name[1:].split(".")[0]
            persons[target] = persons[target] | value
        else:
            persons[name] = value


def _cell(axis: Axis, spot: Spot, choice: Cell, before: Cell) -> Cell:
    """Give what a column holds after the choice; a way that does not name it leaves it as it is."""
    cell = np.array([way.get(spot, 0) for way in axis.ways], np.int64)[choice]
    named = [spot in way for way in axis.ways]
    return cell if all(named) else np.where(np.array(named)[choice], cell, before)


def _apply_members(
    case: Case, pack: Pack, persons: dict[str, Whole], visits: dict[str, Whole], *, since: Cell
) -> None:
    """Turn recognised identities into those held in the year and at each visit (A12)."""
    members = _with_conditions(pack, persons)
    newyear, last = day_number(date(case.year, 1, 1)), day_number(date(case.year, 12, 31))
    held: Cell = 0
    before: Cell = 0
    new: Cell = 0
    day = visits["day"].reshape(len(members), -1)
    at_visit = if_earlier = np.zeros(day.shape, np.int64)
    for start, until, bits in _stretches(case, pack, int(np.bitwise_or.reduce(members)), since):
        fresh = bits * ((start >= newyear) & (start <= last))
        held = held | bits * ((start <= last) & (until >= newyear))
        before = before | bits * ((start < newyear) & (until >= newyear))
        new = new | fresh
        still = until == FOREVER or _begins(visits).reshape(day.shape) <= until
        at_visit = at_visit | bits * ((day >= _across(start)) & still)
        if np.any(fresh):
            if_earlier = if_earlier | _across(fresh) * still
    at_visit &= members[:, None]
    anywhere = np.bitwise_or.reduce(at_visit, axis=1)
    named = {"held_named": held, "held_before": before, "held_new": new}
    persons |= {name: members & bits for name, bits in named.items()}
    persons["held"] = persons["held_named"] | anywhere
    early = at_visit | if_earlier & members[:, None]
    visits |= {"held": at_visit.ravel(), "held_if_earlier": early.ravel()}


def _begins(visits: Mapping[str, Whole]) -> Whole:
    """Give the day on which each visit began: only a stay begins on another day than it counts."""
    day = visits["day"]
    return np.where(visits["kind"] == STAY, np.minimum(visits["admitted"], day), day)


def _either(test: Any, one: Cell, other: Cell) -> Cell:
    """Choose lane by lane, or once where every lane is alike."""
    return np.where(test, one, other) if isinstance(test, np.ndarray) else one if test else other


def _across(cell: Any) -> Any:
    """Lay a cell of the person beside the visits."""
    return cell if isinstance(cell, int) else cell[:, None]


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


def _stretches(
    case: Case, pack: Pack, someone: int, since: Cell
) -> Iterator[tuple[Cell, Cell, int]]:
    """Give first and last day of every stretch, and who holds it; lost and regained makes two."""
    for span, bits in _spans(case, pack, someone):
        start = since if span.since is None else day_number(span.since)
        if span.until is None:
            yield start, FOREVER, bits
            continue
        again = start > day_number(span.until)
        yield _either(again, -FOREVER, start), day_number(month_end(span.until)), bits
        if np.any(again):
            yield _either(again, start, FOREVER), FOREVER, bits


def _spans(case: Case, pack: Pack, someone: int) -> Iterable[tuple[Span, int]]:
    """Gather identities by the day from which and the month until which they are held."""
    since, until = (case.person.get(key) for key in ("status_since", "status_until"))
    if not isinstance(since, Mapping) and not isinstance(until, Mapping):
        return [(Span(since, until), someone)]
    spans: dict[Span, int] = {}
    for bit, member in enumerate(pack.members):
        if someone >> bit & 1:
            span = span_of(case.person, member.partition(":")[0])
            spans[span] = spans.get(span, 0) | 1 << bit
    return spans.items()


def _ordered(persons: dict[str, Whole], visits: dict[str, Whole], shape: tuple[int, int]) -> Table:
    """Put the visits of every lane in the order in which they are paid."""
    lanes, number = shape
    owner, slot = np.divmod(np.arange(lanes * number), max(number, 1))
    visits["slot"] = slot
    day = visits["day"].reshape(shape)
    in_order = not np.count_nonzero(day[:, 1:] <= day[:, :-1])
    if not in_order:
        ties = [visits[name] for name in ("other", "critical", "basic", "kind")]
        order = np.lexsort((slot, *ties, -visits["in_scope"], visits["day"], owner))
        visits = {name: column[order] for name, column in visits.items()}
    return Table(lanes, persons, visits, owner, number, in_order)
