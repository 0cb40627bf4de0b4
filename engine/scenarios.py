"""Changes worth trying for a case whose facts are all known: each is more rows of its table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .amounts import ends
from .case import Case
from .money import yuan
from .packs import Pack
from .table import CODES
from .ways import PERSON, Axis, Spot, axis, count, visit_facts

MOST_LANES = 3
"""A case of which more has to be tried than the usual figures is not tried otherwise as well."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A change of a case: as contract paths, and as columns."""

    id: str
    set: Mapping[str, Any]
    way: Mapping[Spot, int]


def worth_trying(case: Case, pack: Pack, axes: Sequence[Axis]) -> tuple[Scenario, ...]:
    """List the changes worth trying: none while a fact is open."""
    known = all(one.known or not one.paths[0] for one in axes)
    return tuple(_scenarios(case, pack)) if known and count(axes) <= MOST_LANES else ()


def laid_over(scenarios: Sequence[Scenario]) -> Axis:
    """Give the case as it is, and every change of it, as one axis."""
    return axis("", [{}, *(scenario.way for scenario in scenarios)])


def _scenarios(case: Case, pack: Pack) -> Iterator[Scenario]:
    """List another identity, a referral, critical insurance not yet settled, commercial cover."""
    yield from _recognised(case, pack)
    visits = case.visits or ()
    referred = {
        number: CODES["referral"].index("referred")
        for number, visit in enumerate(visits)
        if visit.get("referral") == "none" and "referral" in visit_facts(pack)
    }
    if referred:
        paths = {f"visits[{number}].referral": "referred" for number in referred}
        way: dict[Spot, int] = {("referral", number): v for number, v in referred.items()}
        yield Scenario("referred", paths, way)
    settled = [n for n, visit in enumerate(visits) if visit.get("critical_paid") is not None]
    if settled and "critical" in pack.benefits:
        unsettled: dict[str, Any] = {f"visits[{n}].critical_paid": None for n in settled}
        yield Scenario("critical_open", unsettled, {("critical_open", n): 1 for n in settled})
    yield from _commercial(case)


def _recognised(case: Case, pack: Pack) -> Iterator[Scenario]:
    status = list(case.person.get("status") or ())
    for code in pack.groups:
        if code not in status and code in pack.members and not pack.groups[code].costs:
            bit = 1 << pack.members.index(code)
            set_to = {"person.status": [*status, code]}
            yield Scenario(f"recognised.{code}", set_to, {("+members.recognised", PERSON): bit})


def _commercial(case: Case) -> Iterator[Scenario]:
    """Commercial cover counts only here: as if the county took it off first (A6)."""
    way: dict[Spot, int] = {}
    paths: dict[str, Any] = {}
    for number, visit in enumerate(case.visits or ()):
        cover, other = visit.get("commercial_paid"), visit.get("other_paid")
        if cover is not None and other is not None and ends(cover)[0]:
            total = ends(other)[0] + ends(cover)[0]
            way["other", number] = total
            paths[f"visits[{number}].other_paid"] = yuan(total)
    if way:
        yield Scenario("commercial_first", paths, way)
