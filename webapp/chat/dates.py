"""Days and years as people write them; what may mean several days is asked, never guessed."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from .message import Message
from .numerals import DIGITS

SAID = re.compile(r"(?<!老)大前年|前年|去年|今年|上年度|本年度")
FOUR = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:年|(?=[-./]\d{1,2}(?!\d))"
    r"|(?:(?<=^.{4})|(?<=[,。;!?: 在于自从].{4}))"
    r"(?=[^\d元块万千百人次多余来左几至到以上下个户名家~—-]))",
    re.ASCII,
)
TWO = re.compile(
    r"(?<![\d第近了这已过.])([0-3]\d)年(?=\d|初|底|末|春|夏|秋|冬|份|查|住|做|参|得|确诊|患|发现|我|去|的时候|开|交|出|生|在)"
)
SPELLED = re.compile(
    r"(?<![第近十百])([一二两零〇九](?:[零〇一二三四五六七八九]{3}|[零〇一二三四五六七八九]))年"
)
CARE = re.compile(
    r"住院|手术|查出|确诊|诊断|患|得|病|治|花|费|车祸|医保|农合|交|缴|报销|保险|透析|化疗|摔|出院|门诊|癌|检查|参保|救助|做了"
)
TREATED = re.compile(
    r"住院|住了|手术|开刀|抢救|车祸|透析|化疗|放疗|摔|出院|移植|顺产|剖|开始打|住的院|骨折|发作|胃出血|中风|脑|癌"
)
NOT_CARE_AFTER = re.compile(
    r"[\d一二三四五六七八九十]{0,2}(?:月份?)?(?:就|才|底|初|我|家)?(?:参军|当兵|打工|打风钻|进的|进了|定的|定为|迁|落户|办了?[^,。]{0,8}(?:本|卡|备案|病种|手续)|体检|到\d{4}年|到\d\d年|开始(?:给我|一直)?[交买缴]|交满|买断|分田|盖的|嫁|从部队|被?取消|退的|换的|换了)|[^,。]{0,7}(?:没了|走了|改嫁|安置)|[一二三四五六七八九十]{1,3}(?:岁|了(?=[,。])|[,。])|"
    r"[^,。]{0,6}岁|\d{2}(?:多|了)?(?:[ ,。]|$|(?=[^\d年月.万千元块]))"
    r"|[^,。]{0,10}(?:文件|规定|通知|号文|出台|实施|执行|实行|下发)"
    r"|[^,。]{0,7}(?:列[为入]|纳入|评上|认定|购|买房|结婚|退休|出生|生人|毕业|参加工作|下岗|改制|入伍|退伍|复员|转业|建房|离婚|去世|脱贫|建档|识别|评为|被评)|年?起(?![^。;]{0,14}(?:透|住院|治疗|化疗|患|病|医院))"
)
HAN = r"[一二三四五六七八九十]{1,3}"
UP_TO = re.compile(r"[交缴买]到了?$")
FIRST = 2003
"""No costs of earlier years are asked about: there was no insurance for villagers."""
DAY = re.compile(
    r"(?:(\d{4}|\d{2})[年./-])?(\d{1,2})[月./-](\d{1,2})[日号]?(?!\d|个|元|块|万)"
    r"|(?:(\d{4})(\d{2})(\d{2}))(?!\d)"
    rf"|(?:(\d{{4}}|\d\d|[二两][零〇一二三四五六七八九]{{3}})年)?({HAN}|\d{{1,2}})月({HAN}|\d{{1,2}})[日号]"
)
SAME_MONTH = re.compile(rf"(?<![\d月一二三四五六七八九十])(\d{{1,2}}|{HAN})[日号]")
"""A day that goes on from the one before it: 10月8号到20号."""
NEAR_DAYS = {"今天": 0, "昨天": 1, "前天": 2, "大前天": 3}
CENTURY = 2000


BARE = re.compile(
    rf"(?<!\d)(?:((?:19|20)\d\d)(?!\d)年?|([0-3]\d)年(?![了多]))|{SPELLED.pattern}", re.ASCII
)
"""A year told without its day; 20年了 is none."""


class Day(NamedTuple):
    """A day, or with `value` None a time that must be asked, and where it stands."""

    value: date | None
    start: int
    end: int


VAGUE = re.compile(
    r"(?:去年|今年|前年)?(?:腊月|正月|冬月|农历|阴历|旧历)[\w]{0,4}|上个?月|这个?月|上上个?月|前几天|前段时间"
    r"|前一阵子?|年初|年底|月初|月底|春节|过年|中秋|国庆|五一|端午|(?<![\d月])\d{1,2}[号日]|上周|上星期|刚刚|最近|(?:去年|今年|前年)"
)
MONTH = re.compile(
    r"(?:(\d{4})年|(去年|今年|前年))?(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?(?!\d)"
)


def year(message: Message) -> str | None:
    """Give the year of the treatment: four digits, or 去年 and the like as said."""
    found = [
        (_worth(message, start, end, said), -start, said) for start, end, said in _years(message)
    ]
    best = max(found, default=None)
    return best[2] if best and best[0] >= 0 else None


def begun(message: Message) -> int | None:
    """Give the year in figures since when something has been so."""
    match = BARE.search(message.plain)
    if match is None:
        return None
    four, two, spelled = match.groups()
    return int(four or (two and f"20{two}") or _spelled(spelled))


def days(message: Message) -> list[Day]:
    """List the days a message names; without a year, the last such day before today."""
    found: list[Day] = []
    for match in DAY.finditer(message.plain):
        found.extend(filter(None, [_day(message, match, found[-1:])]))
    found.extend(_going_on(message, found[-1:]))
    today = message.today
    for word, back in NEAR_DAYS.items():
        place = message.plain.find(word)
        if place >= 0 and today and message.plain[place - 1 : place] != "大":
            found.append(Day(today - timedelta(back), place, place + len(word)))
    if not found:
        vague = VAGUE.search(message.plain) or MONTH.search(message.plain) or _bare(message)
        return [Day(None, vague.start(), vague.end())] if vague else []
    return found


def _bare(message: Message) -> re.Match[str] | None:
    """Find a year told without its day, where a day was asked."""
    return BARE.search(message.plain) if message.asked_type == "date" else None


def _years(message: Message) -> list[tuple[int, int, str]]:
    plain = message.plain
    said = [(m.start(), m.end(), m[0]) for m in SAID.finditer(plain)]
    four = [(m.start(), m.end(), m[1]) for m in FOUR.finditer(plain)]
    two = [(m.start(), m.end(), f"20{m[1]}") for m in TWO.finditer(plain)]
    spelled = [(m.start(), m.end(), _spelled(m[1])) for m in SPELLED.finditer(plain)]
    return said + four + two + spelled


def _year(written: str) -> int:
    return int(written) if written.isdecimal() else int(_spelled(written))


def _spelled(numerals: str) -> str:
    digits = "".join(str(DIGITS[sign]) for sign in numerals)
    return digits if len(digits) == 4 else f"20{digits}"


def _worth(message: Message, start: int, end: int, said: str) -> int:
    low, high = message.sentence(start)
    worth = -4 if said.isdigit() and int(said) < FIRST else 0
    if UP_TO.search(message.plain[max(0, start - 4) : start]):
        worth -= 4  # 交到2009年
    if NOT_CARE_AFTER.match(message.plain, end):
        worth -= 6
    if re.search(r"《[^》]*$|[〔\[(（]$", message.plain[max(0, start - 30) : start]):
        worth -= 5
    if TREATED.search(message.plain[end : min(high, end + 24)]):
        worth += 3
    elif CARE.search(message.plain[end : min(high, end + 30)]):
        worth += 2
    elif CARE.search(message.plain[max(low, start - 15) : start]):
        worth += 1
    return worth


def _going_on(message: Message, last: list[Day]) -> Iterator[Day]:
    """Read a later day of the same month; one before it may be of the next, and is asked."""
    match = SAME_MONTH.search(message.plain, last[0].end) if last and last[0].value else None
    if match is None:
        return
    begun = last[0].value
    assert begun
    number = _number(match[1])
    later = begun.day <= number <= monthrange(begun.year, begun.month)[1]
    day = begun.replace(day=number) if later else None
    past = message.today is None or (day and day <= message.today)
    yield Day(day if past else None, match.start(), match.end())


def _number(written: str) -> int:
    """Give 23 for 23 and for 二十三."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones, 0)


def _day(message: Message, match: re.Match[str], before: list[Day]) -> Day | None:
    """Read a day; one without a year goes on from the day before it: 2018年3月1号到3月25号."""
    begun = None
    if match[4]:
        parts = (int(match[4]), int(match[5]), int(match[6]))
    else:
        first, month, day_of_month = (match[place] or match[place + 6] for place in (1, 2, 3))
        alone = not first and not _said_before(message, match)
        begun = before[0].value if before and alone else None
        written = _year(first) if first else begun.year if begun else _latest(message, match)
        numbers = _number(month), _number(day_of_month)
        parts = (written + CENTURY if written < 100 else written, *numbers)
    try:
        day = date(*parts)
    except ValueError:
        return None
    # 12月25号, said in November, may be any year's: it is asked.
    if begun and day < begun:
        return Day(None, match.start(), match.end())  # 12月20号到1月5号: perhaps of the next year
    known = bool(match[1] or match[4] or match[7] or begun or _said_before(message, match))
    early = message.today is not None and day <= message.today
    return Day(day if known or early else None, match.start(), match.end())


def _said_before(message: Message, match: re.Match[str]) -> bool:
    return SAID.fullmatch(message.plain[max(0, match.start() - 2) : match.start()]) is not None


def _latest(message: Message, match: re.Match[str]) -> int:
    today = message.today or date.max
    back = {"去年": 1, "前年": 2}.get(message.plain[max(0, match.start() - 2) : match.start()], 0)
    if back or message.plain[: match.start()].endswith("今年"):
        return today.year - back
    return today.year
