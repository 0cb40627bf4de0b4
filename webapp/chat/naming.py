"""What an amount is of by the words that name it: the nearest before it, or the next after."""

import re
from collections.abc import Sequence

from . import contributions, incomes
from .spots import WEAK, Spot
from .vocabulary import Word

STRONG = ("self_paid", "other", "aid")
NOUNS = ("other", "income", "premium")
NEAR, BEYOND, HOLDS = 6, 10, 8
HOLD = re.compile(r"的[^,。;0-9]{0,2}|")
HOPED = re.compile(r"[能可不没要想怎咋]|给报|是否")
BACK = 12
SELF = re.compile(r"(?:自己|自家|(?<![一二两三四五六七八九十几每])个人|自个儿?|自身)[^,。]{0,3}$")
SUMMING = re.compile(r"[加合]起来|总共|一共|[合共总]计|累计|拢[共总]|通共|总的")
ADDED = re.compile(r"[加合]起来")
DAMAGED = re.compile(r"砸|撞|打[伤坏]|[弄碰]坏|赔(?:给|人家)")
HOPES = frozenset(("能报", "可以报"))
ONLY_PAID = re.compile(r"只(?:能|给|肯)?报(?:了|销了|销)[^,。;0-9]{1,8}$")
TURNS = frozenset(("降到",))
RESTS = frozenset(("剩", "还剩", "剩下", "只剩"))
PURSES = frozenset(("存折", "存折上", "存折里", "卡上", "卡里", "医保卡上", "存款", "积蓄", "余额"))
KEPT = PURSES | {"押金", "预交", "预交金"}
HANDED = re.compile(r"交(?!通|代|接|给)|缴|扣(?!除|下来|完|掉)")
NEXT_FIGURE = re.compile(r".{0,3}\d(?!\d{0,2}%)|[一二两三四五六七八九十几]+[百千万]")
FOR_CARE = re.compile(r"的?[^,。;0-9]{0,5}(?:药(?!店)|针|胶囊|检查)")
CARE_ITEM = re.compile(
    r"药|针|片(?!面)|胶囊|检查|疫苗|输血|支架|材料|手术|床位|复查|康复|医院|治|护理|尿垫"
    r"|看(?:个|次|一次|过)?(?:病|感冒|牙|眼|门诊)"
)


def held(spot: Spot) -> str:
    """Read 交了200押金: a noun that follows at once, unless it belongs to the next amount."""
    plain, end = spot.message.plain, spot.amount.end
    near = spot.words(end, end + HOLDS)
    word = near[0] if near and HOLD.fullmatch(plain, end, near[0].start) else None
    if word is None or spot.text(word) in TURNS or NEXT_FIGURE.match(plain, word.end):
        return ""
    if contributions.buys(spot, spot.text(word)):
        return "premium"
    if incomes.granted(spot, spot.text(word)):
        return "income"
    own = word.code == "aid" and word.start == end + 1  # 三千的医疗救助
    return word.code if own or word.code in NOUNS else ""


def named(spot: Spot) -> str:
    """Take the nearest word before the amount, and who is told to have paid."""
    words = _summed(spot, spot.words(spot.start, spot.amount.core))
    if not words:
        return ""
    last, written = words[-1], spot.text(words[-1])
    known = _given(spot, words, written)
    if known:
        return known
    if _goes_to_insurance(spot, last, written):
        return "premium"
    return last.code if last.code != WEAK else _whose(spot, words)


def _given(spot: Spot, words: Sequence[Word], written: str) -> str:
    """Read what others gave, by more than the nearest word."""
    if words[-1].code == "reimbursed" and len(words) > 1 and words[-2].code == "aid":
        return "aid"  # 救助到账两千七
    if written in HOPES and spot.told and spot.told[-1] == WEAK:
        return "reimbursed"  # 每次七千, 能报五千
    if incomes.granted(spot, written):
        return "income"
    if written in RESTS and len(words) > 1 and spot.text(words[-2]) in KEPT:
        return "other"  # 存折上只剩两千
    if ONLY_PAID.search(spot.before):
        return "reimbursed"  # 只报了床位和药费
    damaged = "赔" in written and DAMAGED.search(spot.before)  # 把玻璃砸了赔了600
    return "other" if damaged else ""


def followed(spot: Spot) -> str:
    """Read what follows an amount, then the thing it paid for: 200元左右的降压药."""
    plain, end = spot.message.plain, spot.amount.end
    until = min(spot.message.clause(end)[1], spot.ceiling, end + BEYOND)
    after = spot.words(end, until)
    if after and not _hoped(spot, after[0]) and not _next(spot, after[0]):
        return after[0].code
    return WEAK if FOR_CARE.match(plain, end) or CARE_ITEM.search(spot.before) else ""


def _next(spot: Spot, word: Word) -> bool:
    """Whether a word names the next amount: 2300报了一千九."""
    return spot.ceiling < len(spot.message.plain) and spot.ceiling - word.end <= 1


def _hoped(spot: Spot, word: Word) -> bool:
    """Whether it is only asked if something comes back: 三千八能不能报."""
    between = spot.message.plain[spot.amount.end : word.start]
    return word.code in ("reimbursed", "aid") and HOPED.search(between) is not None


def summing(spot: Spot, word: Word) -> bool:
    """Whether a word only adds up what others name."""
    return SUMMING.fullmatch(spot.text(word)) is not None


def _summed(spot: Spot, words: list[Word]) -> list[Word]:
    """Leave out a last word that only adds up what the one before names: 退休金加起来."""
    near = len(words) > 1 and words[-1].start - words[-2].end <= NEAR
    return words[:-1] if near and summing(spot, words[-1]) else words


def _goes_to_insurance(spot: Spot, last: Word, written: str) -> bool:
    handed = HANDED.search(spot.message.plain, last.end, spot.amount.core)
    if contributions.buys(spot, written) or (written == "保险公司" and handed):
        return True
    if last.code == "income":  # 工资里扣, 要交养老保险
        after = HANDED.search(spot.message.plain, last.end, spot.amount.core)
        return bool(after) or HANDED.search(spot.message.before(last.start, 4)) is not None
    # 每人还要交150, 医保自己交四千, 用卡里的钱给他交
    purse = written in PURSES and HANDED.search(spot.message.plain, last.end, spot.amount.core)
    handed = purse or (last.code == "self_paid" and written[-1] in "交缴")
    return bool(handed) and contributions.paying(spot)


def _counted(spot: Spot) -> str:
    """Go on with what is counted: 一年570, 加起来1140."""
    near = bool(spot.told) and spot.earlier[-1].start >= spot.sentence
    if not near:
        return _summed_up(spot)
    parts = [
        a.low for a, role in zip(spot.earlier, spot.told, strict=True) if role == spot.told[-1]
    ]
    whole = None not in parts and sum(filter(None, parts)) == spot.amount.low
    carried = whole or (spot.told[-1] != "other" and ADDED.search(spot.before))
    return spot.told[-1] if carried else WEAK


def _summed_up(spot: Spot) -> str:
    """Read 都吃低保的, 一个月一共600: what the clause before names is summed up."""
    before = spot.words(max(spot.sentence, spot.start - BACK), spot.start)
    return before[-1].code if before and before[-1].code in NOUNS else WEAK


def _whose(spot: Spot, words: Sequence[Word]) -> str:
    # 自己又花了, 不能报的费用: the nearest word only names money, the one before says whose.
    last = words[-1]
    strong = [word for word in words if word.code in STRONG]
    if strong and last.start - strong[-1].end <= NEAR:
        return strong[-1].code
    if len(words) > 1 and words[-2].code == "reimbursed" and last.start - words[-2].end <= 1:
        return "reimbursed"  # 只报手术费那部分
    if summing(spot, last) and len(words) == 1:
        return _counted(spot)
    by_oneself = SELF.search(spot.message.plain[spot.start : last.start])
    return "self_paid" if by_oneself else WEAK
