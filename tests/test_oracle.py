"""The engine, the case files and the exact reference agree to the fen."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.cases import agrees, at, read_book
from tests.oracle import PACKS, law_of
from tests.strategies import cases

EXACT = [case for pack in PACKS for case in read_book(pack) if case.known]
TOLD = ("status", "amount")
UNTOLD = ("certainty", "due", "already_paid")
PARTS = ("benefits", "visits", "left", "total_paid")


def paths(found):
    """List every path of an assessment that the reference also tells."""
    benefits = [f"benefits.{name}.{key}" for name in found["benefits"] for key in TOLD]
    rows = [f"visits[{index}].{key}" for index, row in enumerate(found["visits"]) for key in row]
    return [*benefits, *rows, "left", "total_paid"]


def differences(expected, found):
    """Show where an assessment and the reference part, the reference first."""
    pairs = {path: (at(expected, path), at(found, path)) for path in paths(expected)}
    return {path: pair for path, pair in pairs.items() if pair[0] != pair[1]}


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_engine_is_exact(pack, data):
    """Whatever is known, the engine gives what plain fractions give, field by field."""
    case = data.draw(cases(pack))
    expected = law_of(pack).assess(case)

    found = engine.assess(case)

    assert expected["benefits"].keys() == found["benefits"].keys()
    assert {} == differences(expected, found)


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_reference_is_sound(pack, data):
    """Payments and rest make up the costs, and nothing is ever negative."""
    case = data.draw(cases(pack))

    found = law_of(pack).assess(case)

    cents = [int(at(found, part).replace(".", "")) for part in ("total_paid", "left")]
    costs = sum(int(visit["in_scope"].replace(".", "")) for visit in case["visits"])
    assert costs == sum(cents)
    assert min(cents) >= 0


@pytest.mark.parametrize("written", EXACT, ids=repr)
def test_written_cases_agree_with_the_reference(written):
    """What a case file expects is what plain fractions give."""
    found = law_of(written.pack).assess(written.case)

    told = {
        path: expected
        for path, expected in written.expect.items()
        if path.startswith(PARTS)
        and ".steps[" not in path
        and path.rsplit(".", 1)[-1] not in UNTOLD
    }
    assert {} == {p: at(found, p) for p, e in told.items() if not agrees(found, p, e)}
