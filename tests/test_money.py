"""Money becomes a whole number of fen and comes back the same; a rate likewise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.money import MAX_FEN, Unreadable, basis_points, fen, grouped, percent, typed_fen, yuan

FEN = st.integers(0, MAX_FEN)


@given(FEN)
def test_every_fen_comes_back(amount):
    """What is written can be read, to the fen."""
    assert (
        amount == fen(yuan(amount)) == typed_fen(yuan(amount)) == typed_fen(grouped(yuan(amount)))
    )


@pytest.mark.parametrize(
    ("text", "amount"),
    [("0.00", 0), ("0.01", 1), ("12345.60", 1_234_560), ("99999999.99", MAX_FEN)],
)
def test_money_is_written_with_two_decimals(text, amount):
    """The contract's money has exactly two decimals."""
    assert text == yuan(amount)
    assert amount == fen(text)


def test_a_negative_difference_keeps_its_sign():
    """A loss of five fen is -0.05."""
    assert "-0.05" == yuan(-5)


def test_thousands_are_set_apart_for_reading():
    """12345.60 is read as 12,345.60."""
    assert "12,345.60" == grouped("12345.60")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "1",
            "1.0",
            "1.000",
            ".50",
            "1.",
            "-1.00",
            "+1.00",
            "1,000.00",
            "1.00元",
            " 1.00",
        ),
        *("1.00 ", "1.00\n", "１.００", "١.٠٠", "1e5", "NaN", "inf", "0x1.00", "100000000.00"),
        *(None, 1, 1.0, True, 0, [], {}),
    ],
)
def test_the_contract_takes_no_other_money(text):
    """No number, no float, no sign, no other digits, nothing above a hundred million."""
    with pytest.raises(Unreadable, match="两位小数"):
        fen(text)


@given(st.integers(0, 10_000))
def test_every_rate_comes_back(points):
    """A rate is a whole number of basis points."""
    assert points == basis_points(percent(points))


@pytest.mark.parametrize(
    ("points", "text"),
    [(0, "0%"), (7_000, "70%"), (6_667, "66.67%"), (5_250, "52.5%"), (10_000, "100%")],
)
def test_rates_are_written_as_people_write_them(points, text):
    """No needless zeros."""
    assert text == percent(points)
    assert points == basis_points(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "70",
        "70 %",
        "-1%",
        "100.01%",
        "101%",
        "1000%",
        "70.123%",
        "７０%",
        "70％",
        70,
        0.7,
        None,
        True,
    ],
)
def test_other_rates_are_refused(text):
    """A rate is a text of 0 % to 100 %, with its sign."""
    with pytest.raises(Unreadable, match="比例"):
        basis_points(text)
