"""The next question is the one that can still change most, in an order that makes sense."""

from itertools import groupby

import pytest

import engine
from engine import Ask

STAY = {"kind": "inpatient", "admitted": "2023-03-01", "discharged": "2023-03-10"}
SLIP = {
    "total": "120000.00",
    "in_scope": "100000.00",
    "basic_paid": "60000.00",
    "critical_paid": "0.00",
    "other_paid": "0.00",
    "aid_paid": "0.00",
}
SHITAI = {"status_since": "2020-01-01", "premium": "380.00"}


def case(*visits, region="341722", year=2023, **person):
    """Tell of a person on 低保 and these visits; by default in 石台."""
    known = {"scheme": "resident", "status": ["dibao"], **person}
    return {
        "region": region,
        "as_of": f"{year}-12-31",
        "person": known,
        "visits": [dict(visit) for visit in visits],
    }


def asked(found):
    """List the screens still to be asked as (page, visit)."""
    return [tuple(ask) for ask in engine.interview(found).open]


def test_the_kind_and_the_day_of_a_visit_come_first():
    """Of a visit of which nothing is known, its kind and its day decide all else."""
    assert [("kind", 0), ("stay", 0)] == asked(case({}, **SHITAI))[:2]


def test_a_bill_comes_before_what_changes_less():
    """In 石台 the place and the referral move less than a bill of any size: the bill goes first."""
    order = [page for page, _ in asked(case(STAY | {"designated": True}, **SHITAI))]

    assert ["bill", "place", "referral"] == [page for page in order if page != "grassroots_first"]


def test_what_can_make_a_bill_needless_comes_before_it():
    """In 台州 a hospital that is not designated leaves nothing to ask: that is asked first."""
    told = case(STAY, region="331000", status_since="2020-01-01", premium="460.00")

    assert [("designated", 0), ("bill", 0)] == asked(told)
    assert [] == asked(told | {"visits": [STAY | {"designated": False}]})


def test_the_smaller_change_comes_later():
    """A visit of which only a bill of 100 yuan depends waits for the one of 100,000 yuan."""
    small = {**SLIP, "total": "200.00", "in_scope": "100.00", "basic_paid": "0.00"}
    visits = [{**STAY, **small}, {**STAY, **SLIP, "discharged": "2023-04-10"}]
    told = case(*visits, region="331000", year=2023, status_since="2020-01-01", premium="460.00")

    assert [("designated", 1), ("designated", 0)] == asked(told)


def test_equal_changes_stay_in_the_order_of_the_catalogue():
    """Two visits that are alike in all that matters are asked about as they were given."""
    visits = [{**STAY, **SLIP}, {**STAY, **SLIP}]
    told = case(*visits, region="331000", year=2023, status_since="2020-01-01", premium="460.00")

    assert [("designated", 0), ("designated", 1)] == asked(told)


def test_a_visit_once_begun_is_told_to_its_end():
    """In 六盘水 the list of diseases waits until the visit of which the kind is known is told."""
    person = {"local_hukou": True, "rural": True, "major_disease": True}
    told = case(
        {"kind": "inpatient"},
        region="520200",
        year=2017,
        status_since="2016-01-01",
        premium="120.00",
        **person,
    )
    visits = [visit for _, visit in asked(told)]

    assert 0 == visits[0]
    assert len(dict(groupby(visits))) == len(list(groupby(visits)))


def test_what_the_identity_brings_up_comes_before_the_visits():
    """Since when an identity is held, and as which class it counts, belong to who the person is."""
    told = case(status=["youfu"]) | {"visits": None}

    assert ["youfu_as", "status_since", "visits"] == [page for page, _ in asked(told)][:3]


def test_too_many_ways_are_asked_in_the_order_of_the_catalogue():
    """Past 4,096 combinations nothing is weighed, and no range is told; the visits come first."""
    told = {"region": "520200", "as_of": "2017-12-31", "person": {}}
    person = ["scheme", "status", "visits", "premium", "local_hukou", "residence_permit_years"]

    assert person == [page for page, _ in asked(told)][:6]
    assert engine.interview(told).total is None


@pytest.mark.parametrize("designated", [True, False])
def test_the_range_closes_in_on_the_result(designated):
    """Before the last answer the total has two ends; after it, it is one of them."""
    visit = {**STAY, **SLIP}
    told = case(visit, region="331000", status_since="2020-01-01", premium="460.00")
    known = told | {"visits": [visit | {"designated": designated}]}

    before, after = (engine.interview(found).total for found in (told, known))

    assert {"low": "60000.00", "high": "88000.00"} == before
    assert engine.assess(known)["total_paid"] == after
    assert after in before.values()


def test_nothing_is_told_before_there_is_anything_to_tell():
    """In 石台 nothing is known: from nothing to any sum is no range."""
    told = {"region": "341722", "as_of": "2023-12-31", "person": {}}

    assert engine.interview(told).total is None


def test_an_end_may_be_open():
    """60,000 yuan or more are paid, and of the rest nothing is known: at least those 60,000."""
    slip = {**SLIP, "in_scope": None, "total": None, "basic_paid": ["60000.00", None]}
    told = case({**STAY, **slip, "designated": True}, **SHITAI)

    assert {"low": "60000.00", "high": None} == engine.interview(told).total


def test_a_range_holds_what_lies_between_its_ends():
    """Where a sum in the middle would pay more than both ends, the range of the result is told."""
    told = case(
        STAY | SLIP | {"designated": True, "other_paid": ["0.00", "40000.00"], "place": "province"},
        **SHITAI,
    )

    assert engine.assess(told)["total_paid"] == engine.interview(told).total


def test_asked():
    """A screen is a page, and perhaps the visit it is about."""
    assert Ask("scheme") == engine.interview({"region": "331000"}).next


def test_what_a_visit_makes_needless_is_not_asked_before_it():
    """六盘水, 建档立卡: with nothing of the stay told, neither 保费 nor 居住证 comes first."""
    person = {"scheme": "resident", "status": ["jiandang"], "local_hukou": True}
    case = {"region": "520221", "person": person | {"status_since": "2016-01-01"}}

    before, after = (
        [ask.page for ask in engine.interview({**case, "visits": [visit]}).open]
        for visit in ({}, {"kind": "inpatient"})
    )

    assert "kind" == before[0]
    assert {"premium", "residence_permit_years"}.isdisjoint(after)
