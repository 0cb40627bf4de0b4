"""What a document does not read is not shown; what it reads is hidden by no paper."""

import pytest

import engine
from tests.webapp.client import Visitor
from tests.webapp.steps import resident, stay, with_visits
from webapp import forms
from webapp.case import case_of, lines_of
from webapp.household import Household

PACKS = [pytest.param(pack.id, id=pack.id) for pack in engine.packs()]
SHARED = [page for page in engine.PAGES.values() if page.id in ("opening", "standards")]
SLIP = engine.PAGES["bill"].doors[0]
BILL = {"total": "9000.00", "in_scope": "8000.00", "basic_paid": "0.00", "other_paid": "0.00"}


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("page", SHARED, ids=lambda page: page.id)
def test_a_shared_page_asks_what_the_document_reads(page, pack):
    """No field of these pages is there in vain, and none that counts is left out."""
    paths = {engine.QUESTIONS[name].path for name in page.questions}

    asked = {question.path for question in forms.offered(page, pack)}
    assert paths & engine.read_paths(pack) == asked


def test_fields_shown_are_those_read():
    """台州 reads no sums of critical insurance; 石台 reads no rate of the county's."""
    earlier = Visitor().opens("/331000/ask/opening").text
    standards = Visitor().opens("/341722/ask/standards").text

    assert ("opening_aid_base" in earlier, "opening_critical_base" in earlier) == (True, False)
    assert ("critical_tiers" in standards, "aid_rate" in standards) == (True, False)


def test_a_page_without_a_field_is_not_there():
    """Nobody is led to an empty page, and its address leads to the answers."""
    visitor = with_visits(stay(door="slip", **BILL)).opens("/331000/check")

    assert engine.PAGES["standards"].title not in visitor.main
    assert engine.PAGES["opening"].title in visitor.main
    assert visitor.opens("/331000/ask/standards").url == "/331000/check"
    assert visitor.posts("/331000/ask/standards", {"aid_rate": "70"}).url == "/331000/check"


@pytest.mark.parametrize("pack", PACKS)
def test_every_line_that_is_read_stands_with_some_paper(pack):
    """What can change the result can be told from one of the papers."""
    read = [name for name in engine.PAGES["bill"].questions if _read(name, pack)]
    told = {name for door in engine.PAGES["bill"].doors for name in lines_of(door)}

    assert set(read) <= told


def test_commercial_cover_is_told_beside_the_slip_and_counts():
    """It may be left empty; what is filled in goes into the case."""
    visits = (stay(door="slip", **BILL, commercial_paid="500.00"),)
    household = Household((resident(visits=visits),), "secret")
    case, _unsure = case_of(household, household.person, "331000")

    assert "500.00" == case["visits"][0]["commercial_paid"]
    assert "commercial_paid" == lines_of(SLIP)[-1]
    page = Visitor().having(household).opens("/331000/visit/aaaa/bill").text
    assert 'name="commercial_paid"' in page
    assert 'name="critical_paid-none"' in page
    assert 'name="commercial_paid-none"' not in page


def _read(name: str, pack: str) -> bool:
    return engine.QUESTIONS[name].path in engine.read_paths(pack)
