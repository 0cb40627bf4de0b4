"""Which of the places named is the home, and which is where a person was treated."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import engine

from . import counties, gazetteer
from .gazetteer import Name
from .message import Message

HOME_BEFORE = re.compile(
    r"(?:家住|住在|户口[在是属]?|户口落在|户籍[在是]?|来自|我是|本人是|我系|系|籍贯|老家|家在|我们是|属于|我家|是|我们?|本人|买的?|参加的?|身份证是?|回(?:不去|不了)?|城乡|我在)$"
)
HOME_AFTER = re.compile(
    r"的?(?:[一-鿿]{1,4}(?:镇|乡|村|街道|社区))?(?:人(?!民)|城乡|城镇|居民|农合|新农合|农保|医保|医疗保险|农村|合作医疗|户口|村民|农民|市民"
    r"|参保|农医|社保|入的|参加|买的|交的|缴|低保|贫困|职工|矿务|退休|籍|常住|这边|这地方|这里|县?民政|老家|老百姓|的一名|[一-鿿]{1,4}(?:镇|乡|村))"
)
INSURED = re.compile(
    r"(?:的|自己)?(?:城乡|城镇|居民|农合|新农合|农保|医保|医疗保险|农村合作|参保|入的|参加|买的|交的|缴)"
)
AWAY_BEFORE = re.compile(
    r"(?:在|到|(?<!回不)去|转到|转去|转往|赴|送到|送往|于|至|往|和|转|来|从|转入|转至|进|上|跑到?|回)$"
)
AWAY_AFTER = re.compile(
    r"(?:[^,。;]{0,12})(?:医院|住院|治疗|手术|看病|打工|务工|检查|就医|就诊|开刀|工作|上班|居住|带孩子|带小孩|生活|读书|遭遇|住的|做的|动的|车祸|干活|工地|做工|住了|住过|出差|陪读|租房"
    r"|抢救|化疗|做|服务区|高速|车站|上学|帮|看|治|移植)|的?$|的?(?:大医院|协和|华西|湘雅|儿童|肿瘤|省立|人民医院)|$"
)
LIVES = re.compile(r"(?:现在|目前在?|人在|一直在|常年在|长期在|暂住|如今在)$")
WORKS = re.compile(
    r"(?:那边|这边|市区|城里)?(?:[^,。;在医院]{0,5})?(?:上班|工作|打工|务工|读书|读大|读研|上大学|上学|念书|生活|居住|租房|做工|带孩子|带小孩|带孙|做生意|当兵|服役|打零工|打散工|送外卖|送快递|摆摊|割橡胶|厂里|做五金|做鞋|做衣服|工地"
    r"|开[^,。;]{1,3}(?:机|车|店)|当保安|跑车|干活|过冬|旅游|探亲|走亲|做客|出差)"
)
WORD = 3
FROM = re.compile(r"(?:老家|户口|家|我|我们|本人)[在是]?$")
STAFF = re.compile(
    r"[^,。;]{0,8}(?:公司|厂|局|学校|单位|中学|小学|银行|矿)[^,。;]{0,4}(?:上班|工作|退休|职工|员工)"
)
DIRECT = re.compile(r"(?:那边|这边)?(?:住院|住的院|做手术|做的手术|开刀|看病|治病|化疗|放疗|透析)")
WENT = re.compile(r"(?:[去到转来](?:了|的)|住院在|治的|看的)$")
SENT_ON = re.compile(r"(?:转|最后|后来)[^,。;]{0,6}[到去往至]$")
REGISTERED = re.compile(r"(?:户口|户籍|医保|农合|社保|参保地?|医疗)[^,。;]{0,3}[在是]$")
NOT_HOME = -4
STANDS = re.compile(
    r"(?:(?:嫁|搬|迁|调)到|跑了|跑遍了?|(?<![我家住口们落])在|(?<!回)(?<!回不)[去往])$"
)
COMPARED = re.compile(r"(?:听|按照?|别的|还有|比如|像|据说|人家|听说|不像)$")
HOSPITAL = re.compile(
    r"(?:市|省|县|区)?的?[^,。;有无没哪的去到在人办和]{0,10}?(?:医院|卫生院|保健院|医学院|附院|附一|附二|协和|华西|院区)"
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
        return _answered(message, names)
    rated = [(_worth(message, name), name) for name in names]
    homes = [pair for pair in rated if pair[0] > -1] or [
        pair for pair in rated if pair[0] > -2 and _narrow(message, pair[1])
    ]
    home = max(homes, key=lambda pair: (pair[0], -pair[1].start), default=(0, None))[1]
    gone = [name for worth, name in rated if worth <= -2 and not _same(message, name, home)]
    there = [name for name in gone if not works(message, name)] or gone
    sent = [name for name in there if SENT_ON.search(message.plain[: name.start][-10:])]
    away = next(iter((*sent[-1:], *there)), None)
    own = None if home else next((name for name in gone if _may_be_home(message, name)), None)
    if own:
        # Who works in a county lives there, but may be treated anywhere.
        return Region(own, None if works(message, own) else away)
    return Region(home, away)


def _answered(message: Message, names: Sequence[Name]) -> Region:
    """Read the answer to where one was treated: what is named first is that place."""
    homes = [name for name in names[1:] if FROM.search(message.plain[: name.start])]
    own = [name for name in names[:1] if message.home and _may_be_home(message, name)]
    return Region(next(iter((*homes, *own)), None), names[0] if names else None)


def _same(message: Message, name: Name, home: Name | None) -> bool:
    """Whether a name without a hospital is only the home once more: 回B市开刀不便."""
    if home is None:
        return False
    again = message.plain[name.start : name.end] == message.plain[home.start : home.end]
    again = again or bool(name.code and name.code == home.code)
    return again and not HOSPITAL.match(message.plain, name.end)


def works(message: Message, name: Name) -> bool:
    """Whether one only works or studies at a place."""
    return WORKS.match(message.plain, name.end) is not None


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
        return (counties.known(region.home.code),)
    written = message.plain[region.home.start : region.home.end]
    return () if gazetteer.masked(written) else find(written)


def words(message: Message, region: Region) -> str:
    """Give the home as it was typed, "" where none is named."""
    home = region.home
    return message.text.written(home.start, home.end) if home else ""


def _may_be_home(message: Message, name: Name) -> bool:
    """Whether the county of a hospital is one's own: of a known home it is so, or lies in it."""
    home = message.home
    inside = name.code.startswith(home.rstrip("0")) if home.endswith("00") else name.code == home
    return _is_county(message, name) and (not home or inside)


def _is_county(message: Message, name: Name) -> bool:
    """Whether one's own county may be meant: who says 石台县医院 and no more lives there."""
    place = engine.regions.get(name.code)
    if message.plain[name.end - 1] not in "县区旗市" and name.end - name.start > WORD:
        return False  # 南京鼓楼 of 南京鼓楼医院
    if place is not None or name.code:
        return place is None or place.level == "county"
    return message.plain[name.end - 1] in "县区旗"


def _narrow(message: Message, name: Name) -> bool:
    place = engine.regions.get(name.code)
    return place.level == "county" if place else bool(name.code) or _is_county(message, name)


def _worth(message: Message, name: Name) -> int:
    """How much a name is the home; less than -1 is where one was treated, works or lives."""
    plain = message.plain
    before, after = plain[max(0, name.start - 6) : name.start], plain[name.end : name.end + 24]
    home = 1 if OFFICE.match(after) else 0
    if HOME_AFTER.match(after):
        home += 5 if INSURED.match(after) else 3
    if HOME_BEFORE.search(before):
        home += 3
    if REGISTERED.search(before):
        home += 5
    if STAFF.match(after):
        return home
    return _elsewhere(before, after, home=home, opens=_opens(plain, name.start))


def _elsewhere(before: str, after: str, *, home: int, opens: bool) -> int:
    """Take into account what tells that a name is not the home."""
    if COMPARED.search(before):
        return -1
    if LIVES.search(before) and not INSURED.match(after):
        return NOT_HOME
    if HOSPITAL.match(after):
        return home - 6
    belongs = HOME_AFTER.match(after)
    directly = (WENT.search(before) and not belongs) or (opens and DIRECT.match(after))
    if directly or (AWAY_BEFORE.search(before) and AWAY_AFTER.match(after) and not belongs):
        return home - 5
    if belongs:
        return home
    return (
        NOT_HOME
        if WORKS.match(after)
        else min(home, -1)
        if home < 3 and STANDS.search(before)
        else home
    )


def _opens(plain: str, start: int) -> bool:
    return start == 0 or plain[start - 1] in " ,。;!?:"
