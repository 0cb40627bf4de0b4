"""What was said so far, drawn from the answers: there is no second record of it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import engine

from .. import members
from ..case import door_of, relevant
from ..guide import DOOR
from ..household import Household, Person, Visit
from ..language import translate as _
from ..wording import label_of, said
from .asking import WHO

SHOWN = 3
FOLDED = 30
"""So many turns stand open, and so many before them under a fold: a year of visits has hundreds."""


class Turn(NamedTuple):
    """One question with its answer; the key puts it again, number is the visit's."""

    key: str
    question: str
    answer: Any
    number: int = 0


class Transcript(NamedTuple):
    """The turns under the fold, then the latest; the very first may be left to the check page."""

    earlier: list[Turn]
    latest: list[Turn]
    left_out: int


def transcript(household: Household) -> Transcript:
    """Draw the turns, what was answered last at the end."""
    person = household.person
    turns = {turn.key: turn for turn in _turns(household, person)}
    recent = [turns.pop(key) for key in person.talk.recent if key in turns]
    every = [*turns.values(), *recent]
    earlier = every[:-SHOWN]
    return Transcript(earlier[-FOLDED:], every[-SHOWN:], max(len(earlier) - FOLDED, 0))


def who_asked() -> str:
    """Put the first question."""
    return _("给谁算？")


def door_asked() -> str:
    """Put the question after the paper."""
    return _("手边有哪一种单子？")


def _turns(household: Household, person: Person) -> Iterator[Turn]:
    if person.who and person.who != "unsaid":
        yield Turn(WHO, who_asked(), members.name_of(person, household))
    for name, value in person.answers.items():
        question = engine.QUESTIONS[name]
        yield Turn(name, label_of(question), said(question, value))
    if person.answers.get("visits") is True:
        several = len(person.visits) > 1
        for number, visit in enumerate(person.visits, 1):
            yield from _of_visit(visit, number if several else 0)


def _of_visit(visit: Visit, number: int) -> Iterator[Turn]:
    fitting = {question.id for question in relevant(visit)}
    for name, value in visit.answers.items():
        if name in fitting:
            question = engine.QUESTIONS[name]
            key = f"{name}@{visit.id}"
            yield Turn(key, label_of(question, visit), said(question, value), number)
    if door := door_of(visit):
        yield Turn(f"{DOOR}@{visit.id}", door_asked(), _(door.title), number)
