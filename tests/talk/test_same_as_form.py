"""What is told in words and what is filled in are the same answers, and so the same assessment."""

from collections import Counter
from random import Random

import pytest
from werkzeug.datastructures import MultiDict

import engine
from tests.talk.spoken import draw, say, send
from webapp import members
from webapp.case import case_of
from webapp.forms import form_for
from webapp.household import Household, Person, Visit
from webapp.talk import hearing
from webapp.talk.asking import Asked

SETS, EACH, SHARDS = 2000, 5, 8
REGION = "331000"
ASKED = [q for q in engine.QUESTIONS.values() if q.type != "tiers" and q.id != "visits"]
TOO_MUCH = {"total", "in_scope", "out_of_scope"}


def some_questions(random: Random) -> list[engine.Question]:
    """Choose what is asked; lines that would have to add up are not asked together."""
    chosen = random.sample(ASKED, EACH)
    together = {question.id for question in chosen} >= TOO_MUCH
    dates = sum(question.id in ("admitted", "discharged") for question in chosen) > 1
    return some_questions(random) if together or dates else chosen


def nobody() -> Household:
    """Make a household of one, of whom nothing is known but that there was a visit."""
    return Household((Person({"visits": True}, (Visit("aaaa", {}),), who="self"),))


def typed(household: Household, question: engine.Question, text: str) -> Household:
    """Answer in the chat."""
    visit = household.person.visit("aaaa") if question.of_visit else None
    asked = Asked(question.id, visit)
    return hearing.answer(household, text, asked=asked, region=REGION, new_id="bbbb")


def filled(household: Household, question: engine.Question, fields: dict) -> Household:
    """Answer on the page."""
    form = form_for([question], stored={}, posted=MultiDict(fields))
    assert form.validate(), (question.id, fields, form.errors)
    return members.take(household, form.answers(), "aaaa" if question.of_visit else None)


@pytest.mark.parametrize("shard", range(SHARDS))
def test_words_and_fields_give_the_same_answers(shard):
    """2,000 sets of answers, each told in words and sent by a form, leave the same household."""
    random, wrong = Random(shard), Counter()
    for _set in range(SETS // SHARDS):
        by_words, by_form = nobody(), nobody()
        for question in some_questions(random):
            value = draw(question, random)
            text = say(question, value, random)
            by_words = typed(by_words, question, text)
            by_form = filled(by_form, question, send(question, value))
            told = by_words.person.given("aaaa" if question.of_visit else None)
            meant = by_form.person.given("aaaa" if question.of_visit else None)
            if told.get(question.id) != meant.get(question.id):
                wrong[question.id, text] += 1

    assert Counter() == wrong


@pytest.mark.parametrize("seed", range(20))
def test_the_same_answers_are_assessed_the_same(seed):
    """The case of what was told in words is the case of what was filled in, and so its result."""
    random = Random(seed)
    by_words, by_form = nobody(), nobody()
    for question in some_questions(random):
        value = draw(question, random)
        by_words = typed(by_words, question, say(question, value, random))
        by_form = filled(by_form, question, send(question, value))

    (case, unsure), filled_in = (case_of(h, h.person, REGION) for h in (by_words, by_form))

    assert filled_in == (case, unsure)
    assert engine.assess(filled_in[0]) == engine.assess(case)
