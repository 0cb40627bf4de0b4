"""The amounts in a message: many spellings, open ends, and what is no money."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp import formatting
from webapp.chat import amounts, message, reading
from webapp.chat.understand import understand

SPELLINGS = tomllib.loads(Path(__file__).with_name("spellings.toml").read_text("utf-8"))
CEILING = 99_999_999_99


def read(text: str, **options) -> list[tuple[int | None, int | None]]:
    """List the bounds in fen of the amounts of a text."""
    return [(one.low, one.high) for one in amounts.find(message.read(text, **options))]


def fen(yuan: str) -> int | None:
    """Give the fen of "12.34"; "" is an open end."""
    return int(yuan.replace(".", "")) if yuan else None


def test_there_are_enough_spellings():
    """Two hundred ways to write an amount are held."""
    assert len(SPELLINGS["exact"]) + len(SPELLINGS["range"]) >= 200


@pytest.mark.parametrize(("text", "yuan"), SPELLINGS["exact"])
def test_exact_amounts(text, yuan):
    """An exact spelling is one figure, alone and within a sentence."""
    bounds = (fen(yuan), fen(yuan))

    assert [bounds] == read(f"花了{text}")
    assert [bounds] == read(text, asked="total")
    assert [bounds] == read(f"我妈住院一共花了{text}，医保还没报")


@pytest.mark.parametrize(("text", "low", "high"), SPELLINGS["range"])
def test_ranges(text, low, high):
    """A spelling that is not exact gives both ends, or leaves one open."""
    bounds = (fen(low), fen(high))

    assert [bounds] == read(f"花了{text}")
    assert [bounds] == read(text, asked="total")


@pytest.mark.parametrize("text", SPELLINGS["none"])
def test_what_is_no_money(text):
    """Ages, days, rates, counts, telephones and names of papers are no amounts."""
    assert [] == read(text)


@given(st.integers(0, CEILING))
def test_what_is_printed_is_read(amount):
    """The digits of our pages come back as the same fen."""
    assert [(amount, amount)] == read(f"{formatting.digits(amount)} 元", asked="total")


@given(st.integers(1, CEILING))
def test_what_is_spoken_is_read(amount):
    """The words in which our pages say an amount come back as the same fen."""
    yuan = f"{amount // 100}.{amount % 100:02d}"

    assert [(amount, amount)] == read(formatting.spoken(yuan), asked="total")


@given(
    st.integers(1, 9),
    st.integers(1, 9),
    st.sampled_from([(10_000, "万"), (1000, "千"), (100, "百")]),
)
def test_a_last_digit_takes_the_next_place(first, last, scale):
    """三万二 is 32,000, 三千二 is 3,200, 三百二 is 320, in either numerals."""
    size, name = scale
    worth = (first * size + last * size // 10) * 100
    chinese = "零一二三四五六七八九"

    assert [(worth, worth)] == read(f"花了{first}{name}{last}")
    assert [(worth, worth)] == read(f"花了{chinese[first]}{name}{chinese[last]}")


@given(
    st.text(
        alphabet="0123456789零一二两三四五六七八九十百千万亿几数半多余来把.,元块角分到-、上近约 ",
        max_size=24,
    )
)
def test_any_heap_of_signs_is_survived(text):
    """Whatever is typed, bounds come in order and nothing breaks."""
    for low, high in read(text) + read(text, asked="total"):
        assert low is not None or high is not None
        assert low is None or high is None or 0 <= low <= high <= CEILING


@given(st.text(max_size=60))
def test_any_text_is_survived(text):
    """Any message gives an answer of the agreed shape."""
    assert {"intent", "slots", "sensitive"} <= set(understand(text))


def test_a_correction_replaces():
    """What is taken back is no amount."""
    for text in ("是1万8不是8万1", "不是8万1，是1万8", "不是八万一，是一万八"):
        told = understand(text, "total")["slots"]["amounts"]

        assert ["18000.00"] == [amount["low"] for amount in told]


def test_a_date_after_an_amount_is_not_its_end():
    """三万 二月 is an amount and a month, with or without the space."""
    assert [(3_000_000, 3_000_000)] == read("花了三万二月份出院")
    assert [(3_000_000, 3_000_000)] == read("花了三万 二月份出院")


def test_a_bare_number_needs_its_question():
    """A number alone is money only when money was asked."""
    assert [] == read("32000", asked="kind")
    assert [(3_200_000, 3_200_000)] == read("32000", asked="total")
    assert [] == read("没有这一行", asked="critical_paid")


def test_no_amount_is_lost():
    """Each amount answers a question or is said to be left over, also two run together."""
    longer = reading.read("花了28000，自己付8000")
    together = reading.read("头一次花了12万第二次花了8万，医保报了11万")

    assert ["28000"] == [answer.words for answer in longer.answers]
    assert ("8000",) == longer.unplaced
    assert ["11万"] == [answer.words for answer in together.answers]
    assert ("12万", "8万") == together.unclear
