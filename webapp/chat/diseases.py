"""The main illness or injury, as it was written."""

import re
from functools import cache

from .message import Message
from .vocabulary import Word, codes

TOLD = re.compile(
    r"(?:患有?|患上|得了?|得的|得上|查出来?|确诊为?|诊断为?|因|身患|罹患|是|生|发现|突发)(?:了|上|有|为|的|是|过|患|严重|不幸|严重的){0,3}$"
)
SURE = re.compile(r"(?:确诊|诊断|得的?|患的?)(?:了|上|有|为|的|是|出){0,2}$")
BROKEN = r"(?:摔|跌|撞|压|砸|扭|轧|崴)(?:断|伤|裂|碎)了?(?:左|右|两|双)?"
NAMED = re.compile(
    r"(?:身?患|得了?|查出来?|确诊|诊断)(?:了|上|有|为|是|的是){0,2}"
    r"((?![^,。;]{0,3}(?:[看次回治生]|大病|重病|这|那|什么|啥|怪病|疾病|重症|绝症))(?:(?!的)[一-鿿]){2,8}?(?:病|症|癌|瘤|炎|综合征))(?![房人情历历院])"
)
PAST = re.compile(r"[得患]过")
COMMON = frozenset({"高血压", "糖尿病", "高血压病"})
GENERIC = frozenset(
    {"残疾", "中毒", "畸形", "失明", "聋哑", "癌", "癌症", "肿瘤", "三高", "结核", "强直", "工伤"}
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
    known = [_widened(message, word) for word in (*longer, *wider)]
    return known if any(_worth(message, word) >= 0 for word in known) else known + _told(message)


def _told(message: Message) -> list[Word]:
    """Take an illness that no table knows, where it is said that one has it."""
    return [Word("whole", *match.span(1)) for match in NAMED.finditer(message.plain)]


def _inside(word: Word, other: Word) -> bool:
    size, wide = word.end - word.start, other.end - other.start
    return other.start <= word.start and word.end <= other.end and size < wide


def _widened(message: Message, word: Word) -> Word:
    before = _kinds().search(message.plain[max(0, word.start - 12) : word.start])
    return word._replace(start=word.start - len(before[0])) if before else word


def _worth(message: Message, word: Word) -> int:
    plain = message.plain[word.start : word.end]
    worth = 2 if TOLD.search(message.plain[max(0, word.start - 8) : word.start]) else 0
    worth += 1 if SURE.search(message.plain[max(0, word.start - 6) : word.start]) else 0
    if PAST.match(message.plain[word.start - 2 : word.start]):
        worth -= 4  # 十年前得过 was another illness
    worth -= 1 if plain in COMMON else 0
    return worth - (3 if plain in GENERIC else 0)


@cache
def _built() -> re.Pattern[str]:
    parts = codes("disease_part")
    body, end = (_any(parts[name]) for name in ("body", "end"))
    return re.compile(
        f"{BROKEN}(?:{body}){{1,3}}骨?|(?:{body}){{1,3}}(?:里|上|部|内)?(?:{_any(parts['kind'])})?(?:{end}){{1,2}}"
    )


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(f"(?:{_any(codes('disease_part')['kind'])})+$")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=lambda word: -len(word)))
