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


@pytest.mark.parametrize("case", CASES)
def test_every_case_has_a_page(app, case):
    """It is drawn, says that it estimates, and shows each benefit and warning of the engine."""
    try:
        found = engine.assess(case)
    except engine.CaseError:
        return
    with app.test_request_context("/"):
        result = arrange(found, case=case, missing=[])
        page = render_template("result.html", place=places.find(case["region"]), result=result)
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
