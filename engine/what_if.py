"""What would differ: another identity, a referral, critical insurance not yet settled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .amounts import ends
from .benefits import ELIGIBLE
from .columns import build
from .evaluate import evaluate
from .lanes import NAMES, Lanes
from .ledger import Ledger
from .money import yuan
from .notices import Reading
from .sensitivity import gets
from .table import CODES
from .ways import PERSON, Spot, axis, count, visit_facts


@dataclass(frozen=True, slots=True)
class Scenario:
    """A change of a case: as contract paths, and as columns."""

    id: str
    set: Mapping[str, Any]
    way: Mapping[Spot, int]


Readings = Sequence[tuple[Reading, Ledger]]
"""Other readings of clauses, each with the case evaluated under it."""


def tell_what_if(lanes: Lanes, readings: Readings) -> list[dict[str, Any]]:
    """List the changes that would make a difference, with the benefits that differ."""
    if not lanes.known:
        return []
    return [*_scenarios_told(lanes), *_readings_told(lanes, readings)]


def _scenarios_told(lanes: Lanes) -> Iterator[dict[str, Any]]:
    found = list(scenarios(lanes))
    now = dict(_columns(lanes, {spot for scenario in found for spot in scenario.way}))
    ways = [now, *({**now, **scenario.way} for scenario in found)]
    axes = [*lanes.axes, axis("what_if", ways)]
    if not found or count(axes) > len(ways) * 3:
        return
    ledger = evaluate(lanes.pack, build(lanes.case, lanes.pack, axes), lanes.case.person)
    rows = {name: _rows(ledger, name) for name in lanes.pack.benefits}
    change = gets(ledger, lanes.pack).tolist()
    for number, scenario in enumerate(found, 1):
        differing = {
            name: _told(row[number]) for name, row in rows.items() if row[number] != row[0]
        }
        if differing:
            yield {"id": scenario.id, "set": dict(scenario.set), "benefits": differing,
                   "total_change": yuan(change[number] - change[0])}  # fmt: skip


def _columns(lanes: Lanes, spots: set[Spot]) -> Iterator[tuple[Spot, int]]:
    """Read what the case itself has where some scenario changes it."""
    table = lanes.ledger.table
    for name, visit in spots:
        if visit == PERSON:
            yield (name, visit), int(table.persons[name][0])
        else:
            line = np.flatnonzero((table.owner == 0) & (table.visits["slot"] == visit))[0]
            yield (name, visit), int(table.visits[name][line])


def scenarios(lanes: Lanes) -> Iterator[Scenario]:
    """List the changes worth trying for a case whose facts are all known."""
    yield from _recognised(lanes)
    visits = lanes.case.visits or ()
    referred = {
        number: CODES["referral"].index("referred")
        for number, visit in enumerate(visits)
        if visit.get("referral") == "none" and "referral" in visit_facts(lanes.pack)
    }
    if referred:
        paths = {f"visits[{number}].referral": "referred" for number in referred}
        way: dict[Spot, int] = {("referral", number): v for number, v in referred.items()}
        yield Scenario("referred", paths, way)
    settled = [n for n, visit in enumerate(visits) if visit.get("critical_paid") is not None]
    if settled and "critical" in lanes.pack.benefits:
        unsettled: dict[str, Any] = {f"visits[{n}].critical_paid": None for n in settled}
        yield Scenario("critical_open", unsettled, {("critical_open", n): 1 for n in settled})
    yield from _commercial(lanes)


def _recognised(lanes: Lanes) -> Iterator[Scenario]:
    pack, status = lanes.pack, list(lanes.case.person.get("status") or ())
    members = int(lanes.ledger.table.persons["members"][0])
    for code in pack.groups:
        if code not in status and code in pack.members and not pack.groups[code].costs:
            bits = members | 1 << pack.members.index(code)
            set_to = {"person.status": [*status, code]}
            yield Scenario(f"recognised.{code}", set_to, {("members", PERSON): bits})


def _commercial(lanes: Lanes) -> Iterator[Scenario]:
    """Commercial cover counts only here: as if the county took it off first (A6)."""
    way: dict[Spot, int] = {}
    paths: dict[str, Any] = {}
    for number, visit in enumerate(lanes.case.visits or ()):
        cover, other = visit.get("commercial_paid"), visit.get("other_paid")
        if cover is not None and other is not None and ends(cover)[0]:
            total = ends(other)[0] + ends(cover)[0]
            way["other", number] = total
            paths[f"visits[{number}].other_paid"] = yuan(total)
    if way:
        yield Scenario("commercial_first", paths, way)


def _rows(ledger: Ledger, benefit: str) -> list[tuple[int, int | None]]:
    """Give a benefit's standing in every row, and its amount where it is given."""
    both = zip(ledger.standing[benefit].tolist(), ledger.amount(benefit).tolist(), strict=True)
    return [(standing, amount if standing == ELIGIBLE else None) for standing, amount in both]


def _told(row: tuple[int, int | None]) -> dict[str, Any]:
    standing, amount = row
    return {"status": NAMES[standing], "amount": None if amount is None else yuan(amount)}


def _readings_told(lanes: Lanes, readings: Readings) -> Iterator[dict[str, Any]]:
    """Tell the other readings of the document's clauses that would change this case."""
    for reading, other in readings:
        rows = {
            name: (_rows(lanes.ledger, name)[0], _rows(other, name)[0])
            for name in lanes.pack.benefits
        }
        differing = {name: _told(then) for name, (now, then) in rows.items() if now != then}
        if differing:
            change = gets(other, lanes.pack)[0] - gets(lanes.ledger, lanes.pack)[0]
            yield {"id": f"reading.{reading.id}", "set": {}, "benefits": differing,
                   "total_change": yuan(int(change))}  # fmt: skip


def other_readings(lanes: Lanes) -> Readings:
    """Evaluate a case whose facts are all known once under each other reading."""
    if not lanes.known:
        return []
    return [
        (r, evaluate(lanes.pack.having(r.benefit), lanes.ledger.table, lanes.case.person))
        for r in lanes.pack.readings
    ]
