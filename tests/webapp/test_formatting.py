"""Figures as people read and say them."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import yuan
from webapp import formatting
from webapp.formatting import DIGITS, Span, outward, span


def plain(text: str) -> str:
    """Take the marks around figures away."""
    return text.replace('<bdi dir="ltr">', "").replace("</bdi>", "")


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("57,500 元", "57500.00"),
        ("57,500.05 元", "57500.05"),
        ("0 元", "0.00"),
        ("不清楚", None),
        ("12,000 到 18,000 元", {"low": "12000.00", "high": "18000.00"}),
        ("0 到 460 元", {"low": "0.00", "high": "460.00"}),
        ("至少 30 元", {"low": "30.00", "high": None}),
        ("多少还不知道", {"low": "0.00", "high": None}),
        ("60,000 到 80,000 元", ["60000.00", "80000.00"]),
        ("至少 30 元", ["30.00", None]),
    ],
)
def test_money(written, amount):
    """One figure, a range, a bound, or nothing known."""
    assert written == plain(formatting.money(amount))


def test_a_figure_keeps_its_direction():
    """Within any script an amount runs from left to right."""
    assert '<bdi dir="ltr">57,500</bdi> 元' == formatting.money("57500.00")


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [("12,300 到 23,500 元", "12344.00", "23411.50"), ("0 到 520 元", "0.00", "511.01")],
)
def test_a_headline_is_rounded_outwards(written, low, high):
    """Tens of yuan below ten thousand, hundreds from there on."""
    assert written == plain(formatting.rounded({"low": low, "high": high}))


@given(st.integers(0, 10**10), st.integers(0, 10**10))
def test_rounding_loses_nothing(low, more):
    """A rounded range holds the range."""
    wide = outward(Span(low, low + more))

    assert wide.low <= low <= low + more <= wide.high


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("五万七千五百元", "57500.00"),
        ("零元", "0.00"),
        ("五角", "0.50"),
        ("十元零五分", "10.05"),
        ("一千二百零三元四角五分", "1203.45"),
        ("十万零五十元", "100050.00"),
        ("二万零一十元一角", "20010.10"),
        ("一千万一千元", "10001000.00"),
        ("一亿零一十万元", "100100000.00"),
        ("一万二千元到一万八千元", {"low": "12000.00", "high": "18000.00"}),
        ("至少三十元", {"low": "30.00", "high": None}),
    ],
)
def test_said(said, amount):
    """An amount is said as people say it."""
    assert said == formatting.spoken(amount)


@given(st.integers(0, 9_999_999_999))
def test_what_is_said_is_the_amount(fen):
    """Whoever hears it writes the same figure down."""
    assert fen == heard(formatting.spoken(yuan(fen)))


def heard(said: str) -> int:
    """Write down in fen what was said."""
    whole, _yuan, rest = said.rpartition("元")
    fen = sum(
        DIGITS.index(digit) * worth
        for digit, (unit, worth) in product(DIGITS, (("角", 10), ("分", 1)))
        if digit + unit in rest
    )
    return number(whole) * 100 + fen


def number(said: str) -> int:
    """Read a number in Chinese."""
    total = four = 0
    digit = 0
    for sign in said:
        if sign in DIGITS:
            digit = DIGITS.index(sign)
        elif sign in "十百千":
            four += (digit or 1) * 10 ** ("十百千".index(sign) + 1)
            digit = 0
        else:
            total = (total + four + digit) * 10 ** (4 if sign == "万" else 8)
            four = digit = 0
            if sign == "亿":
                return total + number(said.partition("亿")[2])
    return total + four + digit


@pytest.mark.parametrize(
    ("helped", "amount"),
    [("约 5.75 万元", "57500.00"), ("约 10 万元", "99999.99"), ("", "9999.99")],
)
def test_about(helped, amount):
    """From ten thousand on a rounder figure helps."""
    assert helped == formatting.about(amount)


def test_dates_and_rates():
    """A day has no leading zeros; a rate keeps its digits."""
    assert "2022年3月1日" == plain(formatting.date("2022-03-01"))
    assert "75.5%" == plain(formatting.percent("75.5%"))


def test_a_span_of_one_figure():
    """A text is one figure, a mapping a range."""
    assert Span(100, 100) == span("1.00")
    assert Span(100, None) == span({"low": "1.00", "high": None})
