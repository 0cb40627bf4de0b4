"""The range so far, on every page of the interview: however it turns out, it was no narrower."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.doubts import clouded, doubtful, put
from tests.ranges import inside

PACKS = [header.id for header in engine.packs()]


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_completion_lies_in_the_range_so_far(pack, data):
    """What is told before all is known holds what the result will say."""
    case, doubts = data.draw(doubtful(pack))

    told = engine.interview(clouded(case, doubts)).total

    for doubt in doubts:
        other = put(case, doubt.path, doubt.other)
        assert inside(told, engine.assess(other)["total_paid"])
    assert inside(told, engine.assess(case)["total_paid"])
