"""Help by settlement: each day, month and year has its limit, as reckoned one after the other."""

from datetime import date, timedelta
from types import SimpleNamespace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.operations.cap import clip
from engine.operations.counter import Counter, Counters, Segments, share_of
from engine.table import Runs, runs
from tests.oracle.common import half_up, percent
from tests.oracle.p321200_outpatient import LAW, pay

RULE = Counter.read(rate="85%", day="100元", times_a_month=5, cap="5000元")
NEWYEAR = date(2018, 1, 1)


class Slip(SimpleNamespace):
    """A settlement as the reference reads it; it remembers what it got."""

    def pay(self, _layer, amount):
        """Keep what is paid."""
        self.got = amount


def reckoned(visits):
    """Pay settlements one after the other, as on paper."""
    facts = {"designated": True}
    slips = [
        Slip(kind="outpatient", day=day, rest=rest, facts=facts, got=0) for day, rest in visits
    ]
    pay(slips, start=NEWYEAR, paid=0)
    return [slip.got for slip in slips]


def paid(visits):
    """Pay the same settlements as a column."""
    days = np.array([(day - NEWYEAR).days for day, _ in visits])
    months = np.array([day.month for day, _ in visits])
    year = runs(np.zeros(len(days)))
    at = Segments(year, runs(months), runs(days))
    row = np.zeros(len(days), np.intp)
    pays = Counters([RULE]).pays(
        np.array([rest for _, rest in visits]), row, at=at, spread=np.zeros(len(days), bool)
    )
    return clip(pays, cap=np.full(len(days), RULE.cap), first=year).tolist()


VISIT = st.tuples(
    st.one_of(st.integers(0, 364), st.integers(0, 40)).map(lambda n: NEWYEAR + timedelta(n)),
    st.one_of(st.integers(0, 20_000), st.sampled_from([11_764, 11_765, 5_882])),
)


@given(st.lists(VISIT, min_size=1, max_size=90).map(lambda rows: sorted(rows, key=lambda r: r[0])))
def test_settlements_are_paid_as_on_paper(visits):
    """First the share, then the day's limit, then the month's count, then the year's limit."""
    assert reckoned(visits) == paid(visits)


def test_the_rule_is_the_one_on_paper():
    """The figures of the rule are those that are reckoned with."""
    assert (LAW["day"], LAW["times"], LAW["year"]) == (RULE.day, RULE.times, RULE.cap)


@given(st.integers(0, 9_999_999_999), st.integers(0, 100))
def test_a_share_is_rounded_half_up(amount, rate):
    """The explanation reckons a share as it is paid."""
    assert half_up(amount * percent(rate)) == share_of(amount, rate * 100)


def test_a_year_in_one_sum_has_no_day_and_no_month():
    """A sum of the whole year is limited by the year alone."""
    at = Segments(*(Runs(np.array([0]), 1),) * 3)
    pays = Counters([RULE]).pays(
        np.array([1_000_000]), np.array([0]), at=at, spread=np.array([True])
    )

    assert [850_000] == pays.tolist()
