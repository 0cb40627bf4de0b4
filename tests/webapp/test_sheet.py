"""The page with all questions: the same answers as one by one, nothing lost between the two."""

import re
from html import unescape

import pytest

import engine
from tests.webapp.client import Visitor
from tests.webapp.steps import told_all
from webapp.household import Household, Mark, Person, Visit

FILLED = {
    "scheme": "resident",
    "status": "dibao",
    "premium": "460",
    "status_since-year": "2021-03-01",
}
BILL = {
    "kind": "inpatient",
    "admitted-year": "2022-3-1",
    "discharged-year": "2022.3.10",
    "designated": "yes",
    "door": "slip",
    "total": "90000",
    "in_scope": "8万",
    "out_of_scope": "10000",
    "basic_paid": "0",
    "critical_paid": "0",
    "other_paid-none": "1",
    "aid_paid-none": "1",
}
TEXTS = dict.fromkeys(("class_b_own", "other_paid", "aid_paid", "commercial_paid"), "")


def fills(visitor: Visitor, visit: str = "aaaa", **changed: str) -> Visitor:
    """Fill in the sheet of one stay in 台州 and press 看结果."""
    visitor.opens("/331000/form")
    bill = {f"{visit}-{name}": value for name, value in {**TEXTS, **BILL}.items()}
    data = {**visitor.hidden(), **FILLED, **bill, "spare": visit, **changed}
    return visitor.posts("/331000/form", data)


def test_one_page_leads_to_the_amount_reckoned_by_hand():
    """台州, 低保, 80,000.00 in scope: aid 57,500.00, as question by question."""
    visitor = fills(Visitor())

    assert "/331000/result" == visitor.url
    assert "57,500" in visitor.main


def test_the_sheet_and_the_interview_keep_the_same_answers():
    """What was told one by one stands on the sheet; sent unchanged, it changes nothing."""
    visitor = told_all()
    before = visitor.told().persons
    visitor.opens("/331000/form")
    visit_id = before[0].visits[0].id
    assert f'name="{visit_id}-in_scope"' in visitor.text

    data = {**form_data(visitor.text), **visitor.hidden()}
    visitor.posts("/331000/form", data)

    assert before[0].answers == visitor.told().person.answers
    assert before[0].visits == visitor.told().person.visits


def test_a_fault_keeps_everything_else():
    """The wrong field is named; what could be read is taken; all that was typed stands."""
    visitor = fills(Visitor(), **{"aaaa-total": "九万多一点", "premium": "46o"})

    assert 422 == visitor.status
    assert ["premium", "aaaa-total"] == [field for field, _sentence in visitor.summary()]
    assert 'value="九万多一点"' in visitor.text
    assert 'value="46o"' in visitor.text
    assert "resident" == visitor.told().person.answers["scheme"]
    assert "80000.00" == visitor.told().person.visits[0].answers["in_scope"]


def test_lines_that_do_not_add_up_may_stand():
    """A paper that errs is taken after one more press."""
    visitor = fills(Visitor(), **{"aaaa-out_of_scope": "20000"})
    assert 422 == visitor.status
    assert "单子真是这样" in visitor.text

    visitor.posts("/331000/form", {**visitor.hidden(), **form_data(visitor.text), "accept": "1"})

    assert "/331000/result" == visitor.url


def test_what_is_left_empty_stays_unsure():
    """不清楚 told before is not asked again because the sheet shows an empty field."""
    person = Person({"scheme": "resident", "premium": Mark.UNSURE})
    visitor = Visitor().having(Household((person,), "s")).opens("/331000/form")

    visitor.posts("/331000/form", {**visitor.hidden(), **form_data(visitor.text)})

    assert Mark.UNSURE is visitor.told().person.answers["premium"]


def test_an_empty_sheet_makes_no_visit():
    """Nothing typed is nothing told."""
    visitor = Visitor().opens("/331000/form")
    visitor.posts("/331000/form", {**visitor.hidden(), **form_data(visitor.text)})

    assert () == visitor.told().person.visits


def test_another_visit_is_added_and_taken_out():
    """Both buttons keep what stands on the page; what was taken out can be brought back."""
    visitor = fills(Visitor(), add="1")
    first, second = visitor.told().person.visits
    assert "90000.00" == first.answers["total"]
    data = {**form_data(visitor.text), **visitor.hidden()}

    visitor.posts("/331000/form", {**data, "remove": second.id, "premium": "470"})

    assert [first.id] == [visit.id for visit in visitor.told().person.visits]
    assert "470.00" == visitor.told().person.answers["premium"]


def test_another_paper_has_other_lines():
    """换单子 keeps what was typed, and shows the lines of the receipt."""
    visitor = fills(Visitor(), redraw="aaaa", **{"aaaa-door": "receipt"})

    assert "/331000/form" == visitor.url.partition("?")[0]
    assert 'name="aaaa-own_paid"' in visitor.text
    assert "90000.00" == visitor.told().person.visits[0].answers["total"]


@pytest.mark.parametrize("pack", engine.packs(), ids=lambda pack: pack.id)
def test_every_document_has_its_sheet(pack):
    """All that a document reads of a person and of a stay at a known place stands on one page."""
    stay = Visit("aaaa", {"kind": "inpatient", "place": "province"})
    visitor = Visitor().having(Household((Person(visits=(stay,)),), "s"))
    page = visitor.opens(f"/{pack.region}/form").text

    for path in engine.read_paths(pack.id) - {"visits"}:
        question = next(q for q in engine.QUESTIONS.values() if q.path == path)
        if question.of_visit and question.id in engine.PAGES["bill"].questions:
            continue
        name = f"aaaa-{question.id}" if question.of_visit else question.id
        assert f'name="{name}"' in page or f'name="{name}-year"' in page, name


def form_data(page: str) -> dict[str, str]:
    """Read what a page's fields hold, as a browser would send it."""
    main = page.partition("<main")[2]
    texts = re.findall(r'<input type="text" name="([^"]+)"[^>]*? value="([^"]*)"', main)
    ticks = re.findall(r'<input type="checkbox" name="([^"]+)"[^>]*? value="([^"]*)" checked', main)
    lists = re.findall(r'<select name="([^"]+)".*?</select>', main, re.DOTALL)
    blocks = re.findall(r"<select name=.*?</select>", main, re.DOTALL)
    chosen = [re.search(r'<option value="([^"]*)" selected', block) for block in blocks]
    selects = [(name, found[1] if found else "") for name, found in zip(lists, chosen, strict=True)]
    return {name: unescape(value) for name, value in (*texts, *ticks, *selects)}
