"""The whole interview on one page: the forms of all its pages, and what was filled in there."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from werkzeug.datastructures import MultiDict

import engine

from . import household as told
from . import members
from .case import BILL
from .checks import Surroundings
from .forms import AnswerForm, form_for, offered, questions_of
from .guide import of_visit
from .household import Household, Mark, Person, Visit

Posted = MultiDict[str, str]
LEFT_OUT = ("visits",)
"""Answered by the visits themselves."""


class Part(NamedTuple):
    """One page of the catalogue as a piece of the sheet."""

    page: engine.Page
    form: AnswerForm
    visit: Visit | None
    beside: bool  # of interest to few: it stands under a fold

    @property
    def visit_id(self) -> str | None:
        """Name the visit it is about, if any."""
        return self.visit and self.visit.id


class Sheet(NamedTuple):
    """All parts: those about the person, and for each visit its own."""

    person: list[Part]
    visits: list[tuple[Visit, list[Part]]]

    @property
    def parts(self) -> Iterator[Part]:
        """Go through all parts in the order of the page."""
        yield from self.person
        for _visit, parts in self.visits:
            yield from parts


def lay_out(person: Person, pack_id: str, *, spare: str, posted: Posted | None = None) -> Sheet:
    """Lay out the sheet for a person, with an empty visit where there is none yet."""
    reads = engine.read_paths(pack_id)
    kept = person.visits or (Visit(spare, door=BILL.doors[0].id),)
    visits = [_as_posted(visit, posted) for visit in kept]
    about = [
        _part(page, questions, person.answers, posted=posted)
        for page, questions in _of_person(pack_id, reads)
        if _sent(questions, "", posted)
    ]
    return Sheet(about, [(v, list(_of_visit(v, reads=reads, posted=posted))) for v in visits])


def take(household: Household, sheet: Sheet) -> Household:
    """Take what could be read; a visit of which nothing is told is no visit."""
    for part in sheet.parts:
        answers = _kept(part, household.person)
        if part.visit and not household.person.visit(part.visit.id):
            if not any(value is not None for value in answers.values()):
                continue
            person = told.add(household.person, part.visit.id)
            household = household.having(person)
        household = members.take(household, answers, part.visit_id)
        if part.visit and part.page == BILL and household.person.visit(part.visit.id):
            person = told.choose_door(household.person, part.visit.id, part.visit.door)
            household = household.having(person)
    return household


def check(sheet: Sheet, around: Mapping[str, Surroundings], *, accepted: bool) -> bool:
    """Check every part, and tell whether all of it can be taken."""
    forms = ((part, around[part.visit_id or ""]) for part in sheet.parts)
    fit = [part.form.fits(part.page, about, accepted=accepted) for part, about in forms]
    return all(fit)


def _of_person(
    pack_id: str, reads: frozenset[str]
) -> Iterator[tuple[engine.Page, list[engine.Question]]]:
    for page in engine.PAGES.values():
        if not of_visit(page) and page.id not in LEFT_OUT:
            questions = [q for q in offered(page, pack_id) if q.path in reads]
            if questions:
                yield page, questions


def _of_visit(visit: Visit, *, reads: frozenset[str], posted: Posted | None) -> Iterator[Part]:
    for page in filter(of_visit, engine.PAGES.values()):
        questions = [q for q in questions_of(page, visit) if q.path in reads]
        if questions and _sent(questions, f"{visit.id}-", posted):
            yield _part(page, questions, visit.answers, posted=posted, visit=visit)


def _part(
    page: engine.Page,
    questions: list[engine.Question],
    stored: Mapping[str, Any],
    *,
    posted: Posted | None,
    visit: Visit | None = None,
) -> Part:
    prefix = visit.id if visit else ""
    asked = [q for q in questions if _sent([q], f"{prefix}-" if prefix else "", posted)]
    form = form_for(asked, stored=stored, posted=posted, prefix=prefix, lenient=True)
    return Part(page, form, visit, all(question.offered for question in questions))


def _sent(questions: list[engine.Question], prefix: str, posted: Posted | None) -> bool:
    """Whether a page that was filled in had any of these: what it had not is left as it is."""
    if posted is None:
        return True
    names = {f"{prefix}{question.id}" for question in questions}
    return any(name in posted or f"{name}-year" in posted for name in names) or any(
        question.type == "choices" for question in questions
    )


def _as_posted(visit: Visit, posted: Posted | None) -> Visit:
    """See a visit as the page was filled in: its kind and paper decide which lines there are."""
    if posted is None:
        return visit if visit.door else replace(visit, door=BILL.doors[0].id)
    kind = posted.get(f"{visit.id}-kind", "")
    door = posted.get(f"{visit.id}-door", "")
    known = {option.value for option in engine.QUESTIONS["kind"].options}
    answers = {**visit.answers, **({"kind": kind} if kind in known else {})}
    doors = {paper.id for paper in BILL.doors}
    return replace(visit, answers=answers, door=door if door in doors else BILL.doors[0].id)


def _kept(part: Part, person: Person) -> dict[str, Any]:
    """Give the answers that could be read; what was left empty stays 不清楚 if it was so."""
    before = person.given(part.visit_id)
    faulty = {name for name, _sentence in part.form.faults()}
    read = {field.short_name: field.data for field in part.form if field.name not in faulty}
    return {
        name: Mark.UNSURE if value is None and before.get(name) is Mark.UNSURE else value
        for name, value in read.items()
    }
