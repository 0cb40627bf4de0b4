"""The 元, 角 and 分 after a number, and what they add to it."""

import re
from decimal import Decimal
from typing import NamedTuple

from . import numerals
from .numerals import Number

COIN = re.compile(r"(?:元|块钱|块|圆)(?:钱|人民币|RMB|rmb)?|人民币|RMB|rmb")
CHANGE = re.compile(
    r"零?([0-9一二两三四五六七八九])"
    r"(?:(角|毛|分)(?!钟|钱?[都也没未不])|(?<=块.)(?![0-9.%万千百十元块年月日号天次个人岁张盒支瓶片针粒趟位份户家套副包桶罐袋台件颗回顿斤亩]))"
)
CENT = re.compile(r"零?([0-9一二两三四五六七八九])分?(?![之析期钟0-9点万千百十])")
PENNY = re.compile(r"(角|毛|分(?=钱|$))钱?")
MORE = re.compile(r"(?:有余|[多余])(?!少|次|年|点|一点)")
WHOLE = re.compile(r"[整正](?![在好常个月])")


class Sum(NamedTuple):
    """A number with its coins: its bounds, its end, and whether a coin was written."""

    low: Decimal
    high: Decimal
    end: int
    coined: bool


def read(plain: str, number: Number) -> Sum:
    """Read the coins that follow a number: 12元3角5分, 三块五, 87元多."""
    low, high, end = number.low, number.high, number.end
    coin = COIN.match(plain, end)
    if coin is None:
        return _pennies(plain, number)
    end = coin.end()
    if low == high and coin[0] in ("元", "块", "圆"):
        part, end = _change(plain, end)
        low, high = low + part, high + part
    more = MORE.match(plain, end)
    if more and low == high:
        high, end = high + number.unit, more.end()
    whole = WHOLE.match(plain, end)
    return Sum(low, high, whole.end() if whole else end, coined=True)


def _pennies(plain: str, number: Number) -> Sum:
    small = PENNY.match(plain, number.end)
    if small is None or number.high >= 100:
        return Sum(number.low, number.high, number.end, coined=False)
    scale = 100 if small[1] == "分" else 10
    cent = CENT.match(plain, small.end()) if scale != 100 and number.exact else None
    part = Decimal(_digit(cent[1])) / 100 if cent else Decimal(0)
    end = cent.end() if cent else small.end()
    return Sum(number.low / scale + part, number.high / scale + part, end, coined=True)


def _change(plain: str, place: int) -> tuple[Decimal, int]:
    small = CHANGE.match(plain, place)
    if small is None:
        return Decimal(0), place
    part, end = Decimal(_digit(small[1])) / (100 if small[2] == "分" else 10), small.end()
    cent = CENT.match(plain, end) if small[2] in ("角", "毛") else None
    return (part + Decimal(_digit(cent[1])) / 100, cent.end()) if cent else (part, end)


def _digit(sign: str) -> int:
    return int(sign) if sign.isdigit() else numerals.DIGITS[sign]
