"""Everything a document reads of a case, known or not, as axes."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np

from .case import Case
from .packs import Pack
from .status_axes import since_axis, status_axes
from .table import CODES, code
from .visit_axes import visit_axes
from .ways import PACKS, PERSON, Axis, Spot, amount_axis, axis, gates, person_facts


def find_axes(case: Case, pack: Pack) -> list[Axis]:
    """List everything a pack reads of a case, known or not."""
    return [
        *_person_axes(case, pack),
        *visit_axes(case, pack),
        *([_variants(pack, case)] if any(b.outside for b in pack.benefits.values()) else []),
    ]


VARIANT: Spot = ("variant", PERSON)
"""Which of the usual figures stands in where a text holds none."""


def _variants(pack: Pack, case: Case) -> Axis:
    outside = next(b for b in pack.benefits.values() if b.outside)
    return axis("", [{VARIANT: v} for v in range(outside.variants(case.person))])


def _person_axes(case: Case, pack: Pack) -> Iterator[Axis]:
    scheme = case.person.get("scheme")
    options = (CODES["scheme"].index(scheme),) if scheme else _schemes(pack)
    yield axis("person.scheme", [{("scheme", PERSON): option} for option in options])
    yield from status_axes(case, pack)
    yield since_axis(case)
    yield amount_axis("person.premium", "premium", case.person.get("premium"))
    for name, value in case.opening.items():
        yield amount_axis(f"person.opening.{name}", name, value)
    for fact in person_facts(pack):
        yield _fact_axis(fact, case.person.get(fact), pack)


@lru_cache(maxsize=PACKS)
def _schemes(pack: Pack) -> tuple[int, ...]:
    """Name one insurance scheme of each kind the pack tells apart."""
    seen: dict[tuple[Any, ...], int] = {}
    for scheme in range(len(CODES["scheme"])):
        picks = tuple(b.picks.best[:, scheme].tobytes() for b in pack.benefits.values())
        tests = tuple(
            test.holds(np.array([scheme])).item()
            for gate in gates(pack)
            for row in gate.rows
            for test in row
            if test.fact == "scheme"
        )
        seen.setdefault((picks, tests, CODES["scheme"][scheme] == "none"), scheme)
    return tuple(seen.values())


def _fact_axis(fact: str, value: Any, pack: Pack) -> Axis:
    if value is not None:
        return axis(f"person.{fact}", [{(fact, PERSON): code(fact, value)}])
    edges = [
        t.at_least
        for g in gates(pack)
        for row in g.rows
        for t in row
        if t.fact == fact and t.at_least is not None
    ]
    values = [0, *edges] if edges else [0, 1]
    return axis(f"person.{fact}", [{(fact, PERSON): v} for v in values])
