"""What one message of the chat says, read in the light of the question just asked."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import engine

from . import (
    amounts,
    answering,
    care,
    dates,
    diseases,
    intents,
    people,
    places,
    private,
    referral,
    refusals,
    regions,
    replies,
    roles,
    schemes,
    statuses,
)
from .message import Message
from .message import read as prepare

SEVERAL = frozenset({"kind"})
"""Questions that one message may answer several times: 住了院, 还有慢病本."""


NOTHING = "0.00"


class Answer(NamedTuple):
    """One fact taken from a message: its question, the contract's value, the words it came from.

    A range is a list of two amounts, None where open. Identities are options of the catalogue.
    """

    question: str
    value: Any
    words: str


class Understood(NamedTuple):
    """All that a message says; nothing of it counts before the person has seen it."""

    answers: tuple[Answer, ...] = ()
    reply: str | None = None  # value, none or unknown; None where it does not answer
    who: str | None = None
    intent: str = intents.OTHER
    topic: str | None = None
    regions: tuple[str, ...] = ()  # codes of the places that may be meant, best first
    region_words: str = ""
    disease: str = ""
    year: str | None = None
    corrects: bool = False
    unclear: tuple[str, ...] = ()  # words that hold a fact which could not be read
    unplaced: tuple[str, ...] = ()  # amounts that answer no question, such as what was borrowed
    refused: str | None = None  # why the whole message is not taken


def read(
    text: str, *, asked: str | None = None, today: date | None = None, home: str = ""
) -> Understood:
    """Read a message; what may mean several things is left unclear, and nothing is guessed.

    Home is the code of the place that the page is about, "" where there is none.
    """
    message = prepare(text, asked=asked, today=today, home=home)
    secret = private.number(message)
    if secret:
        return Understood(refused=private.REFUSALS[secret])
    reply = replies.reply(message)
    region = regions.read(message)
    answers, twice = _agreed(message, region, reply)
    named = regions.find(text) if asked == "region" else ()
    illness = diseases.main(message)
    unclear = (*twice, *_unclear(message, answers))
    return Understood(
        answers=answers,
        reply=_honest(message, reply, answers, found=bool(named)),
        who=people.patient(message),
        intent=intents.intent(message),
        topic=intents.topic(message),
        regions=named or regions.codes(message, region),
        region_words=regions.words(message, region),
        disease=message.written(illness) if illness else "",
        year=dates.year(message),
        corrects=replies.corrects(message),
        unclear=unclear,
        unplaced=tuple(_unplaced(message, [*(a.words for a in answers), *unclear])),
    )


def _agreed(
    message: Message, region: regions.Region, reply: str | None
) -> tuple[tuple[Answer, ...], tuple[str, ...]]:
    """Give one answer a question, and the words of those that say two things at once."""
    if reply == "unknown":
        return (), ()
    told: dict[str, list[Answer]] = {}
    facts = list(_facts(message, region))
    if not any(fact.question == message.asked for fact in facts):
        facts.extend(_short(message, reply))
    for answer in facts:
        others = told.setdefault(answer.question, [])
        if answer.value not in [other.value for other in others]:
            others.append(answer)
    fits = {name: len(answers) == 1 or name in SEVERAL for name, answers in told.items()}
    agreed = tuple(a for name, answers in told.items() if fits[name] for a in answers)
    twice = tuple(a.words for name, answers in told.items() if not fits[name] for a in answers)
    return agreed, twice


def _short(message: Message, reply: str | None) -> Iterator[Answer]:
    """Read what is an answer only because its question was just put: 是的, 没有, 70%."""
    value = answering.value(message, reply) if reply else answering.OPEN
    if message.asked and value is not answering.OPEN:
        yield Answer(message.asked, value, message.text.source.strip())


def _facts(message: Message, region: regions.Region) -> Iterator[Answer]:
    scheme, way = schemes.named(message), referral.way(message)
    if scheme:
        yield Answer("scheme", scheme.code, message.written(scheme))
    # 按低保, to the question how a veteran is treated, is no identity.
    held = statuses.held(message) if message.asked != "youfu_as" else []
    if held:
        words = "、".join(message.written(word) for word in held)
        yield Answer("status", [word.code for word in held], words)
    elif statuses.denies_all(message):
        yield Answer("status", [], message.text.source.strip())
    # The main kind comes last: whoever keeps one answer a question keeps that one.
    for kind in reversed(care.kinds(message)):
        yield Answer("kind", kind, care.words(message, kind))
    where = places.place(message, region)
    if where:
        yield Answer("place", where, places.words(message, region))
    if way:
        yield Answer("referral", way.code, message.written(way))
    yield from _money(message)
    yield from _days(message)


def _money(message: Message) -> Iterator[Answer]:
    found = roles.affirmed(message, amounts.find(message))
    for amount, role in zip(found, roles.roles(message, found), strict=True):
        question = answering.question(message, amount, role)
        if question:
            words = message.text.written(amount.start, amount.end)
            yield Answer(question, answering.money(amount), words)
    for question, start, end in refusals.found(message):
        yield Answer(question, NOTHING, message.text.written(start, end))


def _days(message: Message) -> Iterator[Answer]:
    days = [day for day in dates.days(message) if day.value]
    if len({day.value for day in days}) > 1 and not replies.corrects(message):
        names: tuple[str, ...] = ("admitted", "discharged")
    elif message.asked and message.asked_type == "date" and days:
        names = (message.asked,)
    else:
        names = ("discharged",) if "出院" in message.plain else ("admitted",)
    named = zip(names, days, strict=False) if message.asked or care.kinds(message) else ()
    for name, day in named:
        assert day.value
        yield Answer(name, day.value.isoformat(), message.text.written(day.start, day.end))


def _honest(
    message: Message, reply: str | None, answers: tuple[Answer, ...], *, found: bool
) -> str | None:
    """A reply is a value only when something was read for the question asked."""
    read_it = found or any(answer.question == message.asked for answer in answers)
    return None if reply == "value" and not read_it else reply


def _unclear(message: Message, answers: tuple[Answer, ...]) -> Iterator[str]:
    told = {answer.words for answer in answers}
    dated = any(answer.value == engine.LONG_AGO for answer in answers)
    for day in dates.days(message):
        if day.value is None and not dated:
            yield message.text.written(day.start, day.end)
    for start, end in amounts.unread(message):
        words = message.text.written(start, end)
        if words not in told:
            yield words


def _unplaced(message: Message, placed: Sequence[str]) -> Iterator[str]:
    for amount in roles.affirmed(message, amounts.find(message)):
        words = message.text.written(amount.start, amount.end)
        if words not in placed and not any(_meets(message, amount, others) for others in placed):
            yield words


def _meets(message: Message, amount: amounts.Amount, words: str) -> bool:
    """Whether words stand where an amount stands: the 8000 of 28000 is not that of 自付8000."""
    start, end = message.text.at[amount.start], message.text.at[amount.end - 1]
    places = re.finditer(re.escape(words), message.text.source)
    return any(match.start() <= end and start < match.end() for match in places)
