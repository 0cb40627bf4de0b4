"""Nothing sensitive is asked before two consents, and a refusal still leads somewhere."""

import pytest

from tests.webapp.client import Visitor
from webapp.consent import ASKED, VERSION
from webapp.household import Household


def stranger() -> Visitor:
    """Make a visitor who has agreed to nothing yet."""
    return Visitor(agreed=False)


@pytest.mark.parametrize(
    "page", ["ask/status", "visits", "check", "result", "people", "who", "visit/aaaa/bill"]
)
def test_every_page_that_asks_or_tells_waits_for_consent(page):
    """Whoever opens it by its address is asked first."""
    assert "/331000/consent" == stranger().opens(f"/331000/{page}").url


def test_no_box_is_ticked_for_the_person():
    """Two boxes, one for health and one for money, both empty."""
    page = stranger().opens("/331000/consent").text

    assert 2 == page.count('type="checkbox"')
    assert "checked" not in page


@pytest.mark.parametrize("alone", ASKED)
def test_one_alone_is_not_enough(alone):
    """The page says so, keeps the tick that was made, and stores nothing."""
    visitor = stranger().opens("/331000/consent").sends(**{alone: "1"})

    assert 422 == visitor.status
    assert ["两样都同意，才能算钱数。"] == [sentence for _field, sentence in visitor.summary()]
    assert 1 == visitor.text.count("checked")
    assert visitor.cookie() is None


def test_both_lead_on():
    """After both the first question follows, and the version that was agreed to is kept."""
    visitor = stranger().opens("/331000/consent").sends(health="1", money="1")

    assert "给谁算？" == visitor.heading
    assert VERSION == visitor.told().consent


@pytest.mark.parametrize("way", ["chat", "form"])
def test_who_came_for_another_way_goes_on_there(way):
    """Consent leads to the chat or the one page, as a whole page: only such brings its styles."""
    visitor = stranger().opens(f"/331000/{way}")
    assert "hx-post" not in visitor.main
    visitor.sends(health="1").sends(health="1", money="1")

    assert f"/331000/{way}" == visitor.url


def test_a_refusal_still_leads_to_general_information():
    """In words, without a question: what there is, for whom, and whom to call."""
    visitor = stranger().opens("/331000/consent")
    visitor.opens(visitor.links()["不同意，只看一般介绍"])

    assert "台州市的一般介绍" == visitor.heading
    for words in ("低保", "特困人员", "12393", "资助参保"):
        assert words in visitor.main


def test_another_text_is_asked_for_again():
    """Who agreed to an older text is asked anew, and no answer is lost."""
    visitor = Visitor().opens("/331000/ask/scheme").sends(scheme="resident")
    older = Household(visitor.told().persons, consent="0")
    visitor.seal(older)

    assert "/331000/consent" == visitor.opens("/331000/check").url
    visitor.sends(health="1", money="1")
    assert {"scheme": "resident"} == visitor.told().person.answers


def test_a_cookie_that_the_browser_dropped_costs_no_answer():
    """The form says that it was agreed to: what was typed on the open page is taken."""
    visitor = Visitor().opens("/331000/ask/premium")
    visitor.client.delete_cookie("mbs")

    visitor.sends(premium="460")

    assert {"premium": "460.00"} == visitor.told().person.answers


def test_the_notice_fits_one_screen():
    """Who, what for, how long and which rights, in at most 200 characters."""
    page = stranger().opens("/331000/consent").text
    notice = page.partition('<section class="paper notice-text">')[2].partition("</section>")[0]
    words = "".join(notice.replace("<p>", "").replace("</p>", "").split())

    assert 60 <= len(words) <= 200


def test_withdrawing_takes_one_tap():
    """清空 takes the consent back too."""
    visitor = Visitor().opens("/331000/ask/scheme").sends(scheme="resident")
    visitor.client.post("/clear", headers={"Origin": "http://localhost"})

    assert "/331000/consent" == visitor.opens("/331000/result").url
