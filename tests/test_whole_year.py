"""A year's sum without its single visits: what limits by day and month leave of it is a bound."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.oracle.common import fen, yuan

PERSON = {"scheme": "resident", "status": ["tekun_zhigong"], "premium": "200.00"}
PAID = ("basic_paid", "critical_paid", "other_paid", "aid_paid")
SLIP = {"designated": True, "public_hospital": True, **dict.fromkeys(PAID, "0.00")}


def outpatient_aid(*visits, region="321202"):
    """Give the outpatient aid of these visits of 2018 in 泰州."""
    person = {**PERSON, "local_hukou": True}
    slips = [{"kind": "outpatient", **SLIP, **visit} for visit in visits]
    return engine.assess({"region": region, "person": person, "visits": slips})["benefits"][
        "outpatient_aid"
    ]


def of_the_year(amount):
    """Give a sum of the whole year."""
    return {"discharged": "2018-12-31", "in_scope": amount, "whole_year": True}


@pytest.mark.parametrize(
    ("amount", "high"),
    [("8000.00", "5000.00"), ("1000.00", "850.00"), ("100.00", "85.00"), ("0.00", None)],
)
def test_a_sum_is_paid_at_most_as_if_no_day_and_month_were_full(amount, high):
    """85 % of it, at most 5,000 a year; how little it may be, nobody can tell from a sum."""
    found = outpatient_aid(of_the_year(amount))

    if high is None:
        assert "0.00" == found["amount"]
        return
    assert ("at_most", False) == (found["certainty"], found["tight"])
    assert {"low": "0.00", "high": high} == found["amount"]


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(
    parts=st.lists(
        st.tuples(st.integers(1, 28), st.integers(1, 12), st.integers(0, 60_000)), max_size=30
    )
)
def test_every_way_to_spread_a_sum_lies_within(parts):
    """However the visits were, each rounded by itself, they bring no more than is told."""
    visits = [
        {"discharged": f"2018-{month:02}-{day:02}", "in_scope": yuan(amount)}
        for day, month, amount in parts
    ]
    whole = outpatient_aid(of_the_year(yuan(sum(amount for *_, amount in parts))))["amount"]
    high = fen(whole["high"] if isinstance(whole, dict) else whole)

    # Half a fen a visit is what rounding each by itself can add.
    assert fen(outpatient_aid(*visits)["amount"]) <= high + len(parts) / 2


def test_where_nothing_is_counted_a_sum_is_as_good_as_its_visits():
    """六盘水 has no limit by day or month: the critical insurance of a year's sum is exact."""
    person = {"scheme": "ncms", "status": ["tekun"], "premium": "180.00", "local_hukou": True}
    visit = {"kind": "chronic", **SLIP, **of_the_year("50000.00"), "critical_paid": None}
    case = {"region": "520221", "person": person, "visits": [visit | {"place": "county"}]}

    parted = {**visit, "in_scope": "25000.00", "whole_year": None, "place": "county"}
    halves = [parted | {"discharged": f"2018-0{month}-01"} for month in (3, 4)]
    whole, apart = (engine.assess(case | {"visits": v}) for v in (case["visits"], halves))

    assert apart["total_paid"] == whole["total_paid"]


def test_a_bound_is_compared_with_nothing():
    """What another identity or another reading would bring cannot be told from a bound."""
    person = {**PERSON, "status": ["diruo_dabing"]}
    visit = {"kind": "outpatient", **SLIP, **of_the_year("8000.00")}

    found = engine.assess({"region": "321202", "person": person, "visits": [visit]})

    assert [] == found["what_if"]


def test_an_undated_stay_leaves_a_single_outpatient_visit_exact():
    """泰州 counts outpatient settlements a month: when a stay was is nothing to them."""
    stay = {"kind": "inpatient", **SLIP, "in_scope": "1000.00"}
    visit = {"kind": "outpatient", **SLIP, "in_scope": "90.00", "discharged": "2019-04-02"}
    visits = [one | {"designated": True} for one in (stay, visit)]

    found = engine.assess({"region": "321202", "person": PERSON, "visits": visits})

    assert "76.50" == found["benefits"]["outpatient_aid"]["amount"]


def test_a_bound_is_never_summed_up_to_nothing():
    """Two settlements on days nobody knows: the steps lead to the most, and say that it is one."""
    visit = {"kind": "outpatient", **SLIP, "in_scope": "90.00", "designated": True}
    case = {"region": "321202", "as_of": "2019-12-31", "person": PERSON, "visits": [visit, visit]}

    aid = engine.assess(case)["benefits"]["outpatient_aid"]

    assert {"low": "0.00", "high": "153.00"} == aid["amount"]
    assert {"most"} == {step["end"] for step in aid["steps"]}
    assert "153.00" == aid["steps"][-1]["amount"]
