"""A message in one spelling of its characters, each of which knows where it was written."""

import re
import unicodedata
from typing import NamedTuple

from .vocabulary import TRADITIONAL

LONGEST = 4000
"""More is cut off: no question needs it, and every message stays cheap to read."""

NUMERALS = frozenset(
    "0123456789.零〇一二两三四五六七八九十百千万亿几数半多余壹贰叁肆伍陆柒捌玖拾佰仟"
)
LAST_DIGIT = re.compile(r"[1-9一二两三四五六七八九](?=$|[,。;!?，；、 多])")
STOP = re.compile(r"[,，。;；!！?？]")
SPACED = 5
"""So many parts of so many signs on average, and no stop: the blanks part sentences."""
UNITS = frozenset("亿万千百元块角")
SPACES = frozenset(" \t\r\n\v\f\u3000\u00a0\u200b\ufeff")


class Text(NamedTuple):
    """The plain text; `at` holds the place in `source` of each of its characters."""

    plain: str
    at: tuple[int, ...]
    source: str

    def written(self, start: int, end: int) -> str:
        """Give the words as they were typed."""
        if start >= end:
            return ""
        return self.source[self.at[start] : self.at[end - 1] + 1]


def read(source: str) -> Text:
    """Bring a message into half width and simplified characters, without idle spaces."""
    source = _stopped(source[:LONGEST])
    forms = {typed: _form(typed) for typed in set(source)}
    alike = "".join(map(forms.__getitem__, source))
    if len(alike) == len(source) and " " not in alike:
        return Text(alike, tuple(range(len(source))), source)
    signs = [sign for typed in source for sign in forms[typed]]
    places = [place for place, typed in enumerate(source) for _sign in forms[typed]]
    kept = [index for index in range(len(signs)) if signs[index] != " " or _parts(signs, index)]
    plain = "".join(signs[index] for index in kept)
    return Text(plain, tuple(places[index] for index in kept), source)


def _stopped(source: str) -> str:
    """Put stops for the blanks of one who writes none, sign for sign."""
    parts = source.split(" ")
    long = len(source) >= SPACED * len(parts)
    return source if len(parts) < SPACED or not long or STOP.search(source) else ",".join(parts)


def _form(typed: str) -> str:
    if "\u4e00" <= typed <= "\u9fa5":  # has no other form but a simplified one
        return TRADITIONAL.get(typed, typed)
    plain = unicodedata.normalize("NFKC", typed)
    return "".join(" " if sign in SPACES else TRADITIONAL.get(sign, sign) for sign in plain)


def _parts(signs: list[str], index: int) -> bool:
    """Whether a space keeps two numbers or Latin words apart; between others it says nothing."""
    if index == 0 or signs[index - 1] == " ":
        return False
    after = next((sign for sign in signs[index + 1 : index + 20] if sign != " "), "")
    if after in UNITS and signs[index - 1] in NUMERALS:
        return False
    if signs[index - 1] in "万千" and _ends_there(signs, index):
        return False
    return _counts(signs[index - 1]) or _counts(after)


def _ends_there(signs: list[str], index: int) -> bool:
    """Whether one digit follows and no more: 3 万 6."""
    after = "".join(signs[index : index + 8]).strip()
    return LAST_DIGIT.match(after) is not None


def _counts(sign: str) -> bool:
    return sign in NUMERALS or (sign.isascii() and sign.isalnum())
