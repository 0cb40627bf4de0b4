"""Standing: who has a benefit at all; and what is granted to the person, not to a visit."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from .benefits import ASK_OFFICE, ELIGIBLE, INELIGIBLE, Benefit
from .ledger import Ledger
from .operations.gate import Gate
from .operations.ladder import settle
from .table import AT_STAY, CODES, IN_YEAR, Flags, Whole, with_scheme

NO_SCHEME = CODES["scheme"].index("none")
_FAILS = {"ineligible": INELIGIBLE, "ask_office": ASK_OFFICE}


def passes(ledger: Ledger, gate: Gate) -> Flags:
    """Test a gate on every visit, once a run; one about the person once for each person."""
    if gate.of_visit:
        return ledger.gate(gate.id, lambda: gate.holds(ledger.table.column))
    return ledger.gate(gate.id, lambda: ledger.table.at_visits(allows(ledger, gate)))


def allows(ledger: Ledger, gate: Gate) -> Flags:
    """Test a gate about the person on every person, once a run."""
    if gate.id not in ledger.allowed:
        ledger.allowed[gate.id] = gate.holds(ledger.table.persons.__getitem__)
    return ledger.allowed[gate.id]


def stand(
    ledger: Ledger, benefit: Benefit, given: Mapping[str, Any], held: Whole | None = None
) -> None:
    """Set every row's standing: the best of its identities, then what the person's gates allow."""
    table, picks = ledger.table, benefit.picks.flat
    if benefit.left_out:
        ledger.standing[benefit.id] = np.full(table.rows, ASK_OFFICE)
        return
    pair = table.held_in_year if held is None else with_scheme(held, table.persons["scheme"])
    standing = picks.standing[pair]
    known = benefit.known(given)
    if not benefit.insurance and not all(known):
        found = np.array(known)[picks.best[pair]]
        standing = np.where(found, standing, np.minimum(standing, ASK_OFFICE))
    if not table.blank("unnamed"):
        counts = IN_YEAR if benefit.operation == "premium" else IN_YEAR | AT_STAY
        unnamed = (table.persons["unnamed"] & counts) != 0
        standing = np.where(unnamed, np.maximum(standing, ASK_OFFICE), standing)
    for gate in benefit.gates:
        if not gate.of_visit and np.count_nonzero(passed := allows(ledger, gate)) < table.rows:
            standing = np.where(passed, standing, np.minimum(standing, _FAILS[gate.fails]))
    ledger.standing[benefit.id] = standing


def grant_premium(ledger: Ledger, benefit: Benefit, *, given: Mapping[str, Any]) -> None:
    """Help with the yearly contribution: the best of the identities held in time."""
    persons = ledger.table.persons
    held = persons["held_named"]
    if benefit.newly:
        held = np.where(persons["scheme"] != NO_SCHEME, persons["held_before"], held)
    stand(ledger, benefit, given, held)
    pays, row = _best_premium(benefit, held, persons["premium"])
    paid = (ledger.standing[benefit.id] == ELIGIBLE) & (persons["year"] >= benefit.in_force.year)
    ledger.persons[benefit.id] = np.where(paid, pays, 0)
    ledger.persons[f"{benefit.id}.row"] = row


def _best_premium(benefit: Benefit, held: Whole, premium: Whole) -> tuple[Whole, Whole]:
    """Give the largest help of the identities held, and the tariff it comes from."""
    share = settle(premium * benefit.shares.figure[held])
    floor = np.minimum(benefit.floors.figure[held], premium)
    rows = (best.row[held] for best in (benefit.floors, benefit.shares))
    return np.maximum(share, floor), np.where(floor > share, *rows)


def grant_later(ledger: Ledger, benefit: Benefit, *, given: Mapping[str, Any]) -> None:
    """Stand for help on application: those newly recognised this year; its sum comes afterwards."""
    stand(ledger, benefit, given, ledger.table.persons["held_new"])
    ledger.persons[benefit.id] = np.zeros(ledger.table.rows, np.int64)
