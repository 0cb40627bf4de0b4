"""One reader per type of answer: what a form sent becomes the contract's value."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from .money import Unreadable, basis_points, percent, typed_fen, yuan

Raw = str | Sequence[str] | Mapping[str, str]
"""A text; the ticked values; or the three parts year, month, day of a date."""

_DATE = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?|(\d{4})(\d{2})(\d{2})")


def plain(raw: Raw) -> str:
    """Give the text of an answer: half-width, without spaces around it."""
    text = raw if isinstance(raw, str) else next(iter(raw), "")
    return unicodedata.normalize("NFKC", text).strip()


def read_amount(raw: Raw, _values: tuple[str, ...] = ()) -> str:
    """Read an amount as typed; yuan with two decimals come back."""
    return yuan(typed_fen(plain(raw)))


def read_rate(raw: Raw, _values: tuple[str, ...] = ()) -> str:
    """Read a rate: 70, 70% and 七成 are typed; "70%" comes back."""
    text = plain(raw).replace(" ", "")
    tenths = re.fullmatch(r"([1-9一二三四五六七八九])成", text)
    if tenths:
        text = f"{'一二三四五六七八九'.find(tenths[1]) + 1 or int(tenths[1])}0"
    try:
        return percent(basis_points(text.removesuffix("%") + "%"))
    except Unreadable:
        raise Unreadable("比例要填 0 到 100 之间的数，如 70%") from None


def read_number(raw: Raw, _values: tuple[str, ...] = ()) -> int:
    """Read a whole number of years, 0 to 120."""
    text = plain(raw).removesuffix("年")
    if not (text.isascii() and text.isdigit() and len(text) <= 3 and int(text) <= 120):
        raise Unreadable("这里要填整数，如 0、1、2")
    return int(text)


def read_choice(raw: Raw, values: tuple[str, ...]) -> str:
    """Read one of the options."""
    text = plain(raw)
    if text not in values:
        raise Unreadable("请选一个。不清楚可以选“不清楚”")
    return text


def read_choices(raw: Raw, values: tuple[str, ...]) -> list[str]:
    """Read the ticked options in the catalogue's order; "none" alone is the empty list."""
    ticked = {raw} if isinstance(raw, str) else set(raw)
    if ticked == {"none"}:
        return []
    if "none" in ticked:
        raise Unreadable("选了“都没有”，就不要再选别的")
    if not ticked or not ticked <= set(values):
        raise Unreadable("请至少选一个。没有就选“都没有”")
    return [value for value in values if value in ticked]


def read_yesno(raw: Raw, _values: tuple[str, ...] = ()) -> bool:
    """Read yes or no."""
    text = plain(raw)
    if text not in ("yes", "no"):
        raise Unreadable("请选“是”或“不是”。不清楚可以选“不清楚”")
    return text == "yes"


def _date_parts(raw: Raw) -> tuple[str, ...]:
    if isinstance(raw, Mapping):
        return tuple(plain(raw.get(part, "")).strip("年月日") for part in ("year", "month", "day"))
    match = _DATE.fullmatch(plain(raw).replace(" ", ""))
    return tuple(group for group in match.groups() if group) if match else ("", "", "")


def read_date(raw: Raw, _values: tuple[str, ...] = ()) -> str:
    """Read a day given in parts or as text (2022-03-05, 2022年3月5日), 1900 to 2099."""
    parts = _date_parts(raw)
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise Unreadable("日期要填年、月、日，如 2022 年 3 月 5 日")
    year, month, day = (int(part) if len(part) < 5 else 10_000 for part in parts)
    if not 1000 <= year <= 9999:
        raise Unreadable("年份要填四位数，如 2022")
    if not 1900 <= year <= 2099:
        raise Unreadable(f"{year}年差得太远，请看看年份")
    if not 1 <= month <= 12:
        raise Unreadable(f"一年没有{month}月，请看看月份")
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise Unreadable(f"{year}年{month}月没有{day}日，请看看单子上的日期") from None


def read_tiers(raw: Raw, _values: tuple[str, ...] = ()) -> list[list[str]]:
    """Read a tariff, a line a band: where it begins in yuan, then its rate."""
    rows = [line.split() for line in plain(raw).splitlines() if line.strip()]
    if not rows or any(len(row) != 2 for row in rows):
        raise Unreadable("一行写一段：起点和比例，如 0 60%")
    tiers = [[read_amount(floor), read_rate(rate)] for floor, rate in rows]
    floors = [typed_fen(floor) for floor, _ in tiers]
    if floors[0] != 0 or floors != sorted(set(floors)):
        raise Unreadable("第一段从 0 开始，后面一段比一段高")
    return tiers


def read_visits(raw: Raw, _values: tuple[str, ...] = ()) -> list[Any] | None:
    """Read whether there were visits: no is the empty list; yes is None, entered one by one."""
    return None if read_yesno(raw) else []


READERS: Mapping[str, Callable[[Raw, tuple[str, ...]], Any]] = {
    "amount": read_amount,
    "choice": read_choice,
    "choices": read_choices,
    "date": read_date,
    "number": read_number,
    "rate": read_rate,
    "tiers": read_tiers,
    "visits": read_visits,
    "yesno": read_yesno,
}
"""How each type of question is read."""
