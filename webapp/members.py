"""The people of one household: who each is, what they share, and how they come and go."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import engine

from .household import Answers, Household, Person, answer
from .language import mark
from .language import translate as _


class Kin(NamedTuple):
    """What a member is to the one who holds the phone, and the word that stands for them."""

    label: str
    pronoun: str


WHO: Mapping[str, Kin] = {
    "self": Kin(mark("我自己"), mark("您")),
    "mother": Kin(mark("母亲"), mark("她")),
    "father": Kin(mark("父亲"), mark("他")),
    "wife": Kin(mark("妻子"), mark("她")),
    "husband": Kin(mark("丈夫"), mark("他")),
    "daughter": Kin(mark("女儿"), mark("她")),
    "son": Kin(mark("儿子"), mark("他")),
    "grandfather": Kin(mark("爷爷"), mark("他")),
    "grandmother": Kin(mark("奶奶"), mark("她")),
    "mothers_father": Kin(mark("外公"), mark("他")),
    "mothers_mother": Kin(mark("外婆"), mark("她")),
    "other": Kin(mark("别的人"), mark("病人")),
}
"""Whom one may ask for, in the order of the page; no names."""

HEARD: Mapping[str, Kin] = {
    "child": Kin(mark("孩子"), mark("孩子")),
    "spouse": Kin(mark("爱人"), mark("爱人")),
    "elder": Kin(mark("老人"), mark("老人")),
}
"""Who is told of in words of one's own that leave open whether 他 or 她 is right."""

ALL: Mapping[str, Kin] = {**WHO, **HEARD}
ANYONE = Kin(mark("病人"), mark("病人"))

SHARED = tuple(question.id for question in engine.QUESTIONS.values() if question.shared)
"""What is the same for all of a household: asked once, and changed for all at once."""


def kin_of(person: Person) -> Kin:
    """Tell what a member is; the one of whom it was not said is the patient."""
    return ALL.get(person.who, ANYONE)


def subject_of(person: Person) -> str:
    """Give the word that begins a question about a member: 您, 母亲, 病人."""
    kin = kin_of(person)
    return _(kin.pronoun if person.who in ("self", "other") else kin.label)


def left_to(person: Person) -> str:
    """Say who has to pay what is left: 您还要付, 她还要付; 自己还要付 where it was not said."""
    if person.who in ("", "other") or person.who not in ALL:
        return _("自己还要付")
    return _("%(who)s还要付", who=_(kin_of(person).pronoun))


def result_of(person: Person, household: Household) -> str:
    """Head a result: with whose it is, unless it is one's own or was not said."""
    if person.who in ("", "self", "other") or person.who not in ALL:
        return _("估算结果")
    return _("%(who)s的估算结果", who=name_of(person, household))


def name_of(person: Person, household: Household) -> str:
    """Name a member: 本人, 母亲, and with a number where there are two sons."""
    label = _("本人") if person.who == "self" else _(kin_of(person).label)
    alike = [other.id for other in household.persons if other.who == person.who]
    if len(alike) < 2:
        return label
    return _("%(who)s（第%(number)s位）", who=label, number=alike.index(person.id) + 1)


def add(household: Household, person_id: str, who: str) -> Household:
    """Add a member, who shares what the household shares; a second tap adds no second one."""
    if household.member(person_id):
        return household
    answers = {name: value for name, value in _shared_of(household).items() if name in SHARED}
    new = Person(answers, id=person_id, who=who)
    return replace(household, persons=(*household.persons, new), removed=None)


def remove(household: Household, person_id: str) -> Household:
    """Take a member out; they can be brought back until the next is removed or added."""
    person = household.member(person_id)
    if person is None or len(household.persons) == 1:
        return household
    kept = tuple(other for other in household.persons if other is not person)
    return replace(household, persons=kept, removed=(household.persons.index(person), person))


def restore(household: Household) -> Household:
    """Bring the removed member back to their old place."""
    if household.removed is None:
        return household
    place, person = household.removed
    persons = (*household.persons[:place], person, *household.persons[place:])
    return replace(household, persons=persons, removed=None)


def take(household: Household, answers: Answers, visit_id: str | None = None) -> Household:
    """Take answers for the shown member, and what all share for all."""
    changed = household.having(answer(household.person, answers, visit_id))
    shared = {name: value for name, value in answers.items() if name in SHARED}
    if visit_id or not shared:
        return changed
    return replace(changed, persons=tuple(answer(person, shared) for person in changed.persons))


def suggested(household: Household) -> Answers:
    """Give what a member probably has in common with the others: identities of a whole family."""
    options = engine.QUESTIONS["status"].options
    of_family = {option.value for option in options if option.family}
    for person in household.persons:
        held = person.answers.get("status")
        if person.id != household.shown and isinstance(held, list) and of_family & set(held):
            return {"status": [value for value in held if value in of_family]}
    return {}


def _shared_of(household: Household) -> Answers:
    merged: dict[str, object] = {}
    for person in reversed(household.persons):
        merged.update(person.answers)
    return merged
