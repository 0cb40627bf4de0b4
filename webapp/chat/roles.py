"""What each amount is of: the bill, what was paid back, what a person earns."""

import re
from collections.abc import Callable, Mapping, Sequence

from . import care, contributions, incomes, naming, others, payers
from .amounts import Amount
from .message import Message
from .spots import Spot, next_spot

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
LIMITS = ("以上", "以下", "以内", "之内")
ITEM = re.compile(
    r"一(?:个(?!月|人|星期|疗程|周|季|学期)|支|盒|瓶|针|副|套|片|粒|颗|包|只(?![眼脚手腿耳])|枚|罐|桶|袋|箱|台|件|剂|帖|贴|张)"
    r"[^,。;0-9]{0,3}(?:就|要|大概|得|是|都|差不多|才){0,2}$"
)
THAT = re.compile(r"[那这](?:个|笔|些|里|次)?$")
THRESHOLD = re.compile(
    r"(?:元|块|钱)?(?:以上|以下|以内)?的?(?:就|才|方|便)(?:能|可|要|让|叫|会|给|报|享|有资格)|的?部分"
)
RATE = re.compile(r"的部分|的?(?:才|就|可以|能)|的?[^,。;0-9]{0,3}(?:按|报|补)[^,。;0-9]{0,4}\d+%")
REACHED = re.compile(r"(?:达到|满|超过|超出|超|高于|低于|不足|不到|大于)$")
TREATED = re.compile(
    r"医|病|药|治|癌|瘤|院|手术|农合|合疗|[切开]了?刀|报[销了]|伤|透|化疗|支架|五保|低保"
)
WHOLE = re.compile(r"[总共花]")
GIVEN = frozenset(("reimbursed", "aid"))
WEAK, PASSING = "total", ("premium", "income")
RULED = re.compile(r"补(?:到|给)?$|(?:可以|能)[^,。;0-9]{0,6}(?:领|拿|给)到?$")
STILL_OWED = re.compile(r"(?:元|块|钱)?[^,。;]{0,2}(?:没还|未还|没结清|没付清)|没还")
LIFE = re.compile(r"(?:买断|征地|占地|失地|拆迁|安葬|丧葬|彩礼|工亡)(?:[^。;医药病]{0,12})$")
LIFE_AFTER = re.compile(r"(?:的?)(?:安葬|丧葬|彩礼)")
CHANGED = re.compile(
    r"[^,。;0-9]{0,3}(?:涨|升|加|提|降|减|变|调)[^,。;0-9]{0,2}(?:到|成|为|至|了)[^,。;0-9]{0,3}"
)
CARE = re.compile(
    r"住(?:了|过)[^,。;]{0,5}[院天]|[血腹]透|抢救|彩超|拍片|[验查抽]血|复查|康复训练|疗程|用药|吃的?药|药(?!店|房|监)"
    r"|吃[^,。;饭住低亏苦喝]{2,6}(?=,)|训练"
)
NOW = re.compile(r"(?:如今|现在|今年|去年|前年|以前|原来|后来)(?:是|就|又|才|要|只|的){0,2}")
REFUNDED = re.compile(
    r"[,、]?(?:新?农合|医保|合作医疗|统筹)?(?:只|就|才|给|又){0,2}(?:报了?|报销了?|补偿了?)(?=[0-9一二两三四五六七八九十几])"
)
LIMITED = re.compile(
    r"(?:统筹|报销?|额度|门诊)[^,。;0-9]{0,4}(?:一年|每年|全年|一季度?|一天|每天|每次)(?:只有|就|才|最多|只)"
    r"[^,。;0-9报]{0,3}$|只[准让许](?:报|开|补|拿)(?:销|了)?$"
)
END = re.compile(r"[。!?]")
EVERY = re.compile(r"[每一]个?(?:月|次|趟|天|年|回)")
BACK, CLOSE = 45, 12


def roles(message: Message, amounts: Sequence[Amount]) -> list[str]:
    """Tell for each amount what it is of."""
    told: list[str] = []
    spots = []
    for _amount in amounts:
        spot = next_spot(message, amounts, tuple(told))
        spots.append(spot)
        told.append(_answered(message, _first(WITHIN, spot)) or _first(AROUND, spot))
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


def _limit(spot: Spot) -> str:
    """Call other a threshold of a rule: 超过一万五就能二次报."""
    written = spot.message.plain[spot.amount.end - 2 : spot.amount.end]
    if written in LIMITS and RATE.match(spot.message.plain, spot.amount.end):
        return "other"
    if LIMITED.search(spot.before):
        return "other"
    reached = REACHED.search(spot.message.plain[max(0, spot.amount.core - 4) : spot.amount.core])
    return "other" if reached and THRESHOLD.match(spot.message.plain, spot.amount.end) else ""


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
    life = LIFE.search(plain, max(spot.sentence, spot.amount.core - BACK), spot.amount.core)
    return "other" if owed or life else ""


def _priced_thing(spot: Spot) -> str:
    return "other" if ITEM.search(spot.before) else ""


def _ruled(spot: Spot) -> str:
    """Call other what a rule grants: 一个顺产补八百."""
    return "other" if RULED.search(spot.before) else ""


def _contributed(spot: Spot) -> str:
    return contributions.handed(spot, spot.start)


def _answered(message: Message, said: str) -> str:
    """Prefer the question to words that fit it no worse: 互助会给了两千, asked who else paid."""
    if not message.asked_money:
        return said
    asked = BY_QUESTION.get(message.asked or "", "other")
    fits = (said == "other" and asked in GIVEN) or (said == WEAK and message.asked == "in_scope")
    return asked if not said or (fits and not WHOLE.search(message.plain)) else said


def _up_to_limit(spot: Spot) -> str:
    written = spot.message.plain[spot.amount.end - 2 : spot.amount.end]
    return "other" if written in LIMITS else ""


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
    ill = care.kinds(message) or message.words("disease") or TREATED.search(message.plain)
    return WEAK if ill else "other"


WITHIN = (
    _changed,
    _again,
    _aside,
    contributions.years_bought,
    contributions.of_insurance,
    naming.held,
    payers.payer,
    _limit,
    incomes.farmed,
    naming.named,
    _ruled,
    _contributed,
    incomes.earned,
    _priced_thing,
    contributions.named_scheme,
    naming.followed,
)
"""What the clause of an amount says; the first rule that knows decides."""

AROUND = (
    _up_to_limit,
    _by_head,
    _billed,
    _by_now,
    _named_before,
    _handed_before,
    _as_before,
    _unsaid,
)
"""What the rest of the message lets one guess."""
