"""Help on what a cap left out pays what exact fractions pay."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.operations.overflow import Beyond, Overflows
from tests.oracle.common import half_up

FEN = st.integers(0, 60_000_000_000)
RATE = st.integers(1, 10_000)


def owed(total, first, raised):
    """Reckon (total - cap / rate) x raised rate, never below nothing."""
    rate, cap = first
    over = max(Fraction(total) - Fraction(cap * 10_000, rate), Fraction(0))
    return over * Fraction(raised, 10_000)


@given(RATE, FEN, FEN, FEN, st.integers(0, 2_000))
def test_the_part_left_out_is_paid_exactly(rate, cap, one, other, points):
    """Each visit gets the difference of two rounded sums, without passing 64 bits."""
    rule = Beyond("aid_rate", "aid_cap", points, 0).of({"aid_rate": rate, "aid_cap": cap})
    before, after = sorted((one, other))
    sums = [half_up(owed(total, (rate, cap), rule.raised)) for total in (before, after)]

    pays = Overflows([rule]).pays(
        before=np.array([before]), after=np.array([after]), row=np.array([0])
    )

    assert [sums[1] - sums[0]] == pays.tolist()


def test_the_example_of_the_text():
    """100,000 left, 70 % up to 30,000: what lies above 42,857.14 gets 75 %."""
    rule = Beyond.read(rate_of="aid_rate", cap_of="aid_cap", points="5%", cap="4.5万元")
    known = rule.of({"aid_rate": 7_000, "aid_cap": 3_000_000})
    pays = Overflows([known]).pays(
        before=np.array([0]), after=np.array([10_000_000]), row=np.array([0])
    )

    assert [4_285_714] == pays.tolist()


def test_without_the_first_figures_there_is_no_tariff():
    """A rate or a cap that nobody knows, or a rate of nothing, gives no figure."""
    rule = Beyond("aid_rate", "aid_cap", 500, 4_500_000)

    assert None is rule.of({"aid_rate": 7_000})
    assert None is rule.of({"aid_cap": 3_000_000})
    assert None is rule.of({"aid_rate": 0, "aid_cap": 3_000_000})


def test_a_shared_cap_leaves_what_the_first_help_does_not_use():
    """Read together, both helps share one limit; read apart, each has its own."""
    known = {"aid_rate": 9_800, "aid_cap": 3_000_000}

    assert 4_500_000 == Beyond("aid_rate", "aid_cap", 500, 4_500_000).of(known).cap
    assert 1_500_000 == Beyond("aid_rate", "aid_cap", 500, 4_500_000, together=True).of(known).cap
    assert 10_000 == Beyond("aid_rate", "aid_cap", 500, 4_500_000).of(known).raised
