"""先行自付, inside the costs in scope or not (A7): both readings, alike for all visits."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.doubts import slips
from tests.oracle.common import fen, yuan
from tests.ranges import outside

PACKS = [header.id for header in engine.packs()]
DAY = {"admitted": "2019-01-01", "discharged": "2019-01-10"}
SLIP = {
    "total": "30000.00",
    "out_of_scope": "2000.00",
    "class_b_own": "1000.00",
    "basic_paid": "10000.00",
    "critical_paid": "0.00",
    "other_paid": "0.00",
    "aid_paid": "0.00",
}
STAY = {"kind": "inpatient", "place": "county", "designated": True, "referral": "none", **DAY}


def assessed(*stays, region="321202"):
    """Assess somebody on 低保 with these stays."""
    person = {"scheme": "resident", "status": ["dibao"], "premium": "200.00"}
    visits = [{**STAY, **SLIP, **stay} for stay in stays]
    return engine.assess({"region": region, "person": person, "visits": visits})


def read(case, own):
    """Give a case whose costs in scope are what is stated, less an own share of each visit."""
    visits = [
        {**visit, "class_b_own": None, "in_scope": yuan(fen(visit["in_scope"]) - taken)}
        for visit, taken in zip(case["visits"], own, strict=True)
    ]
    return {**case, "visits": visits}


def test_a_settled_slip_is_never_read_as_nothing():
    """泰州: 85 % of 27,000 − 10,000 or of 28,000 − 10,000, and the rest is left to pay."""
    found = assessed({})

    assert {"low": "14450.00", "high": "15300.00"} == found["benefits"]["aid"]["amount"]
    assert {"low": "24450.00", "high": "25300.00"} == found["total_paid"]
    assert {"low": "2550.00", "high": "2700.00"} == found["left"]
    assert "own_share" in [warning["id"] for warning in found["warnings"]]


def test_the_range_so_far_is_that_of_the_result():
    """What stands on the pages before the result is no narrower."""
    person = {"scheme": "resident", "status": ["dibao"], "premium": "200.00"}
    case = {"region": "321202", "person": person | {"status_since": "2010-01-01"}}

    told = engine.interview({**case, "visits": [{**STAY, **SLIP}]}).total

    assert {"low": "24450.00", "high": "25300.00"} == told


def test_every_stay_keeps_its_own_costs():
    """The readings of two stays are told apart: both pay, each of its own slip."""
    second = {"admitted": "2019-03-01", "discharged": "2019-03-10", "basic_paid": "20000.00"}
    found = assessed({}, second)

    assert ["10000.00", "20000.00"] == [visit["basic"] for visit in found["visits"]]
    assert {"low": "20400.00", "high": "22100.00"} == found["benefits"]["aid"]["amount"]


def test_the_two_readings_are_ends_and_no_more():
    """Each figure is that of one reading, to the fen, for two stays as well."""
    visits = [{**STAY, **SLIP, "in_scope": amount} for amount in ("28000.00", "19999.99")]
    person = {"scheme": "resident", "status": ["dibao"], "premium": "200.00"}
    case = {"region": "321202", "person": person, "visits": visits}

    found = engine.assess(case)
    ends = [engine.assess(read(case, own)) for own in ((100_000, 100_000), (0, 0))]

    assert [end["visits"][1]["aid"] for end in ends] == list(found["visits"][1]["aid"].values())
    assert [end["total_paid"] for end in ends] == list(found["total_paid"].values())


def test_a_year_of_slips_has_a_range():
    """Forty slips with an own share are two ways, not a million."""
    days = (f"2019-{month:02}-{day:02}" for month in range(1, 11) for day in (1, 8, 15, 22))
    found = assessed(*({"admitted": day, "discharged": day} for day in days))

    # 85 % of 40 × 17,000 or of 40 × 18,000, on top of 40 × 10,000.
    assert {"low": "978000.00", "high": "1012000.00"} == found["total_paid"]


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_both_readings_lie_in_the_range(pack, data):
    """Whether the own shares count or not, no figure leaves what is shown."""
    case = data.draw(slips(pack))
    own = [data.draw(st.integers(0, fen(visit["in_scope"]))) for visit in case["visits"]]
    for visit, share in zip(case["visits"], own, strict=True):
        visit["class_b_own"] = yuan(share)

    shown = engine.assess(case)

    assert [] == outside(shown, engine.assess(read(case, own)))
    assert [] == outside(shown, engine.assess(read(case, [0] * len(own))))
