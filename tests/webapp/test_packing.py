"""Packing: what goes in comes out, and a year of many visits fits one cookie."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import engine
from tests.webapp.client import site
from tests.webapp.years import year_of
from webapp import state
from webapp.household import Household, Mark, Person, Visit
from webapp.packing import pack, unpack

ROOM = 4093
VALUES = {
    "amount": st.integers(0, engine.money.MAX_FEN).map(engine.yuan),
    "date": st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(str),
    "number": st.integers(0, 120),
    "rate": st.integers(0, 100).map(lambda rate: f"{rate}%"),
    "tiers": st.just([["0.00", "60%"], ["50000.00", "65%"]]),
    "visits": st.booleans(),
    "yesno": st.booleans(),
}


def values_of(question):
    """Draw an answer to a question: a value, not sure, or no such line."""
    options = st.sampled_from([option.value for option in question.options] or [""])
    if question.type == "choice":
        value = options
    elif question.type == "choices":
        value = st.lists(options, unique=True)
    else:
        value = VALUES[question.type]
    return value | st.sampled_from(Mark)


def answers_to(*, of_visit):
    """Draw answers to some of the questions."""
    asked = [q for q in engine.QUESTIONS.values() if q.of_visit == of_visit]
    return st.fixed_dictionaries({}, optional={q.id: values_of(q) for q in asked})


IDS = st.text("abcdefghjkmnpqrstuvwxyz23456789", min_size=4, max_size=4)
VISITS = st.builds(
    Visit, IDS, answers_to(of_visit=True), st.sampled_from(["", "slip", "receipt", "memory"])
)
PERSONS = st.builds(
    Person,
    answers_to(of_visit=False),
    st.lists(VISITS, max_size=4).map(tuple),
    st.booleans(),
    st.none() | st.tuples(st.integers(0, 3), VISITS),
    pack=st.sampled_from(["", "331000-2020-8"]),
    came=st.dictionaries(st.sampled_from(["hub", "premium"]), st.just("bill@aaaa")),
)
HOUSEHOLDS = st.builds(
    Household,
    st.lists(PERSONS, min_size=1, max_size=3).map(tuple),
    st.text("abc-_123", max_size=16),
)


@given(HOUSEHOLDS)
def test_what_goes_in_comes_out(household):
    """Any household is read back as it was, mark for mark and fen for fen."""
    assert household == unpack(pack(household))


@pytest.mark.parametrize("seed", range(5))
def test_sixty_full_visits_fit_one_cookie(seed):
    """60 visits with every question and every line answered stay below what browsers keep."""
    app = site(INSECURE_LAN=False)
    with app.test_request_context():
        header = state.cookie_header(state.ring().seal(pack(year_of(60, seed))))

    assert len(header) < ROOM


def test_questions_that_are_gone_are_left_out(monkeypatch):
    """A cookie from before a deploy is read as far as its questions still exist."""
    packed = pack(Household((Person({"scheme": "resident", "premium": "1.00"}),)))
    fewer = {name: q for name, q in engine.QUESTIONS.items() if name != "premium"}
    monkeypatch.setattr(engine, "QUESTIONS", fewer)

    assert {"scheme": "resident"} == unpack(packed).person.answers


@pytest.mark.parametrize("junk", ["", "78", "00" * 40, pack(Household())[:-3].hex()])
def test_other_bytes_are_refused(junk):
    """What is no household is one kind of error, whatever it is."""
    with pytest.raises(ValueError, match="household"):
        unpack(bytes.fromhex(junk))
