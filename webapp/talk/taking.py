"""How an answer becomes part of the household: at once, or as something heard to be confirmed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import engine

from .. import household as told
from .. import members
from ..case import BILL, known_answers, relevant
from ..checks import CHECKS, Problem, Surroundings, today
from ..household import Answers, Household, Person, Talk, Visit
from .asking import Asked

RECENT = 4
MOST_HEARD = 12
_PAGE_OF = {name: page.id for page in engine.PAGES.values() for name in page.questions}


def take(household: Household, asked: Asked, answers: Answers, *, new_id: str) -> Household:
    """Take a plain answer; the next question may be put."""
    household = members.take(household, answers, asked.visit_id)
    person = household.person
    if person.answers.get("visits") is True and not person.visits:
        person = told.add(person, new_id)
    read_on = asked.visit.id if asked.visit and asked.id in BILL.questions else person.talk.bill
    return settled(household.having(person), asked.key, bill=read_on)


def take_fitting(household: Household, asked: Asked, value: Any, *, new_id: str) -> Household:
    """Take the answer to the question put; what does not fit is shown before it counts."""
    answers = {asked.id: value}
    if problems(household, asked, answers):
        return hear(household, answers, visit=asked.visit_id or "")
    return take(household, asked, answers, new_id=new_id)


def choose_door(household: Household, asked: Asked, door: str) -> Household:
    """Take the paper at hand: its lines are asked next."""
    assert asked.visit
    person = told.choose_door(household.person, asked.visit.id, door)
    return settled(household.having(person), asked.key, bill=asked.visit.id)


def choose_who(household: Household, who: str) -> Household:
    """Take for whom it is reckoned."""
    return settled(household.having(replace(household.person, who=who)), "who")


def one_more(household: Household, new_id: str) -> Household:
    """Add a visit, or, without an id, take the list as complete."""
    person = household.person
    person = told.add(person, new_id) if new_id else replace(person, done=True, removed=None)
    return settled(household.having(person), "")


def settled(household: Household, key: str, *, bill: str = "") -> Household:
    """Note what was answered last; nothing is left to be said about it."""
    person = household.person
    others = [kept for kept in person.talk.recent if kept != key]
    recent = tuple([*others, key] if key else others)[-RECENT:]
    talk = replace(person.talk, recent=recent, again="", missed=0, said=(), bill=bill)
    return household.having(replace(person, talk=talk))


def hear(household: Household, answers: Answers, *, visit: str, who: str = "") -> Household:
    """Keep what was understood until it is confirmed; what is heard later counts."""
    person = household.person
    before = dict(person.talk.heard) if person.talk.visit == visit else _of_person(person)
    heard = dict(list({**before, **answers}.items())[-MOST_HEARD:])
    talk = replace(
        person.talk, heard=heard, visit=visit, who=who or person.talk.who, missed=0, said=()
    )
    return household.having(replace(person, talk=talk))


def drop(household: Household, name: str) -> Household:
    """Leave out one thing that was heard."""
    person = household.person
    heard = {key: value for key, value in person.talk.heard.items() if key != name}
    who = "" if name == "who" else person.talk.who
    talk = replace(person.talk, heard=heard, who=who, said=())
    return household.having(replace(person, talk=talk))


def confirm(household: Household, new_id: str) -> Household:
    """Let count what was heard."""
    talk = household.person.talk
    own = {name: value for name, value in talk.heard.items() if name not in _of_visit(talk)}
    household = members.take(household, own)
    person = replace(household.person, who=talk.who or household.person.who)
    household = household.having(replace(person, talk=replace(talk, heard={}, visit="", who="")))
    if _of_visit(talk):
        household = _confirm_visit(household, talk, talk.visit or new_id)
    for name in talk.heard:
        household = _noted(household, name, talk.visit or new_id)
    return household


def opened(visit: Visit, answers: Collection[str]) -> Visit:
    """Put the paper aside where a line is told that it has not: which one it is, is asked anew."""
    beyond = {name for name in answers if name in BILL.questions} - {q.id for q in relevant(visit)}
    return replace(visit, door="") if beyond else visit


def problems(household: Household, asked: Asked | None, answers: Answers) -> list[Problem]:
    """Tell what of these answers does not fit, with what is known already; old faults stay quiet.

    Asked tells the visit; without it they are held against what a new visit would be.
    """
    visit = (asked and asked.visit) or Visit("")
    after = replace(opened(visit, answers), answers={**visit.answers, **answers})
    if not any(engine.QUESTIONS[name].of_visit for name in answers):
        before, then = household.person.answers, {**household.person.answers, **answers}
    else:
        before, then = _facts(visit), _facts(after)
    pages = {_PAGE_OF[name] for name in answers} & set(CHECKS)
    around = _around(household.person, visit)
    old = [problem for page in pages for problem in _check(page, before, around)]
    new = [problem for page in pages for problem in _check(page, then, around)]
    return [problem for problem in new if problem not in old]


def pending(person: Person) -> list[Problem]:
    """Tell what does not fit of all that was heard."""
    if not person.talk.heard:
        return []
    visit = person.visit(person.talk.visit)
    asked = Asked("", visit)
    of_visit = {name: value for name, value in person.talk.heard.items() if _about_visit(name)}
    own = {name: value for name, value in person.talk.heard.items() if name not in of_visit}
    household = Household((person,), shown=person.id)
    return [*problems(household, None, own), *problems(household, asked, of_visit)]


def _confirm_visit(household: Household, talk: Talk, visit_id: str) -> Household:
    person = told.add(household.person, visit_id)
    told_of = _of_visit(talk)
    lines = {name for name in told_of if name in BILL.questions}
    visit = person.visit(visit_id)
    assert visit
    if not visit.door and "reimbursed" in lines and lines <= {"total", "reimbursed"}:
        person = told.choose_door(person, visit_id, "memory")
    elif visit.door != opened(visit, told_of).door:
        person = told.choose_door(person, visit_id, "")
    person = replace(person, talk=replace(person.talk, bill=visit_id if lines else ""))
    return members.take(household.having(person), told_of, visit_id)


def _noted(household: Household, name: str, visit_id: str) -> Household:
    key = f"{name}@{visit_id}" if _about_visit(name) else name
    return settled(household, key, bill=household.person.talk.bill)


def _check(page: str, answers: Mapping[str, Any], around: Surroundings) -> Iterator[Problem]:
    named = {name: answers[name] for name in engine.PAGES[page].questions if name in answers}
    exact = {name: value for name, value in named.items() if not isinstance(value, list)}
    return CHECKS[page](exact, around)


def _around(person: Person, visit: Visit) -> Surroundings:
    others = (other for other in person.visits if other.id != visit.id)
    days = (known_answers(other).get("discharged") for other in others)
    years = frozenset(date.fromisoformat(day).year for day in days if day)
    return Surroundings(today(), years, visit.door)


def _facts(visit: Visit) -> dict[str, Any]:
    return {q.id: visit.answers[q.id] for q in relevant(visit) if q.id in visit.answers}


def _of_visit(talk: Talk) -> dict[str, Any]:
    return {name: value for name, value in talk.heard.items() if _about_visit(name)}


def _of_person(person: Person) -> dict[str, Any]:
    heard = person.talk.heard
    return {name: value for name, value in heard.items() if not _about_visit(name)}


def _about_visit(name: str) -> bool:
    return engine.QUESTIONS[name].of_visit
