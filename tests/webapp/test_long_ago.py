"""好几年了: an identity held since before anything counts is one tick, and no day is made up."""

from datetime import date

import engine
from tests.webapp.client import Visitor
from tests.webapp.steps import resident, with_visits
from webapp.household import Household

WORDS = engine.QUESTIONS["status_since"].long_ago
PAGE = "/331000/ask/status_since"


def asked() -> Visitor:
    """Stand before the question since when the identity is held."""
    answers = {"scheme": "resident", "status": ["dibao"]}
    return Visitor().having(Household((resident(answers=answers),), "secret")).opens(PAGE)


def test_the_day_it_stands_for_lies_before_every_document():
    """All costs that a document held here reckons come after it."""
    assert all(date.fromisoformat(engine.LONG_AGO) < pack.in_force for pack in engine.packs())


def test_a_tick_answers_and_is_shown_in_the_same_words():
    """Nobody reads a day that they never told."""
    visitor = asked().sends(status_since_long="1")

    assert "/331000/ask/visits" == visitor.url
    assert WORDS in visitor.opens("/331000/check").main
    assert "2000" not in visitor.main
    assert 'id="status_since-long" value="1" checked' in visitor.opens(PAGE).text


def test_a_day_and_a_tick_are_one_too_many():
    """What was typed stays, and the sentence says what to do."""
    day = {"status_since_year": "2020", "status_since_month": "5", "status_since_day": "1"}
    visitor = asked().sends(**day, status_since_long="1")

    assert [("status_since", "填了日期，就不要再打勾")] == visitor.summary()
    assert 'value="2020"' in visitor.text
    assert 'id="status_since-long" value="1" checked' in visitor.text


def test_the_one_page_form_has_it_too():
    """There it stands below the day."""
    visitor = with_visits(region="331000").opens("/331000/form")

    assert 'name="status_since-long"' in visitor.text
