"""The page of the result, for every case of every document."""

import re

import pytest
from flask import render_template

import engine
from tests.cases import HERE, read_book
from tests.webapp.steps import told_of_person
from webapp import create_app, places
from webapp.outcome import arrange

CASES = [
    pytest.param(written.case, id=f"{book.stem}: {written.name}")
    for book in sorted(HERE.glob("*.toml"))
    for written in read_book(book.stem)
]


@pytest.fixture(scope="module")
def app():
    """Give the site."""
    return create_app({"INSECURE_LAN": True})


def drawn(app, case, found):
    """Draw the page of an assessment."""
    with app.test_request_context("/"):
        result = arrange(found, case=case, missing=[])
        return render_template("result.html", place=places.find(case["region"]), result=result)


@pytest.mark.parametrize("case", CASES)
def test_every_case_has_a_page(app, case):
    """It is drawn, says that it estimates, and shows each benefit and warning of the engine."""
    try:
        found = engine.assess(case)
    except engine.CaseError:
        return
    page = drawn(app, case, found)
    words = " ".join(re.sub(r"<[^>]+>", "", page).split())

    assert "以医保局审核为准" in words
    assert set(found["benefits"]) == set(
        re.findall(r'<section class="benefit \w+" id="(\w+)"', page)
    )
    for said in (*found["warnings"], *found["documents"], *found["procedure"]):
        assert " ".join(said["text"].split()) in words
    assert "None" not in words
    assert "%(" not in words


def test_who_gets_nothing_is_told_what_to_do_instead():
    """A refusal is no end: where to apply and whom to call come before the reasons."""
    visitor = told_of_person(status={"status": "none"}).opens("/331000/result")

    instead = visitor.main.index("没有算出钱，还可以这样")
    assert instead < visitor.main.index("看了哪些条件")
    assert "向民政局申请" in visitor.main
    assert "您还要付" not in visitor.main


def test_the_two_ends_of_a_range_are_told_apart(app):
    """台州, 50,000 to 80,000: each way to reckon has its own list, under what it leads to."""
    known = dict.fromkeys(("basic_paid", "critical_paid", "other_paid", "aid_paid"), "0.00")
    stay = {"kind": "inpatient", "discharged": "2022-03-10", "designated": True, **known}
    person = {"scheme": "resident", "status": ["dibao"], "premium": "460.00"}
    visits = [{**stay, "in_scope": ["50000.00", "80000.00"]}]
    case = {"region": "331000", "as_of": "2022-12-31", "person": person, "visits": visits}
    page = drawn(app, case, engine.assess(case))

    told = ["最少的话", "35,000.00", "</ol>", "最多的话", "57,500.00", "</ol>"]
    assert re.search(".*".join(map(re.escape, told)), page, re.DOTALL)
    assert ["最少的话", "最多的话"] == re.findall("最[少多]的话", page)
