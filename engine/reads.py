"""What a document reads of a case: nobody is asked for anything else."""

from collections.abc import Iterator
from functools import lru_cache

from .document import Pack
from .operations.given import Given
from .operations.outside import FACTS
from .operations.overflow import Beyond
from .questions import BY_PATH
from .ways import PACKS, person_facts, visit_facts

OPENINGS = {
    "critical": ("critical_base", "critical_paid"),
    "aid": ("aid_base", "aid_paid"),
    "outpatient_aid": ("outpatient_aid_paid",),
    "tilt_aid": ("tilt_paid",),
}
MONEY = (
    "kind", "admitted", "discharged", "total", "out_of_scope", "in_scope", "basic_paid",
    "critical_paid", "other_paid", "commercial_paid", "aid_paid", "class_b_own", "own_paid",
    "other_lump", "reimbursed",
)  # fmt: skip


@lru_cache(maxsize=PACKS)
def reads(pack: Pack) -> frozenset[str]:
    """Name the contract paths that can change something in an assessment by this document."""
    person = {*_of_person(pack)} | {*person_facts(pack)}
    visit = {*MONEY, *visit_facts(pack)}
    paths = {f"person.{name}" for name in person} | {f"visits[].{name}" for name in visit}
    opening = {name for benefit in pack.benefits for name in OPENINGS.get(benefit, ())}
    return frozenset((paths | {f"opening.{name}" for name in opening} | {"visits"}) & set(BY_PATH))


def _of_person(pack: Pack) -> Iterator[str]:
    yield from ("scheme", "status", "status_since", "status_until")
    if "premium" in pack.benefits:
        yield "premium"
    if pack.alias:
        yield pack.alias.by
    yield from (alert.of for alert in pack.alerts if alert.of)
    yield from (fact for rule in pack.likely for fact in rule.facts)
    for benefit in pack.benefits.values():
        if benefit.outside:
            yield from FACTS
        for tariff in benefit.tariffs:
            if isinstance(tariff.row, Given | Beyond):
                yield from (tariff.row.rate_of, tariff.row.cap_of)
