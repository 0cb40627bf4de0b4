"""Whatever way people write a number or a day, it is read exactly or refused with advice."""

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.money import MAX_FEN, Unreadable, typed_fen, yuan
from engine.readers import (  # fmt: skip
    READERS,
    read_amount,
    read_choice,
    read_choices,
    read_date,
    read_number,
    read_rate,
    read_tiers,
    read_visits,
    read_yesno,
)

WIDE = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789.,%"}
DIGITS = {
    "12345.60": (
        "12345.60",
        "12345.6",
        "12,345.60",
        "12，345.6",
        "１２３４５．６",
        "12 345.60",
        "012345.6",
    ),
    "50000.00": ("50000", "50,000", "5万", "5.0万", "５万", "50000.00", "5 万", "50千"),
    "0.00": ("0", "0.00", "０", "0.0", "00", "0万"),
    "0.05": ("0.05", "０.０５", "0.050000", "0.05", "0,0.05"),
    "30000.00": ("3万", "3w", "3W", "３万", "3.00万", "30,000.00", "３００００"),
}
AROUND = (
    ("", ""),
    (" ", "\n"),
    ("　", ""),
    ("¥", ""),
    ("￥", ""),
    ("", "元"),
    ("", "块"),
    ("", " 元整"),
)
SPELLINGS = [
    (expected, f"{before}{digits}{after}")
    for expected, ways in DIGITS.items()
    for digits, (before, after) in product(ways, AROUND)
]


def test_there_are_many_spellings():
    """At least two hundred ways to write an amount are tried below."""
    assert 200 <= len(set(SPELLINGS))


@pytest.mark.parametrize(("expected", "text"), SPELLINGS)
def test_an_amount_is_read_as_it_is_meant(expected, text):
    """Full width, commas, spaces, signs, units and 万 change nothing."""
    assert expected == read_amount(text)


@given(st.integers(0, MAX_FEN), st.booleans(), st.sampled_from(["", "元", "块钱", "圆整"]))
def test_any_amount_in_any_dress_is_read(fen, wide, unit):
    """Half or full width, grouped or not, the fen is the same."""
    plain = f"{fen // 100:,}.{fen % 100:02d}{unit}"

    assert yuan(fen) == read_amount(plain.translate(WIDE) if wide else plain)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "请填金额"),
        ("　", "请填金额"),
        ("元", "数字"),
        ("很多", "数字"),
        ("三万", "数字"),
        ("3万多", "数字"),
        ("不到5000", "数字"),
        ("1万2", "数字"),
        ("1.2.3", "数字"),
        ("5000-6000", "数字"),
        ("1e5", "数字"),
        ("0x10", "数字"),
        ("nan", "数字"),
        ("$5", "数字"),
        ("5%", "数字"),
        ("<b>5</b>", "数字"),
        ("٥٠", "数字"),
        ("५०", "数字"),
        ("-5", "负数"),
        ("－５", "负数"),
        ("负5", "负数"),
        ("−5", "负数"),
        ("0.001", "两位小数"),
        ("0.0000001万", "两位小数"),
        ("1亿", "太大"),
        ("99999万", "太大"),
        ("9" * 5000, "太大"),
    ],
)
def test_what_is_no_amount_is_refused_with_advice(text, advice):
    """The message says how to mend it."""
    with pytest.raises(Unreadable, match=advice):
        read_amount(text)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reader_of_amounts(text):
    """Any text is an amount in range or a refusal, and what is read has digits in it."""
    try:
        amount = typed_fen(text)
    except Unreadable:
        return
    assert 0 <= amount <= MAX_FEN
    assert any(sign in "0123456789" for sign in unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("kind", sorted(READERS))
@given(
    raw=st.text(max_size=20)
    | st.lists(st.text(max_size=5), max_size=3)
    | st.dictionaries(st.sampled_from(["year", "month", "day", "x"]), st.text(max_size=5))
)
def test_no_answer_breaks_a_reader(kind, raw):
    """Whatever a form sends, a reader reads it or refuses it in Chinese."""
    try:
        READERS[kind](raw, ("a", "b"))
        said = "读懂了"
    except Unreadable as refusal:
        said = str(refusal)
    assert any("一" <= sign <= "鿿" for sign in said)


@pytest.mark.parametrize(
    ("expected", "raw"),
    [
        ("2022-03-05", "2022-03-05"),
        ("2022-03-05", "2022年3月5日"),
        ("2022-03-05", "２０２２.３.５"),
        ("2022-03-05", "2022/03/5"),
        ("2022-03-05", "20220305"),
        ("2022-03-05", " 2022 年 3 月 5 日 "),
        ("2022-03-05", {"year": "2022", "month": "3", "day": "5"}),
        ("2022-03-05", {"year": "２０２２年", "month": "03月", "day": "5日"}),
        ("2024-02-29", "2024-2-29"),
    ],
)
def test_a_day_is_read(expected, raw):
    """In parts or as a text, in any usual spelling."""
    assert expected == read_date(raw)


@pytest.mark.parametrize(
    ("raw", "advice"),
    [
        ("2022-02-31", "没有31日"),
        ("2023-02-29", "没有29日"),
        ("2022-13-01", "一年没有13月"),
        ("22-03-05", "年、月、日"),
        ("昨天", "年、月、日"),
        ("", "年、月、日"),
        ({"year": "2022", "month": "", "day": "5"}, "年、月、日"),
        ({"year": "22", "month": "3", "day": "5"}, "四位数"),
        ({"year": "9999", "month": "3", "day": "5"}, "9999年差得太远"),
        ({"year": "2022", "month": "3", "day": "5" * 30}, "没有"),
        ({"year": "2" * 5000, "month": "3", "day": "5"}, "四位数"),
        ({"year": "٢٠٢٢", "month": "3", "day": "5"}, "年、月、日"),
    ],
)
def test_a_day_that_does_not_exist_is_refused(raw, advice):
    """31 February and a year of two digits come back with advice."""
    with pytest.raises(Unreadable, match=advice):
        read_date(raw)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("70%", "70"),
        ("70%", "70%"),
        ("70%", "７０％"),
        ("70%", "七成"),
        ("70%", "7成"),
        ("66.67%", "66.67"),
    ],
)
def test_a_rate_is_read(expected, text):
    """With or without its sign, or in tenths."""
    assert expected == read_rate(text)


@pytest.mark.parametrize("text", ["", "101", "-1", "百分之七十", "70.123", "十成"])
def test_other_rates_are_refused(text):
    """The refusal shows an example."""
    with pytest.raises(Unreadable, match="如 70%"):
        read_rate(text)


def test_choices_keep_the_order_of_the_catalogue():
    """Two ticks come back in order; "none" alone is the empty list."""
    assert ["a", "b"] == read_choices(["b", "a"], ("a", "b"))
    assert [] == read_choices(["none"], ("a", "b"))


@pytest.mark.parametrize("raw", [[], ["none", "a"], ["c"], ""])
def test_choices_that_make_no_sense_are_refused(raw):
    """Nothing ticked, "none" beside another, or an option that does not exist."""
    with pytest.raises(Unreadable, match="选"):
        read_choices(raw, ("a", "b"))


def test_simple_answers():
    """Yes and no, one of several, whole years, whether there were visits, and bands."""
    assert read_yesno("yes")
    assert not read_yesno("no")
    assert "b" == read_choice("b", ("a", "b"))
    assert 12 == read_number("１２年")
    assert [] == read_visits("no")
    assert read_visits("yes") is None
    assert [["0.00", "60%"], ["50000.00", "65%"]] == read_tiers("0 60%\n\n5万 65")


@pytest.mark.parametrize(
    ("read", "raw"),
    [
        (read_yesno, "maybe"),
        (read_yesno, ""),
        (read_number, "121"),
        (read_number, "1.5"),
        (read_number, "-1"),
        (read_number, "½"),
        (read_number, "9" * 5000),
        (read_tiers, ""),
        (read_tiers, "0"),
        (read_tiers, "5万 60%"),
        (read_tiers, "0 60%\n0 65%"),
        (read_visits, "perhaps"),
    ],
)
def test_other_simple_answers_are_refused(read, raw):
    """Each with a message, never with a crash."""
    with pytest.raises(Unreadable):
        read(raw)
