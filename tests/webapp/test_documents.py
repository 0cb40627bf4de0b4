"""Whose card is of an older document stays under it, until today's is asked for."""

import re
from dataclasses import replace
from datetime import date

import pytest

import engine
from tests.webapp.cards import address_of, holding, member
from tests.webapp.client import KEY, Visitor
from webapp.card.payload import Card, read, write
from webapp.sealing import ring_of

OLD = "320000-2015-135"
OLDER, TODAYS = "苏政办发〔2015〕135号", engine.pack_for("321200").number


def older_card() -> str:
    """Write a card of 泰州 in Jiangsu, of the time before the city had a document of its own."""
    return write(Card("321200", OLD, date(2026, 3, 1), member(bills=1), "1"), ring_of(KEY))


def shown(text: str, visitor: Visitor | None = None) -> Visitor:
    """Paste a card into the form of the page."""
    return (visitor or Visitor(agreed=False)).opens("/open").sends(card=text)


def opened() -> Visitor:
    """Open the older card where nothing was told yet."""
    return shown(older_card()).sends(how="join")


def sum_in(visitor: Visitor) -> str:
    """Give the large figure of a result."""
    return re.search(r'<p class="sum">(.*?)</p>', visitor.text)[1]


def test_under_its_own_document():
    """Where another document counts by now, the card says so, and stays under its own."""
    visitor = shown(older_card())
    assert "这里现在用的是另一份文件" in visitor.main
    assert OLDER in visitor.main

    visitor.sends(how="join")
    assert "/321200/result" == visitor.url
    assert "这还是按卡上那份文件算的" in visitor.main
    for page in ("result", "card", ""):
        visitor.opens(f"/321200/{page}")
        assert OLDER in visitor.main
        assert TODAYS not in visitor.main


def test_its_own_document_asks_and_reckons():
    """What is due under the card's document is what was due before today's was there."""
    alone = holding(replace(member(bills=1), pack=OLD)).opens("/321200/result")
    before = holding(member(bills=1)).opens("/320500/result")

    assert sum_in(before) == sum_in(alone)
    assert sum_in(alone) != sum_in(holding(member(bills=1)).opens("/321200/result"))


@pytest.mark.parametrize("htmx", [False, True])
def test_todays_document_when_asked_for(htmx):
    """One tap, and from then on the document of today counts, on every page."""
    visitor = opened()
    visitor.htmx = htmx
    visitor.sends()

    assert ("/321200/result", "估算结果") == (visitor.url, visitor.heading)
    assert TODAYS in visitor.main
    assert "按现在的文件重新算" not in visitor.main
    assert OLDER not in visitor.opens("/321200/card").main


def test_the_older_document_counts_where_it_is_of():
    """In a place that the card's document never served, that place's own is used."""
    visitor = opened().opens("/331000/result")

    assert engine.pack_for("331000").number in visitor.main
    assert "按现在的文件重新算" not in visitor.main


def test_a_card_of_a_card_keeps_the_document():
    """A card made from a card names the document of the first; opened here, it is here already."""
    visitor = opened().opens("/321200/card")
    again = read(address_of(visitor), ring_of(KEY))

    assert OLD == again.pack
    assert "/321200/result" == shown(address_of(visitor), visitor).url


def test_the_older_card_after_todays_document():
    """Who went on to today's document and opens the old card again is asked, and loses nothing."""
    visitor = opened().sends()

    assert "打开这张卡吗？" == shown(older_card(), visitor).heading


def test_two_documents_on_one_card():
    """Each of two people is named with the document that counts for them."""
    older = replace(member("1", "self", bills=1), pack=OLD)
    card = holding(older, member("aaaa", "mother", bills=1)).opens("/321200/card").main

    assert "本人：按《" in card
    assert f"{OLDER}算母亲：按《" in card
    assert f"{TODAYS}算" in card
