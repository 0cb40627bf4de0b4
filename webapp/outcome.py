"""The assessment arranged for the page: what is given, what is refused, what is still open."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from engine import yuan

from .chart import Chart, draw
from .comparing import Situation, most_telling, situations
from .dues import still_due
from .formatting import fen
from .language import mark
from .terms import BENEFITS, CERTAINTY, KIND, LAYERS, STATUS, Standing

Assessment = Mapping[str, Any]
HEADLINES = ("superseded",)
BY_THE_NUMBER = ("limit_elsewhere",)
NOTHING = "0.00"
NAMES = {**BENEFITS, "other": mark("公务员或企业补充")}


class Benefit(NamedTuple):
    """One benefit as its section shows it: amounts of the contract, None where none is told."""

    id: str
    name: str
    status: str
    standing: Standing
    sure: str
    certainty: str
    gives: bool
    amount: Any
    between: Any
    already: Any
    due: Any
    unsettled: bool
    steps: Sequence[Mapping[str, Any]]
    reasons: Sequence[Mapping[str, Any]]

    @property
    def cites(self) -> list[str]:
        """All clauses that the benefit rests on."""
        return [name for row in (*self.steps, *self.reasons) for name in row["cites"]]


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
    path: str = ""


class Result(NamedTuple):
    """All that the page of the result shows."""

    year: int
    total: Any
    still: Any  # of the total, what no slip shows as paid; None where that is all or not known
    left: Any
    estimated: bool
    bounds: Sequence[str]
    by_the_number: Sequence[Mapping[str, Any]]
    office: bool
    layers: Sequence[Layer]
    chart: Chart | None
    beside: Sequence[Benefit]
    given: Sequence[Benefit]
    nothing: Sequence[Benefit]
    visits: Sequence[Visit]
    telling: Sequence[tuple[Question, Any]]
    missing: Sequence[Question]
    situations: Sequence[Situation]
    headlines: Sequence[Mapping[str, Any]]
    warnings: Sequence[Mapping[str, Any]]
    documents: Sequence[Mapping[str, Any]]
    procedure: Sequence[Mapping[str, Any]]


def arrange(found: Assessment, *, case: Mapping[str, Any], missing: Sequence[Question]) -> Result:
    """Put an assessment in the order of the page."""
    benefits = [_benefit(name, found["benefits"][name]) for name in _known(found)]
    given = [item for item in benefits if _worth_a_look(item)]
    slips = case.get("visits") or []
    paying = [item for item in given if item.gives]
    changes = most_telling(found)
    telling = [(q, changes[q.path]) for q in missing if q.path in changes]
    layers = list(_sums(found, slips, paying))
    headlines, by_the_number = _warnings(found, HEADLINES), _warnings(found, BY_THE_NUMBER)
    return Result(
        year=found["year"],
        total=found["total_paid"],
        still=still_due(found["benefits"], found["total_paid"]),
        left=found["left"],
        estimated=any(item.sure == "estimate" for item in paying),
        bounds=sorted({item.certainty for item in paying if item.sure in ("at_least", "at_most")}),
        by_the_number=by_the_number,
        office=any(item.status == "ask_office" for item in given),
        layers=layers,
        chart=draw([s.get("in_scope") for s in slips], [y.paid for y in layers], found["left"]),
        beside=[item for item in paying if item.id not in LAYERS],
        given=given,
        nothing=[item for item in benefits if item not in given],
        visits=list(_visits(found, slips)),
        telling=telling,
        missing=[question for question in missing if question not in dict(telling)],
        situations=situations(found),
        headlines=headlines,
        warnings=[w for w in found["warnings"] if w not in (*headlines, *by_the_number)],
        documents=found["documents"],
        procedure=found["procedure"],
    )


def _sums(
    found: Assessment, slips: Sequence[Mapping[str, Any]], paying: Sequence[Benefit]
) -> Iterator[Layer]:
    """Add up what each layer pays over the visits shown below; a range is the engine's alone."""
    by_benefit = {item.id: item.amount for item in paying}
    rows = [_paid(slip, paid) for slip, paid in zip(slips, found["visits"], strict=True)]
    for name in LAYERS:
        amounts = [row.get(name, NOTHING) for row in rows]
        exact = all(isinstance(amount, str) for amount in amounts)
        paid = yuan(sum(map(fen, amounts))) if exact and rows else by_benefit.get(name)
        if _pays(paid):
            yield Layer(NAMES[name], paid, "", on_slip=False)


def _warnings(found: Assessment, ids: Sequence[str]) -> list[Mapping[str, Any]]:
    return [warning for warning in found["warnings"] if warning["id"] in ids]


def place_of(path: str) -> tuple[str, int]:
    """Split a path into the general one and the visit: visits[2].total -> visits[].total, 2."""
    number = re.search(r"\[(\d+)]", path)
    return re.sub(r"\[\d+]", "[]", path), int(number[1]) if number else 0


def _worth_a_look(item: Benefit) -> bool:
    """Whether a benefit gives something, or may; the others stand further down with reasons."""
    return item.status != "ineligible" and (item.gives or item.amount is None)


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
        status=row["status"],
        standing=STATUS[row["status"]],
        sure=row["certainty"],
        certainty=CERTAINTY[row["certainty"]],
        gives=told and _pays(row["amount"]),
        amount=row["amount"] if told else None,
        between=_ends(row),
        already=row["already_paid"] if settled else None,
        due=row.get("due"),
        unsettled=name in LAYERS and told and row.get("already_paid") is None,
        steps=row["steps"],
        reasons=row["reasons"],
    )


def _ends(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """Give the ends between which an estimate lies, if they are two."""
    low, high = row.get("low"), row.get("high")
    return {"low": low, "high": high} if low is not None and low != high else None


def _visits(found: Assessment, slips: Sequence[Mapping[str, Any]]) -> Iterator[Visit]:
    by_text = {name for name, row in found["benefits"].items() if row["certainty"] == "exact"}
    here = {"basic", "critical", *found["benefits"]}  # what no document has is no open sum of it
    for number, (slip, paid) in enumerate(zip(slips, found["visits"], strict=True), 1):
        given = {name: amount for name, amount in paid.items() if name in here}
        yield Visit(
            number=number,
            kind=KIND.get(slip.get("kind", ""), ""),
            day=slip.get("discharged", ""),
            in_scope=slip.get("in_scope"),
            layers=list(_layers(slip, given, by_text)),
            left=paid["left"],
        )


def _paid(slip: Mapping[str, Any], paid: Mapping[str, Any]) -> Mapping[str, Any]:
    """Put what the slip alone knows, other supplements, beside what the engine tells."""
    return {**paid, "other": slip["other_paid"]} if _pays(slip.get("other_paid")) else paid


def _layers(
    slip: Mapping[str, Any], paid: Mapping[str, Any], by_text: Collection[str]
) -> Iterator[Layer]:
    paid = _paid(slip, paid)
    for name in LAYERS:
        on_slip = slip.get(f"{name}_paid")
        always = name in ("basic", "critical")
        if name in paid and (always or _pays(paid[name])):
            yield Layer(
                NAMES[name],
                paid[name],
                _source(name, on_slip=on_slip is not None, by_text=name in by_text),
                on_slip=on_slip is not None,
            )


def _source(name: str, *, on_slip: bool, by_text: bool) -> str:
    if name not in ("basic", "critical", "other"):
        return ""
    if on_slip:
        return mark("单子上的")
    return mark("按文件算的") if by_text else mark("估算的")
