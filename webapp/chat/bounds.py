"""Words beside a number that make it a range or leave one end open."""

import re
from decimal import Decimal
from typing import NamedTuple

LINK = r"(?:[也都要得有在是花了掉需交付报给补,可能就只 ]|费用|准备){0,4}"
BEFORE = {
    "least": r"少说|至少|最少|最低|起码|不止|不低于|不下|不少于|突破|(?<![不没未])超过"
    r"|(?<!不)(?:大于|多于|超出|高于)",
    "most": r"不到|不足|不满|不超过|不高于|不多于|少于|低于|最多|顶多|至多|没到|未到"
    r"|不上|没超过|未超过|超不过|过不了|不会超过|[用要花]不了",
    "near": r"将近|接近|(?<![最附远])近|快要|(?<![很赶尽])快|(?<![大小])小(?!小)|差一点|差点",
    "about": r"大概|大约|约莫|约|差不多|估计|大致|大体|粗算|估摸|差不离",
}
AFTER = {
    "most": r"[都也]没有(?=$|[,。;!?])|[都还也]?不到|[都还也]?没到|不足|以内|之内|以下|未满|都不到",
    "least": r"以上|往上|起步|打底|开外|都?不止|起跳|[都也]?打不住|[都也]?下不来"
    r"|[都也还]?不够|起(?=$|[,。;!?、])",
    "over": r"出点?头|多一?点|挂点?零|冒头|冒点|还?(?:带|打)?拐弯",
    "about": r"左右|上下|的?样子|差不多|光景|大概|大约",
}
UP = re.compile(r"(?<![以马早晚街路网线])上$")
BEFORE_RE = {kind: re.compile(f"(?:{words}){LINK}$") for kind, words in BEFORE.items()}
AFTER_RE = {kind: re.compile(words) for kind, words in AFTER.items()}
LINE = re.compile(r"(?:(?<!不)过|超过|超出|超|满|达到|达|低于|高于|大于|少于|不足|不到)了?$")
BEYOND_LINE = re.compile(
    r"(?:元|块|钱)?的?(?:就|才|方|便|还)(?:能|可|要|让|叫|会|给|报|享|有资格|走|算)|(?:元|块|钱)?的?部分"
    r"|(?:元|块|钱)?的(?:人|家庭|对象|监测|户|困难户|低保|重病)"
)
NO_MORE = re.compile(
    r"(?:不能|不得|不可以?|不准|不许)(?:超过|高于|多于|低于|少于)$|最多(?:只|就)?(?:能|可以|可|给)?(?:报|救助|补|赔)(?:销|到)?$"
)
TENTH = Decimal("0.1")
REACH = 12


class Bounds(NamedTuple):
    """The ends of a range, None where open, and the text that says so."""

    low: Decimal | None
    high: Decimal | None
    start: int
    end: int


def widen(plain: str, figure: Bounds, *, about: bool) -> Bounds:
    """Take in the words around a figure: 不到, 少说, 左右, 近, 出头."""
    before = plain[max(0, figure.start - REACH) : figure.start]
    if line(plain, figure.start, figure.end):
        return figure
    kind, start, end = "about" if about else "", figure.start, figure.end
    for name, pattern in BEFORE_RE.items():
        match = pattern.search(before)
        if match:
            kind, start = name, figure.start - (len(before) - match.start())
            break
    for name, pattern in AFTER_RE.items():
        match = pattern.match(plain, figure.end)
        if match:
            # 大概三万以上: an open end says more than a guess; 三五百以上 stays the range.
            kind = name if kind not in ("least", "most") and figure.low == figure.high else kind
            end = match.end()
            break
    if UP.search(before) and plain[figure.start] in "百千万十":
        kind = "least"
    low, high = _ends(kind, figure)
    return Bounds(low, high, start, end)


def line(plain: str, start: int, end: int) -> bool:
    """Whether a figure is the line that a rule draws: 超过一万五的才报."""
    before = plain[max(0, start - REACH) : start]
    crossed = LINE.search(before) and BEYOND_LINE.match(plain, end)
    return bool(crossed or NO_MORE.search(before))


def _ends(kind: str, figure: Bounds) -> tuple[Decimal | None, Decimal | None]:
    low, high = figure.low, figure.high
    assert low is not None
    if kind == "least":
        return low, None
    if kind == "most":
        return None, high
    if low != high:
        return low, high
    part = low * TENTH
    shifts = {"near": (-part, 0), "over": (0, part), "about": (-part, part)}
    down, up = shifts.get(kind, (0, 0))
    return low + down, low + up
