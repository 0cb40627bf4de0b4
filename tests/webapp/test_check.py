"""All answers on one page: each can be changed from there, and leads straight back."""

import engine
from tests.webapp.client import Visitor
from tests.webapp.steps import resident, stay, with_visits
from webapp.household import Household

BILL = {"total": "9000.00", "in_scope": "8000.00", "basic_paid": "0.00", "critical_paid": "0.00"}


def at_check(region: str = "331000", **changed: object) -> Visitor:
    """Open the answers of someone who has told all."""
    return with_visits(stay(door="slip", **BILL), **changed).opens(f"/{region}/check")


def test_every_answer_has_its_way_to_change():
    """Each row's link names its question for who cannot see the row, and opens its page."""
    visitor = at_check()
    links = {label: url for label, url in visitor.links().items() if label.startswith("改")}

    assert {
        "改病人有下面哪些身份？",
        "改医疗费总额",
        "改哪天出院的？",
        "改手边的单子",
    } <= links.keys()
    for label, url in links.items():
        page = Visitor().having(visitor.told()).opens(url.partition("#")[0])
        assert 200 == page.status
        assert label.removeprefix("改") in page.main or "单子" in label


def test_a_change_leads_straight_back_and_keeps_all_others():
    """Only the changed answer differs afterwards."""
    visitor = at_check()
    before = visitor.told().person

    visitor.opens("/331000/ask/premium?next=check").sends(premium="380")

    assert "/331000/check" == visitor.url
    after = visitor.told().person
    assert {**before.answers, "premium": "380.00"} == after.answers
    assert before.visits == after.visits


def test_the_way_back_from_a_change_is_the_list_of_answers():
    """返回 without an answer returns to where the change began."""
    visitor = at_check().opens("/331000/ask/premium?next=check")

    assert "/331000/check" == visitor.back()


def test_a_change_that_opens_questions_asks_them_and_comes_back():
    """Another kind of care has other facts: they are asked first, then all answers are shown."""
    household = Household((resident(answers={"scheme": "resident", "status": []}),), "secret")
    visitor = Visitor().having(household).opens("/331000/ask/status?next=check")

    visitor.sends(status="dibao")
    assert "/331000/ask/status_since?next=check" == visitor.url
    visitor.sends(unsure="1").sends(visits="no").sends(premium="460")

    assert "/331000/check" == visitor.url


def test_a_change_survives_a_mistake():
    """A fault on the way does not lose where the change leads back to."""
    visitor = at_check().opens("/331000/ask/premium?next=check").sends(premium="abc")
    assert 422 == visitor.status

    assert "/331000/check" == visitor.sends(premium="380").url


def test_answers_that_no_longer_matter_are_named_and_come_back():
    """In no group nothing is paid: the visits are told apart, kept, and count again later."""
    visitor = at_check()
    before = visitor.told().person

    visitor.opens("/331000/ask/status?next=check").sends(status="none")
    assert "/331000/check" == visitor.url
    assert "现在用不上" in visitor.main
    assert "这一年看过病吗？" in visitor.main
    assert "9,000 元" not in visitor.main
    assert before.visits == visitor.told().person.visits

    visitor.opens("/331000/ask/status?next=check").sends(status="dibao")
    assert "9,000 元" in visitor.main
    assert "现在用不上" not in visitor.main


def test_what_is_still_open_is_said():
    """Who looks at the answers before the end is told, and can go on."""
    visitor = Visitor().opens("/331000/ask/scheme").sends(scheme="resident")

    visitor.opens("/331000/check")

    assert "还有问题没有回答" in visitor.main
    assert "/331000/ask/status?next=check" == visitor.links()["接着填"]


def test_a_place_without_a_document_is_not_asked():
    """Where no document is held, every page of the interview leads to the page that says so."""
    for page in ("ask/scheme", "visits", "check"):
        visitor = Visitor().opens(f"/110000/{page}")
        assert 200 == visitor.status
        assert "/110000/" == visitor.url
        assert "12393" in visitor.main


def test_what_nobody_is_asked_is_offered():
    """Who knows more can tell it: earlier sums, the office's standards, the end of an identity."""
    links = at_check("341722").links()

    for label in (engine.PAGES["opening"].title, engine.PAGES["standards"].title):
        assert label == Visitor().opens(links[label]).heading
    assert 200 == Visitor().opens(links["这个身份哪天取消的？"]).status


def test_a_line_that_the_paper_lacks_leads_to_the_choice_of_paper():
    """The result asks for what a receipt does not show: another paper may."""
    lines = {"total": "1000.00", "basic_paid": "500.00", "other_lump": "100.00"}
    bill = {**lines, "own_paid": "300.00", "out_of_scope": "100.00"}
    visitor = with_visits(stay(door="receipt", **bill)).opens("/331000/result")

    asked = [url for url in visitor.links().values() if "/visit/aaaa/" in url]
    assert ["/331000/visit/aaaa/door?next=check"] == list(dict.fromkeys(asked))
