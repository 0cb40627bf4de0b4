"""Bad input: a sentence beside the field and in the summary, what was typed kept, never a 500."""

import re
from html import unescape

import pytest

import engine
from tests.webapp.client import Visitor
from tests.webapp.steps import SLIP, STAY, page_of, stay, with_visits
from webapp.household import Visit

SLIP_LINES = engine.PAGES["bill"].doors[0].questions
NEXT_YEAR = {**STAY, "admitted_year": "2099", "discharged_year": "2099"}


def bill_page(door: str = "slip") -> Visitor:
    """Open the bill of a stay, copied from this paper."""
    return with_visits(stay(door=door)).opens("/331000/visit/aaaa/bill")


def stay_page(kind: str = "inpatient") -> Visitor:
    """Open the page of the days of a visit of which only the kind is told."""
    return with_visits(Visit("aaaa", {"kind": kind})).opens("/331000/visit/aaaa/stay")


def refused(visitor: Visitor) -> list[tuple[str, str]]:
    """Check what every refusal has, and give its summary."""
    assert 422 == visitor.status
    assert visitor.title.startswith("出错：")
    summary = visitor.summary()
    assert summary
    for field, sentence in summary:
        beside = unescape(re.search(rf'id="{field}-error">(.*?)</p>', visitor.text)[1])
        assert sentence.partition("：")[2] in beside or sentence in beside
        assert f'id="{field}"' in visitor.text
    return summary


AMOUNTS = [
    ("abc", "这里要填数字"),
    ("三万多", "这里要填数字"),
    ("-5", "不能是负数"),
    ("－５", "不能是负数"),
    ("负五", "不能是负数"),
    ("1e9", "这里要填数字"),
    ("999999999999", "太大了"),
    ("1.005", "两位小数"),
    ("", "请填金额"),
    ("\x00", "这里要填数字"),
    ("💰", "这里要填数字"),
    ("\u202e12", "这里要填数字"),
    ("1" * 900, "太大了"),
    ("1" * 5000, "太长了"),
]


@pytest.mark.parametrize(("typed", "words"), AMOUNTS)
def test_an_amount_that_cannot_be_read(typed, words):
    """The sentence says how to mend it, and what was typed stands in the field."""
    visitor = Visitor().opens("/331000/ask/premium")

    [(field, sentence)] = refused(visitor.sends(premium=typed))

    assert "premium" == field
    assert words in sentence
    kept = re.search(r'<input type="text" name="premium"[^>]*value="([^"]*)"', visitor.text)[1]
    assert typed == unescape(kept)


@pytest.mark.parametrize("typed", ["460", "４６０", "460元", " 460 ", "0.046万", "¥460.00", "4,60"])
def test_an_amount_as_people_type_it(typed):
    """Full-width digits, 元, 万, spaces and commas are read."""
    visitor = Visitor().opens("/331000/ask/premium").sends(premium=typed)

    assert {"premium": "460.00"} == visitor.told().person.answers


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({**STAY, "discharged_month": "2", "discharged_day": "31"}, "2022年2月没有31日"),
        ({**STAY, "discharged_day": "1" * 20}, "日期要填年、月、日"),
        ({**STAY, "discharged_day": "x"}, "日期要填年、月、日"),
        ({**STAY, "discharged_year": "22"}, "年份要填四位数"),
        ({**STAY, "discharged_day": ""}, "日期要填年、月、日"),
        ({**STAY, "discharged_month": "9", "discharged_day": "1"}, "早了 61 天"),
        (NEXT_YEAR, "还没有到"),
    ],
)
def test_days_that_cannot_be(days, words):
    """31 February, parts left out, discharge before admission, and days to come."""
    visitor = stay_page()

    summary = refused(visitor.sends(**days))

    assert any("discharged" == field and words in sentence for field, sentence in summary)
    assert f'value="{days["discharged_year"]}"' in visitor.text


def test_a_whole_date_in_the_first_part_is_read():
    """Who types or pastes 2022.11.10 into the year is understood."""
    visitor = stay_page("chronic")

    visitor.sends(discharged_year="2022.11.10", discharged_month="", discharged_day="")

    assert "2022-11-10" == visitor.told().person.visits[0].answers["discharged"]


def test_two_calendar_years():
    """One sitting is one year: the page says which years meet, and how to mend it."""
    visitor = with_visits(stay(), Visit("bbbb", {"kind": "inpatient"}))
    visitor.opens("/331000/visit/bbbb/stay")

    years = {"admitted_year": "2021", "discharged_year": "2021"}
    [(field, sentence)] = refused(visitor.sends(**{**STAY, **years}))

    assert "discharged" == field
    for part in ("2021", "2022", "请改日期"):
        assert part in sentence


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"in_scope": "95000"}, "in_scope", "比总额多 5,000 元"),
        ({"out_of_scope": "90000.01"}, "out_of_scope", "比总额多 0.01 元"),
        ({"basic_paid": "99000"}, "basic_paid", "加起来比总额多 9,000 元"),
        ({"basic_paid": "81000"}, "basic_paid", "比“符合政策范围”多 1,000 元"),
        ({"out_of_scope": "10001"}, "total", "少 1 元"),
        ({"class_b_own": "100", "out_of_scope": "9000"}, "total", "多 900 元"),
    ],
)
def test_lines_of_a_slip_that_do_not_fit(changed, field, words):
    """The sentence names the difference in yuan."""
    visitor = bill_page()

    summary = refused(visitor.sends(**{**SLIP, **changed}))

    assert [field] == [name for name, _ in summary]
    assert words in summary[0][1]
    assert 'value="90000"' in visitor.text


def test_lines_of_a_receipt_that_do_not_fit():
    """Four lines make the total; the page says how many yuan they part."""
    visitor = bill_page("receipt")
    lines = {"basic_paid": "500", "other_lump": "100", "own_paid": "300", "out_of_scope": "50"}

    [(field, sentence)] = refused(visitor.sends(total="1000", **lines))

    assert "total" == field
    assert "多 50 元" in sentence


def test_more_paid_back_than_spent():
    """From memory too the part is not larger than the whole."""
    visitor = bill_page("memory")

    assert [("reimbursed", "一共报了多少：“一共报了多少”比总额多 1 元，请核对")] == refused(
        visitor.sends(total="10", reimbursed="11")
    )


def test_a_sum_that_does_not_balance_can_stand():
    """Real papers sometimes do not add up: one more button takes them as they are."""
    visitor = bill_page().sends(**{**SLIP, "out_of_scope": "10001"})
    assert "单子真是这样，就按这个继续" in visitor.main

    visitor.sends(**{**SLIP, "out_of_scope": "10001"}, unsure="accept")

    assert 200 == visitor.status
    assert "bill" != page_of(visitor)


def test_a_part_above_the_whole_cannot_stand():
    """What cannot be true on any paper has no such button."""
    visitor = bill_page().sends(**{**SLIP, "in_scope": "95000"}, unsure="accept")

    refused(visitor)
    assert "单子真是这样" not in visitor.main


def test_a_figure_and_no_such_line_at_once():
    """A figure and the tick for a line that is not there contradict each other."""
    visitor = bill_page().sends(**SLIP, other_paid="12")

    assert [("other_paid", "公务员或企业补充支付：填了金额，就不要再打勾")] == refused(visitor)


@pytest.mark.parametrize(
    ("url", "answers"),
    [
        ("/331000/ask/scheme", {"scheme": "martian"}),
        ("/331000/ask/scheme", {}),
        ("/331000/ask/status", {"status": ["dibao", "none"]}),
        ("/331000/ask/status", {"status": "nobody"}),
        ("/331000/ask/visits", {"visits": "maybe"}),
        ("/520200/ask/standards", {"aid_rate": "700%", "aid_cap": "a b c"}),
        ("/331000/ask/residence_permit_years", {"residence_permit_years": "-1"}),
    ],
)
def test_choices_that_are_not_offered(url, answers):
    """Nothing chosen, something unknown, and 都没有 beside something are refused in words."""
    refused(Visitor().opens(url).sends(**answers))


@pytest.mark.parametrize(
    "url",
    [
        "/999999/",
        "/999999/ask/scheme",
        "/33100/ask/scheme",
        "/331000/ask/nothing",
        "/331000/ask/bill",
        "/331000/ask/door",
        "/331000/visit/abcd/scheme",
        "/331000/visit/abcd/nothing",
    ],
)
def test_what_does_not_exist(url):
    """An unknown region or question is a page of ours that says so, with 12393."""
    visitor = Visitor().opens(url)

    assert 404 == visitor.status
    assert "没有这一页" == visitor.heading
    assert "12393" in visitor.main


def test_every_question_refuses_an_empty_answer_or_takes_it_back():
    """No page fails on a form with nothing in it."""
    for page in engine.PAGES.values():
        if not engine.QUESTIONS[page.questions[0]].of_visit:
            visitor = Visitor().opens(f"/341722/ask/{page.id}").sends()
            assert visitor.status in (200, 422)
