"""Of several identities the best is taken, never a sum, and never less than any of them alone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.oracle import PACKS
from tests.oracle.common import fen
from tests.strategies import cases
from tests.test_case import STAY, case

TOGETHER = ("aid", "outpatient_aid", "major_aid", "tilt_aid")


def alone(told, code):
    """Give the same person with one identity only."""
    return {**told, "person": {**told["person"], "status": [code]}}


def paid(found, names):
    """Add up what some benefits give."""
    amounts = [found["benefits"][name]["amount"] for name in names if name in found["benefits"]]
    return sum(fen(amount) for amount in amounts if isinstance(amount, str))


def undated(told):
    """Give a person who holds every identity all along."""
    person = {k: v for k, v in told["person"].items() if k not in ("status_since", "status_until")}
    return {**told, "person": person}


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_several_identities_are_never_worse_than_one(pack, data):
    """What all insurance and aid pay together is at least what any one identity brings."""
    told = undated(data.draw(cases(pack)))
    whole = engine.assess(told)

    for code in told["person"]["status"]:
        one = engine.assess(alone(told, code))
        assert paid(whole, ["premium"]) >= paid(one, ["premium"])
        # Whom the document gives no tariff has no figure where the slip is blank.
        if isinstance(one["total_paid"], str):
            assert fen(whole["total_paid"]) >= fen(one["total_paid"])


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_identities_are_never_added(pack, data):
    """Two identities bring no more aid than the better one would on the same base."""
    told = undated(data.draw(cases(pack)))
    codes = told["person"]["status"]
    best = [paid(engine.assess(alone(told, code)), TOGETHER) for code in codes]

    assert paid(engine.assess(told), TOGETHER) <= max(best, default=0)


def test_the_order_of_identities_is_irrelevant():
    """低保 and 因病致贫 told in either order come to the same."""
    one, other = (case({"status": codes}) for codes in (["dibao", "yinbing"], ["yinbing", "dibao"]))

    assert engine.assess(one)["benefits"]["aid"]["amount"] == "57500.00"
    assert engine.assess(other)["benefits"]["aid"]["amount"] == "57500.00"


def test_an_identity_told_twice_counts_once():
    """The same name twice is the same person."""
    twice = engine.assess(case({"status": ["dibao", "dibao"]}))

    assert engine.assess(case()) == twice


def test_a_stranger_identity_takes_nothing_away():
    """An identity that the document does not name does not spoil the one that it names."""
    found = engine.assess(case({"status": ["dibao", "guer"]}))

    assert ("eligible", "57500.00") == tuple(
        found["benefits"]["aid"][key] for key in ("status", "amount")
    )


def test_an_identity_gained_in_hospital_counts_for_that_stay():
    """Recognised on the day of discharge: that stay counts, the one before does not."""
    earlier = STAY | {"admitted": "2022-01-01", "discharged": "2022-01-31", "in_scope": "1000.00"}
    found = engine.assess(case({"status_since": "2022-03-10"}, visits=[STAY, earlier]))

    assert ["57500.00", "0.00"] == [visit["aid"] for visit in found["visits"]]


def test_only_a_stay_may_have_begun_before_an_identity_was_lost():
    """With neither kind nor first day told, what kind it is can change something: it is asked."""
    visit = {"discharged": "2022-07-21", "in_scope": "900.00", "designated": True}
    paid = dict.fromkeys(("basic_paid", "critical_paid", "other_paid", "aid_paid"), "0.00")
    person = {"scheme": "resident", "status": ["dibao"], "status_until": "2021-12-10"}
    case = {"region": "331000", "person": person | {"premium": "400.00"}}

    found = engine.assess({**case, "visits": [{**visit, **paid}]})

    assert "depends" == found["benefits"]["aid"]["status"]
    assert {"visits[0].kind", "visits[0].admitted"} <= set(found["missing"])


def test_a_stranger_identity_is_kept_by_a_stay_over_new_year():
    """泰州 does not name 低保边缘: a stay begun before it was lost is for the office."""
    person = {"scheme": "resident", "status": ["dibian"], "status_until": "2017-11-03"}
    stay = {"kind": "inpatient", "admitted": "2017-11-20", "discharged": "2018-01-05"}
    later = {"kind": "inpatient", "admitted": "2018-01-02", "discharged": "2018-01-05"}

    kept, lost = (
        engine.assess({"region": "321202", "person": person, "visits": [visit]})["benefits"]
        for visit in (stay, later)
    )

    assert ("ask_office", "ineligible") == (kept["aid"]["status"], lost["aid"]["status"])
    assert "ineligible" == kept["premium"]["status"]


@pytest.mark.parametrize(
    ("day", "aid"), [("2022-02-10", "14000.00"), ("2022-05-10", "0.00"), ("2022-07-10", "14000.00")]
)
def test_an_identity_lost_and_regained_counts_before_and_after(day, aid):
    """低保 lost in March and had again from June pays in February and July, not in May."""
    visit = STAY | {"admitted": day, "discharged": day, "in_scope": "20000.00"}
    person = {"status_until": "2022-03-15", "status_since": {"dibao": "2022-06-01"}}

    found = engine.assess(case({"status": ["dibao"], **person}, visits=[visit]))

    assert ("eligible", aid) == tuple(found["benefits"]["aid"][k] for k in ("status", "amount"))
    assert "eligible" == found["benefits"]["premium"]["status"]


def test_an_open_first_day_may_come_after_a_loss():
    """Lost in March, recognised on a day nobody knows: a stay in July may count or not."""
    stay = STAY | {"admitted": "2022-07-01", "discharged": "2022-07-10", "in_scope": "20000.00"}
    person = {"status": ["dibao"], "status_until": "2022-03-15", "status_since": None}

    found = engine.assess(case(person, visits=[stay]))

    assert {"low": "0.00", "high": "14000.00"} == found["benefits"]["aid"]["amount"]


def test_an_open_first_day_may_come_before_a_loss_of_last_year():
    """Lost last year, recognised on a day nobody knows: had again by now, or gone."""
    person = {"status": ["dibao"], "status_until": "2021-03-15", "status_since": None}

    found = engine.assess(case(person, visits=[STAY | {"in_scope": "20000.00"}]))

    assert "depends" == found["benefits"]["aid"]["status"]
    assert {"low": "0.00", "high": "14000.00"} == found["benefits"]["aid"]["amount"]
    assert "person.status_since" in found["missing"]


def test_neither_the_day_of_a_visit_nor_the_first_day_is_known():
    """The one stay of the year may have been before the identity: it may count or not."""
    stay = STAY | {"discharged": None, "in_scope": "20000.00"}
    person = {"status": ["dibao"], "status_since": None}

    found = engine.assess(case(person, visits=[stay]))

    assert {"low": "0.00", "high": "14000.00"} == found["benefits"]["aid"]["amount"]
