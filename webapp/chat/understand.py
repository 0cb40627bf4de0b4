"""What one message says, as the slots of the command line."""

from collections.abc import Mapping
from typing import Any

import engine

from . import (
    amounts,
    care,
    dates,
    diseases,
    intents,
    people,
    periods,
    places,
    referral,
    regions,
    replies,
    roles,
    schemes,
    statuses,
)
from .message import Message
from .message import read as prepare


def understand(text: str, asked: str | None = None) -> dict[str, Any]:
    """Read a message into intent, slots and, where something was asked, the kind of reply."""
    message = prepare(text, asked=asked)
    reply = replies.reply(message)
    told: dict[str, Any] = {"intent": intents.intent(message) if asked is None else intents.OTHER}
    if reply:
        told["reply"] = reply
    told["slots"] = {} if reply == "unknown" else slots(message)
    told["sensitive"] = intents.topic(message) == "despair"
    return told


def slots(message: Message) -> dict[str, Any]:
    """Fill the slots; what the text does not say stays None or empty."""
    region = regions.read(message)
    scheme, way, illness = schemes.named(message), referral.way(message), diseases.main(message)
    none = replies.reply(message) == "none"
    status = statuses.codes(message)
    return {
        "who": people.patient(message),
        "scheme": scheme.code if scheme else None,
        "status": [] if none and message.asked == "status" and not status else status,
        "kind": care.kinds(message),
        "amounts": _nothing(message) if none and message.asked_money else money(message),
        "place": places.place(message, region),
        "referral": "none" if none and message.asked == "referral" else way and way.code,
        "region_text": regions.words(message, region) or None,
        "disease_text": illness and message.written(illness),
        "year": dates.year(message),
    }


def money(message: Message) -> list[dict[str, Any]]:
    """List the amounts with their bounds and roles, each once."""
    found = roles.affirmed(message, amounts.find(message))
    told: dict[tuple[Any, ...], dict[str, Any]] = {}
    floor = 0
    for amount, role in zip(found, roles.roles(message, found), strict=True):
        row = {
            "text": message.text.written(amount.start, amount.end),
            "low": _yuan(amount.low),
            "high": _yuan(amount.high),
            "role": role,
        }
        per = periods.period(message, amount, floor)
        told.setdefault((amount.low, amount.high, role), row | ({"per": per} if per else {}))
        floor = amount.end
    return list(told.values())


def _nothing(message: Message) -> list[Mapping[str, Any]]:
    # No, to a question of money, is exactly nothing.
    role = roles.BY_QUESTION.get(message.asked or "", "other")
    return [{"text": message.text.source.strip(), "low": "0.00", "high": "0.00", "role": role}]


def _yuan(fen: int | None) -> str | None:
    return None if fen is None else engine.yuan(fen)
