"""Each page explains its own words, and none leaves anyone alone with a refusal."""

import re

import pytest
from flask import render_template

import engine
from tests.webapp.client import Visitor, site, words
from tests.webapp.steps import resident, stay
from tests.webapp.test_result import CASES
from tests.webapp.texts import left_dark
from webapp import places
from webapp.household import Household
from webapp.outcome import arrange

REGIONS = ("321200", "331000", "341722", "320000", "520200")
BESIDE = (
    "/",
    "/?q=tz",
    "/331000/",
    "/331000/consent",
    "/331000/general",
    "/331000/who",
    "/331000/people",
    "/331000/form",
    "/331000/chat",
    "/331000/card",
    "/open",
    "/110000/",
    "/about",
    "/privacy",
    "/accessibility",
    "/cleared",
    "/nowhere",
)
DOORS = [door.id for door in engine.PAGES["bill"].doors]


@pytest.fixture(scope="module")
def app():
    """Give the site."""
    return site()


@pytest.fixture(scope="module")
def visitor(app):
    """Give a visitor whose stay is told but for the bill."""
    visit = stay("aaaa")
    return Visitor(app).having(Household((resident(visits=(visit,)),), "secret"))


@pytest.mark.parametrize("path", BESIDE)
def test_a_page_beside_the_questions_explains_its_words(app, path):
    """Whoever only looks around is told what the words mean."""
    assert [] == left_dark(Visitor(app).opens(path).text)


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("page", engine.PAGES.values(), ids=lambda page: page.id)
def test_a_question_explains_its_words(visitor, region, page):
    """Each question of each document says what its words mean."""
    of_visit = engine.QUESTIONS[page.questions[0]].of_visit
    visitor.opens(f"/{region}/visit/aaaa/{page.id}" if of_visit else f"/{region}/ask/{page.id}")

    assert 200 == visitor.status
    assert [] == left_dark(visitor.text)


@pytest.mark.parametrize("door", DOORS)
def test_a_bill_explains_its_lines(app, door):
    """The lines of each paper are explained where they are copied."""
    visit = stay("aaaa", door=door)
    visitor = Visitor(app).having(Household((resident(visits=(visit,)),), "secret"))
    visitor.opens("/331000/visit/aaaa/bill")

    assert [] == left_dark(visitor.text)


@pytest.mark.parametrize("case", CASES)
def test_a_result_explains_its_words_and_ends_no_refusal_in_silence(app, case):
    """Every word is explained; below every refusal stand whom to ask, what to say and to bring."""
    try:
        found = engine.assess(case)
    except engine.CaseError:
        return
    with app.test_request_context("/"):
        result = arrange(found, case=case, missing=[])
        page = render_template("result.html", place=places.find(case["region"]), result=result)

    assert [] == left_dark(page)
    for status, section in re.findall(
        r'<section class="benefit (\w+)" id=.*?>(.*?)</section>', page, re.DOTALL
    ):
        ends = words(section).partition("怎么去问")[2]
        told = all(part in ends for part in ("12393", "怎么说：", "带什么："))
        assert told == (status != "eligible")


@pytest.mark.parametrize("path", ["/nowhere", "/110000/"])
def test_a_dead_end_says_whom_to_ask(app, path):
    """Where nothing can be reckoned there are a number to call, words to say, papers to bring."""
    told = Visitor(app).opens(path).main

    assert [] == [part for part in ("12393", "我家能不能办", "结算单") if part not in told]


def test_a_failure_says_whom_to_ask(app):
    """Even the page that leans on nothing names the number, the words and the papers."""
    with app.test_request_context("/"):
        page = words(render_template("errors/failure.html", title="x", words=()))

    assert [] == [part for part in ("12393", "我家能不能办", "结算单") if part not in page]
