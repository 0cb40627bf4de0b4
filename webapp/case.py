"""From a person's answers to the contract's case, and to what the person is not sure about."""

from collections.abc import Iterator
from typing import Any

import engine

from .documents import kept_by
from .household import Household, Mark, Person, Visit

BILL = engine.PAGES["bill"]
"""The screen whose questions depend on the paper at hand."""

_OF_PERSON, _OF_VISIT, _OPENING = (
    tuple(q for q in engine.QUESTIONS.values() if q.path.startswith(of))
    for of in ("person.", "visits[].", "opening.")
)


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
    known, door = known_answers(visit), door_of(visit)
    lines = lines_of(door) if door else BILL.questions
    for question in _OF_VISIT:
        if question.applies(known) and (question.id in lines or question.id not in BILL.questions):
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


def _seen(person: Person) -> bool | None:
    answer = person.answers.get("visits")
    return answer if isinstance(answer, bool) else None


def _known(person: Person) -> Iterator[tuple[str, Any]]:
    for question in _OF_PERSON:
        value = person.answers.get(question.id)
        if value is None or isinstance(value, Mark):
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
    told = [q for q in _OPENING if isinstance(person.answers.get(q.id), str)]
    given = {question.id: person.answers[question.id] for question in told}
    return {q.path.removeprefix("opening."): given.get(q.id) for q in _OPENING} if told else {}


def _known_of(visit: Visit) -> Iterator[tuple[str, Any]]:
    for question in relevant(visit):
        value = visit.answers.get(question.id)
        if value is Mark.NO_LINE:
            value = question.without_line(visit.answers.get("kind"))
        if value is not None and value is not Mark.UNSURE:
            yield question.path.removeprefix("visits[]."), value


def _unsure(person: Person) -> Iterator[str]:
    unsure = {name for name, answer in person.answers.items() if answer is Mark.UNSURE}
    yield from (question.path for name, question in engine.QUESTIONS.items() if name in unsure)
    for place, visit in enumerate(person.visits if _seen(person) else ()):
        yield from (question.at(place) for question in _closed(visit))


def _closed(visit: Visit) -> Iterator[engine.Question]:
    """Name what stays unknown: unsure, not on the paper, or left out of a bill filled in."""
    known, kind = dict(_known_of(visit)), visit.answers.get("kind")
    filled_in = BILL.questions if bill_done(visit) else ()
    for question in _OF_VISIT:
        value = visit.answers.get(question.id)
        if question.id in filled_in:
            closed = question.path.removeprefix("visits[].") not in known
        else:
            missing = value is Mark.NO_LINE and question.without_line(kind) is None
            closed = value is Mark.UNSURE or missing
        if closed:
            yield question


def _set(case: dict[str, Any], path: str, value: Any) -> None:
    *folders, name = path.split(".")
    for folder in folders:
        case = case.setdefault(folder, {})
    case[name] = value
