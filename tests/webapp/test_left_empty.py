"""Fields left empty: told what to do with them, or taken as not known, never as nothing."""

from tests.webapp.steps import SLIP
from tests.webapp.test_bad_input import SLIP_LINES, bill_page, refused, stay_page
from webapp.household import Mark


def test_an_empty_field_is_told_what_its_own_page_offers():
    """Of several fields one may tick a line off or leave all the rest; no other button is named."""
    days, lines = (dict(refused(page.sends())) for page in (stay_page(), bill_page()))

    assert ["admitted", "discharged"] == list(days)
    assert all("点“空着的都不清楚，继续”" in words for words in (*days.values(), lines["total"]))
    assert "或勾“没有这一行”" in lines["basic_paid"]


def test_a_sum_that_does_not_balance_can_stand_beside_lines_that_are_not_known():
    """The button that takes the paper as it is takes what was left empty as not known, too."""
    left_empty = {name: text for name, text in SLIP.items() if not name.startswith("critical")}
    visitor = bill_page().sends(**{**left_empty, "out_of_scope": "10001"}, unsure="1")
    assert "单子真是这样，就按这个继续" in visitor.main

    visitor.sends(**{**left_empty, "out_of_scope": "10001"}, unsure="accept")

    assert Mark.UNSURE == visitor.told().person.visits[0].answers["critical_paid"]


def test_what_is_left_empty_is_not_zero():
    """An empty line is asked for; 空着的都不清楚 takes it as not known and keeps the others."""
    visitor = bill_page().sends(total="90000")
    assert 6 == len(refused(visitor))  # 先行自付 may be left out

    visitor.sends(total="90000", unsure="1")

    bill = {name: visitor.told().person.visits[0].answers[name] for name in SLIP_LINES}
    assert {**dict.fromkeys(SLIP_LINES, Mark.UNSURE), "total": "90000.00"} == bill
