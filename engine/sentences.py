"""Sentences as message, values and text; the Chinese message is what a translator sees."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from .money import WHOLE, grouped, yuan

Value = str | int
"""What stands in a placeholder: words, or an amount in fen."""

_MONEY = re.compile(r"\d+\.\d{2,}")

_ONE_COMMA, _MORE_COMMAS = 100_000, 100_000_000
"""From so many fen on an amount is read with one comma, and with more."""

Mark = bool | None
MET, UNMET, OPEN = True, False, None
"""Whether a condition is met; None is not known."""

NO_VALUES: Mapping[str, Value] = MappingProxyType({})


def say(message: str, values: Mapping[str, Value] = NO_VALUES) -> dict[str, Any]:
    """Give a sentence with its placeholders filled in Chinese."""
    told: dict[str, str] = {}
    read: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, int):
            told[name] = text = yuan(value)
            if value < _ONE_COMMA:
                read[name] = text
            else:  # written here: an assessment has a hundred amounts
                few = value < _MORE_COMMAS
                read[name] = f"{text[:-6]},{text[-6:]}" if few else grouped(text)
        else:
            told[name] = value
            read[name] = _for_reading(value) if "." in value else value
    return {"message": message, "values": told, "text": message % read}


def _for_reading(text: str) -> str:
    return grouped(text) if _MONEY.fullmatch(text) else text


def reason(mark: Mark, message: str, cites: Sequence[str], /, **values: Value) -> dict[str, Any]:
    """Make one reason; `met` None is not known."""
    told = _said(message, *values.items())
    return {"met": mark, **told, "values": dict(told["values"]), "cites": list(cites)}


@lru_cache(maxsize=4096)  # conditions are told in the same words again and again
def _said(message: str, *values: tuple[str, Value]) -> dict[str, Any]:
    return say(message, dict(values))


def exact(owed: int) -> Value:
    """Give fen x basis points as fen, or where a fen is broken as yuan with every decimal."""
    fen, broken = divmod(owed, WHOLE)
    if not broken:
        return fen
    digits = f"{fen % 100:02d}{broken:04d}".rstrip("0")
    return f"{fen // 100}.{digits}"


def numbers(places: Sequence[int]) -> str:
    """Name visits by their place: 第1、3次."""
    return f"第{'、'.join([str(place + 1) for place in places])}次"


__all__ = ["NO_VALUES", "Value", "exact", "numbers", "reason", "say", "yuan"]
