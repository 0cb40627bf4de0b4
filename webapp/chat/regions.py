"""Which of the places named is the home, and which is where a person was treated."""

import re
from typing import NamedTuple

import engine

from . import gazetteer
from .gazetteer import Name
from .message import Message

HOME_BEFORE = re.compile(
    r"(?:家住|住在|户口[在是属]?|户籍[在是]?|来自|我是|本人是|我系|系|籍贯|老家|家在|我们是|属于|我家|是|我们?|本人|买的?|参加的?|身份证是?|回|城乡|我在)$"
)
HOME_AFTER = re.compile(
    r"的?(?:[一-鿿]{1,4}(?:镇|乡|村|街道|社区))?(?:人(?!民)|城乡|城镇|居民|农合|新农合|农保|医保|医疗保险|农村|合作医疗|户口|村民|农民|市民"
    r"|参保|农医|社保|入的|参加|买的|交的|缴|低保|贫困|职工|矿务|退休|籍|常住|这边|县?民政|老百姓|的一名|[一-鿿]{1,4}(?:镇|乡|村))"
)
INSURED = re.compile(
    r"的?(?:城乡|城镇|居民|农合|新农合|农保|医保|医疗保险|农村合作|参保|入的|参加|买的|交的|缴)"
)
AWAY_BEFORE = re.compile(
    r"(?:在|到|去|转到|转去|转往|赴|送到|送往|于|至|往|和|转|来|从|转入|转至|进|上|跑到?|回)$"
)
AWAY_AFTER = re.compile(
    r"(?:[^,。;]{0,12})(?:医院|住院|治疗|手术|看病|打工|务工|检查|就医|就诊|开刀|工作|上班|居住|带孩子|带小孩|生活|读书|遭遇|车祸|干活|工地|做工|住了|住过|出差|陪读|租房"
    r"|抢救|化疗|做|上学|帮|看|治|移植)|的?$|的?(?:大医院|协和|华西|湘雅|儿童|肿瘤|省立|人民医院)|$"
)
LIVES = re.compile(r"(?:现在|目前在?|人在|一直在|常年在|长期在|暂住|跟我在|如今在)$")
WORKS = re.compile(r"(?:上班|工作|打工|务工|读书|生活|居住|租房|做工|带孩子)")
COMPARED = re.compile(r"(?:听|别的|还有|比如|像|据说|人家|听说|不像)$")
HOSPITAL = re.compile(
    r"(?:市|省|县|区)?[^,。;有无没哪的去到在人办和]{0,10}?(?:医院|卫生院|保健院|医学院|附一|附二|协和|华西|院区)"
)
OFFICE = re.compile(r"(?:的?(?:相关|有关)?领导|市长|书记|县长|.{0,3}局|政府|委|有关部门)")


class Region(NamedTuple):
    """Home and place of treatment, where named."""

    home: Name | None
    away: Name | None


def read(message: Message) -> Region:
    """Tell apart where a person belongs and where they were treated."""
    names = gazetteer.names(message)
    if message.asked == "place":
        return Region(None, names[0] if names else None)
    rated = [(_worth(message, name), name) for name in names]
    homes = [pair for pair in rated if pair[0] > -2]
    home = max(homes, key=lambda pair: (pair[0], -pair[1].start), default=(0, None))[1]
    away = next((name for worth, name in rated if worth <= -2), None)
    if home is None and away is not None and _is_county(message, away):
        # Who works in a county lives there, but may be treated anywhere.
        works = WORKS.match(message.plain, away.end)
        return Region(away, None if works else away)
    return Region(home, away)


def find(text: str) -> tuple[str, ...]:
    """List the codes that an answer to "which place" may mean: by name, sound, or with a slip."""
    served = [header.region for header in engine.packs()]
    plain = re.sub(
        r"^(?:我|俺|咱)?们?(?:家|是|住|户口)?(?:在|住|是)?|(?:的|人|那边|这边|这里|那里)+$",
        "",
        text,
    )
    found = engine.regions.search(plain or text, limit=8, prefer=served)
    return tuple(region.code for region in found)


def codes(message: Message, region: Region) -> tuple[str, ...]:
    """List the codes that the home named in a message may have."""
    if region.home is None:
        return ()
    if region.home.code:
        return (region.home.code,)
    written = message.plain[region.home.start : region.home.end]
    return () if gazetteer.masked(written) else find(written)


def words(message: Message, region: Region) -> str:
    """Give the home as it was typed, "" where none is named."""
    home = region.home
    return message.text.written(home.start, home.end) if home else ""


def _is_county(message: Message, name: Name) -> bool:
    """Whether one's own county may be meant: who says 石台县医院 and no more lives there."""
    place = engine.regions.get(name.code)
    if place is not None:
        return place.level == "county"
    return message.plain[name.end - 1] in "县区旗"


def _worth(message: Message, name: Name) -> int:
    plain = message.plain
    before, after = plain[max(0, name.start - 6) : name.start], plain[name.end : name.end + 24]
    worth = 1 if OFFICE.match(after) else 0
    if HOME_AFTER.match(after):
        worth += 5 if INSURED.match(after) else 3
    if HOME_BEFORE.search(before):
        worth += 3
    if COMPARED.search(before):
        return -1
    if LIVES.search(before) and not INSURED.match(after):
        return worth - 4
    if HOSPITAL.match(after):
        return worth - 6
    if AWAY_BEFORE.search(before) and AWAY_AFTER.match(after) and not HOME_AFTER.match(after):
        worth -= 5
    return worth
