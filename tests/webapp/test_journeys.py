"""Whole ways through the interview, without script and with htmx: the same pages, the same end."""

import pytest

import engine
from tests.webapp.client import Visitor
from tests.webapp.steps import PERSON, SLIP, STAY, page_of, told_all, told_of_person, told_of_visit


@pytest.mark.parametrize("htmx", [False, True])
def test_taizhou_reaches_the_amount_reckoned_by_hand(htmx):
    """台州, 低保, one stay, 80,000.00 in scope: aid 57,500.00."""
    visitor = told_all(htmx=htmx)
    assert "/331000/visits" == visitor.url
    visitor.sends("/331000/visits/done")
    assert "/331000/check" == visitor.url

    visitor.opens("/331000/result")

    assert "57,500" in visitor.main


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize(
    ("critical", "amounts"),
    [
        ({"critical_paid": "0"}, ("22,200", "3,900", "13,900")),
        ({"critical_paid_none": "1"}, ("估算",)),
    ],
)
def test_shitai_tells_settled_from_not_settled(htmx, critical, amounts):
    """石台, 低保边缘, referred in the province: 0 on the slip and no such line are two answers."""
    visitor = told_of_person("341722", htmx=htmx, status={"status": "dibian"})
    bill = {"total": "100000", "in_scope": "100000", "basic_paid": "60000", **critical}
    empty = ("out_of_scope", "other_paid", "aid_paid")
    told_of_visit(
        visitor,
        place={"place": "province"},
        referral={"referral": "referred"},
        bill={**bill, **{f"{name}_none": "1" for name in empty}},
    )
    visitor.sends("/341722/visits/done").opens("/341722/result")

    for amount in amounts:
        assert amount in visitor.main


def test_both_ways_ask_the_same():
    """With htmx and without, each answer leads to the same page with the same words."""
    plain, quick = Visitor(), Visitor(htmx=True)
    for visitor in (plain, quick):
        visitor.opens("/331000/ask/scheme")
    for page, answers in PERSON.items():
        assert page == page_of(plain) == page_of(quick)
        assert plain.heading == quick.heading
        assert plain.title == quick.title
        for visitor in (plain, quick):
            visitor.sends(**answers)


def test_htmx_gets_the_next_page_in_one_round_trip():
    """The answer to a POST is the next page itself, with its address to push."""
    visitor = Visitor(htmx=True).opens("/331000/ask/scheme").sends(scheme="resident")

    assert 200 == visitor.status
    assert "/331000/ask/status" == visitor.headers["HX-Push-Url"]
    assert "病人有下面哪些身份？" == visitor.heading


def test_without_script_a_post_is_answered_by_a_redirect():
    """A reload after an answer sends nothing twice."""
    visitor = Visitor().opens("/331000/ask/scheme")
    data = {"csrf_token": visitor.token(), "scheme": "resident"}

    response = visitor.client.post(
        "/331000/ask/scheme", data=data, headers={"Origin": "http://localhost"}
    )

    assert (303, "/331000/ask/status") == (response.status_code, response.headers["Location"])


def test_in_no_group_no_bill_is_asked():
    """台州 gives nothing to who is in no group: after the identity all is known."""
    visitor = told_of_person(status={"status": "none"})

    assert "/331000/check" == visitor.url


def test_every_question_can_be_answered_not_sure():
    """不清楚 leads on from every page, and to a result."""
    visitor = Visitor().opens("/331000/ask/scheme")
    for _page in range(len(engine.PAGES)):
        if page_of(visitor) == "check":
            break
        visitor.sends(unsure="1")
        assert 200 == visitor.status

    assert "/331000/check" == visitor.url
    assert 200 == visitor.opens("/331000/result").status


def test_the_way_back_leads_over_every_page():
    """From the bill, 返回 leads page by page to the start, and each shows its answer."""
    visitor = told_all()
    way, seen = visitor.back(), []
    while way != "/331000/":
        visitor.opens(way)
        seen.append(page_of(visitor))
        way = visitor.back()

    about_the_visit = ["bill", "door", "designated", "stay", "kind"]
    about_oneself = ["premium", "visits", "status_since", "status", "scheme", "who"]
    assert [*about_the_visit, *about_oneself] == seen
    assert 'value="resident" checked' in visitor.opens("/331000/ask/scheme").text


def test_the_way_back_from_a_question_about_oneself_between_those_of_a_visit():
    """An identity told after the days of a stay is asked since when: 返回 undoes step by step."""
    answers = {
        **PERSON,
        "status": {"status": "none"},
        "kind": {"kind": "inpatient"},
        "stay": STAY,
        "door": {"door": "slip"},
        "bill": {"unsure": "1"},
    }
    visitor = Visitor().opens("/321200/ask/scheme")
    while page_of(visitor) != "door":
        visitor.sends(**answers[page_of(visitor)])
    visitor.opens("/321200/ask/status").sends(status="dibao")
    way = ["/321200/ask/scheme", "/321200/ask/status"]
    while "/321200/visits" != visitor.url:
        way.append(visitor.url)
        visitor.sends(**answers[page_of(visitor)])

    assert ["status_since", "door", "bill", "premium"] == [url.split("/")[-1] for url in way[2:]]
    for url in reversed(way):
        assert url == visitor.back()
        visitor.opens(url)


def test_the_way_back_within_a_visit():
    """The bill leads back to the choice of paper, and that to the pages of the visit."""
    visitor = told_all()
    bill = next(url for url in visitor.opens("/331000/check").links().values() if "/bill" in url)
    visitor.opens(bill.partition("?")[0])
    seen = []
    while "/visit/" in visitor.back():
        visitor.opens(visitor.back())
        seen.append(page_of(visitor))

    assert ["door", "designated", "stay", "kind"] == seen
    assert 'value="inpatient" checked' in visitor.text


def test_an_outpatient_visit_is_asked_for_one_day():
    """Only a stay has a day of admission; the question is put in other words."""
    visitor = told_of_person().sends(kind="outpatient")

    assert "哪天看的门诊？" == visitor.heading
    assert "admitted" not in visitor.text
    assert STAY["discharged_year"] not in visitor.text
    assert SLIP["total"] not in visitor.text
