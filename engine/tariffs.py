"""Whether the document's own tariff surely pays what a slip does not show: else it is not known."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np

from .benefits import Benefit
from .case import Case
from .operations.ladder import pick
from .packs import Pack
from .spans import span_of
from .table import CODES, code, day_number
from .ways import PACKS


def open_layers(case: Case, pack: Pack) -> list[Benefit]:
    """List the layers of insurance that the document itself lets us compute for a person."""
    scheme = case.person.get("scheme")
    layers = [pack.benefits[name] for name in ("basic", "critical") if name in pack.benefits]
    return [b for b in layers if scheme and _open_to(b, CODES["scheme"].index(scheme), case)]


def computed_of(
    case: Case, pack: Pack, layers: Sequence[Benefit], visit: Mapping[str, Any]
) -> tuple[str, ...]:
    """Name the payments not told that the document itself lets us compute for a visit."""
    return tuple(
        name
        for benefit in layers
        if visit.get(name := f"{benefit.id}_paid") is None
        and _covers(benefit, case, visit)
        and _serves(benefit, case, pack, visit)
    )


def _serves(benefit: Benefit, case: Case, pack: Pack, visit: Mapping[str, Any]) -> bool:
    """Tell whether some tariff is surely for whoever has the visit: for all, or for an identity."""
    scheme = CODES["scheme"].index(case.person["scheme"])
    if 0 not in _rows(benefit, scheme):
        return True
    single = benefit.picks.single
    return any(
        all(c in pack.members and single[pack.members.index(c), scheme] for c in classes)
        for classes in _held_surely(case, pack, visit)
    )


def _open_to(benefit: Benefit, scheme: int, case: Case) -> bool:
    """Tell whether a benefit's own tariff can be used: insured so, admitted, figures known."""
    rows = _rows(benefit, scheme)
    known = benefit.known(case.person)
    others = [g for g in benefit.gates if not g.of_visit and g.facts != ("scheme",)]
    admitted = _admits(benefit, scheme) and all(g.surely(case.person) for g in others)
    return admitted and all(known[r] for r in rows) and any(rows)


@lru_cache(maxsize=PACKS)
def _rows(benefit: Benefit, scheme: int) -> tuple[int, ...]:
    """Name the tariffs that somebody insured so may have."""
    return tuple(np.unique(benefit.picks.best[:, scheme]).tolist())


@lru_cache(maxsize=PACKS)
def _admits(benefit: Benefit, scheme: int) -> bool:
    tests = [g for g in benefit.gates if g.facts == ("scheme",)]
    return all(g.holds(lambda _: np.array([scheme])).all() for g in tests)


@lru_cache(maxsize=PACKS)
def _start(benefit: Benefit, scheme: int) -> int:
    """Give the day from which the first of the tariffs for an insurance is in force."""
    rows = [row for row in _rows(benefit, scheme) if row]
    return int(pick(benefit.starts, np.array(rows)).min())


def _covers(benefit: Benefit, case: Case, visit: Mapping[str, Any]) -> bool:
    """Tell whether a tariff surely is for a visit: its kind, its hospital, its day."""
    kinds = [code("kind", visit["kind"])] if visit.get("kind") else range(len(CODES["kind"]))
    if not set(kinds) <= set(benefit.kinds):
        return False
    day = visit.get("discharged") or date(case.year, 1, 1)  # the least that is sure
    gates_ = [g for g in benefit.gates if g.of_visit]
    if any(visit.get(fact) is None for gate in gates_ for fact in gate.facts):
        return False
    scheme = CODES["scheme"].index(case.person["scheme"])
    return all(g.allows(visit) for g in gates_) and day_number(day) >= _start(benefit, scheme)


def _held_surely(case: Case, pack: Pack, visit: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Give, for every identity surely held at a visit, the classes as which it may count."""
    for status in case.person.get("status") or ():
        if _on_time(case, visit, status):
            when = pack.groups[status].when if status in pack.groups else ()
            if all(test.surely(case.person) for test in when):
                yield (status,)
            elif all(case.person.get(test.fact) is not None for test in when):
                yield (f"{status}:else",)
            else:
                yield status, f"{status}:else"


def _on_time(case: Case, visit: Mapping[str, Any], status: str) -> bool:
    """Tell whether a visit surely lies within the days on which an identity is held."""
    person = case.person
    if "status_since" in person and person["status_since"] is None:
        return False
    day = visit.get("discharged")
    begun = visit.get("admitted") or day or date(case.year, 12, 31)
    return span_of(person, status).covers(first=begun, last=day or date(case.year, 1, 1))
