"""Opening a card: what is said of it first, and how its person joins the sitting."""

from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from .. import places
from ..documents import document_of, held
from ..household import FIRST, Household, Person
from ..language import mark
from ..members import name_of
from .payload import Card
from .sheet import told_of

FAULTS = {
    "none": (mark("这不是明白卡上的字。"), mark("请再扫一次码，或把整段字复制过来。")),
    "form": (mark("这张卡的样式，这里还认不得。"), mark("请在做卡的网站打开。")),
    "damaged": (mark("卡上的字少了，或者错了。"), mark("请擦干净再扫，或重新整段复制。")),
    "foreign": (
        mark("这张卡不是本站做的，或太旧了。"),
        mark("请在做卡的网站打开，或重新填。"),
    ),
    "place": (mark("卡上的地方，这里还不能算。"), mark("请在做卡的网站打开。")),
}
"""What can be wrong with a card, and what to do then."""


class Found(NamedTuple):
    """A card as it is shown before it is opened."""

    place: places.Place
    made: date
    visits: int
    document: Any  # under which it was printed; None where it is no longer held
    changed: bool
    beside: str  # who has told something here already


def look(card: Card, household: Household) -> Found | None:
    """Say what a card is about; None where its place has no document here."""
    place = places.find(card.region)
    if place is None or place.pack is None:
        return None
    return Found(
        place=place,
        made=card.made,
        visits=len(card.person.visits),
        document=held(card.pack),
        changed=card.pack != place.pack.id,
        beside="、".join(name_of(person, household) for person in told_of(household)),
    )


def same(card: Card, household: Household) -> Person | None:
    """Find the member whose answers are those of the card: scanned again, or never lost."""
    told, document = _told(card.person), document_of(_kept(card), card.region)
    alike = (person for person in household.persons if _told(person) == told)
    return next((p for p in alike if document_of(p, card.region) == document), None)


def join(card: Card, household: Household, person_id: str) -> Household:
    """Add the person to the sitting; in an empty one they are the first."""
    if not told_of(household):
        return only(card, household)
    if household.member(person_id):
        return household
    taken = card.person.who == "self" and any(p.who == "self" for p in household.persons)
    person = replace(_kept(card), id=person_id, who="" if taken else card.person.who)
    return _agreed(card, replace(household, persons=(*household.persons, person), removed=None))


def only(card: Card, household: Household) -> Household:
    """Put the person in the place of all that was told."""
    person = replace(_kept(card), id=FIRST)
    return _agreed(card, replace(household, persons=(person,), removed=None, shown=FIRST))


def _kept(card: Card) -> Person:
    """Keep the person under the document of the card; one that counts today needs no word."""
    today = document_of(card.person, card.region)
    return replace(card.person, pack="" if card.pack == today.id else card.pack)


def _agreed(card: Card, household: Household) -> Household:
    """What was agreed to when the card was made stays agreed to when it is opened again."""
    return replace(household, consent=household.consent or card.consent)


def _told(person: Person) -> Any:
    return person.answers, [(visit.answers, visit.door) for visit in person.visits]
