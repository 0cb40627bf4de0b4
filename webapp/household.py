"""What a household has told so far: frozen values, and the pure changes an answer makes to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

FIRST = "1"
"""The id of the first person: their pages need no word of it in the address."""


class Mark(Enum):
    """An answer that is not a value: the person is not sure, or the paper has no such line."""

    UNSURE = "?"
    NO_LINE = "-"


Answers = Mapping[str, Any]
"""Contract values or marks by question id; an identity is kept as the option that was ticked."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One entry of the list; its id stays when others are added or removed."""

    id: str
    answers: Answers = field(default_factory=dict)
    door: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """What the chat keeps between two turns: keys and answers, and no word of what was typed.

    A key names a question, and with @ the visit it is about: total@k3f7.
    """

    heard: Answers = field(default_factory=dict)  # understood, and not yet confirmed
    visit: str = ""  # the visit that was heard of; "" makes a new one
    who: str = ""  # for whom it is, not yet confirmed
    said: tuple[tuple[str, str], ...] = ()  # what the site says back, as ids
    asked: str = ""  # the question before which it is said
    missed: int = 0  # messages not understood, one after the other
    recent: tuple[str, ...] = ()  # what was answered last
    again: str = ""  # the question that is put once more
    bill: str = ""  # the visit whose paper is read line by line


@dataclass(frozen=True, slots=True)
class Person:
    """One person's answers and visits; `removed` is the visit that can still be brought back.

    `pack` is the older document of the card they came with; without it, today's counts.
    `came` tells of a screen from which one they came, where the order of answers does not.
    """

    answers: Answers = field(default_factory=dict)
    visits: tuple[Visit, ...] = ()
    done: bool = False
    removed: tuple[int, Visit] | None = None
    id: str = FIRST
    who: str = ""
    pack: str = ""
    came: Mapping[str, str] = field(default_factory=dict)
    talk: Talk = field(default_factory=Talk)

    def visit(self, visit_id: str | None) -> Visit | None:
        """Find a visit by its id."""
        return next((visit for visit in self.visits if visit.id == visit_id), None)

    def given(self, visit_id: str | None = None) -> Answers:
        """Give the answers of one visit, or those about the person."""
        visit = self.visit(visit_id)
        return visit.answers if visit else self.answers


@dataclass(frozen=True, slots=True)
class Household:
    """The people of one sitting, what they agreed to, and the secret that proves their forms.

    `shown` is the person whom the page of this request is about; it is never kept.
    `removed` is the person who can still be brought back, with their place.
    """

    persons: tuple[Person, ...] = (Person(),)
    secret: str = ""
    consent: str = ""
    removed: tuple[int, Person] | None = None
    shown: str = field(default=FIRST, compare=False)

    @property
    def person(self) -> Person:
        """The one person whom the pages show now."""
        return self.member(self.shown) or self.persons[0]

    def member(self, person_id: str) -> Person | None:
        """Find one of the household by the id."""
        for person in self.persons:
            if person.id == person_id:
                return person
        return None

    def having(self, person: Person) -> "Household":
        """Put a changed person in their place."""
        persons = (person if person.id == other.id else other for other in self.persons)
        return replace(self, persons=tuple(persons))


def answer(person: Person, answers: Answers, visit_id: str | None = None) -> Person:
    """Take new answers; None takes an answer back, and all others stay as they are."""
    visit = person.visit(visit_id)
    if visit is None:
        return replace(person, answers=_merged(person.answers, answers))
    return _put(person, replace(visit, answers=_merged(visit.answers, answers)))


def choose_door(person: Person, visit_id: str, door: str) -> Person:
    """Note from which paper a visit's bill is copied."""
    visit = person.visit(visit_id)
    return _put(person, replace(visit, door=door)) if visit else person


def add(person: Person, visit_id: str) -> Person:
    """Add an empty visit; a second tap with the same id adds nothing."""
    if person.visit(visit_id):
        return person
    answers = {**person.answers, "visits": True}
    visits = (*person.visits, Visit(visit_id))
    return replace(person, answers=answers, visits=visits, done=False, removed=None)


def remove(person: Person, visit_id: str) -> Person:
    """Take a visit out of the list; it can be brought back until the next is removed or added."""
    visit = person.visit(visit_id)
    if visit is None:
        return person
    removed = (person.visits.index(visit), visit)
    visits = tuple(kept for kept in person.visits if kept is not visit)
    return replace(person, visits=visits, done=False, removed=removed)


def restore(person: Person) -> Person:
    """Bring the removed visit back to its old place."""
    if person.removed is None:
        return person
    place, visit = person.removed
    visits = (*person.visits[:place], visit, *person.visits[place:])
    return replace(person, visits=visits, removed=None)


def _merged(old: Answers, new: Answers) -> Answers:
    return {key: value for key, value in {**old, **new}.items() if value is not None}


def _put(person: Person, changed: Visit) -> Person:
    visits = tuple(changed if visit.id == changed.id else visit for visit in person.visits)
    return replace(person, visits=visits)
