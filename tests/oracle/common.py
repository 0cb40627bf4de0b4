"""What the five documents share: money, dates, identities, running sums."""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import groupby
from math import floor
from typing import Any

LAYERS = ("basic", "critical", "aid", "outpatient_aid", "major_aid", "tilt_aid")
RESIDENTS = ("resident", "ncms", "urban")
Case = Mapping[str, Any]


def fen(text: str | None) -> int | None:
    """Read yuan with two decimals; nothing stays nothing."""
    return None if text is None else int(text.replace(".", ""))


def yuan(amount: int) -> str:
    """Write fen as yuan with two decimals."""
    return f"{amount // 100}.{amount % 100:02d}"


def percent(text: str | int) -> Fraction:
    """Read "70%" or 70 as an exact rate."""
    return Fraction(str(text).removesuffix("%")) / 100


def half_up(amount: Fraction | int) -> int:
    """Round to the fen, halves up."""
    return floor(amount + Fraction(1, 2))


def slices(base: int | Fraction, table: Iterable[tuple[int, Fraction]]) -> Fraction:
    """Pay each slice of the base at its own rate."""
    rows = list(table)
    ends = [start for start, _ in rows[1:]] + [None]
    paid = Fraction(0)
    for (start, rate), end in zip(rows, ends, strict=True):
        top = base if end is None else min(base, end)
        paid += max(top - start, Fraction(0)) * rate
    return paid


@dataclass
class Visit:
    """One visit: what the slip says and what each layer pays."""

    index: int
    kind: str
    day: date
    admitted: date | None
    in_scope: int
    slip: dict[str, int | None]
    facts: Mapping[str, Any]
    paid: dict[str, int] = field(default_factory=dict)

    @property
    def rest(self) -> int:
        """What is left of the costs in scope."""
        return self.in_scope - sum(self.paid.values())

    def pay(self, layer: str, amount: int) -> None:
        """Let a layer pay, but never more than is left."""
        self.paid[layer] = min(amount, self.rest)


def read_visit(index: int, raw: Mapping[str, Any]) -> Visit:
    """Read one visit of the contract."""
    slip = {name: fen(raw.get(f"{name}_paid")) for name in ("basic", "critical", "other")}
    admitted = raw.get("admitted")
    in_scope = fen(raw["in_scope"])
    assert in_scope is not None
    return Visit(
        index=index,
        kind=raw["kind"],
        day=date.fromisoformat(raw["discharged"]),
        admitted=date.fromisoformat(admitted) if admitted else None,
        in_scope=in_scope,
        slip=slip,
        facts=raw,
    )


def visits_of(case: Case) -> list[Visit]:
    """List the visits in deciding order; on one day the larger first."""
    visits = [read_visit(index, raw) for index, raw in enumerate(case["visits"])]
    return sorted(visits, key=lambda visit: (visit.day, -visit.in_scope))


def year_of(case: Case) -> int:
    """Tell the year that the case is about."""
    visits = case["visits"]
    return int((visits[0]["discharged"] if visits else case["as_of"])[:4])


def opening(case: Case, key: str) -> int:
    """Tell a sum of this year from before the first visit."""
    return fen(case["person"].get("opening", {}).get(key)) or 0


def _date_for(person: Mapping[str, Any], key: str, code: str) -> date | None:
    given = person.get(key)
    text = given.get(code) if isinstance(given, Mapping) else given
    return date.fromisoformat(text) if text else None


def since(person: Mapping[str, Any], code: str) -> date | None:
    """Tell when an identity was recognised, if a day is given."""
    return _date_for(person, "status_since", code)


def last_day(person: Mapping[str, Any], code: str) -> date | None:
    """Tell the last day of a lost identity: the end of its month."""
    until = _date_for(person, "status_until", code)
    return until and until.replace(day=calendar.monthrange(until.year, until.month)[1])


def held(person: Mapping[str, Any], code: str, visit: Visit) -> bool:
    """Tell whether an identity counts for a visit."""
    start, end = since(person, code), last_day(person, code)
    if code not in person["status"] or (start and start > visit.day):
        return False
    kept = visit.kind == "inpatient" and visit.admitted and end and visit.admitted <= end
    return bool(not end or visit.day <= end or kept)


def codes_of(case: Case) -> list[str]:
    """List the identities held on some day, or at some visit, of the year."""
    person, visits, days = case["person"], visits_of(case), codes_in_year(case)
    kept = [c for c in person["status"] if any(held(person, c, visit) for visit in visits)]
    return [code for code in person["status"] if code in days or code in kept]


def codes_in_year(case: Case) -> list[str]:
    """List the identities held on some day of the year, as a premium asks for."""
    person, year = case["person"], year_of(case)
    return [code for code in person["status"] if _in_year(person, code, year)]


def _in_year(person: Mapping[str, Any], code: str, year: int) -> bool:
    start, end = since(person, code), last_day(person, code)
    return not (start and start.year > year) and not (end and end.year < year)


def stretches(visits: list[Visit], codes: Any) -> list[tuple[frozenset[str], list[Visit]]]:
    """Cut the year where the identities that count change."""
    return [(key, list(group)) for key, group in groupby(visits, key=codes)]


def run(tariff: Any, before: int, base: int) -> int:
    """Pay a visit as the difference of two rounded running sums."""
    return half_up(tariff(before + base)) - half_up(tariff(before))


def settle_slips(visits: list[Visit], layers: Iterable[str]) -> None:
    """Let the slip's own figures pay."""
    for visit in visits:
        for layer in layers:
            visit.pay(layer, visit.slip[layer] or 0)


def outcome(status: str, amount: int | None = 0) -> dict[str, str | None]:
    """Write a benefit; only an entitlement carries more than nothing."""
    if status == "ineligible":
        amount = 0
    if status == "ask_office":
        amount = None
    return {"status": status, "amount": None if amount is None else yuan(amount)}


def written(case: Case, visits: list[Visit], benefits: dict[str, Any]) -> dict[str, Any]:
    """Write the assessment as the contract has it."""
    rows = sorted(visits, key=lambda visit: visit.index)
    left = sum(visit.rest for visit in rows)
    return {
        "benefits": benefits,
        "visits": [
            {name: yuan(visit.paid.get(name, 0)) for name in LAYERS} | {"left": yuan(visit.rest)}
            for visit in rows
        ],
        "total_paid": yuan(sum(visit.in_scope for visit in rows) - left),
        "left": yuan(left),
    }


def total(visits: list[Visit], layer: str) -> int:
    """Sum what one layer pays over the year."""
    return sum(visit.paid.get(layer, 0) for visit in visits)


def sort_of(codes: Iterable[str], *, gives: Iterable[str], named: Iterable[str]) -> str:
    """Tell what identities bring: the benefit, the office, or nothing."""
    held_codes = set(codes)
    if held_codes & set(gives):
        return "eligible"
    return "ask_office" if held_codes - set(named) else "ineligible"
