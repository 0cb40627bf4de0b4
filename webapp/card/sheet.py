"""What stands on a card: each person's identity, sums and lines, then papers and steps."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import engine

from ..case import case_of
from ..documents import held
from ..household import Household, Person
from ..language import translate as _
from ..members import SHARED, name_of
from ..outcome import Layer, Result, arrange
from ..terms import CERTAINTY
from ..wording import said
from .lines import MOST, Reckoning, reckon
from .qr import Code

OF_THE_DOCUMENT = ("superseded", "limit_elsewhere")
"""Cautions about the document, and not about one person; on a page they are told once for all."""

LEVELS = ("red", "amber")


class Slip(NamedTuple):
    """One person's part of a card."""

    id: str
    who: str
    identity: str
    year: int
    visits: int | None
    total: Any
    layers: Sequence[Layer]
    left: Any
    marks: Sequence[str]
    reckoning: Reckoning
    open: int
    cautions: Sequence[Mapping[str, Any]]
    found: Mapping[str, Any]
    text: str = ""
    code: Code | None = None


class Sheet(NamedTuple):
    """One page: its people, and what they have in common."""

    slips: Sequence[Slip]
    cautions: Sequence[Mapping[str, Any]]
    papers: Sequence[Mapping[str, Any]]
    steps: Sequence[Mapping[str, Any]]
    made: date
    paper: str
    documents: Sequence[tuple[str, Any]]  # each with the people it is for; "" for all

    @property
    def kind(self) -> str:
        """Name the face of the page: its paper, and how many people share it."""
        return f"{self.paper} p{min(len(self.slips), 5)}" + (" many" if len(self.slips) > 1 else "")


def told_of(household: Household) -> list[Person]:
    """List those of the household who told something of their own."""
    return [p for p in household.persons if p.visits or set(p.answers) - {*SHARED}]


def slip_of(household: Household, person: Person, region: str, *, most: int = MOST) -> Slip:
    """Assess one person as their part of a card."""
    case, _unsure = case_of(household, person, region)
    found = engine.assess(case)
    result = arrange(found, case=case, missing=[])
    return Slip(
        id=person.id,
        who=name_of(person, household),
        identity=_identity(person),
        year=result.year,
        visits=len(result.visits) if "visits" in case else None,
        total=result.total,
        layers=result.layers,
        left=result.left,
        marks=_marks(result),
        reckoning=reckon(result.given, most),
        open=len(found["missing"]),
        cautions=(),
        found=found,
    )


def sheet_of(slips: Sequence[Slip], *, made: date, paper: str) -> Sheet:
    """Put people on one page; what several of them need stands on it once."""
    told = Counter(warning["text"] for slip in slips for warning in _cautions(slip.found))
    common = [
        warning
        for warning in _once(_cautions(slip.found) for slip in slips)
        if warning["id"] in OF_THE_DOCUMENT or told[warning["text"]] > 1
    ]
    return Sheet(
        slips=[slip._replace(cautions=_without(slip, common)) for slip in slips],
        cautions=common,
        papers=_once(slip.found["documents"] for slip in slips),
        steps=[s for s in _once(slip.found["procedure"] for slip in slips) if s["way"] != "ask"],
        made=made,
        paper=paper,
        documents=_documents(slips),
    )


def most_of(people: int) -> int:
    """Tell how many lines each of so many people may have on one page."""
    return {1: MOST, 2: MOST, 3: 4}.get(people, 3)


def _documents(slips: Sequence[Slip]) -> list[tuple[str, Any]]:
    """Name the documents, and whom each is for where they are several."""
    people: dict[str, list[str]] = {}
    for slip in slips:
        people.setdefault(slip.found["pack"], []).append(slip.who)
    several = len(people) > 1
    return [("、".join(who) if several else "", held(name)) for name, who in people.items()]


def _identity(person: Person) -> str:
    answer = person.answers.get("status")
    return said(engine.QUESTIONS["status"], answer) if answer is not None else _("身份还没有填")


def _marks(result: Result) -> list[str]:
    """Say what kind of figure the total is, where it is not one by the text alone."""
    estimated = [CERTAINTY["estimate"]] if result.estimated else []
    return [*estimated, *result.bounds]


def _cautions(found: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [warning for warning in found["warnings"] if warning["level"] in LEVELS]


def _without(slip: Slip, common: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Leave out what is told once for all."""
    told = {warning["text"] for warning in common}
    return [warning for warning in _cautions(slip.found) if warning["text"] not in told]


def _once(lists: Iterable[Sequence[Mapping[str, Any]]]) -> list[Mapping[str, Any]]:
    """Join lists, each entry once by its id."""
    return list({row["id"]: row for rows in lists for row in rows}.values())
