"""The list of visits: entries with ids of their own, added, changed and removed in any order."""

from tests.webapp.client import Visitor
from tests.webapp.steps import SLIP, stay, with_visits
from tests.webapp.years import year_of
from webapp.household import Mark

BILL = {"total": "9000.00", "in_scope": "8000.00", "basic_paid": "0.00", "critical_paid": "0.00"}


def ids(visitor: Visitor) -> list[str]:
    """Give the visits that the browser keeps, in order."""
    return [visit.id for visit in visitor.told().person.visits]


def post(visitor: Visitor, action: str, **data: str) -> Visitor:
    """Press a button of the list."""
    path = f"/331000/visits/{action}"
    return visitor.posts(path, {"csrf_token": visitor.token(), **data})


def test_a_first_visit_is_made_when_there_was_one():
    """看过 leads straight to the first visit; a second tap makes no second one."""
    visitor = Visitor().opens("/331000/ask/visits").sends(visits="yes")
    assert 1 == len(ids(visitor))

    visitor.opens("/331000/ask/visits").sends(visits="yes")

    assert 1 == len(ids(visitor))


def test_a_visit_is_added_once_however_often_the_button_is_tapped():
    """The page proposes the id: ten taps with it are one visit."""
    visitor = with_visits(stay("aaaa", door="slip", **BILL))
    for _tap in range(10):
        post(visitor, "add", visit="bbbb")

    assert ["aaaa", "bbbb"] == ids(visitor)
    assert "/331000/visit/bbbb/kind" == visitor.url


def test_a_foreign_id_is_not_taken():
    """What is no id of ours does not come into the addresses."""
    visitor = post(with_visits(stay()), "add", visit="../../etc")

    [_first, second] = ids(visitor)
    assert second.isalnum()
    assert 4 == len(second)


def test_a_removed_visit_can_be_brought_back():
    """撤销 puts it back to its place with all its answers."""
    visitor = with_visits(stay("aaaa"), stay("bbbb", door="slip", **BILL), stay("cccc"))
    before = visitor.told().person.visits

    post(visitor, "remove", visit="bbbb")
    assert ["aaaa", "cccc"] == ids(visitor)
    assert "撤销" in visitor.main

    post(visitor, "restore")
    assert before == visitor.told().person.visits
    assert "撤销" not in visitor.main


def test_the_last_visit_can_be_removed_and_brought_back():
    """An empty list still offers to bring back, and to add."""
    visitor = post(with_visits(stay()), "remove", visit="aaaa")

    assert "现在一次也没有" in visitor.main
    assert ["aaaa"] == ids(post(visitor, "restore"))


def test_a_list_emptied_for_good_asks_again_whether_there_were_visits():
    """就这些 with nothing in the list is no answer to whether a doctor was seen."""
    visitor = post(with_visits(stay()), "remove", visit="aaaa")

    assert "/331000/ask/visits" == post(visitor, "done").url


def test_a_visit_that_is_gone_leads_to_the_list():
    """An old page, or one of another tab, is told so in words and is no error."""
    visitor = with_visits(stay())
    for page in ("kind", "bill", "door"):
        visitor.opens(f"/331000/visit/zzzz/{page}")
        assert 200 == visitor.status
        assert "已经不在列表里" in visitor.main
    visitor.posts("/331000/visit/zzzz/kind", {"csrf_token": visitor.token(), "kind": "inpatient"})
    assert "已经不在列表里" in visitor.main


def test_the_list_names_each_visit_and_what_is_open():
    """Each has its day, kind and total; one that is not complete is gone on with."""
    visitor = with_visits(stay("aaaa", door="slip", **BILL), stay("bbbb"))

    assert "2022年11月10日 住院 总额 9,000 元" in visitor.main
    assert "/331000/visit/bbbb/bill" in visitor.text
    assert "/331000/visit/aaaa/bill" not in visitor.text


def test_answering_no_keeps_what_was_told():
    """没看过 hides the visits; changing back shows them all again."""
    visitor = with_visits(stay("aaaa", door="slip", **BILL))
    before = visitor.told().person.visits

    visitor.opens("/331000/ask/visits?next=check").sends(visits="no")
    assert "/331000/check" == visitor.url
    assert "9,000 元" not in visitor.main

    visitor.opens("/331000/ask/visits?next=check").sends(visits="yes")
    assert "9,000 元" in visitor.main
    assert before == visitor.told().person.visits


def test_another_paper_hides_the_lines_of_the_first():
    """Copied from a receipt, only its lines count; the slip's are kept for changing back."""
    visitor = with_visits(stay("aaaa", door="slip", **BILL))
    visitor.opens("/331000/visit/aaaa/door?next=check").sends(door="receipt")
    lines = {"basic_paid": "500", "other_lump": "100", "own_paid": "300", "out_of_scope": "100"}
    visitor.sends(total="1000", **lines)

    assert "/331000/check" == visitor.url
    assert "500 + 100 + 300 = 900 元" in visitor.main
    assert "8,000 元" not in visitor.main
    assert "8000.00" == visitor.told().person.visits[0].answers["in_scope"]


def test_a_slip_without_the_line_is_reckoned_from_total_and_own_costs():
    """An old slip names no costs within the policy: they are derived, and shown how."""
    visitor = with_visits(stay(door="slip")).opens("/331000/visit/aaaa/bill")
    visitor.sends(**{**SLIP, "in_scope": "", "in_scope_none": "1"})

    assert "90,000 − 10,000 = 80,000 元" in visitor.opens("/331000/check").main


def test_no_such_line_is_not_zero():
    """A line printed as 0 and a line that is not there stay two answers."""
    visitor = with_visits(stay(door="slip")).opens("/331000/visit/aaaa/bill")
    visitor.sends(**{**SLIP, "critical_paid": "", "critical_paid_none": "1"})
    answers = visitor.told().person.visits[0].answers

    assert Mark.NO_LINE is answers["critical_paid"]
    assert "0.00" == answers["basic_paid"]
    visitor.opens("/331000/visit/aaaa/bill")
    assert 'id="critical_paid-none" value="1" checked' in visitor.text
    assert 'id="basic_paid-none" value="1">' in visitor.text


def test_sums_of_earlier_this_year():
    """What came before the first visit is told in round figures, and shown with the answers."""
    visitor = with_visits(stay("aaaa", door="slip", **BILL))

    visitor.opens("/331000/ask/opening").sends(opening_aid_base="3万")

    assert "/331000/visits" == visitor.url
    assert "30,000 元" in visitor.opens("/331000/check").main


def test_more_visits_than_a_cookie_holds():
    """Instead of losing an answer the page says that no more fits, and what can be done."""
    many = year_of(60, seed=1)
    visitor = Visitor().having(many).opens("/341722/ask/standards")
    bands = "\n".join(f"{n * n * 7919}.{n % 97:02} {n * 37 % 101}%" for n in range(60))

    visitor.sends(critical_tiers=bands)

    assert 422 == visitor.status
    assert "记不下" in visitor.heading
    assert many.persons == visitor.told().persons
