"""What an amount is of by the rest of the message, where its clause does not say."""

import re

from . import care, contributions, limits
from .spots import WEAK, Spot

TREATED = re.compile(
    r"医|病|药|治|癌|瘤|院|手术|农合|合疗|[切开]了?刀|报[销了]|伤|透|化疗|支架|救护|骨科|钢板|移植|搭桥|五保|低保"
)
CARE = re.compile(
    r"住(?:了|过)[^,。;]{0,5}[院天]|[血腹]透|抢救|彩超|拍片|[验查抽]血|[看治医](?:好|完)(?:了|要|得)|复查|产检|康复训练|疗程|用药|吃的?药|药(?!店|房|监)"
    r"|吃[^,。;饭住低亏苦喝]{2,6}(?=,)|训练"
)
NOW = re.compile(r"(?:如今|现在|今年|去年|前年|以前|原来|后来)(?:是|就|又|才|要|只|的){0,2}")
REFUNDED = re.compile(
    r"[,、]?(?:里面|里头|当中)?(?:新?农合|医保|合作医疗|统筹)?(?:只|就|才|给|又){0,2}(?:报了?|报销了?|补偿了?)(?=[0-9一二两三四五六七八九十几])"
)
PAID_IN = re.compile(r"缴费|参保|保费|缴纳")
END = re.compile(r"[。!?]")
EVERY = re.compile(r"[每一]个?(?:月|次|趟|天|年|回)")
NEEDED = re.compile(
    r"(?:一次|每次|一趟|一天|每天|一个疗程|一个月|每个?月)[^,。;0-9]{0,4}(?:要|得|要花|需要)$"
)
GIVEN = frozenset(("reimbursed", "aid"))
PASSING = ("premium", "income")
BACK, CLOSE = 45, 12


def _back(spot: Spot) -> int:
    return max(spot.sentence, spot.amount.start - BACK)


def _by_head(spot: Spot) -> str:
    return contributions.priced(spot, _back(spot))


def _billed(spot: Spot) -> str:
    """Read 第二次一万六, 报了八千九: what is paid back follows the bill."""
    return WEAK if REFUNDED.match(spot.message.plain, spot.amount.end) else ""


def _by_now(spot: Spot) -> str:
    """Go on with the same thing at another time: 才五十块, 如今两千."""
    return spot.told[-1] if spot.told and NOW.fullmatch(spot.before) else ""


def _needed(spot: Spot) -> str:
    """Turn from what was given to what is to be paid again: 民政给了三千, 一次要四百八."""
    turned = bool(spot.told) and spot.told[-1] in GIVEN and NEEDED.search(spot.before)
    return WEAK if turned else ""


def _named_before(spot: Spot) -> str:
    """Look back in the sentence for a word that names money and no amount before this one."""
    back, taken = _back(spot), spot.earlier[-1].start if spot.earlier else 0
    before = spot.words(back, spot.amount.core)
    care_told = _last_care(spot, back)
    if care_told > max(taken, before[-1].end if before else 0):
        return WEAK
    paid = contributions.handed_last(spot, max(back, before[-1].end if before else 0))
    if paid or not before:
        return paid
    used = before[-1].end <= taken
    if used and before[-1].code == "other" and EVERY.search(spot.before):
        return ""
    used = used and before[-1].code in PASSING
    return "" if used and spot.start - spot.earlier[-1].end > CLOSE else before[-1].code


def _last_care(spot: Spot, start: int) -> int:
    found = CARE.finditer(spot.message.plain, start, spot.amount.core)
    return max((match.end() for match in found), default=-1)


def _handed_before(spot: Spot) -> str:
    return contributions.handed(spot, _back(spot))


def _as_before(spot: Spot) -> str:
    """Go on with what the amount before was of; wages and prices go on only in their sentence."""
    if not spot.told:
        return ""
    if spot.told[-1] == "other" and EVERY.search(spot.before):
        return ""  # 一盒两百四, 一个月下来九百
    if END.search(spot.message.plain, spot.earlier[-1].end, spot.amount.core):
        return WEAK if spot.told[-1] == WEAK else ""
    near = spot.start - spot.earlier[-1].end <= CLOSE
    return spot.told[-1] if near or spot.told[-1] not in PASSING else ""


def _unsaid(spot: Spot) -> str:
    message = spot.message
    contributed = contributions.small(spot.amount, home=True) and PAID_IN.search(message.plain)
    if contributed and not (care.kinds(message) or message.words("disease")):
        return "premium"
    ill = care.kinds(message) or message.words("disease") or TREATED.search(message.plain)
    return WEAK if ill else "other"


RULES = (
    limits.up_to,
    _by_head,
    _billed,
    _by_now,
    _needed,
    _named_before,
    _handed_before,
    _as_before,
    _unsaid,
)
"""What the rest of the message lets one guess."""
