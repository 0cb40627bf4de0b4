"""The main illness or injury, as it was written."""

import re
from functools import cache

from .message import Message
from .vocabulary import Word, codes

TOLD = re.compile(
    r"(?:患有?|患上|得了?|得的|得上|查出来?|确诊为?|诊断为?|因|身患|罹患|是|生|发现|突发)(?:了|上|有|为|的|是|过|患|严重|不幸|严重的){0,3}$"
)
GENERIC = frozenset(
    {"残疾", "中毒", "畸形", "失明", "聋哑", "癌", "癌症", "肿瘤", "三高", "结核", "强直"}
)


def main(message: Message) -> Word | None:
    """Give the illness that the message is mainly about, or None."""
    found = _found(message)
    return max(found, key=lambda word: (_worth(message, word), -word.start), default=None)


def _found(message: Message) -> list[Word]:
    whole = list(message.words("disease"))
    built = [Word("whole", m.start(), m.end()) for m in _built().finditer(message.plain)]
    longer = [word for word in whole if not any(_inside(word, other) for other in built)]
    wider = [word for word in built if not any(_inside(word, other) for other in whole)]
    return [_widened(message, word) for word in (*longer, *wider)]


def _inside(word: Word, other: Word) -> bool:
    size, wide = word.end - word.start, other.end - other.start
    return other.start <= word.start and word.end <= other.end and size < wide


def _widened(message: Message, word: Word) -> Word:
    before = _kinds().search(message.plain[max(0, word.start - 12) : word.start])
    return word._replace(start=word.start - len(before[0])) if before else word


def _worth(message: Message, word: Word) -> int:
    plain = message.plain[word.start : word.end]
    worth = 2 if TOLD.search(message.plain[max(0, word.start - 8) : word.start]) else 0
    return worth - (3 if plain in GENERIC else 0)


@cache
def _built() -> re.Pattern[str]:
    parts = codes("disease_part")
    body, end = (_any(parts[name]) for name in ("body", "end"))
    return re.compile(
        f"(?:{body}){{1,3}}(?:里|上|部|内)?(?:{_any(parts['kind'])})?(?:{end}){{1,2}}"
    )


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(f"(?:{_any(codes('disease_part')['kind'])})+$")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=lambda word: -len(word)))
