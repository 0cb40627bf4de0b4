"""Help with the contribution: a share, rounded half up, or at least a sum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.operations.premium import Premium
from tests.oracle.common import half_up, percent


@given(st.integers(0, 9_999_999_999), st.integers(1, 100))
def test_a_share_is_exact(premium, rate):
    """A share of the contribution is rounded once, half up."""
    assert half_up(premium * percent(rate)) == Premium.read(rate=f"{rate}%").pays(premium)


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_floor_never_passes_the_contribution(premium, floor):
    """At least thirty yuan of a contribution of twenty is twenty."""
    row = Premium(0, floor)

    assert min(premium, floor) == row.pays(premium)


def test_half_a_fen_goes_up():
    """Half of 380.01 is 190.01."""
    assert 19_001 == Premium.read(rate="50%").pays(38_001)


@pytest.mark.parametrize("row", [{}, {"rate": "50%", "at_least": "30元"}])
def test_a_row_is_a_share_or_a_floor(row):
    """Neither or both are refused."""
    with pytest.raises(ValueError, match="比例"):
        Premium.read(**row)
