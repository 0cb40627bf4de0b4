"""What the chat asks now: the same as the pages, one thing at a time."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from flask import g

import engine

from ..case import BILL, case_of, door_of, known_answers
from ..guide import DOOR, listed, open_screens
from ..household import Household, Person, Visit
from .paper import lines_left

WHO, MORE = "who", "more"
SPECIAL = (WHO, DOOR, MORE)
"""What is asked beside the catalogue: for whom, from which paper, and whether that was all."""


class Asked(NamedTuple):
    """One thing that is asked, and the visit it is about."""

    id: str
    visit: Visit | None = None

    @property
    def visit_id(self) -> str | None:
        """Name the visit it is about, if any."""
        return self.visit.id if self.visit else None

    @property
    def key(self) -> str:
        """Name it in a form and in the cookie."""
        return f"{self.id}@{self.visit.id}" if self.visit else self.id

    @property
    def question(self) -> engine.Question | None:
        """Give the question of the catalogue, where it is one."""
        return engine.QUESTIONS.get(self.id)


def asked_now(household: Household, region: str) -> Asked | None:
    """Find what is asked now; None when nothing is open."""
    person = household.person
    again = find(person, person.talk.again)
    if again:
        return again
    if not (person.who or person.answers or person.visits):
        return Asked(WHO)
    return next(_open(household, region), None)


def find(person: Person, key: str) -> Asked | None:
    """Find what a key names, if that still exists."""
    name, _at, visit_id = key.partition("@")
    question = engine.QUESTIONS.get(name)
    if not question and name not in SPECIAL:
        return None
    of_visit = question.of_visit if question else name == DOOR
    visit = person.visit(visit_id)
    return Asked(name, visit) if of_visit == (visit is not None) else None


def assessed(household: Household, region: str) -> dict[str, Any]:
    """Give the assessment of the shown member; reckoned once a request for the same answers."""
    case, _unsure = case_of(household, household.person, region)
    if "assessed" not in g or g.assessed[0] != case:
        g.assessed = (case, engine.assess(case))
    found: dict[str, Any] = g.assessed[1]
    return found


def _open(household: Household, region: str) -> Iterator[Asked]:
    person = household.person
    at_hand = person.visit(person.talk.bill)
    if at_hand and at_hand.door:
        yield from _lines(at_hand)
    for visit, stop in open_screens(household, region):
        yield from _on_screen(person, page=stop.values["page"], visit=visit)
    if listed(person) and not person.done:
        yield Asked(MORE)


def _on_screen(person: Person, *, page: str, visit: Visit | None) -> Iterator[Asked]:
    """Put the questions of a screen one by one; those of a bill in the order of the paper."""
    if page == BILL.id and visit:
        yield from _lines(visit) if door_of(visit) else [Asked(DOOR, visit)]
        return
    answers = visit.answers if visit else person.answers
    known = known_answers(visit) if visit else {}
    for name in engine.PAGES[page].questions:
        if name not in answers and engine.QUESTIONS[name].applies(known):
            yield Asked(name, visit)


def _lines(visit: Visit) -> Iterator[Asked]:
    for name in lines_left(visit, engine.read_paths(g.pack.id)):
        yield Asked(name, visit)
