"""The assessment arranged for the page: what is given, what is refused, what is still open."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from .terms import BENEFITS, CERTAINTY, KIND, LAYERS, STATUS, Standing

Assessment = Mapping[str, Any]
HEADLINES = ("superseded",)
NOTHING = "0.00"


class Benefit(NamedTuple):
    """One benefit as its section shows it: amounts of the contract, None where none is told."""

    id: str
    name: str
    short: str
    status: str
    standing: Standing
    sure: str
    certainty: str
    gives: bool
    amount: Any
    between: Any
    already: Any
    due: Any
    steps: Sequence[Mapping[str, Any]]
    reasons: Sequence[Mapping[str, Any]]


class Layer(NamedTuple):
    """What one insurer or fund pays of a visit, and whether the slip says so."""

    name: str
    paid: Any
    source: str
    on_slip: bool


class Visit(NamedTuple):
    """One visit, from the top of its slip to what is left to pay."""

    number: int
    kind: str
    day: str
    in_scope: Any
    layers: Sequence[Layer]
    left: Any


class Question(NamedTuple):
    """A question whose answer can still change the result, and where it is asked."""

    label: str
    number: int  # of the visit it is about; 0 = about the person
    url: str


class Result(NamedTuple):
    """All that the page of the result shows."""

    year: int
    total: Any
    left: Any
    estimated: bool
    layers: Sequence[Benefit]
    beside: Sequence[Benefit]
    given: Sequence[Benefit]
    nothing: Sequence[Benefit]
    visits: Sequence[Visit]
    missing: Sequence[Question]
    headlines: Sequence[Mapping[str, Any]]
    warnings: Sequence[Mapping[str, Any]]
    documents: Sequence[Mapping[str, Any]]
    procedure: Sequence[Mapping[str, Any]]


def arrange(found: Assessment, *, case: Mapping[str, Any], missing: Sequence[Question]) -> Result:
    """Put an assessment in the order of the page."""
    benefits = [_benefit(name, found["benefits"][name]) for name in _known(found)]
    given = [item for item in benefits if _worth_a_look(item)]
    paying = [item for item in given if item.gives]
    headlines = [warning for warning in found["warnings"] if warning["id"] in HEADLINES]
    return Result(
        year=found["year"],
        total=found["total_paid"],
        left=found["left"],
        estimated=any(item.sure == "estimate" for item in paying),
        layers=[item for item in paying if item.id in LAYERS],
        beside=[item for item in paying if item.id not in LAYERS],
        given=given,
        nothing=[item for item in benefits if item not in given],
        visits=list(_visits(found, case.get("visits") or [])),
        missing=missing,
        headlines=headlines,
        warnings=[warning for warning in found["warnings"] if warning not in headlines],
        documents=found["documents"],
        procedure=found["procedure"],
    )


def place_of(path: str) -> tuple[str, int]:
    """Split a path into the general one and the visit: visits[2].total -> visits[].total, 2."""
    number = re.search(r"\[(\d+)]", path)
    return re.sub(r"\[\d+]", "[]", path), int(number[1]) if number else 0


def _worth_a_look(item: Benefit) -> bool:
    """Whether a benefit gives something, or may; the others stand further down with reasons."""
    if item.status == "eligible":
        return item.amount is None or item.gives
    return item.status != "ineligible"


def _known(found: Assessment) -> Iterator[str]:
    return (name for name in BENEFITS if name in found["benefits"])


def _pays(amount: Any) -> bool:
    return amount not in (None, NOTHING, {"low": NOTHING, "high": NOTHING})


def _benefit(name: str, row: Mapping[str, Any]) -> Benefit:
    settled = _pays(row.get("already_paid"))
    told = row["status"] != "ineligible" and row.get("amount") is not None
    return Benefit(
        id=name,
        name=row["title"],
        short=BENEFITS[name],
        status=row["status"],
        standing=STATUS[row["status"]],
        sure=row["certainty"],
        certainty=CERTAINTY[row["certainty"]],
        gives=told and _pays(row["amount"]),
        amount=row["amount"] if told else None,
        between={"low": row["low"], "high": row["high"]} if row.get("low") else None,
        already=row["already_paid"] if settled else None,
        due=row.get("due"),
        steps=row["steps"],
        reasons=row["reasons"],
    )


def _visits(found: Assessment, slips: Sequence[Mapping[str, Any]]) -> Iterator[Visit]:
    for number, (slip, paid) in enumerate(zip(slips, found["visits"], strict=True), 1):
        yield Visit(
            number=number,
            kind=KIND.get(slip.get("kind", ""), ""),
            day=slip.get("discharged", ""),
            in_scope=slip.get("in_scope"),
            layers=list(_layers(slip, paid)),
            left=paid["left"],
        )


def _layers(slip: Mapping[str, Any], paid: Mapping[str, Any]) -> Iterator[Layer]:
    if _pays(slip.get("other_paid")):
        paid = {**paid, "other": slip["other_paid"]}
    for name in LAYERS:
        on_slip = slip.get(f"{name}_paid")
        always = name in ("basic", "critical")
        if name in paid and (always or _pays(paid[name])):
            yield Layer(
                BENEFITS.get(name, "公务员或企业补充"),
                paid[name],
                _source(name, on_slip=on_slip is not None),
                on_slip=on_slip is not None,
            )


def _source(name: str, *, on_slip: bool) -> str:
    if name not in ("basic", "critical", "other"):
        return ""
    return "单子上的" if on_slip else "估算的"
