"""Visits of which nobody has told: whatever they were, it lies in what is shown before."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.doubts import slips
from tests.ranges import outside

PACKS = [header.id for header in engine.packs()]


def untold(region, year, **person):
    """Ask for somebody of whose visits nothing is known."""
    person = {"scheme": "resident", "premium": "400.00", **person}
    case = {"region": region, "as_of": f"{year}-12-31", "person": person}
    return engine.assess(case)


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_the_visits_were_it_lies_in_the_range(pack, data):
    """A case without its visits shows no figure and no standing that its visits go beyond."""
    case = data.draw(slips(pack))

    shown = engine.assess({**case, "visits": None})
    shown["visits"] = []

    assert [] == outside(shown, engine.assess(case))


def test_an_identity_lost_this_year_may_still_count():
    """台州: 低保 until July, so a stay in spring counts, and the visits are asked for."""
    found = untold("331000", 2022, status=["dibao"], status_until="2022-07-17")

    assert "eligible" == found["benefits"]["aid"]["status"]
    assert {"low": "0.00", "high": "100000.00"} == found["benefits"]["aid"]["amount"]
    assert ["visits"] == found["missing"]


def test_an_identity_had_this_year_may_come_after_a_stay():
    """石台: recognised in May, so a stay in spring may be looked back on."""
    found = untold("341722", 2023, status=["tekun"], status_since="2023-05-14")

    assert {"low": "0.00", "high": None} == found["benefits"]["retroactive"]["amount"]


def test_many_small_visits_may_use_up_the_year():
    """泰州: outpatient aid has a limit a day, of how many days nobody has told."""
    found = untold("321202", 2018, status=["dibao"], status_since="2015-01-01")

    ends = found["benefits"]["outpatient_aid"]["amount"]
    assert ("0.00", "5000.00") == (ends["low"], ends["high"])
    assert not found["benefits"]["outpatient_aid"]["tight"]


def test_a_right_may_hang_on_the_hospital():
    """江苏: in a hospital that is not designated the deposit is not waived."""
    found = untold("320100", 2018, status=["dibao"], status_since="2015-01-01")

    assert "depends" == found["benefits"]["deposit"]["status"]


def test_what_insurance_pays_has_no_end_yet():
    """The year's payments hold those that slips show, though the document is not about them."""
    found = untold("331000", 2022, status=[])

    assert {"low": "0.00", "high": None} == found["total_paid"]
    assert [] == found["missing"]


def test_the_interview_shows_what_the_document_brings():
    """台州: until visits are told the range is that of aid, whatever insurance pays beside it."""
    person = {"scheme": "resident", "status": ["dibao"], "status_since": "2020-01-01"}

    found = engine.interview({"region": "331000", "as_of": "2022-12-31", "person": person})

    assert {"low": "0.00", "high": "100400.00"} == found.total
