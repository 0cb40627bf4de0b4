"""The amounts of money in a message: what is one, and between which bounds it lies."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from . import bounds, coins, moneyhood, numbers, numerals
from .bounds import Bounds
from .coins import Sum
from .message import Message
from .numerals import Number

DIGIT = f"[{''.join(numerals.DIGITS)}]"
NUMERAL, COINED = "[0-9十拾百佰千仟干万亿wWkK几数半多余来把个有]", "[元块圆人角毛分rR]"
LINKED = "[/每 ~—–―到至、-]"
STARTS = re.compile(f"[0-9半几数十拾百佰千仟万]|{DIGIT}(?={DIGIT}|{NUMERAL}|{COINED}|{LINKED})")
"""Where an amount may begin: a digit that no numeral or coin follows is none."""

RANGE = re.compile(r" ?(?:--|——|[-~—–―到至]) ?")
DIGITS = re.compile(r"[0-9][0-9,.]*")
DOUBTFUL = re.compile(r"\d+(?:\.\d+)?[万千w]\d{2,}(?!\d*[元块])(?<!000)(?<!00)")
LARGEST = 99_999_999_99
SCALED = 100
SMALL, TEN_THOUSAND = 100, 10_000
IN_TEN_THOUSANDS = re.compile(r"[0-9一二两三四五六七八九十几][万wW]")
GOES_ON = re.compile(r"(?=$|[,。;!?、]|[吧啊了](?![0-9])|左右|多(?!少)|(?:自|报|医|剩|还))")


class Amount(NamedTuple):
    """An amount in fen between two bounds, None where open, and where it stands."""

    low: int | None
    high: int | None
    start: int
    end: int
    core: int  # where the figure itself begins, after words like 少说


class Figure(NamedTuple):
    """A number or two with their coins."""

    sum: Sum
    number: Number


def find(message: Message) -> list[Amount]:
    """List the amounts of a message in their order."""
    found: list[Amount] = []
    plain, place = message.plain, 0
    while start := STARTS.search(plain, place):
        place = start.start()
        number = numbers.read(plain, place)
        amount = _read(message, place, number, told=found) if number else None
        if amount:
            found.append(amount)
        place = amount.end if amount else _beyond(plain, place, number)
    return found


def unread(message: Message) -> list[tuple[int, int]]:
    """List the figures that look like money and are not read: 花了3万25."""
    plain = message.plain
    return [match.span() for match in DOUBTFUL.finditer(plain)]


def _beyond(plain: str, place: int, number: Number | None) -> int:
    # The rest of a number that is no amount must not be read as one.
    match = DIGITS.match(plain, place)
    return max(match.end() if match else place + 1, number.end if number else 0)


def _read(message: Message, place: int, first: Number, *, told: Sequence[Amount]) -> Amount | None:
    plain = message.plain
    if moneyhood.after_name(message, place):
        return None
    if plain[place] in "零〇" and len(plain) > 2:
        return None
    figure = _figure(plain, first)
    if not _is_money(message, place, figure):
        return None
    low, high, end = _in_words_before(plain, figure, told)
    wide = bounds.widen(plain, Bounds(low, high, place, end), about=figure.number.about)
    ends = _fen(wide.low), _fen(wide.high)
    fits = all(end is None or end <= LARGEST for end in ends)
    return Amount(*ends, wide.start, wide.end, place) if fits else None


def _in_words_before(
    plain: str, figure: Figure, told: Sequence[Amount]
) -> tuple[Decimal, Decimal, int]:
    """Read the 2.1 of 花了4.6万, 报了2.1 as 21,000: who told of 万 goes on in 万."""
    low, high, end, coined = figure.sum
    spoken = (one for one in told if IN_TEN_THOUSANDS.search(plain[one.core : one.end]))
    most = max((one.high or 0 for one in spoken), default=0)
    bare = not coined and not figure.number.scale and 0 < low == high < SMALL
    if bare and low * TEN_THOUSAND * 100 <= most and GOES_ON.match(plain, end):
        return low * TEN_THOUSAND, high * TEN_THOUSAND, end
    return low, high, end


def _is_money(message: Message, place: int, figure: Figure) -> bool:
    plain, end = message.plain, figure.sum.end
    if plain[end : end + 1].isdigit():
        return False
    if figure.sum.coined:
        return moneyhood.coined(message, place, end)
    if figure.number.scale and figure.sum.high >= SCALED:
        return moneyhood.scaled(message, place, end)
    return moneyhood.bare(message, place, end)


def _figure(plain: str, first: Number) -> Figure:
    """Read one number with its coins, or two that bound a range: 3到5万, 三、四千."""
    alone = coins.read(plain, first)
    link = RANGE.match(plain, alone.end)
    second = numbers.read(plain, link.end()) if link else _listed(plain, first, alone)
    if second is None:
        return Figure(alone, first)
    over = coins.read(plain, second)
    # 3到5万 leaves out the first 万.
    shared = not first.scale and not alone.coined and first.low < second.low / 10
    low = first.low * (second.scale or 1) if shared else alone.low
    if low >= over.high:
        return Figure(alone, first)
    return Figure(Sum(low, over.high, over.end, over.coined or alone.coined), second)


def _listed(plain: str, first: Number, alone: Sum) -> Number | None:
    # 三、四千 is one range; 2000、3000元 are two amounts.
    single = 1 <= first.low <= 9 and not first.scale and not alone.coined
    if not single or plain[first.end : first.end + 1] != "、":
        return None
    second = numbers.read(plain, first.end + 1)
    if second is None or not second.scale:
        return None
    return second if second.low == (first.low + 1) * second.scale else None


def _fen(value: Decimal | None) -> int | None:
    return None if value is None else int(value * 100 + Decimal("0.5"))
