"""What would differ: another identity, a referral, critical insurance not yet settled."""

from collections.abc import Iterator, Sequence
from typing import Any

from .benefits import ELIGIBLE
from .evaluate import evaluate
from .lanes import NAMES, Lanes
from .ledger import Ledger
from .money import yuan
from .notices import Reading
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
    rows = {name: _rows(lanes.wide, name) for name in lanes.pack.benefits}
    money = got(lanes.pack)
    for number, scenario in enumerate(lanes.tried, 1):
        row = number * lanes.ledger.table.rows  # its first lane, against the first of the case
        differing = {name: _told(of[row]) for name, of in rows.items() if of[row] != of[0]}
        if differing:
            change = sum((rows[name][row][1] or 0) - (rows[name][0][1] or 0) for name in money)
            yield {"id": scenario.id, "set": dict(scenario.set), "benefits": differing,
                   "total_change": yuan(change)}  # fmt: skip


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
    """Evaluate a case whose facts are all known once under each reading that may change it."""
    if not lanes.known or lanes.loose:
        return []
    return [
        (r, evaluate(lanes.pack.having(r.benefit), lanes.ledger.table, lanes.case.person))
        for r in lanes.pack.readings
        if not r.figures or lanes.ledger.traces[r.benefit.id].counts.any()
    ]
