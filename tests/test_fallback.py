"""Where there are too many completions, nobody is refused what one of them would give."""

import pytest

import engine

STAY = {"kind": "inpatient"}
OWN_SHARE = {
    **STAY,
    "admitted": "2022-03-01",
    "discharged": "2022-03-10",
    "total": "9100.00",
    "in_scope": "9000.00",
    "basic_paid": "0.00",
    "critical_paid": "0.00",
    "other_paid": "0.00",
    "aid_paid": "0.00",
    "class_b_own": "100.00",
    "designated": True,
}


def lost(*visits, **person):
    """Tell of a person of 台州 whose 低保 ended the year before."""
    known = {"scheme": "resident", "status": ["dibao"], "status_until": "2021-11-05"}
    return {
        "region": "331000",
        "as_of": "2022-12-31",
        "person": known | person,
        "visits": [dict(visit) for visit in visits],
    }


def test_a_stay_may_have_kept_an_identity_lost_the_year_before():
    """One stay or three: if one began before the loss, it keeps the identity (A12)."""
    one, three = (engine.assess(lost(*[STAY] * number)) for number in (1, 3))

    assert "depends" == one["benefits"]["aid"]["status"]
    assert "depends" == three["benefits"]["aid"]["status"]


def test_what_the_identity_may_still_bring_is_asked_for():
    """The first days of the stays decide: the interview does not end before they are known."""
    assert "stay" in [ask.page for ask in engine.interview(lost(*[STAY] * 3)).open]


def test_after_short_stays_it_is_lost():
    """Stays that began after the loss keep nothing, however many facts are open."""
    short = {**STAY, "admitted": "2022-02-01", "discharged": "2022-02-05"}

    assert "ineligible" == engine.assess(lost(*[short] * 3))["benefits"]["aid"]["status"]


def test_bills_of_a_whole_year_without_a_line_are_too_many_to_look_at():
    """Forty bills of which nobody knows what the insurance paid are answered, without a range."""
    found = engine.assess(lost(*[OWN_SHARE | {"basic_paid": None}] * 40, status_until=None))

    assert "eligible" == found["benefits"]["aid"]["status"]
    assert {"low": "0.00", "high": None} == found["benefits"]["aid"]["amount"]


@pytest.mark.parametrize(
    ("expected", "place"),
    [("eligible", "county"), ("ineligible", "province"), ("depends", None)],
)
def test_open_sums_leave_a_right_as_it_is(expected, place):
    """Fourteen sums of a year are too many to look at; the deposit asks only where it was."""
    paid = dict.fromkeys(("basic_paid", "critical_paid", "other_paid"), "0.00")
    visit = STAY | paid | {"discharged": "2018-03-01", "in_scope": "9000.00", "whole_year": True}
    visit |= {"place": place, "designated": True, "public_hospital": True}
    person = {"scheme": "ncms", "status": ["tekun"], "local_hukou": True}

    found = engine.assess({"region": "520221", "person": person, "visits": [visit] * 14})

    assert expected == found["benefits"]["deposit"]["status"]
