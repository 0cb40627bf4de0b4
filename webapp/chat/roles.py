"""What each amount is of: the bill, what was paid back, what a person earns."""

import re
from collections.abc import Callable, Mapping, Sequence

from . import around, contributions, incomes, limits, naming, others, payers
from .amounts import Amount
from .message import Message
from .spots import WEAK, Spot, next_spot

BY_QUESTION: Mapping[str, str] = {
    "total": "total",
    "basic_paid": "reimbursed",
    "critical_paid": "reimbursed",
    "other_paid": "reimbursed",
    "commercial_paid": "reimbursed",
    "reimbursed": "reimbursed",
    "aid_paid": "aid",
    "own_paid": "self_paid",
    "out_of_scope": "self_paid",
    "class_b_own": "self_paid",
    "premium": "premium",
    "household_income": "income",
    "income_per_head": "income",
}
CORRECTED = re.compile(r"(?:不是|并非|不该是|不应是|不应该是|错成|错写成|写成了?|打成了?)$")
TAKEN_BACK = re.compile(r"[,。 ]?(?:哦|啊|噢|哎)?(?:不对|错了|说错|写错|打错|搞错|记错)")
ITEM = re.compile(
    r"一(?:个(?!月|人|星期|疗程|周|季|学期)|支|盒|瓶|针|副|套|片|粒|颗|包|只(?![眼脚手腿耳])|枚|罐|桶|袋|箱|台|件|剂|帖|贴|张)"
    r"[^,。;0-9]{0,3}(?:就|要|大概|得|是|都|差不多|才){0,2}$"
)
THAT = re.compile(
    r"[那这](?:个|笔|些|里|次)?$|(?:哪里?|咋|怎么?|拿|凑|掏)[^,。;]{0,3}(?:有|来|出|起|齐)$"
)
ALL = re.compile(r"一起|总共|一共|拢共|通共|算上|加上|[加合]起来")
WHOLE = re.compile(r"[总共花]")
STILL_OWED = re.compile(r"(?:元|块|钱)?[^,。;]{0,2}(?:没还|未还|没结清|没付清)|没还")
LIFE = re.compile(r"(?:买断|征地|占地|失地|拆迁|安葬|丧葬|彩礼|工亡)(?:[^。;医药病]{0,12})$")
CHEATED = re.compile(r"(?:[套骗]取|[套骗]走|[套骗]了|贪污|挪用|克扣)[^,。;]{0,8}$")
LIFE_AFTER = re.compile(r"(?:的?)(?:安葬|丧葬|彩礼)")
CHANGED = re.compile(
    r"[^,。;0-9]{0,3}(?:涨|升|加|提|降|减|变|调)[^,。;0-9]{0,2}(?:到|成|为|至|了)[^,。;0-9]{0,3}"
)


def roles(message: Message, amounts: Sequence[Amount]) -> list[str]:
    """Tell for each amount what it is of."""
    told: list[str] = []
    spots = []
    for _amount in amounts:
        spot = next_spot(message, amounts, tuple(told))
        spots.append(spot)
        told.append(_answered(message, _first(WITHIN, spot)) or _first(around.RULES, spot))
    return told if message.asked_money else others.set_apart(spots, told)


def affirmed(message: Message, amounts: Sequence[Amount]) -> list[Amount]:
    """Leave out what a correction takes back: of 是1万8不是8万1 the second is no amount."""
    kept = [
        one
        for one in amounts
        if not CORRECTED.search(message.plain[: one.core][-5:])
        and not TAKEN_BACK.match(message.plain, one.end)
    ]
    return kept or list(amounts)


def _first(rules: Sequence[Callable[[Spot], str]], spot: Spot) -> str:
    return next((role for role in (rule(spot) for rule in rules) if role), "")


def _changed(spot: Spot) -> str:
    """Read 工资从一千六涨到两千八 as two of one kind."""
    if not spot.earlier:
        return ""
    between = spot.message.plain[spot.earlier[-1].end : spot.amount.core]
    return spot.told[-1] if CHANGED.fullmatch(between) else ""


def _again(spot: Spot) -> str:
    """Read 那六万七, told before, as what it was of."""
    same = (spot.amount.low, spot.amount.high)
    before = zip(spot.earlier, spot.told, strict=True)
    told = [role for one, role in before if (one.low, one.high) == same]
    pointed = THAT.search(spot.before)
    return told[-1] if told and (pointed or not spot.before) else ""


def _aside(spot: Spot) -> str:
    """Call other a debt not paid back yet, and what was paid for land, a job, a funeral."""
    plain, end = spot.message.plain, spot.amount.end
    owed = STILL_OWED.match(plain, end) or LIFE_AFTER.match(plain, end)
    life = LIFE.search(plain, max(spot.sentence, spot.amount.core - around.BACK), spot.amount.core)
    return "other" if owed or life or CHEATED.search(spot.before) else ""


def _priced_thing(spot: Spot) -> str:
    return "other" if ITEM.search(spot.before) else ""


def _contributed(spot: Spot) -> str:
    return contributions.handed(spot, spot.start)


def _answered(message: Message, said: str) -> str:
    """Prefer the question to words that fit it no worse: 互助会给了两千, asked who else paid."""
    if not message.asked_money:
        return said
    asked = BY_QUESTION.get(message.asked or "", "other")
    if asked == WEAK and said == "other" and ALL.search(message.plain):
        return asked  # 连押金一起两万二
    fits = (said == "other" and asked in around.GIVEN) or (
        said == WEAK and message.asked == "in_scope"
    )
    return asked if not said or (fits and not WHOLE.search(message.plain)) else said


WITHIN = (
    _changed,
    _again,
    _aside,
    contributions.years_bought,
    contributions.of_insurance,
    naming.held,
    payers.payer,
    limits.crossed,
    incomes.left,
    incomes.farmed,
    naming.named,
    limits.granted,
    _contributed,
    incomes.earned,
    _priced_thing,
    contributions.named_scheme,
    naming.followed,
)
"""What the clause of an amount says; the first rule that knows decides."""
