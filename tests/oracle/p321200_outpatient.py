"""321200-2017-115, 泰州市区: outpatient aid with its limits by day, month and year."""

from collections import Counter
from datetime import date
from typing import Any

from tests.oracle.common import Visit, half_up, percent

LAW: dict[str, Any] = {
    "rate": percent(85),
    "day": 10_000,
    "times": 5,
    "year": 500_000,
}


def pay(visits: list[Visit], *, start: date, paid: int) -> None:
    """Pay visit by visit: the day's limit, the month's count, the year's limit."""
    days: Counter[date] = Counter()
    times: Counter[tuple[int, int]] = Counter()
    for visit in visits:
        if visit.kind == "inpatient" or visit.day < start or not visit.facts["designated"]:
            continue
        amount = min(half_up(visit.rest * LAW["rate"]), LAW["day"] - days[visit.day])
        days[visit.day] += amount
        month = (visit.day.year, visit.day.month)
        times[month] += amount > 0
        if times[month] > LAW["times"]:
            continue
        amount = max(0, min(amount, LAW["year"] - paid))
        paid += amount
        visit.pay("outpatient_aid", amount)
