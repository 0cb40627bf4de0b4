"""Where a person was treated, seen from home: the county, the city, the province, outside."""

import re
from collections.abc import Mapping, Sequence

import engine

from . import regions
from .gazetteer import Name
from .message import Message
from .regions import Region
from .vocabulary import Word

VAGUE = frozenset(
    {
        "县里",
        "市里",
        "省里",
        "镇上",
        "乡里",
        "县城",
        "市区",
        "省城",
        "省会",
        "本县",
        "市上",
        "区内",
        "县内",
        "市内",
    }
)
TREATED = re.compile(
    r"[^,。;]{0,6}(?:医院|住院|看|治|装|做|手术|诊|开刀|检查|查|抢救|透析|化疗|就医|报销)"
)
OFFICE = re.compile(
    r"(?:的)?(?:医保|农合|合管|医生|大夫|护士)?(?:办|窗口|财务|领导|说|讲|不给|问(?!题)|申请)"
    r"|[^,。;医院]{0,3}(?:鉴定|评残|上访|开会)"
    r"|[^,。;医院]{0,9}(?:局|事务|民政|部门|政府|残联|办公室)"
)
RATED = re.compile(
    r"(?:的)?(?:住院|门诊|医院|报销)?(?:的)?(?:起付|门槛|比例|报百分|报\d|\d+(?:元|%|块)|百分之)"
)
ONSET = re.compile(r"当地|那里|工地|突发|突然|晕倒|受伤|出事|摔|发作")
UNABLE = re.compile(
    r"(?:据说|听说|听讲|比如|像)$|(?:嫁|搬|迁|调|户口在?|户籍在?|老家在?|医保在?)[到去在]?$|(?:不能|没有?|不用|无法|没法|不想|不敢)(?:去|到)$"
)
HAILS = re.compile(r"(?:户口|户籍|人(?!民)|籍|来的|嫁|调)")
LEVELS: Mapping[str, str] = {
    **dict.fromkeys("乡镇县区", "county"),
    **dict.fromkeys("市州", "city"),
    "省": "province",
}
HOSPITAL = re.compile(
    r"([乡镇县区市州省])(?:里的?|上的?)?(?!外)[^,。;的在到去了没有无是和外说]{0,7}(?:医院|卫生院|保健院|精神病院|(?<=[一二三四五六])院)"
)
MOVED = re.compile(
    r"转[^,。;]{0,2}$|转[院诊]?单?[^,。;]{0,8}[去到至往]$|(?:最后|后来|又)[^,。;]{0,6}[到去在]$"
)
HERE = r"[^,。;]{0,12}(?:住院|医院|手术|抢救|看病|治|生小?孩|大出血|送(?!外卖|快递|货))"
WORKED = re.compile(
    rf"(?:那边|矿山|工地)?(?:打工|务工|上班|干活|做事|工作|做工|读书|打风钻|打石头|打隧道|挖煤)(?!{HERE})"
)
LEFT = re.compile(r"[^。;]{0,14}转(?:到|去|往|至|院到|诊到|上|入|进)(?!来|的)")
SENT = re.compile(r"(?:转到|转去|去|送到|送|到|转|跑)了?$")
CAPITALS = frozenset(
    {
        "合肥",
        "南京",
        "杭州",
        "贵阳",
        "长沙",
        "武汉",
        "成都",
        "广州",
        "济南",
        "郑州",
        "西安",
        "南昌",
        "福州",
        "昆明",
        "南宁",
        "石家庄",
        "太原",
        "沈阳",
        "长春",
        "哈尔滨",
        "兰州",
        "银川",
        "西宁",
        "海口",
        "拉萨",
        "乌鲁木齐",
        "呼和浩特",
    }
)
FROM_ELSEWHERE = re.compile(r"老家|家乡|回家|返乡|打工|务工|回来|备案|异地|过冬|旅游|探亲")
MOVED_ON = re.compile(r"[^。;转]{2,24}转(?:到|去|往|至|上|入|进)(?!来|的)")
STUDIES = re.compile(r"[^,。;]{0,2}(?:上学|读书|读大学|上大学|念书)")
WENT = re.compile(r"[到去送上往进住在]了?$")
UPWARD = ("county", "city", "province", "outside")
NOWHERE = Word("", 0, 0)
REACH = 8
CENTRAL = ("11", "12", "31", "50")


def place(message: Message, region: Region) -> str | None:
    """Tell where the treatment was, or None where the words leave it open."""
    words = [word for word in _hospitals(message) if _treats(message, word, region)]
    words = words or _asked(message)
    named = _relation(message, region)
    moved = [word for word in words if MOVED.search(message.plain[: word.start][-16:])]
    if region.away and moved and moved[-1].start >= region.away.end + REACH:
        return moved[-1].code
    if named and not (region.away and _idle(message, region.away, words)):
        return named
    if moved:
        return moved[-1].code
    went = [word for word in words if WENT.search(message.plain[: word.start][-3:])]
    # One is sent from the county up to the city, and on to the province.
    return max(went or words[:1], key=_level, default=NOWHERE).code or None


def _asked(message: Message) -> list[Word]:
    """Give the one level whose terms are asked about: 省级医院住院的起付线是多少."""
    rated = [word for word in _hospitals(message) if RATED.match(message.plain, word.end)]
    return rated if len({word.code for word in rated}) == 1 else []


def _level(word: Word) -> int:
    return UPWARD.index(word.code)


def _idle(message: Message, away: Name, words: Sequence[Word]) -> bool:
    """Whether one only works at a place, and was treated elsewhere or nothing tells where."""
    if not regions.works(message, away) or re.match(HERE, message.plain[away.end :]):
        return False
    return bool(words) or ONSET.search(message.plain) is None


def _hospitals(message: Message) -> list[Word]:
    """List the words for a place, with the hospitals that are built of parts: 市第三医院."""
    known = list(message.words("place"))
    built = (Word(LEVELS[m[1]], m.start(), m.end()) for m in HOSPITAL.finditer(message.plain))
    more = [one for one in built if not any(one.start < w.end and w.start < one.end for w in known)]
    return sorted([*known, *more], key=lambda word: word.start)


def words(message: Message, region: Region) -> str:
    """Give the words by which the place of treatment was told."""
    if region.away:
        return message.text.written(region.away.start, region.away.end)
    found = (word for word in _hospitals(message) if _treats(message, word, region))
    return "、".join(message.written(word) for word in found)


def _treats(message: Message, word: Word, region: Region) -> bool:
    # In 合肥市第一人民医院 the city is named, and only the home tells how far it is.
    if region.away and region.away.end >= word.start >= region.away.start and region.home is None:
        return False
    if any(sign.match(message.plain, word.end) for sign in (HAILS, RATED, WORKED)):
        return False
    if UNABLE.search(message.plain[max(0, word.start - 5) : word.start]):
        return False
    if OFFICE.match(message.plain, word.end) or LEFT.match(message.plain, word.end):
        return False
    if message.plain[word.start : word.end] not in VAGUE or message.asked == "place":
        return True
    after = TREATED.match(message.plain, word.end)
    return bool(after or SENT.search(message.plain[max(0, word.start - 3) : word.start]))


def _relation(message: Message, region: Region) -> str | None:
    away, home = region.away, region.home
    if away is None or _passes(message.plain, away.end):
        return None
    if not away.code:
        return _masked(message, away, home)
    here = home.code if home else message.home
    if here:
        return _official(here, away.code)
    if home is not None or away.code[:2] in CENTRAL:
        return "outside"
    if away.code.endswith("0000") and FROM_ELSEWHERE.search(message.plain):
        return "outside"
    return "province" if message.plain[away.start : away.end].rstrip("市") in CAPITALS else None


def _passes(plain: str, end: int) -> bool:
    """Whether a place is only where one studies, or where one was sent on from."""
    return bool(STUDIES.match(plain, end) or MOVED_ON.match(plain, end))


def _masked(message: Message, away: Name, home: Name | None) -> str | None:
    """Places masked by letters: D4县 lies in D市."""
    if home is None or home.code:
        return None
    there, here = (
        re.findall(r"[A-Z]\d*", message.plain[one.start : one.end]) for one in (away, home)
    )
    if not there or not here:
        return None
    if there[-1] == here[-1]:
        narrow = len(here[-1]) > 1 or message.plain[home.end - 1] in "县区"
        return "county" if narrow else "city"
    if there[-1] in here:
        return "city"  # home is a county of B市
    return "city" if there[-1][0] == here[-1][0] else "province"


def _official(home: str, away: str) -> str | None:
    if home == away:
        region = engine.regions.get(home)
        return "city" if region and region.level != "county" else "county"
    if home[:2] != away[:2]:
        return "outside"
    if away.endswith("0000"):
        return None
    if home[:4] == away[:4]:
        return "city"
    return None if home.endswith("0000") else "province"
