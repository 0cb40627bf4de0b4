"""Better terms change the ordinary tariff by what the text says, and by nothing else."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from engine.operations.relief import Relief
from tests.operations.test_ladder import tariffs
from tests.oracle.common import half_up


@given(tariffs(), st.integers(0, 10_000), st.integers(0, 3_000), st.booleans())
def test_relief_is_exact(ordinary, share, points, uncapped):
    """Part of the deductible, points on every rate up to 100 %, the cap kept or lifted."""
    better = Relief(share, points, uncapped).of(ordinary)

    assert half_up(ordinary.deductible * Fraction(share, 10_000)) == better.deductible
    assert [(f, min(r + points, 10_000)) for f, r in ordinary.bands] == list(better.bands)
    assert (None if uncapped else ordinary.cap) == better.cap


def test_halved_and_five_points():
    """Fifteen thousand becomes seven and a half, sixty per cent sixty-five."""
    from_text = Relief.read(deductible="50%", points="5%", uncapped=True)

    assert Relief(5_000, 500, uncapped=True) == from_text
