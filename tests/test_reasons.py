"""What is told of a condition: an open one is no refusal; it speaks of its own visits only."""

import pytest

import engine

STAY = {
    "kind": "inpatient", "admitted": "2022-03-01", "discharged": "2022-03-10",
    "total": "900.00", "in_scope": "900.00", "basic_paid": "0.00", "critical_paid": "0.00",
    "other_paid": "0.00", "aid_paid": "0.00",
}  # fmt: skip


def designated(benefit, **facts):
    """Tell the reasons of 台州 that speak of the designated hospital."""
    case = {"region": "331000", "as_of": "2022-12-31", "visits": [{**STAY, **facts}]}
    person = {"scheme": "resident", "status": ["dibao"], "premium": "1.00"}
    found = engine.assess({**case, "person": person})["benefits"][benefit]
    return [(r["met"], r["text"]) for r in found["reasons"] if "定点" in r["text"]]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [({"designated": True}, (True, "在定点医疗机构看的病")),
     ({}, (None, "还不清楚这一条：在定点医疗机构看的病")),
     ({"designated": False}, (False, "不在定点医疗机构，这次不算。请向医保局核对。"))],
)  # fmt: skip
def test_an_open_condition_is_no_refusal(facts, expected):
    """Not known is told as not known, never in the words of a no."""
    assert [expected] == designated("aid", **facts)


def test_a_condition_speaks_only_of_its_visits():
    """A stay's hospital decides nothing about help for outpatients."""
    assert [] == designated("outpatient_aid")


@pytest.mark.parametrize(
    ("since", "expected"),
    [("2022-01-01", []),
     ("2022-06-01", ["第1次：那时没有认定的身份，不算在内。请问县医保局。"])],
)  # fmt: skip
@pytest.mark.parametrize(("status", "named"), [("dibao", True), ("dibian", False)])
def test_no_day_is_blamed_where_the_identity_is_not_in_the_list(status, named, since, expected):
    """石台 spares the deposit of 低保 from the day they are that, of 低保边缘 never."""
    person = {"scheme": "resident", "status": [status], "status_since": {status: since}}
    case = {"region": "341722", "as_of": "2022-12-31", "visits": [STAY], "person": person}
    reasons = engine.assess(case)["benefits"]["deposit"]["reasons"]

    told = [reason["text"] for reason in reasons if "那时没有" in reason["text"]]
    assert (expected if named else []) == told


@pytest.mark.parametrize("region", [pack.region for pack in engine.packs()])
def test_of_a_visit_of_which_nothing_is_told_nothing_is_said(region):
    """However many facts are open, none of them is taken for a yes or a no."""
    found = engine.assess({"region": region, "as_of": "2026-11-22", "person": {}, "visits": [{}]})

    told = [reason for benefit in found["benefits"].values() for reason in benefit["reasons"]]
    assert set() == {reason["met"] for reason in told if "visits" in reason} - {None}


@pytest.mark.parametrize(
    ("listed", "expected"), [(True, True), (False, False)], ids=["listed", "not listed"]
)
def test_what_is_left_is_named_only_where_it_can_be_applied_for(listed, expected):
    """六盘水 leaves the rate of major aid to another text: who has no such disease gets none."""
    person = {"scheme": "ncms", "status": ["tekun"], "local_hukou": True, "listed_disease": listed}
    stay = {**STAY, "admitted": "2018-03-01", "discharged": "2018-03-20", "designated": True}
    case = {"region": "520200", "as_of": "2018-12-31", "person": person, "visits": [stay]}
    reasons = engine.assess(case)["benefits"]["major_aid"]["reasons"]

    assert expected == any("可以申请" in reason["text"] for reason in reasons)


def test_an_identity_lost_is_not_told_as_one_to_come():
    """台州 counts no stay after the month in which 低保 was lost; nobody says "not yet"."""
    person = {"scheme": "resident", "status": ["dibao"], "status_until": "2022-01-10"}
    case = {"region": "331000", "as_of": "2022-12-31", "person": person, "visits": [STAY]}
    reasons = engine.assess(case)["benefits"]["aid"]["reasons"]

    told = [reason["text"] for reason in reasons if reason.get("visits") == [0]]
    assert "第1次：那时没有认定的身份，不算在内。请问参保地医保局。" in told


@pytest.mark.parametrize(
    ("facts", "expected"),
    [({}, "比例和限额在另一份文件里。剩下的 900.00 元可以申请，请问县（区）民政局。"),
     ({"basic_paid": "900.00"}, "比例和限额在另一份文件里，请问县（区）民政局。"),
     ({"basic_paid": None, "place": None}, "比例和限额在另一份文件里，请问县（区）民政局。")],
    ids=["known", "nothing left", "not known"],
)  # fmt: skip
def test_what_is_left_is_named_only_where_it_is_one_figure(facts, expected):
    """A sum that is not known, or nothing, is never told as 0.00 to apply for."""
    person = {"scheme": "ncms", "status": ["tekun"], "local_hukou": True}
    stay = {**STAY, "admitted": "2018-03-01", "discharged": "2018-03-20", "place": "outside"}
    stay |= {"public_hospital": False, **facts}
    case = {"region": "520200", "as_of": "2018-12-31", "person": person, "visits": [stay]}
    reasons = engine.assess(case)["benefits"]["aid"]["reasons"]

    assert expected in [reason["text"] for reason in reasons]
