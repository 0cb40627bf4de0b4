"""Many amounts not known at once: what the grid has no place for is looked for beside it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.doubts import PAYMENTS, slips
from tests.oracle.common import fen, yuan
from tests.ranges import outside

PACKS = [header.id for header in engine.packs()]
PAID = dict.fromkeys(PAYMENTS, "0.00")


def stay(month, **costs):
    """Give a stay of 2023 in a hospital of the county for which nothing was paid yet."""
    days = {"admitted": f"2023-{month:02}-01", "discharged": f"2023-{month:02}-20"}
    return {"kind": "inpatient", "designated": True, "place": "county", **PAID, **days, **costs}


def assessed(*stays):
    """Assess somebody on 低保边缘 in 石台: 60 % above 3,000, at most 50,000 a year."""
    person = {"scheme": "resident", "status": ["dibian"], "premium": "400.00"}
    return engine.assess({"region": "341722", "person": person, "visits": stays})


def test_a_stay_between_many_open_ones_is_paid_most_between_their_ends():
    """10,000 after 5,000 brings 6,000: after nothing it is 4,200, and after 200,000 nothing."""
    known, most = stay(6, in_scope="10000.00"), {"total": "200000.00"}
    shown = assessed(*(stay(month, **most) for month in (1, 2, 3)), known, stay(7, **most))
    truth = assessed(stay(1, in_scope="5000.00"), known)

    assert "6000.00" == truth["visits"][1]["aid"]
    assert "0.00" == shown["visits"][3]["aid"]["low"]
    assert fen(shown["visits"][3]["aid"]["high"]) >= 6_000_00
    assert not shown["benefits"]["aid"]["tight"]


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_however_many_costs_are_open_the_truth_lies_in_the_range(pack, data):
    """With the costs of every visit between two ends, what they were brings nothing outside."""
    case = data.draw(slips(pack))
    paid = [sum(fen(visit[name] or "0.00") for name in PAID) for visit in case["visits"]]
    ends = [
        [yuan(data.draw(st.integers(low, fen(visit["in_scope"])))), visit["total"]]
        for low, visit in zip(paid, case["visits"], strict=True)
    ]
    open_ = [visit | {"in_scope": both} for visit, both in zip(case["visits"], ends, strict=True)]

    shown = engine.assess(case | {"visits": open_})

    assert [] == outside(shown, engine.assess(case))
