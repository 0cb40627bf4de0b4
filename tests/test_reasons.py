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


def reasons_of(benefit, region, *, status, year=2022, **person):
    """Tell the reasons for a resident of one identity, of a year without visits."""
    facts = {"scheme": "resident", "status": [status], "premium": "400.00", **person}
    case = {"region": region, "as_of": f"{year}-12-31", "person": facts, "visits": []}
    return [reason["text"] for reason in engine.assess(case)["benefits"][benefit]["reasons"]]


GONE = "这一年没有这个身份，不算在内。请问当地民政局。"
NEWLY = "今年参保后才认定的，从明年起资助。请问医保局。"


@pytest.mark.parametrize(
    ("expected", "dates"),
    [([], {}), ([NEWLY], {"status_since": "2022-03-01"}), ([GONE], {"status_since": "2023-03-01"}),
     ([GONE], {"status_until": "2021-03-01"})],
    ids=["all along", "new", "to come", "lost"],
)  # fmt: skip
def test_a_contribution_is_refused_for_its_own_reason(expected, dates):
    """台州: only who was recognised within the year is told to wait for the next."""
    told = reasons_of("premium", "331000", status="dibao", **dates)
    assert expected == [text for text in told if text in (GONE, NEWLY)]


def test_who_lost_an_identity_before_the_year_is_told_so():
    """A refusal of which every condition is met would be none."""
    assert GONE in reasons_of("aid", "331000", status="dibao", status_until="2021-03-01")


@pytest.mark.parametrize(
    ("expected", "status", "person"),
    [("“返贫致贫人口”这一项的期限过了。请问县乡村振兴（农业农村）局。", "fanpin", {}),
     ("“优抚对象”这一项的期限过了。请问县退役军人事务局。", "youfu", {"youfu_as": "fanpin"}),
     ("“优抚对象”不在资助参保的名单里。请问县医保局。", "youfu", {"youfu_as": "dibian"})],
)  # fmt: skip
def test_a_term_that_ended_is_told_as_such(expected, status, person):
    """石台 helped those who fell back into poverty until 2025, under whatever name they count."""
    assert expected in reasons_of("premium", "341722", status=status, year=2026, **person)


def test_a_visit_left_out_with_another_benefit_says_so():
    """石台: a stay elsewhere without referral brings no aid, and so none for the rest either."""
    stay = {**STAY, "admitted": "2022-11-01", "discharged": "2022-11-09", "designated": True}
    stay |= {"place": "province", "referral": "none"}
    person = {"scheme": "resident", "status": ["dibao"], "premium": "400.00"}
    case = {"region": "341722", "as_of": "2022-12-31", "person": person, "visits": [stay]}
    reasons = engine.assess(case)["benefits"]["tilt_aid"]["reasons"]

    told = [reason["text"] for reason in reasons]
    assert "第1次：没有算进医疗救助，这一项也不算。理由见医疗救助。" in told


@pytest.mark.parametrize(
    ("scheme", "expected"), [("employee", "2017-07-01"), ("resident", "2018-01-01")]
)
def test_the_day_told_is_that_of_the_insurance_one_has(scheme, expected):
    """泰州: critical insurance of employees is half a year older than that of residents."""
    stay = {**STAY, "admitted": "2017-06-01", "discharged": "2017-06-30"}
    person = {"scheme": scheme, "status": []}
    case = {"region": "321200", "as_of": "2017-12-31", "person": person, "visits": [stay]}
    reasons = engine.assess(case)["benefits"]["critical"]["reasons"]

    told = f"第1次：在文件施行（{expected}）以前，不按这份文件算。请问市或区医保局。"
    assert told in [reason["text"] for reason in reasons]
