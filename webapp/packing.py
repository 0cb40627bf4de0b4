"""A household as few bytes: columns of whole numbers, then deflate with the usual words known."""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import engine

from .household import FIRST, Answers, Household, Mark, Person, Talk, Visit

# Part of the form that is in people's browsers: extend it only together with the version of
# `sealing`, or what was kept before can no longer be read.
WORDS = (
    b'"removed":[],"done":1,"opening_outpatient_aid_paid":"opening_tilt_paid":"critical_tiers":'
    b'"premium":"scheme":"resident","status":["tekun","dibao","dibian","visits":true},"ids":"'
    b'","doors":"sssrrrmmm","cells":{"kind":["inpatient","chronic","outpatient","admitted":['
    b'"discharged":["designated":[true,true,false,"place":["county","city","province","outside",'
    b'"referral":["none","referred","emergency","public_hospital":["grassroots_first":["total":['
    b'"out_of_scope":["class_b_own":["in_scope":["basic_paid":["critical_paid":["other_paid":['
    b'"aid_paid":["other_lump":["own_paid":["reimbursed":["commercial_paid":["-","-","-","?",null,'
    b'{"secret":"","persons":[{"answers":{'
)

_EPOCH = date(1900, 1, 1)
_DOORS = {door.id[0]: door.id for door in engine.PAGES["bill"].doors} | {"-": ""}
_ID_LENGTH = 4
_MARKS = {mark.value: mark for mark in Mark}
_TALK_TEXTS = ("visit", "who", "asked", "missed", "again", "bill")


def pack(household: Household) -> bytes:
    """Write a household as bytes."""
    gone = household.removed
    plain = {
        "secret": household.secret,
        "persons": [_shrunk(person) for person in household.persons],
        **({"consent": household.consent} if household.consent else {}),
        **({"gone": [gone[0], _shrunk(gone[1])]} if gone else {}),
    }
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=WORDS)
    return deflate.compress(text) + deflate.flush()


def unpack(packed: bytes) -> Household:
    """Read a household; ValueError when the bytes are none of ours."""
    inflate = zlib.decompressobj(-15, zdict=WORDS)
    try:
        plain = json.loads(inflate.decompress(packed))
        persons = tuple(_grown(person) for person in plain["persons"])
        gone = plain.get("gone")
        return Household(
            persons or (Person(),),
            plain["secret"],
            consent=plain.get("consent", ""),
            removed=(gone[0], _grown(gone[1])) if gone else None,
        )
    except (zlib.error, ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError("not a household") from error


def _shrunk(person: Person) -> dict[str, Any]:
    gone = person.removed
    return {
        "answers": _cells(person.answers),
        **(_columns(person.visits) if person.visits else {}),
        **({"done": 1} if person.done else {}),
        **({"removed": [gone[0], _columns((gone[1],))]} if gone else {}),
        **({"id": person.id} if person.id != FIRST else {}),
        **({"who": person.who} if person.who else {}),
        **({"pack": person.pack} if person.pack else {}),
        **({"came": person.came} if person.came else {}),
        **({"talk": _talk_shrunk(person.talk)} if person.talk != Talk() else {}),
    }


def _grown(small: Mapping[str, Any]) -> Person:
    gone = small.get("removed")
    return Person(
        answers=_values(small["answers"].items()),
        visits=tuple(_visits(small)),
        done="done" in small,
        removed=(gone[0], next(_visits(gone[1]))) if gone else None,
        id=small.get("id", FIRST),
        who=small.get("who", ""),
        pack=small.get("pack", ""),
        came=dict(small.get("came", ())),
        talk=_talk_grown(small["talk"]) if "talk" in small else Talk(),
    )


def _talk_shrunk(talk: Talk) -> dict[str, Any]:
    plain = {"heard": _cells(talk.heard), "said": talk.said, "recent": talk.recent}
    texts = {name: getattr(talk, name) for name in _TALK_TEXTS}
    return {name: value for name, value in {**plain, **texts}.items() if value}


def _talk_grown(small: Mapping[str, Any]) -> Talk:
    return Talk(
        heard=_values(small.get("heard", {}).items()),
        said=tuple((str(name), str(about)) for name, about in small.get("said", ())),
        recent=tuple(small.get("recent", ())),
        **{name: small[name] for name in _TALK_TEXTS if name in small},
    )


def _columns(visits: Sequence[Visit]) -> dict[str, Any]:
    """Turn rows into columns: like stands beside like, and deflates to little."""
    cells = [_cells(visit.answers) for visit in visits]
    names = dict.fromkeys(name for row in cells for name in row)
    return {
        "ids": "".join(visit.id for visit in visits),
        "doors": "".join(visit.door[:1] or "-" for visit in visits),
        "cells": {name: [row.get(name) for row in cells] for name in names},
    }


def _visits(small: Mapping[str, Any]) -> Iterator[Visit]:
    ids, columns = small.get("ids", ""), small.get("cells", {})
    for place, letter in enumerate(small.get("doors", "")):
        row = ((name, column[place]) for name, column in columns.items())
        visit_id = ids[place * _ID_LENGTH : (place + 1) * _ID_LENGTH]
        yield Visit(visit_id, _values(row), _DOORS.get(letter, ""))


def _cells(answers: Answers) -> dict[str, Any]:
    return {name: _cell(engine.QUESTIONS[name], value) for name, value in answers.items()}


def _cell(question: engine.Question, value: Any) -> Any:
    if isinstance(value, Mark):
        return value.value
    return SHRINK.get(question.type, _same)(value)


def _values(cells: Any) -> dict[str, Any]:
    return {
        name: _value(engine.QUESTIONS[name], cell)
        for name, cell in cells
        if cell is not None and _still_offered(name, cell)
    }


def _value(question: engine.Question, cell: Any) -> Any:
    if isinstance(cell, str) and cell in _MARKS:
        return _MARKS[cell]
    return GROW.get(question.type, _same)(cell)


def _still_offered(name: str, cell: Any) -> bool:
    """Whether the catalogue of today has this answer: a deploy may have dropped a question."""
    question = engine.QUESTIONS.get(name)
    if question is None or not question.options:
        return question is not None
    offered = {option.value for option in question.options}
    return {*([cell] if isinstance(cell, str) else cell)} <= {*offered, *_MARKS}


def _same(value: Any) -> Any:
    return value


def _fen(amount: Any) -> Any:
    """Shrink one figure, or both ends of a range; an end may be open."""
    if isinstance(amount, str):
        return int(amount.replace(".", ""))
    return [None if end is None else _fen(end) for end in amount]


def _yuan(cell: Any) -> Any:
    if isinstance(cell, int):
        return engine.yuan(cell)
    return [None if end is None else engine.yuan(end) for end in cell]


def _days(text: str) -> int:
    return (date.fromisoformat(text) - _EPOCH).days


def _day(days: int) -> str:
    return (_EPOCH + timedelta(days)).isoformat()


SHRINK: Mapping[str, Callable[[Any], Any]] = {"amount": _fen, "date": _days}
"""How a type's value becomes a small cell, where JSON's own way is longer."""

GROW: Mapping[str, Callable[[Any], Any]] = {"amount": _yuan, "date": _day}
"""How the cell becomes the value again."""
