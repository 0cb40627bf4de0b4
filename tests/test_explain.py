"""The explanation is true: texts are filled, steps add up to the amount, refusals lead on."""

import json
import re
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.cases import read_book
from tests.oracle import PACKS
from tests.oracle.common import percent
from tests.strategies import cases

CASES = [case for pack in PACKS for case in read_book(pack)]
FROM_THE_PAPER = ("照单子上的数", "= 政策范围内", "单子", "其他支付")
TIMES = re.compile(r"%\((\w+)\)s × %\(rate\)s = %\((\w+)\)s")
MINUS = re.compile(r"%\((\w+)\)s − 起付线 %\((\w+)\)s = %\((\w+)\)s")
OFFICE = re.compile(r"局|工会|12393|村|乡")


def sentences(found):
    """Find everything that is told, wherever it stands."""
    if isinstance(found, dict):
        if "message" in found and "text" in found:
            yield found
        for value in found.values():
            yield from sentences(value)
    elif isinstance(found, list):
        for value in found:
            yield from sentences(value)


def filled(told):
    """Fill a sentence as people read it: money with its thousands apart."""
    values = {
        name: engine.grouped(value) if re.fullmatch(r"\d+\.\d{2,}", value) else value
        for name, value in told["values"].items()
    }
    return told["message"] % values


def false_sums(step):
    """List the equations of a step that are not true of its own values."""
    values = step["values"]
    exact = {k: Fraction(v) for k, v in values.items() if re.fullmatch(r"[\d.]+", v)}
    wrong = [
        found[0]
        for found in TIMES.finditer(step["message"])
        if exact[found[1]] * percent(values["rate"]) != exact[found[2]]
        and round_half_up(exact[found[1]] * percent(values["rate"])) != exact[found[2]]
    ]
    minus = MINUS.search(step["message"])
    if minus and exact[minus[1]] - exact[minus[2]] != exact[minus[3]]:
        wrong.append(minus[0])
    return wrong


def round_half_up(amount):
    """Round yuan half up to the fen."""
    return Fraction(int(amount * 100 + Fraction(1, 2)), 100)


def steps_of(assessment):
    """List the steps of every benefit."""
    return [step for benefit in assessment["benefits"].values() for step in benefit["steps"]]


@pytest.mark.parametrize("written", CASES, ids=repr)
def test_what_is_told_is_whole(written):
    """Text is the message with its values; a step has a clause or stands on the paper itself."""
    found = engine.assess(written.case)

    for told in sentences(found):
        assert filled(told) == told["text"]
        assert "%" not in re.sub(r"[\d.]+%", "", told["text"])
    for step in steps_of(found):
        assert step["cites"] or any(words in step["message"] for words in FROM_THE_PAPER)
        assert [] == false_sums(step)


@pytest.mark.parametrize("written", CASES, ids=repr)
def test_every_refusal_leads_on(written):
    """What is refused or left open says why, with its clause, and there is whom to ask."""
    found = engine.assess(written.case)

    assert "12393" in found["procedure"][-1]["text"]
    for benefit in found["benefits"].values():
        marks = [reason["met"] for reason in benefit["reasons"]]
        words = " ".join(reason["text"] for reason in benefit["reasons"])
        if benefit["status"] == "ineligible":
            assert False in marks
        if benefit["status"] in ("ask_office", "depends"):
            assert None in marks or False in marks
        if benefit["status"] == "ask_office":
            assert OFFICE.search(words)
        assert all(r["cites"] or OFFICE.search(r["text"]) for r in benefit["reasons"])


def is_one_way(benefit):
    """Tell whether a benefit has one figure, told by one way of steps."""
    ways = {step.get("end") for step in benefit["steps"]}
    return isinstance(benefit["amount"], str) and ways == {None}


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_steps_end_at_the_amount(pack, data):
    """The last step comes to what the benefit shows, and every equation on the way is true."""
    found = engine.assess(data.draw(cases(pack)))

    ends = [
        (name, benefit["amount"], benefit["steps"][-1]["amount"])
        for name, benefit in found["benefits"].items()
        if benefit["status"] == "eligible" and is_one_way(benefit)
    ]
    assert [] == [e for e in ends if Fraction(e[1]) != round_half_up(Fraction(e[2]))]
    assert [] == [wrong for step in steps_of(found) for wrong in false_sums(step)]


@pytest.mark.parametrize("pack", PACKS)
def test_an_amount_is_never_unexplained(pack):
    """Whoever gets something sees at least one step."""
    for written in read_book(pack):
        for benefit in engine.assess(written.case)["benefits"].values():
            if benefit["status"] == "eligible" and benefit["amount"] not in (None, "0.00"):
                assert benefit["steps"], written.name


def test_an_assessment_is_plain_json():
    """What comes out can be sent anywhere and comes back the same."""
    found = engine.assess(CASES[0].case)

    assert found == json.loads(json.dumps(found))


@pytest.mark.parametrize(
    ("expected", "in_scope"),
    [("前 15,000.00 在起付线以内，这一段是 0.00", "20000.00"),
     ("前 8,000.00 在起付线以内，这一段是 0.00", "8000.00")],
)  # fmt: skip
def test_a_stretch_of_which_nothing_is_paid_is_told_in_words(expected, in_scope):
    """泰州 counts its bands from zero: nobody has to wonder what 0 % of 15,000 means."""
    known = dict.fromkeys(("basic_paid", "other_paid", "aid_paid"), "0.00")
    stay = {"kind": "inpatient", "discharged": "2018-03-10", "in_scope": in_scope, **known}
    person = {"scheme": "resident", "status": []}
    case = {"region": "321202", "as_of": "2018-12-31", "person": person, "visits": [stay]}
    steps = engine.assess(case)["benefits"]["critical"]["steps"]

    told = [step["text"] for step in steps]
    assert expected in told
    assert not any("0%" in text.split() for text in told)


def test_where_there_is_no_upper_end_no_imagined_sum_is_told():
    """Not knowing the contribution, nobody reads of 99,999,999.99 yuan that nobody pays."""
    person = {"scheme": "resident", "status": ["dibao"]}
    found = engine.assess({"region": "331000", "person": person, "visits": []})

    assert {"low": "0.00", "high": None} == found["benefits"]["premium"]["amount"]
    told = [step["text"] for step in found["benefits"]["premium"]["steps"]]
    assert ["个人缴费 0.00 × 100% = 0.00"] == told


def test_a_sum_that_no_slip_shows_is_not_said_to_stand_there():
    """六盘水 without a slip and without the scheme's rate: the most is only thought of."""
    person = {"scheme": "urban", "status": ["tekun"], "local_hukou": True}
    stay = {"kind": "inpatient", "discharged": "2018-03-01", "place": "city", "designated": True}
    case = {"region": "520200", "person": person, "visits": [stay | {"in_scope": "80000.00"}]}
    steps = engine.assess(case)["benefits"]["basic"]["steps"]

    assert ["第1次：单子上没看到，先当作 80,000.00"] == [step["text"] for step in steps]
