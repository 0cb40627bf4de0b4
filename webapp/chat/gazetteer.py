"""The names of places in a text: official ones, and ones masked by a letter (B3县)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import engine

from .counties import counties, plain_words
from .message import Message

MASKED = re.compile(r"(?:[A-Z]\d{0,3}|[Xx某*]{1,3})(?:省|市|县|区|州|地区|自治县)")
PROVINCE = re.compile(
    r"(?<![一-鿿])([一-鿿]{2}省)|([一-鿿]{2}省)(?=[A-Z]\d{0,3}[市县区州]|的|城乡|居民|医保|大病|新农合|农村|[一-鿿]{2,4}[市县])"
)
NO_NAME = re.compile(
    r"[我本全外各跨出邻该两同个其他的到在去和与及由是节从市县为给了级属这那入回至往转进于被让向对按比有请]"
)
NOT_PROVINCE = re.compile(r"省(?:城(?![乡镇])|[医立里内会级钱下事得略去肿儿中妇第直委])")
LED = re.compile(
    r"(?:家住|住在|来自|户口在|户籍在?|老家在?|尊敬的|敬爱的|我是|本人是?|我系|家在|我在|我们是)"
    r"([一-鿿]{2,3}(?:县|市|州|旗|(?<![小社地山景郊校院厂矿])区))(?![长医级内外立直人]|里的)"
)
FURTHER = re.compile(r"[一-鿿]{2,3}(?:县|市|旗|(?<![小社地山景郊校院厂矿])区)(?![长医级内外立直])")
INSIDE = frozenset({"医保定", "社保定", "低保定", "参保定", "农保定", "交通海", "不通辽"})
INSURED = re.compile(r"(?:城乡)?居民医保|职工医保|新?农合|合作医疗|城乡医保")
COUNTED = re.compile(r"[\d一二两三四五六七八九十几半多]天")  # 三天水 is no 天水
SHORTEST = 2


class Name(NamedTuple):
    """A place named: its official code ("" where it has none), where it stands, how sure."""

    code: str
    start: int
    end: int
    full: bool


def names(message: Message) -> list[Name]:
    """List the places in their order; names that follow on each other are one, the narrowest."""
    joined: list[Name] = []
    for name in sorted(_names(message.plain), key=lambda one: one.start):
        last = joined[-1] if joined else None
        if last and name.start < last.end:
            continue
        if (
            last
            and message.plain[last.end : name.start] in ("", " ", "的", "省", "市")
            and _under(name, last)
        ):
            joined[-1] = Name(name.code or last.code, last.start, name.end, last.full or name.full)
        else:
            joined.append(name)
    return [_reaching(message, name) for name in joined if name.full or _sure(message, name)]


def _reaching(message: Message, name: Name) -> Name:
    """Take in a county we do not know that follows a place we do: 宿州一区."""
    more = FURTHER.match(message.plain, name.end)
    if more is None or NO_NAME.search(more[0][:-1]) or message.plain[name.end - 1] in "县区旗":
        return name
    return name._replace(end=more.end(), full=True)


def masked(text: str) -> bool:
    """Whether a place is hidden behind letters, so that no code can be looked up."""
    return MASKED.fullmatch(text) is not None


def region(code: str) -> engine.regions.Region | None:
    """Give the region of a code."""
    return engine.regions.get(code)


def _names(plain: str) -> Iterator[Name]:
    known = list(_known(plain))
    yield from known
    for pattern in (PROVINCE, LED):
        for match in pattern.finditer(plain):
            start, end = match.span(match.lastindex or 0)
            told = any(one.start < end and start < one.end for one in known)
            if told or NO_NAME.search(plain[start : end - 1]):
                continue
            if pattern is LED or not NOT_PROVINCE.match(plain, end - 1):
                yield Name("", start, end, full=True)


def _known(plain: str) -> Iterator[Name]:
    for match in MASKED.finditer(plain):
        yield Name("", match.start(), match.end(), full=True)
    place = 0
    while first := _first_signs().search(plain, place):
        name = _longest(plain, first.start())
        if name and not COUNTED.search(plain[: name.start][-1:] + plain[name.start]):
            yield name
        place = name.end if name else first.end()


@cache
def _first_signs() -> re.Pattern[str]:
    return re.compile(f"[{''.join({start[0] for start in _index()})}]")


def _longest(plain: str, place: int) -> Name | None:
    for name, code, full in _index().get(plain[place : place + SHORTEST], ()):
        if plain.startswith(name, place):
            return Name(code, place, place + len(name), full)
    return None


def _under(name: Name, wider: Name) -> bool:
    if not name.code or not wider.code:
        return True
    return any(wider.code in engine.regions.ancestors(code) for code in _same_name(name.code)) or (
        wider.code[:2] == name.code[:2]
    )


def _same_name(code: str) -> tuple[str, ...]:
    return (code,)


def _sure(message: Message, name: Name) -> bool:
    """Whether a short name is meant as a place: widely known, or told as one's home."""
    place = engine.regions.get(name.code)
    written = message.plain[name.start : name.end]
    # 医保定点 names no 保定.
    within = (message.plain[max(0, name.start - 1) : name.start] + written) in INSIDE
    if not name.code or written in plain_words() or within:
        return False
    if place and place.level in ("province", "city") and len(written) >= SHORTEST:
        return True
    before = re.search(
        r"(?:家住|住在|我是|我们|来自|老家|家在|本人|在|我|是|回|系|到|去|送|转|从|于)$"
        r"|(?P<home>老家[在是]?|户口[在是]?|户口落在|户籍在?)$",
        message.plain[: name.start][-4:],
    )
    opens = name.start == 0 or message.plain[name.start - 1] in " ,。;!?:"
    if opens and re.match(
        r"一|人|的|县|这|那|农|住|医|居民|城乡|职工|镇|[一-鿿]{1,4}(?:镇|乡|街道|村)",
        message.plain[name.end :],
    ):
        return True
    after = re.match(
        r"人|的|这边|这里|当地|本地|农合|新农合|医保|户口|农村|居民|城乡|职工|一个|县|镇|乡(?!下)|低保|特困|五保|建档|贫困|监测|报|住院|医院|中医|看病|打工|上班",
        message.plain[name.end :][:4],
    )
    if INSURED.match(message.plain, name.end):
        return True
    told = before and (after or before["home"] or written.endswith("县"))
    return bool(told) or message.asked == "region" or len(written) > SHORTEST


@cache
def _index() -> Mapping[str, tuple[tuple[str, str, bool], ...]]:
    rows = {**_counties(), **_listed()}
    first: dict[str, list[tuple[str, str, bool]]] = {}
    for name, (code, full) in rows.items():
        first.setdefault(name[:SHORTEST], []).append((name, code, full))
    ordered = {
        sign: tuple(sorted(names, key=lambda row: -len(row[0]))) for sign, names in first.items()
    }
    return MappingProxyType(ordered)


def _listed() -> dict[str, tuple[str, bool]]:
    """The names of the catalogue: of two places of one short name the wider one is meant."""
    rows: dict[str, tuple[str, bool]] = {}
    for place in engine.regions.everywhere():
        if place.level == "area":
            continue
        for name in (place.full_name, *place.also):
            rows.setdefault(name, (place.code, True))
        if len(place.name) >= SHORTEST and place.name != place.full_name:
            known = rows.get(place.name)
            if known is None or (known[1] is False and _wider(place.code, known[0])):
                rows[place.name] = (place.code, False)
    return rows


def _counties() -> dict[str, tuple[str, bool]]:
    """The names of all other counties; one that several bear leaves open which is meant."""
    rows: dict[str, tuple[str, bool]] = {}
    for county in counties():
        for name in filter(None, (county.name, county.short)):
            shared = name in rows and rows[name][0][:4] != county.code[:4]
            rows[name] = ("" if shared else county.code, len(name) > SHORTEST)
    return rows


def _wider(code: str, other: str) -> bool:
    return code.rstrip("0") < other.rstrip("0") and len(code.rstrip("0")) < len(other.rstrip("0"))
