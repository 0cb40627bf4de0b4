"""The interview asks what can still change something, in order, and nothing else."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from engine import PAGES, QUESTIONS, Ask
from tests.doubts import put
from tests.oracle.common import yuan

REGIONS = {"331000": 2022, "341722": 2023, "321202": 2018, "320100": 2019, "520200": 2017}
MOST = 60


def start(region, **person):
    """Begin in a place, with some answers given."""
    return {"region": region, "as_of": f"{REGIONS[region]}-12-31", "person": person}


def pages(case, unsure=()):
    """List the pages that are still to be asked."""
    return [ask.page for ask in engine.interview(case, unsure).open]


@pytest.mark.parametrize("region", REGIONS)
def test_every_interview_begins_with_the_insurance(region):
    """Nothing known: who pays, who the person is and which visits there are come first."""
    assert ["scheme", "status", "visits"] == pages(start(region))[:3]


@pytest.mark.parametrize("region", ["331000", "320100", "520200"])
def test_without_an_identity_no_bills_are_asked(region):
    """Where everything is for recognised groups, a person in none is asked nothing more."""
    assert engine.interview(start(region, scheme="resident", status=[])).next is None


@pytest.mark.parametrize("region", ["341722", "321202"])
def test_without_an_identity_bills_are_asked_where_they_count(region):
    """Where critical illness insurance is for everyone, the bills of everyone are asked."""
    assert Ask("visits") == engine.interview(start(region, scheme="resident", status=[])).next


def test_the_order_of_answers_is_irrelevant():
    """The same answers, given in another order, leave the same questions."""
    case = start("341722", scheme="resident", status=["dibao"], premium="380.00")
    turned = {**case, "person": dict(reversed(case["person"].items()))}

    assert engine.interview(case).open == engine.interview(turned).open


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("path", ["person.scheme", "person.status", "visits"])
def test_what_one_is_unsure_of_is_not_asked_again(region, path):
    """不清楚 is an answer: the page does not come back, the others do."""
    page = path.removeprefix("person.")

    assert page in pages(start(region))
    assert page not in pages(start(region), {path})


def test_answers_that_lost_their_use_are_named():
    """In 台州, in no group, the contribution and the visits given before change nothing."""
    case = start("331000", scheme="resident", status=[], premium="460.00") | {"visits": []}

    assert ("person.premium", "visits") == engine.interview(case).unused


def test_answers_in_use_are_not_named():
    """Who is on 低保 told nothing in vain."""
    case = start("331000", scheme="resident", status=["dibao"], premium="460.00") | {"visits": []}

    assert () == engine.interview(case).unused


def test_a_hospital_in_the_county_needs_no_referral():
    """In 石台 the referral is asked only for hospitals elsewhere."""
    here, there = (
        start("341722", scheme="resident", status=["dibian"], status_since="2020-01-01",
              premium="380.00")
        | {"visits": [{"kind": "inpatient", "discharged": "2023-03-10", "designated": True,
                       "place": place}]}
        for place in ("county", "province")
    )  # fmt: skip

    assert "referral" not in pages(here)
    assert "referral" in pages(there)


def values(draw: Any, question: Any, year: int) -> Any:
    """Draw an answer to one question; None stands for 不清楚."""
    return draw({
        "amount": st.none() | st.integers(0, 9_000_000).map(yuan),
        "choice": st.sampled_from([None, *(option.value for option in question.options)]),
        "choices": st.lists(st.sampled_from([o.value for o in question.options]), max_size=2),
        "date": st.sampled_from([None, f"{year}-03-10", f"{year}-11-20", f"{year - 1}-06-01"]),
        "number": st.none() | st.integers(0, 2),
        "yesno": st.none() | st.booleans(),
        "visits": st.sampled_from([None, [], [{}], [{}, {}]]),
    }[question.type])  # fmt: skip


def answer(draw: Any, ask: Ask, case: dict[str, Any], unsure: set[str]) -> dict[str, Any]:
    """Answer one page: whatever stays open on it is 不清楚."""
    for name in PAGES[ask.page].questions:
        question = QUESTIONS[name]
        path = question.at(ask.visit)
        if path.startswith("opening"):
            continue
        value = values(draw, question, REGIONS[case["region"]])
        if name == "discharged":
            value = f"{REGIONS[case['region']]}-03-10"
        if name == "admitted":
            value = None
        if name == "status":
            held, open_ = question.codes(value or [])
            case = put(put(case, path, held), "person.status_unknown", open_ or None)
            unsure |= {"person.status_unknown"} if open_ else set()
            continue
        unsure |= {path} if value is None else set()
        case = put(case, path, value)
    return case


@pytest.mark.parametrize("region", REGIONS)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_interview_comes_to_an_end(region, data):
    """Whatever is answered, no page comes twice, and at the end nothing asked for is missing."""
    case, unsure, seen = start(region), set(), []
    while ask := engine.interview(case, unsure).next:
        assert ask not in seen
        assert len(seen) < MOST
        seen.append(ask)
        case = answer(data.draw, ask, case, unsure)

    asked = {question.path for question in QUESTIONS.values() if not question.offered}
    missing = set(engine.assess(case)["missing"]) - unsure
    assert set() == {path for path in missing if generic(path) in asked}


def generic(path):
    """Name the path of any visit: visits[2].total -> visits[].total."""
    return path[: path.find("[") + 1] + path[path.find("]") :] if "[" in path else path
