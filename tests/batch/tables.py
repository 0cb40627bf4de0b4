"""Made-up tables of many persons for one document, laid out as the engine's columns."""

from datetime import date

import numpy as np

from engine.table import CODES, Table, day_number
from engine.ways import person_facts, visit_facts

MONEY = ("basic", "critical", "other")


def some_table(pack, *, rows, seed, most=6):
    """Make a table of random persons with up to so many visits each; some have none."""
    rng = np.random.default_rng(seed)
    owner = np.repeat(np.arange(rows), rng.integers(0, most + 1, rows))
    held = rng.choice([0, *(1 << np.arange(len(pack.members))), 3, 5], rows)
    return Table(rows, persons(pack, held, rng), visits(pack, held[owner], owner, rng), owner)


def persons(pack, held, rng):
    """Make the columns of the persons; one in four was recognised this year."""
    rows = len(held)
    names = ("members", "held", "held_named", "held_before")
    columns = dict.fromkeys(names, held)
    columns |= {"held_new": held * (rng.random(rows) < 0.25)}
    columns |= {name: rng.integers(0, 2, rows) for name in person_facts(pack)}
    columns |= {name: np.zeros(rows, np.int64) for name in ("unnamed", "variant")}
    scheme = rng.integers(0, len(CODES["scheme"]), rows)
    year = np.full(rows, pack.year)
    return columns | {"scheme": scheme, "premium": np.full(rows, 38_000), "year": year}


def visits(pack, held, owner, rng):
    """Make the columns of the visits, in the order of their days."""
    lines = len(owner)
    day = rng.integers(0, 365, lines) + day_number(date(pack.year, 1, 1))
    day = day[np.lexsort((day, owner))]
    facts = {name: rng.integers(0, len(CODES.get(name, "ny")), lines) for name in visit_facts(pack)}
    slips = {name: rng.integers(0, 3_000_00, lines) for name in MONEY}
    opened = {f"{name}_open": rng.integers(0, 2, lines) for name in ("basic", "critical")}
    return {
        "kind": rng.integers(0, len(CODES["kind"]), lines),
        "day": day,
        "in_scope": rng.integers(0, 200_000_00, lines),
        "spread": np.zeros(lines, np.int64),
        "held": held,
        "held_if_earlier": held,
        **facts,
        **slips,
        **opened,
    }
