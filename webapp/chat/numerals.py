"""The signs of which numerals are made, and what has been read of one so far."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    sign: value for value, sign in enumerate("〇壹贰叁肆伍陆柒捌玖")
}
DIGITS |= {"两": 2, "弍": 2, "弎": 3, "俩": 2, "幺": 1}
SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "干": 1000}
SCALES |= {"k": 1000, "K": 1000}
GREAT = {"万": 10**4, "w": 10**4, "W": 10**4, "亿": 10**8}
ARABIC = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?", re.ASCII)
COIN = "元块圆"
MANY_PLACES = 14
HANDFULS: Mapping[str, tuple[int, int]] = {
    "百八十": (80, 100),
    "千八百": (800, 1000),
    "千儿八百": (800, 1000),
    "万八千": (8000, 10000),
    "万儿八千": (8000, 10000),
    "十几二十万": (110_000, 200_000),
}
"""Sayings that name a size and no figure."""
COUNTED = frozenset("月年号日次天岁人个级楼周")
"""What these count is not the end of an amount: 花了三万 二月出院."""
PIECES = frozenset("盒支针瓶片粒副袋罐箱套趟")
"""What costs so much apiece: 八千一盒 is eight thousand."""


class Number(NamedTuple):
    """A number, its end, and between which bounds it lies; `unit` is its last place not zero."""

    low: Decimal
    high: Decimal
    end: int
    unit: Decimal
    scale: int = 0  # the last scale word, 0 where there is none
    about: bool = False  # 来, 把: a tenth less or more

    @property
    def exact(self) -> bool:
        """Whether it is one figure."""
        return self.low == self.high and not self.about


class State(NamedTuple):
    """What has been read: whole ten-thousands, the section under them, and a digit in waiting."""

    whole: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))
    section: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))
    waiting: tuple[Decimal, Decimal] | None = None
    unit: Decimal = Decimal(1)
    scale: int = 0  # the scale last applied
    limit: int = 10**9  # the next scale within a section is smaller
    zero: bool = False
    arabic: bool = False
    fuzzy: bool = False
    about: bool = False
    more: bool = False  # 多 stood last: no digit goes on from here
    many: bool = False  # 几 or 数 stood last
