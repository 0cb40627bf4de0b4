"""Numbers in an official text: amounts, rates, days and counts, in Arabic or Chinese numerals."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..money import WHOLE

DIGITS = "零一二三四五六七八九"
SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000}

_SPACE = r"[ \t　]*"
_NAME = re.compile(r"〔\d{4}〕\s*\d+\s*号|第\s*\d+\s*号|[A-Z]+\d+(?:-\d+)+")
"""Names of documents, which are no numbers of a rule."""

_DAY = rf"\d{{4}}{_SPACE}年{_SPACE}\d{{1,2}}{_SPACE}月{_SPACE}\d{{1,2}}{_SPACE}日"
_UNITS = r"亿元|万元|元|%|％|个百分点|倍|个工作日|个月|年代|年|月|日|天|岁|次|类|种|级|世纪|届|成"
_ARABIC = rf"\d+(?:,\d{{3}})*(?:\.\d+)?(?:{_SPACE}(?:{_UNITS}))?"
_CHINESE = rf"(?<![同统唯第各])[{DIGITS}两十百千万]+(?:{_UNITS})"
_SHARE = rf"百分之[{DIGITS}十百]+"
_TOKEN = re.compile(f"{_DAY}|{_SHARE}|{_ARABIC}|{_CHINESE}")
_READ = re.compile(rf"([\d,.]+|[{DIGITS}两十百千万]+){_SPACE}(.*)")

MONEY = {"元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}
KINDS = ("类", "种")


class Number(NamedTuple):
    """A number as it is written, and what it says: fen, basis points, a day, or a count."""

    written: str
    kind: str
    value: int


def find(text: str) -> Iterator[Number]:
    """List the numbers of a text, without those in the names of documents."""
    for match in _TOKEN.finditer(_NAME.sub("", text)):
        written = re.sub(r"\s", "", match[0])
        yield Number(written, *_meaning(written))


def _meaning(written: str) -> tuple[str, int]:
    if day := re.fullmatch(r"(\d+)年(\d+)月(\d+)日", written):
        return "day", date(int(day[1]), int(day[2]), int(day[3])).toordinal()
    if written.startswith("百分之"):
        return "rate", _whole(written.removeprefix("百分之")) * 100
    match = _READ.fullmatch(written)
    assert match, written
    digits, unit = match[1], match[2]
    if unit in MONEY:
        return "money", _scaled(digits, MONEY[unit])
    if unit in ("%", "％", "个百分点"):
        return "rate", _scaled(digits, WHOLE // 100)
    return "kinds" if unit in KINDS else "count", _scaled(digits, 1)


def _scaled(digits: str, scale: int) -> int:
    whole, _, decimals = digits.replace(",", "").partition(".")
    number = int(whole) if whole.isdigit() and whole.isascii() else _whole(whole)
    return number * scale + (int(decimals) * scale // 10 ** len(decimals) if decimals else 0)


def _whole(numeral: str) -> int:
    """Read a Chinese numeral below a hundred million: 一万, 二十, 六十."""
    total = section = digit = 0
    for sign in numeral.replace("两", "二"):
        if sign in DIGITS:
            digit = DIGITS.index(sign)
        elif sign == "万":
            total, section, digit = (total + section + digit) * SCALES[sign], 0, 0
        else:
            section, digit = section + (digit or 1) * SCALES[sign], 0
    return total + section + digit
