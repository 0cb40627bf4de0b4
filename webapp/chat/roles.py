"""What each amount is of: the bill, what was paid back, what a person earns."""

import re
from collections.abc import Mapping, Sequence

from . import care, contributions, payers
from .amounts import Amount
from .message import Message
from .vocabulary import Word

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
SELF = re.compile(r"(?:自己|自家|个人|自个儿?|我们|俺|自身)[^,。]{0,3}$")
BY_INSURANCE = re.compile(
    r"(?:医保|农合|统筹|农保|合作医疗|医疗保险|合医|合疗)(?:是|就|才|只有|大概|大约|差不多)?$"
)
ITEM = re.compile(
    r"一(?:个|支|盒|瓶|针|副|套|片|粒|颗|包|只|枚)(?:就|要|大概|得|是|都|差不多|才){0,2}$"
)
CORRECTED = re.compile(r"(?:不是|并非|不该是|不应是|不应该是|错成|错写成|写成了?|打成了?)$")
TAKEN_BACK = re.compile(r"[,。 ]?(?:哦|啊|噢|哎)?(?:不对|错了|说错|写错|打错|搞错|记错)")
FOR_CARE = re.compile(r"的?[^,。;0-9]{0,5}(?:药(?!店)|针|胶囊|检查)")
LIMITS = ("以上", "以下", "以内", "之内")
CARE_ITEM = re.compile(
    r"药|针|片(?!面)|胶囊|检查|疫苗|输血|支架|材料|手术|床位|复查|康复|医院|治"
    r"|看(?:个|次|一次|过)?(?:病|感冒|牙|眼|门诊)"
)
THRESHOLD = re.compile(
    r"(?:元|块|钱)?(?:以上|以下|以内)?的?(?:就|才|方|便)(?:能|可|要|让|叫|会|给|报|享|有资格)|的?部分"
)
REACHED = re.compile(r"(?:达到|满|超过|超出|超|高于|低于|不足|不到|大于)$")
PENSION = re.compile(r"(?:农保|养老|社保|低保)(?:是|有|就|才|只有|大概|领|发|拿|一个?月|每月)?$")
WEAK, STRONG = "total", ("self_paid", "other", "aid")
NOUNS = ("other", "income", "premium")
NEAR, BEYOND, BACK = 6, 10, 45


def roles(message: Message, amounts: Sequence[Amount]) -> list[str]:
    """Tell for each amount what it is of."""
    told: list[str] = []
    for index, amount in enumerate(amounts):
        floor = amounts[index - 1].end if index else 0
        ceiling = amounts[index + 1].start if index + 1 < len(amounts) else len(message.plain)
        role = _own_clause(message, amount, floor=floor, ceiling=ceiling)
        told.append(role or _asked(message) or _wider(message, amount, told))
    return told


def affirmed(message: Message, amounts: Sequence[Amount]) -> list[Amount]:
    """Leave out what a correction takes back: of 是1万8不是8万1 the second is no amount."""
    kept = [
        one
        for one in amounts
        if not CORRECTED.search(message.plain[: one.core][-5:])
        and not TAKEN_BACK.match(message.plain, one.end)
    ]
    return kept or list(amounts)


def _own_clause(message: Message, amount: Amount, *, floor: int, ceiling: int) -> str:
    start = max(message.clause(amount.start)[0], floor)
    ends = {"start": amount.core, "end": amount.end}
    held = _held(message, amount) or payers.payer(message, clause=start, **ends)
    if held or _limits(message, amount):
        return held or "other"
    before = _words(message, start, amount.core)
    if before:
        return _nearest(message, amount, before, start)
    if contributions.pays(message, start, amount.core):
        return "premium" if contributions.paying(message, amount) else WEAK
    beside = _beside(message, amount, start)
    return beside or _after(message, amount, start=start, ceiling=ceiling)


def _after(message: Message, amount: Amount, *, start: int, ceiling: int) -> str:
    """Read what follows an amount, then the thing it paid for: 200元左右的降压药."""
    end = min(message.clause(amount.end)[1], ceiling, amount.end + BEYOND)
    after = _words(message, amount.end, end)
    if after:
        return after[0].code
    treats = FOR_CARE.match(message.plain, amount.end)
    return WEAK if treats or CARE_ITEM.search(message.plain[start : amount.core]) else ""


def _held(message: Message, amount: Amount) -> str:
    """Read 交了200押金: a noun that follows at once, unless it belongs to the next amount."""
    at = amount.end + message.plain.startswith("的", amount.end)
    word = next((one for one in message.words("role") if one.start == at), None)
    if word is None or word.code not in NOUNS or re.match(r".{0,3}\d", message.plain[word.end :]):
        return ""
    return word.code


def _limits(message: Message, amount: Amount) -> bool:
    """Whether an amount is a threshold of a rule: 超过一万五就能二次报."""
    before = message.plain[max(0, amount.core - 4) : amount.core]
    return bool(REACHED.search(before) and THRESHOLD.match(message.plain, amount.end))


def _beside(message: Message, amount: Amount, start: int) -> str:
    """Read 医保一万八 and 自己一万二, which leave out the verb."""
    before = message.plain[start : amount.core]
    if ITEM.search(before):
        return "other"
    if PENSION.search(before) and "每月" in before:
        return "income"
    if not BY_INSURANCE.search(before):
        return ""
    return "premium" if contributions.small(amount) else "reimbursed"


def _words(message: Message, start: int, end: int) -> list[Word]:
    return [word for word in message.words("role") if start <= word.start and word.end <= end]


def _nearest(message: Message, amount: Amount, words: Sequence[Word], start: int) -> str:
    last = words[-1]
    handed = message.plain[last.end - 1] in "交缴"
    if last.code == "income" and contributions.pays(message, start, amount.core):
        return "premium"  # 要交养老保险
    if last.code == "self_paid" and handed and contributions.paying(message, amount):
        return "premium"  # 每人还要交150, 医保自己交四千
    if last.code != WEAK:
        return last.code
    # 自己又花了, 不能报的费用: the nearest word only names money, the one before says whose.
    strong = [word for word in words if word.code in STRONG]
    if strong and last.start - strong[-1].end <= NEAR:
        return strong[-1].code
    return "self_paid" if SELF.search(message.plain[start : last.start]) else WEAK


def _asked(message: Message) -> str:
    if message.asked_money:
        return BY_QUESTION.get(message.asked or "", "other")
    return ""


def _wider(message: Message, amount: Amount, told: Sequence[str]) -> str:
    """Look back in the sentence, then to what stood before, for an amount without a word."""
    if message.plain[amount.end - 2 : amount.end] in LIMITS:
        return "other"
    start = max(message.sentence(amount.start)[0], amount.start - BACK)
    if contributions.priced(message, amount, start):
        return "premium"
    before = _words(message, start, amount.core)
    if before:
        return before[-1].code
    if contributions.pays(message, start, amount.core):
        return "premium" if contributions.paying(message, amount) else WEAK
    return told[-1] if told else _unsaid(message)


def _unsaid(message: Message) -> str:
    return WEAK if care.kinds(message) or message.words("disease") else "other"
