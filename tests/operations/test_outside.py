"""A tariff that a document does not hold: what is given is used, the rest is estimated."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.operations.outside import Outside
from tests.operations.test_ladder import FEN, tariffs

TIERS = [(0, 6_000), (5_000_000, 7_000)]
OUTSIDE = Outside.read(deductible=["1.5万元", "1万元", "2万元"])


@given(tariffs())
def test_without_figures_there_are_three_estimates(ordinary):
    """The usual deductible comes first, then the lowest and the highest."""
    found = [bands.deductible for bands in OUTSIDE.ordinary(ordinary, {})]

    assert [1_500_000, 1_000_000, 2_000_000] == found


@given(tariffs(), FEN, st.none() | FEN)
def test_given_figures_replace_the_estimate(ordinary, deductible, cap):
    """A known deductible leaves one tariff; tiers and cap are taken as they are given."""
    facts = {"critical_deductible": deductible, "critical_tiers": TIERS, "critical_cap": cap}
    kept = ordinary.cap if cap is None else cap

    found = OUTSIDE.ordinary(ordinary, facts)

    assert [replace(ordinary, deductible=deductible, bands=tuple(TIERS), cap=kept)] == found


def test_estimates_in_the_wrong_order_are_refused():
    """The usual figure lies between the lowest and the highest."""
    with pytest.raises(ValueError, match="起付线"):
        Outside.read(deductible=["3万元", "1万元", "2万元"])
