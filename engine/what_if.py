"""What would differ: another identity, a referral, critical insurance not yet settled."""

from collections.abc import Iterator, Sequence
from typing import Any

from .benefits import ELIGIBLE, NAMES, Benefit
from .evaluate import evaluate
from .lanes import Lanes
from .ledger import Ledger
from .money import yuan
from .notices import Reading
from .scenarios import Scenario
from .sensitivity import gets, got

Readings = Sequence[tuple[Reading, Ledger]]
"""Other readings of clauses, each with the case evaluated under it."""


def tell_what_if(lanes: Lanes, readings: Readings) -> list[dict[str, Any]]:
    """List the changes that would make a difference, with the benefits that differ."""
    if not lanes.known:
        return []
    return [*_scenarios_told(lanes), *_readings_told(lanes, readings)]


def _scenarios_told(lanes: Lanes) -> Iterator[dict[str, Any]]:
    if not lanes.tried:
        return
    rows = {name: _rows(lanes.wide, benefit) for name, benefit in lanes.pack.benefits.items()}
    money = got(lanes.pack)
    for number, scenario in enumerate(lanes.tried, 1):
        row = number * lanes.ledger.table.rows  # its first lane, against the first of the case
        differing = {name: _told(of[row]) for name, of in rows.items() if of[row] != of[0]}
        if differing:
            change = sum((rows[name][row][1] or 0) - (rows[name][0][1] or 0) for name in money)
            yield {"id": scenario.id, "set": _set(scenario, lanes.wide, row), "benefits": differing,
                   "total_change": yuan(change)}  # fmt: skip


def _set(scenario: Scenario, ledger: Ledger, row: int) -> dict[str, Any]:
    """Name what a change sets; of payments not settled only those that the document computes."""
    if scenario.id != "critical_open":
        return dict(scenario.set)
    found = ledger.operands("critical", row)
    counted = (slot for slot, counts in zip(found.slot, found.counts, strict=True) if counts)
    paths = {f"visits[{visit}].critical_paid" for visit in counted}
    return {path: value for path, value in scenario.set.items() if path in paths}


def _rows(ledger: Ledger, benefit: Benefit) -> list[tuple[int, int | None]]:
    """Give a benefit's standing in every row, and its amount where it is given and is money."""
    money = benefit.operation != "right"
    standings, amounts = (ledger.standing[benefit.id], ledger.amount(benefit.id))
    both = zip(standings.tolist(), amounts.tolist(), strict=True)
    return [(stands, amount if money and stands == ELIGIBLE else None) for stands, amount in both]


def _told(row: tuple[int, int | None]) -> dict[str, Any]:
    standing, amount = row
    return {"status": NAMES[standing], "amount": None if amount is None else yuan(amount)}


def _readings_told(lanes: Lanes, readings: Readings) -> Iterator[dict[str, Any]]:
    """Tell the other readings of the document's clauses that would change this case."""
    for reading, other in readings:
        rows = {
            name: (_rows(lanes.ledger, benefit)[0], _rows(other, benefit)[0])
            for name, benefit in lanes.pack.benefits.items()
        }
        differing = {name: _told(then) for name, (now, then) in rows.items() if now != then}
        if differing:
            then, now = (gets(one, got(lanes.pack))[0] for one in (other, lanes.ledger))
            yield {"id": f"reading.{reading.id}", "set": {}, "benefits": differing,
                   "total_change": yuan(int(then - now))}  # fmt: skip


def other_readings(lanes: Lanes) -> Readings:
    """Evaluate a case whose facts are all known once under each reading that may change it."""
    if not lanes.known or lanes.loose:
        return []
    return [
        (r, evaluate(lanes.pack.having(r.benefit), lanes.ledger.table, lanes.case.person))
        for r in lanes.pack.readings
        if not r.figures or lanes.ledger.traces[r.benefit.id].counts.any()
    ]
