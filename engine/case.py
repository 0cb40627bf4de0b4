"""A case as the contract writes it, checked at the border: known, a range, or not known."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from .money import Unreadable, basis_points, fen
from .questions import BY_PATH, STATUSES
from .table import CODES

OPENING = (
    "critical_base",
    "critical_paid",
    "aid_base",
    "aid_paid",
    "outpatient_aid_paid",
    "tilt_paid",
)
Reader = Callable[[Any, str], Any]
"""Reads one answer; the text is its path, for a refusal."""

TOP = ("id", "region", "pack", "as_of", "person", "visits")


_DAY = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}", re.ASCII)
"""Days of 1900 to 2099."""


class CaseError(ValueError):
    """A case that cannot be read: `at` is the path, `message` says in Chinese what is wrong."""

    def __init__(self, at: str, message: str) -> None:
        super().__init__(f"{at}: {message}")
        self.at, self.message = at, message


class Range(NamedTuple):
    """An amount known only by its ends, in fen; no `high`: open there."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """One person, one calendar year; None stands for what is not known."""

    region: str
    pack: str | None
    as_of: date
    person: Mapping[str, Any]
    visits: tuple[Mapping[str, Any], ...] | None
    opening: Mapping[str, Any] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """The calendar year: of the deciding dates, else of the day the question is asked."""
        days = [v["discharged"] for v in self.visits or () if v.get("discharged")]
        return days[0].year if days else self.as_of.year


def read_case(raw: Any, *, today: date) -> Case:
    """Read a case; CaseError names the path of what is wrong."""
    table = _table(raw, "case", TOP)
    person = dict(_table({} if table.get("person") is None else table["person"], "person"))
    opening = person.pop("opening", None)
    case = Case(
        region=_region(table.get("region"), table.get("pack")),
        pack=table.get("pack"),
        as_of=_read_date(table["as_of"], "as_of") if table.get("as_of") is not None else today,
        person=_facts(_OF_PERSON, person, "person"),
        visits=_visits(table.get("visits")),
        opening=_opening(opening) if opening is not None else {},
    )
    years = sorted({v["discharged"].year for v in case.visits or () if v.get("discharged")})
    if len(years) > 1:
        raise CaseError("visits", f"看病的日期分在{years[0]}年和{years[-1]}年，请按年分开算")
    return case


def _table(raw: Any, at: str, known: Sequence[str] = ()) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise CaseError(at, "这里要是一组字段")
    for key in raw:
        if known and key not in known:
            raise CaseError(
                f"{at}.{key}" if at != "case" else str(key), "不认识这个字段，请检查拼写"
            )
    return raw


def _region(region: Any, pack: Any) -> str:
    if isinstance(region, str) and region.isascii() and region.isdigit() and len(region) == 6:
        return region
    if region is None and isinstance(pack, str):
        return pack.split("-")[0]
    raise CaseError("region", '地区要写六位代码的文字，如 "331000"')


def _facts(readers: Mapping[str, Reader], raw: Mapping[str, Any], at: str) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for key, value in raw.items():
        if key not in readers:
            raise CaseError(f"{at}.{key}", "不认识这个字段，请检查拼写")
        facts[key] = None if value is None else readers[key](value, f"{at}.{key}")
    return facts


def _statuses(raw: Any, at: str) -> tuple[str, ...]:
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise CaseError(at, '身份要写成列表，如 ["dibao"]')
    for number, status in enumerate(raw):
        if status not in STATUSES:
            raise CaseError(f"{at}[{number}]", f"没有这种身份：{status}")
    return tuple(dict.fromkeys(raw))


def _since(raw: Any, at: str) -> Any:
    if isinstance(raw, Mapping):
        _statuses(list(raw), at)
        return {
            code: _read_date(day, f"{at}.{code}") for code, day in raw.items() if day is not None
        }
    return _read_date(raw, at)


def _opening(raw: Any) -> dict[str, Any]:
    table = _table(raw, "person.opening", OPENING)
    return {
        name: _amount(table[name], f"person.opening.{name}") if name in table else 0
        for name in OPENING
    }


def _visits(raw: Any) -> tuple[Mapping[str, Any], ...] | None:
    if raw is None:
        return None
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise CaseError("visits", "visits 要写成列表，没有看过病写 []")
    return tuple(_visit(visit, f"visits[{number}]") for number, visit in enumerate(raw))


def _visit(raw: Any, at: str) -> Mapping[str, Any]:
    visit = _facts(_OF_VISIT, _table(raw, at), at)
    admitted, discharged = visit.get("admitted"), visit.get("discharged")
    if admitted and discharged and discharged < admitted:
        raise CaseError(f"{at}.discharged", "出院日期早于住院日期，请核对")
    return visit


def _amount(value: Any, at: str) -> int | Range | None:
    if value is None:
        return None
    if isinstance(value, str) or not isinstance(value, Sequence) or len(value) != 2:
        return _exact(value, at)
    low, high = (None if end is None else _exact(end, at) for end in value)
    if high is not None and high < (low or 0):
        raise CaseError(at, "范围的前一个数不能比后一个大")
    return low or 0 if low == high and low is not None else Range(low or 0, high)


def _exact(value: Any, at: str) -> int:
    try:
        return fen(value)
    except Unreadable as reason:
        raise CaseError(at, str(reason)) from None


def _read_date(value: Any, at: str) -> date:
    text = value if isinstance(value, str) and _DAY.fullmatch(value) else ""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CaseError(at, f'没有这一天：{value}。日期写成 "2022-03-05"') from None


def _choice(value: Any, at: str, *, values: tuple[str, ...]) -> str:
    if value not in values:
        raise CaseError(at, f"只能是 {'、'.join(values)} 中的一个")
    return str(value)


def _yesno(value: Any, at: str) -> bool:
    if not isinstance(value, bool):
        raise CaseError(at, "只能是 true 或 false")
    return value


def _number(value: Any, at: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 120:
        raise CaseError(at, "要写 0 到 120 的整数")
    return value


def _rate(value: Any, at: str) -> int:
    try:
        return basis_points(value)
    except Unreadable as reason:
        raise CaseError(at, str(reason)) from None


def _tiers(value: Any, at: str) -> list[tuple[int, int]]:
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        raise CaseError(at, '分段写成 [["0.00","60%"]]')
    rows = [row for row in value if isinstance(row, list | tuple) and len(row) == 2]
    tiers = [(_exact(floor, at), _rate(rate, at)) for floor, rate in rows]
    floors = [floor for floor, _ in tiers]
    if len(tiers) != len(value) or not floors or floors[0] != 0 or floors != sorted(set(floors)):
        raise CaseError(at, "分段要从 0 开始，一段比一段高")
    return tiers


_READ: Mapping[str, Reader] = {
    "amount": _amount,
    "choices": _statuses,
    "date": _read_date,
    "number": _number,
    "rate": _rate,
    "tiers": _tiers,
    "yesno": _yesno,
}


def _readers(part: str) -> dict[str, Reader]:
    """Give the reader of every question of a part of the contract."""
    asked = {p.removeprefix(part): q for p, q in BY_PATH.items() if p.startswith(part)}
    return {
        fact: _READ.get(question.type)
        or partial(_choice, values=CODES.get(fact) or tuple(o.value for o in question.options))
        for fact, question in asked.items()
    }


_OF_PERSON = _readers("person.") | {"status_unknown": _statuses}
_OF_PERSON |= dict.fromkeys(("status_since", "status_until"), _since)
_OF_VISIT = _readers("visits[].") | {"whole_year": _yesno}
"""The reader of every path of the contract that is one answer; some facts have no question."""
