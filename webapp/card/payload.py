"""What the code on a card holds: one person's answers, sealed, and the document they fall under."""

import hashlib
import re
from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ..household import FIRST, Household, Person, Talk
from ..packing import pack, unpack
from ..sealing import Ring

VERSION = "m1"
"""The form of the text; paper cannot be renewed, so old forms are to be read for two years."""

LONGEST = 5000
"""No card of ours is longer; what is longer is not looked at."""


class Card(NamedTuple):
    """One person's answers, the place and document they were reckoned by, and the day."""

    region: str
    pack: str
    made: date
    person: Person
    consent: str = ""


class Unreadable(ValueError):
    """A text that opens no card; `kind` says what is wrong with it."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def write(card: Card, ring: Ring) -> str:
    """Write a card as short text: its form, the sealed answers, and a sum that shows damage."""
    head = f"{card.region} {card.pack} {card.made}\n".encode()
    text = VERSION + ring.seal(head + pack(Household((_bare(card.person),), consent=card.consent)))
    return text + _sum(text)


def read(text: str, ring: Ring) -> Card:
    """Read a card from its text or from the whole address; Unreadable names the kind of fault."""
    text = "".join(text.rpartition("#")[2].split())
    form = re.match(r"m[0-9]", text, re.ASCII)
    if not form or len(text) > LONGEST or not text.isascii():
        raise Unreadable("none")
    if form[0] != VERSION:
        raise Unreadable("form")
    if _sum(text[:-4]) != text[-4:]:
        raise Unreadable("damaged")
    try:
        sealed = ring.open(text[len(VERSION) : -4])
    except ValueError:
        raise Unreadable("foreign") from None
    return _card(sealed)


def _card(plain: bytes) -> Card:
    head, _line, packed = plain.partition(b"\n")
    try:
        region, pack_id, made = head.decode().split(" ")
        household = unpack(packed)
        return Card(region, pack_id, date.fromisoformat(made), household.person, household.consent)
    except ValueError:
        raise Unreadable("foreign") from None


def _bare(person: Person) -> Person:
    """Leave out what only the sitting needs; plain numbers for ids take less room."""
    visits = (replace(visit, id=f"{place:04d}") for place, visit in enumerate(person.visits))
    bare = replace(person, pack="", came={}, removed=None, talk=Talk())
    return replace(bare, id=FIRST, visits=tuple(visits))


def _sum(text: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(text.encode()).digest()[:3]).decode("ascii")
