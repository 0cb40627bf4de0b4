"""From a person's answers to the contract's case, and to what the person is not sure about."""

from collections.abc import Iterator
from typing import Any

import engine

from .documents import kept_by
from .household import Household, Mark, Person, Visit

BILL = engine.PAGES["bill"]
"""The screen whose questions depend on the paper at hand."""


def case_of(
    household: Household, person: Person, region: str
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Build the contract's case of one of the household, and the paths not to ask again."""
    assert person in household.persons
    case: dict[str, Any] = {"region": region, "person": {}}
    if document := kept_by(person, region):
        case["pack"] = document.id
    for path, value in _known(person):
        _set(case, path, value)
    if opening := _opening(person):
        case["person"]["opening"] = opening
    if _seen(person) is False:
        case["visits"] = []
    elif _seen(person) and person.visits:
        case["visits"] = [dict(_known_of(visit)) for visit in person.visits]
    return case, tuple(_unsure(person))


def relevant(visit: Visit) -> Iterator[engine.Question]:
    """Name the questions that this visit can have, by its kind and the paper at hand."""
    known = known_answers(visit)
    for question in engine.QUESTIONS.values():
        if question.of_visit and question.applies(known) and _behind_door(question.id, visit.door):
            yield question


def known_answers(visit: Visit) -> dict[str, Any]:
    """Give the answers that are values."""
    return {name: value for name, value in visit.answers.items() if not isinstance(value, Mark)}


def bill_done(visit: Visit) -> bool:
    """Tell whether the bill's screen has been filled in from the paper chosen."""
    door = door_of(visit)
    return bool(door) and any(name in visit.answers for name in door.questions)


def door_of(visit: Visit) -> engine.Door | None:
    """Give the paper from which this visit's bill is copied."""
    return next((door for door in BILL.doors if door.id == visit.door), None)


def lines_of(door: engine.Door) -> tuple[str, ...]:
    """Name what is asked with a paper: its lines, and what others paid where it names others."""
    on_some_paper = {name for known in BILL.doors for name in known.questions}
    beside = [name for name in BILL.questions if name not in on_some_paper]
    return (*door.questions, *(beside if "other_paid" in door.questions else ()))


def _behind_door(question_id: str, door_id: str) -> bool:
    door = next((door for door in BILL.doors if door.id == door_id), None)
    return door is None or question_id not in BILL.questions or question_id in lines_of(door)


def _seen(person: Person) -> bool | None:
    answer = person.answers.get("visits")
    return answer if isinstance(answer, bool) else None


def _known(person: Person) -> Iterator[tuple[str, Any]]:
    for question in engine.QUESTIONS.values():
        value = person.answers.get(question.id)
        if not question.path.startswith("person.") or value is None or isinstance(value, Mark):
            continue
        if question.type == "choices":
            held, unsure = question.codes(value)
            yield question.path, held
            if unsure:
                yield f"{question.path}_unknown", unsure
        else:
            yield question.path, value


def _opening(person: Person) -> dict[str, Any]:
    """Give the sums of earlier this year; once one is told, those left open are not known."""
    asked = [q for q in engine.QUESTIONS.values() if q.path.startswith("opening.")]
    told = [q for q in asked if isinstance(person.answers.get(q.id), str)]
    given = {question.id: person.answers[question.id] for question in told}
    return {q.path.removeprefix("opening."): given.get(q.id) for q in asked} if told else {}


def _known_of(visit: Visit) -> Iterator[tuple[str, Any]]:
    for question in relevant(visit):
        value = visit.answers.get(question.id)
        if value is Mark.NO_LINE:
            value = question.without_line(visit.answers.get("kind"))
        if value is not None and value is not Mark.UNSURE:
            yield question.path.removeprefix("visits[]."), value


def _unsure(person: Person) -> Iterator[str]:
    for question in engine.QUESTIONS.values():
        if person.answers.get(question.id) is Mark.UNSURE:
            yield question.path
    if not _seen(person):
        return
    for place, visit in enumerate(person.visits):
        for question in engine.QUESTIONS.values():
            if question.of_visit and _closed(question, visit):
                yield question.at(place)


def _closed(question: engine.Question, visit: Visit) -> bool:
    """Whether a fact stays unknown: unsure, not on the paper, or left out of a bill filled in."""
    if question.id in BILL.questions and bill_done(visit):
        known = dict(_known_of(visit))
        return question.path.removeprefix("visits[].") not in known
    value = visit.answers.get(question.id)
    return value is Mark.UNSURE or (
        value is Mark.NO_LINE and question.without_line(visit.answers.get("kind")) is None
    )


def _set(case: dict[str, Any], path: str, value: Any) -> None:
    *folders, name = path.split(".")
    for folder in folders:
        case = case.setdefault(folder, {})
    case[name] = value
