"""Numerals as people write them, Arabic, Chinese and mixed, exact or not, read from a text."""

import re
from decimal import Decimal

from . import endings
from .numerals import (
    ARABIC,
    COIN,
    COUNTED,
    DIGITS,
    GREAT,
    HANDFULS,
    MANY_PLACES,
    PIECES,
    SCALES,
    Number,
    State,
)

HALF = Decimal("0.5")
HANDFUL = re.compile(f"(?:{'|'.join(HANDFULS)})(?![万亿])")
NUMERALS = frozenset(DIGITS) | frozenset(SCALES) | frozenset("0123456789几数")
PIECE = re.compile(r"个(?=[多来几]?(?:[wW](?![a-zA-Z])|万))")


def read(plain: str, start: int) -> Number | None:
    """Read the longest number that begins here, or None."""
    handful = HANDFUL.match(plain, start)
    if handful and plain[start - 1 : start] not in NUMERALS:
        low, high = map(Decimal, HANDFULS[handful[0]])
        return Number(low, high, handful.end(), Decimal(1), int(high) // 10)
    state, place, steps = State(), start, []
    while place < len(plain):
        step = _step(plain, place, state)
        if step is None:
            break
        steps.append(step)
        state, place = step
    finished = (endings.finish(*step) for step in reversed(steps))
    return next((number for number in finished if number), None)


def _step(plain: str, place: int, state: State) -> tuple[State, int] | None:
    sign = plain[place]
    following = plain[place + 1 : place + 2]
    if sign.isascii() and sign.isdigit():
        return _arabic(plain, place, state)
    if sign in "零〇" and (state.scale or state.whole[0]) and state.waiting is None:
        return state._replace(zero=True), place + 1
    if sign in "个有":
        return _joined(plain, place, state)
    if sign in DIGITS:
        new = _digit(state, Decimal(DIGITS[sign]), following)
    elif sign in SCALES:
        new = _small(plain, place, state)
    elif sign in GREAT:
        new = None if _latin(plain, place) else _great(state, GREAT[sign])
    else:
        new = _vague(plain, place, state)
    return (new, place + 1) if new else None


def _vague(plain: str, place: int, state: State) -> State | None:
    sign, following = plain[place], plain[place + 1 : place + 2]
    if sign in "几数":
        return _several(state, sign, following)
    if sign in "多余":
        little = plain.startswith("一点", place + 1)  # 三万多一点 is little more
        return None if little or following in ("少", "次", "年", "点") else _more(state)
    if sign in "来把":
        return _roughly(state, sign, following)
    return _half(state, following) if sign == "半" else None


def _joined(plain: str, place: int, state: State) -> tuple[State, int] | None:
    """Step over the 个 of 3个多w, and read 有余 as 余."""
    if PIECE.match(plain, place):
        return (state, place + 1) if state.waiting else None
    new = _more(state) if plain.startswith("有余", place) else None
    return (new, place + 2) if new else None


def _latin(plain: str, place: int) -> bool:
    # In "15wps" and "Wang" the letter is no ten thousand.
    near = plain[place + 1 : place + 2]
    return plain[place] in "wW" and near.isascii() and near.isalpha()


def _arabic(plain: str, place: int, state: State) -> tuple[State, int] | None:
    match = ARABIC.match(plain, place)
    if match is None or state.waiting is not None or len(match[0]) > MANY_PLACES:
        return None
    value = Decimal(match[0].replace(",", ""))
    if state.scale and (value >= state.scale or _counts(plain, match.end())):
        return None
    new = state._replace(waiting=(value, value), arabic=True, unit=_last_place(match[0]))
    return new, match.end()


def _counts(plain: str, place: int) -> bool:
    return place < len(plain) and plain[place] in COUNTED


def _last_place(written: str) -> Decimal:
    whole, _, decimals = written.replace(",", "").partition(".")
    if decimals.strip("0"):
        return Decimal(1).scaleb(-len(decimals.rstrip("0")))
    return Decimal(10 ** (len(whole) - len(whole.rstrip("0")))) if whole.strip("0") else Decimal(1)


def _digit(state: State, value: Decimal, following: str) -> State | None:
    closed = state.more and state.waiting is None  # 69万多一针
    counts = following in COUNTED or (value <= 2 and following in PIECES)
    if closed or (state.scale > 10 and counts):
        return None
    if state.waiting is None:
        return state._replace(waiting=(value, value), unit=Decimal(1), arabic=False, many=False)
    low, high = state.waiting
    if state.arabic or low != high or following in DIGITS or not _beside(low, value):
        return None
    return state._replace(waiting=(min(low, value), max(low, value)))


def _beside(first: Decimal, second: Decimal) -> bool:
    """Whether two digits name a range: 两三, 三五, 三两, but not the 二一 of 一千二一盒."""
    return first > 0 and (second - first == 1 or (first == 3 and second in (5, 2)))


def _small(plain: str, place: int, state: State) -> State | None:
    scale = SCALES[plain[place]]
    if (
        plain[place] in "kK"
        and plain[place + 1 : place + 2].isalpha()
        and plain[place + 1].isascii()
    ):
        return None
    if plain[place] == "干" and state.waiting is None:
        return None
    if scale >= state.limit or (state.waiting is None and not _may_stand_bare(state, scale)):
        return None
    low, high = state.waiting or (Decimal(1), Decimal(1))
    section = (state.section[0] + low * scale, state.section[1] + high * scale)
    unit = state.unit * scale if state.waiting else Decimal(scale)
    new = state._replace(section=section, waiting=None, unit=unit, scale=scale, limit=scale)
    return new._replace(zero=False, arabic=False, many=False)


def _may_stand_bare(state: State, scale: int) -> bool:
    # 十五, 百多块, 万把块; within a number only 一百十五.
    return (state.limit == 10**9 and not state.whole[0]) or scale == 10


def _great(state: State, scale: int) -> State | None:
    low, high = state.waiting or (Decimal(0), Decimal(0))
    low, high = low + state.section[0], high + state.section[1]
    if state.whole[0] and (not high or scale != 10**4 or state.whole[0] < 10**8):
        return None
    if high == 0:
        low = high = Decimal(1)
    whole = (state.whole[0] + low * scale, state.whole[1] + high * scale)
    unit = state.unit * scale if state.waiting or state.section[1] else Decimal(scale)
    return State(whole=whole, unit=unit, scale=scale, fuzzy=state.fuzzy, about=state.about)


def _several(state: State, sign: str, following: str) -> State | None:
    scaled = following in SCALES or following in GREAT
    if state.waiting is not None:
        tens = state.arabic and state.waiting[0] % 10 == 0 and state.waiting[0] > 0
        if sign != "几" or not tens:
            return None
        low = state.waiting[0]
        return state._replace(waiting=(low + 1, low + 9), unit=Decimal(1), fuzzy=True)
    if state.scale == 10 and sign == "几":
        return state._replace(waiting=(Decimal(1), Decimal(9)), unit=Decimal(1), fuzzy=True)
    if scaled:
        return state._replace(waiting=(Decimal(2), Decimal(9)), fuzzy=True, many=True)
    return _more(state) if sign == "几" and state.scale else None


def _more(state: State) -> State | None:
    if state.fuzzy or state.about:
        return state if state.scale or state.waiting else None
    state = endings.settle(state)._replace(more=True)
    if state.waiting is not None:
        low, high = state.waiting
        return state._replace(waiting=(low, max(high, low + state.unit)), fuzzy=True)
    if state.section[1]:
        low, high = state.section
        return state._replace(section=(low, max(high, low + state.unit)), fuzzy=True)
    if state.whole[1]:
        low, high = state.whole
        return state._replace(whole=(low, max(high, low + state.unit)), fuzzy=True)
    return None


def _roughly(state: State, sign: str, following: str) -> State | None:
    counted = following in SCALES or following in GREAT or following in COIN
    if not following and sign == "来":
        return None
    closed = state.waiting is None and bool(state.section[1] or state.whole[1])
    if sign == "把" and not (closed and (counted or following in ("", "钱"))):
        return None
    ready = closed or (state.arabic and state.waiting is not None)
    return state._replace(about=True) if ready and counted else None


def _half(state: State, following: str) -> State | None:
    if state.waiting is None and state.scale >= 100:
        half = HALF
        return state._replace(waiting=(half, half), unit=half)
    if state.waiting is None and not state.scale and following in GREAT:
        return state._replace(waiting=(HALF, HALF), unit=Decimal("0.1"))
    return None
