"""The clock jumps, the year ends, the server stands abroad: a day is China's, all is kept."""

import time
from datetime import UTC, date, datetime, timedelta

import pytest

import webapp.checks
from tests.webapp.client import Visitor
from tests.webapp.steps import stay, with_visits

NEW_YEAR = datetime(2025, 12, 31, 16, 0, tzinfo=UTC)  # midnight in Shanghai
STAY = "/331000/visit/aaaa/stay"


@pytest.fixture
def clock(monkeypatch):
    """Give a clock that can be set; what is asked in whichever zone is answered in it."""

    class Clock(datetime):
        moment = NEW_YEAR

        @classmethod
        def now(cls, tz=None):
            return cls.moment.astimezone(tz)

    for module in ("webapp.checks", "engine.clock"):
        monkeypatch.setattr(f"{module}.datetime", Clock)
    return Clock


def tells_discharge(visitor: Visitor, day: str) -> int:
    """Tell that one came and left on a day; give the status."""
    year, month, number = day.split("-")
    return (
        visitor.opens(STAY)
        .sends(
            admitted_year=year,
            admitted_month=month,
            admitted_day=number,
            discharged_year=year,
            discharged_month=month,
            discharged_day=number,
        )
        .status
    )


@pytest.mark.parametrize(
    ("moment", "status"),
    [(NEW_YEAR - timedelta(seconds=1), 422), (NEW_YEAR, 200)],
    ids=["the last second of the year", "the first of the next"],
)
def test_the_year_begins_in_shanghai(clock, moment, status):
    """Whoever leaves hospital on 1 January can say so from midnight in China, and not before."""
    clock.moment = moment

    assert status == tells_discharge(with_visits(stay()), "2026-01-01")


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Kiritimati"])
def test_the_zone_of_the_server_does_not_matter(clock, monkeypatch, zone):
    """A server anywhere asks for the same day."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert date(2026, 1, 1) == webapp.checks.today()
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("days", [-400, -1, 1, 400])
def test_no_sitting_is_lost_when_the_clock_jumps(clock, days):
    """Nothing that is kept says when it was kept; only the browser lets go of it after a day."""
    visitor = with_visits(stay())
    before = visitor.told()
    clock.moment += timedelta(days=days)

    assert "这一年看的病" == visitor.opens("/331000/visits").heading
    assert before == visitor.told()
    assert 200 == visitor.opens("/331000/result").status
