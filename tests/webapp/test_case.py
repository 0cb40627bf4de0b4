"""From answers to the contract's case: the known goes in, the unknown never becomes no."""

import pytest

import engine
from webapp.case import case_of
from webapp.household import Household, Mark, Person, Visit

SLIP = {"total": "900.00", "basic_paid": "500.00"}


def case_and_unsure(person: Person):
    """Build the case of one person in 台州."""
    return case_of(Household((person,)), person, "331000")


def visit_of(**answers: object):
    """Build the case of one visit copied from a slip: the contract's visit, and what is unsure."""
    visit = Visit("aaaa", answers, "slip")
    case, unsure = case_and_unsure(Person({"visits": True}, (visit,)))
    return case["visits"][0], set(unsure)


def test_nothing_answered_is_nothing_known():
    """An empty household is an empty case."""
    assert ({"region": "331000", "person": {}}, ()) == case_and_unsure(Person())


def test_none_of_these_is_not_the_same_as_not_sure():
    """都没有 is the empty list; 不清楚 leaves the path out and is not asked again."""
    none, _ = case_and_unsure(Person({"status": []}))
    unsure, paths = case_and_unsure(Person({"status": Mark.UNSURE}))

    assert {"status": []} == none["person"]
    assert {} == unsure["person"]
    assert ("person.status",) == paths


def test_a_name_of_today_becomes_codes_or_a_doubt():
    """What maps to a code is held; what only the office can tell is unknown, never no."""
    case, _ = case_and_unsure(Person({"status": ["dibao", "tuopin_buwending", "zhichuxing"]}))

    assert ["dibao", "jiance"] == case["person"]["status"]
    assert {"diruo_dabing", "yinbing", "zifei"} == set(case["person"]["status_unknown"])


@pytest.mark.parametrize(
    ("answers", "visits"),
    [
        ({}, None),
        ({"visits": False}, []),
        ({"visits": Mark.UNSURE}, None),
        ({"visits": True}, None),
    ],
)
def test_visits_not_told_are_not_none(answers, visits):
    """Only 没有 says that there were no visits."""
    case, _ = case_and_unsure(Person(answers))

    assert visits == case.get("visits")


def test_no_such_line_is_what_the_question_says_of_it():
    """No line for 统筹 is nothing paid; no line for 大病 is not settled."""
    visit, unsure = visit_of(basic_paid=Mark.NO_LINE, critical_paid=Mark.NO_LINE)

    assert {"basic_paid": "0.00"} == visit
    assert "visits[0].critical_paid" in unsure
    assert "visits[0].basic_paid" not in unsure


def test_a_bill_filled_in_is_not_asked_for_again():
    """What its paper does not show stays open, and is not asked on another screen."""
    _visit, unsure = visit_of(**SLIP)

    bill = engine.PAGES["bill"].questions
    assert {f"visits[0].{name}" for name in bill if name not in SLIP} == unsure


def test_only_the_lines_of_the_paper_at_hand_count():
    """A line of another paper, told before, is not in the case."""
    visit, _ = visit_of(**SLIP, own_paid="300.00")

    assert visit == SLIP


def test_a_fact_that_another_kind_has_not_is_left_out():
    """A day of admission told for a stay does not stand in a case of outpatient care."""
    visit, _ = visit_of(kind="outpatient", admitted="2022-11-01", discharged="2022-11-10")

    assert {"kind": "outpatient", "discharged": "2022-11-10"} == visit


def test_sums_of_earlier_this_year_that_were_not_told_are_not_zero():
    """One sum told makes the others unknown, not nothing."""
    case, _ = case_and_unsure(Person({"opening_aid_base": "30000.00"}))

    opening = case["person"]["opening"]
    assert "30000.00" == opening.pop("aid_base")
    assert {None} == set(opening.values())
    assert 5 == len(opening)
