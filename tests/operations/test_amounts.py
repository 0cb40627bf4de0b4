"""Amounts of a pack carry their unit; everything else is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.operations.amounts import pack_fen


@pytest.mark.parametrize(
    ("fen", "text"),
    [(0, "0元"), (150_000, "1500元"), (5_000_000, "5万元"), (1_500_000, "1.5万元"), (1, "0.01元")],
)
def test_amounts_are_read(fen, text):
    """Yuan and 万 are read to the fen."""
    assert fen == pack_fen(text)


@given(st.integers(0, 10**12))
def test_every_fen_can_be_written(fen):
    """What is written with two decimals comes back exactly."""
    assert fen == pack_fen(f"{fen // 100}.{fen % 100:02d}元")


@pytest.mark.parametrize(
    "text",
    ["5万", "5", 5, 5.0, True, None, "-5元", "0.001元", "五万元", "5 万元", "5亿元", "٥元", ""],
)
def test_amounts_without_a_plain_unit_are_refused(text):
    """No bare number, no float, no fraction of a fen, no other digits."""
    with pytest.raises(ValueError, match="金额"):
        pack_fen(text)
