"""Sentences as message, values and text; the Chinese message is what a translator sees."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .money import WHOLE, grouped, yuan

_MONEY = re.compile(r"\d+\.\d{2,}")
_UNGROUPED = 3
"""So many digits before the point are read without commas."""


def say(message: str, values: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Give a sentence with its placeholders filled in Chinese."""
    told = dict(values or {})
    long = [name for name, text in told.items() if text.find(".") > _UNGROUPED]
    filled = {**told, **{name: _for_reading(told[name]) for name in long}} if long else told
    return {"message": message, "values": told, "text": message % filled}


def _for_reading(text: str) -> str:
    return grouped(text) if _MONEY.fullmatch(text) else text


def exact(owed: int) -> str:
    """Write fen x basis points as yuan without rounding: at least two decimals."""
    whole, rest = divmod(owed, WHOLE * 100)
    digits = f"{rest:06d}".rstrip("0").ljust(2, "0")
    return f"{whole}.{digits}"


def numbers(places: Sequence[int]) -> str:
    """Name visits by their place: 第1、3次."""
    return "第" + "、".join(str(place + 1) for place in places) + "次"


__all__ = ["exact", "numbers", "say", "yuan"]
