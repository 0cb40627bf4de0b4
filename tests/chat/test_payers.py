"""Who paid an amount, what is a yearly price, and which numbers are no money."""

import pytest

from webapp.chat.understand import money, prepare


def told(text, asked=None):
    """List the amounts of a message as (low, role)."""
    return [(row["low"], row["role"]) for row in money(prepare(text, asked=asked))]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("救助给过了，个人还要负担2600元", "self_paid"),
        ("救助给过了，报完以后还要2600元", "self_paid"),
        ("一共2600元都是自己掏的", "self_paid"),
        ("检查做了2600元全自费", "self_paid"),
        ("农合直接减了2600元", "reimbursed"),
        ("民政只给了2600元", "aid"),
        ("包工头先垫了2600元", "other"),
        ("自费的药一支2600元", "other"),
        ("一个人交260元", "premium"),
        ("买了合作医疗，每年260元", "premium"),
        ("养老保险要交260元", "premium"),
        ("每月农保260元", "income"),
        ("要2600元的靶向针", "total"),
    ],
)
def test_the_words_beside_an_amount_say_whose_it_is(text, role):
    """The last amount of each message has this role."""
    assert role == told(text)[-1][1]


def test_a_family_pays_its_contributions_together():
    """五口人要交 is a price of insurance, a large sum handed over is none."""
    assert [("1900.00", "premium")] == told("农合年年涨。我家五口人要交1900")
    assert [("52000.00", "total")] == told("居民医保的，已经交了52000")


def test_what_is_taken_back_is_no_amount():
    """四万五, 不对, 四万八 tells one amount."""
    assert [("48000.00", "total")] == told("四万五，不对，四万八", "total")


def test_numbers_that_are_no_money():
    """Codes and isotopes stay out; a figure of some size within a sentence is money."""
    assert [] == told("做碘131治疗，编号4521")
    assert [("6700.00", "total")] == told("住院的6700一分没报")


def test_not_sure_is_an_answer_beside_a_figure():
    """记不清 with a figure answers, alone it does not."""
    assert [("9000.00", "total")] == told("记不清了，好像万把块", "total")


def test_little_more_is_a_tenth():
    """三万多一点 goes to a tenth above."""
    assert ("30000.00", "33000.00") == tuple(
        money(prepare("花了3万多一点"))[0][end] for end in ("low", "high")
    )
