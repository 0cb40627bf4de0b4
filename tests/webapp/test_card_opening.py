"""Opening a card: never over what is there, under its own document, and clear when it cannot be."""

from dataclasses import replace
from datetime import date

import pytest

import engine
from tests.webapp.cards import address_of, family, holding, member
from tests.webapp.client import KEY, OTHER_KEY, Visitor
from webapp.card.payload import Card, read, write
from webapp.household import Person
from webapp.sealing import ring_of


def text_of(person: Person, *, key: str = KEY, region: str = "331000", pack: str = "") -> str:
    """Write a card for someone of 台州."""
    pack = pack or engine.pack_for(region).id
    return write(Card(region, pack, date(2026, 3, 1), person, "1"), ring_of(key))


def shown(text: str, visitor: Visitor | None = None) -> Visitor:
    """Paste a text into the form of the page."""
    return (visitor or Visitor(agreed=False)).opens("/open").sends(card=text)


def told(person: Person) -> tuple:
    """Give what someone told, whatever the ids."""
    return person.answers, [visit.answers for visit in person.visits]


def test_the_way_back():
    """Another phone, without a cookie: the address on the card brings everything back."""
    card = address_of(holding(member(bills=3)).opens("/331000/card"))
    visitor = shown(card)

    assert "打开这张卡吗？" == visitor.heading
    assert "3 次看病" in visitor.main
    visitor.sends(how="join")
    assert ("/331000/result", "估算结果") == (visitor.url, visitor.heading)
    assert told(member(bills=3)) == told(visitor.told().person)
    assert "1" == visitor.told().consent


def test_looking_at_a_card_changes_nothing():
    """Until it is said how, the sitting stays as it was, and an empty one stays empty."""
    assert shown(text_of(member())).cookie() is None

    visitor = holding(member(bills=1))
    before = visitor.told()
    assert before == shown(text_of(member("1", "mother")), visitor).told()


def test_a_card_joins_the_household():
    """Who already told something keeps it, and the card's person stands beside them."""
    visitor = shown(text_of(member("1", "mother", bills=1)), holding(member("1", "self", bills=3)))

    assert "这里已经填着：本人" in visitor.main
    visitor.sends(how="join")
    mine, hers = visitor.told().persons
    assert (told(member(bills=3)), told(member(bills=1))) == (told(mine), told(hers))
    assert "mother" == hers.who
    assert f"/331000-{hers.id}/result" == visitor.url


def test_a_card_in_the_place_of_all():
    """Only who asks for it loses what was there."""
    visitor = shown(text_of(member("1", "mother", bills=2)), holding(*family()))
    visitor.sends(how="only")

    assert [told(member(bills=2))] == [told(person) for person in visitor.told().persons]


def test_a_second_tap_adds_no_second_person():
    """The form that was sent twice has the same effect as once."""
    visitor = shown(text_of(member(bills=1)), holding(member("1", "self", bills=3)))
    sent = {**visitor.hidden(), "how": "join"}
    visitor.posts("/open/take", sent)
    visitor.posts("/open/take", sent)

    assert 2 == len(visitor.told().persons)


def test_a_card_that_is_here_already():
    """The same person's card scanned again leads to their result, and asks nothing."""
    visitor = shown(text_of(family()[3]), holding(*family()))

    assert "/331000-cccc/result" == visitor.url
    assert 5 == len(visitor.told().persons)


def test_a_card_that_is_here_already_through_htmx():
    """The script that posts the code is told to go to the result as the browser itself would."""
    visitor = holding(member(bills=1)).opens("/open")
    visitor.htmx = True
    visitor.sends(card=text_of(member(bills=1)))

    assert "/331000/result" == visitor.headers["HX-Redirect"]


def test_two_of_oneself():
    """Of two who are 本人, the one who comes by a card is so no longer."""
    visitor = shown(text_of(member("1", "self", bills=1)), holding(member("1", "self", bills=3)))
    visitor.sends(how="join")

    assert ["self", ""] == [person.who for person in visitor.told().persons]


def test_a_document_that_is_gone():
    """Where the card's document is no longer held, that is said, and today's can be used."""
    visitor = shown(text_of(member(bills=1), pack="331000-1999-1"))

    assert "卡上那份文件，本站已经没有了" in visitor.main
    assert "/331000/result" == visitor.sends(how="join").url


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "这不是明白卡上的字"),
        ("随便写的", "这不是明白卡上的字"),
        (text_of(member())[:-9], "卡上的字少了，或者错了"),
        (text_of(member(), key=OTHER_KEY), "这张卡不是本站做的"),
        ("m9" + text_of(member())[2:], "这张卡的样式"),
        (text_of(member(), region="110000", pack="x"), "卡上的地方，这里还不能算"),
    ],
)
@pytest.mark.parametrize("path", ["/open", "/open/take"])
def test_what_cannot_be_opened_says_why_and_what_to_do(path, text, said):
    """Damaged, foreign, too new, of elsewhere: one sentence each, and then what to do."""
    visitor = holding(member(bills=1)).opens("/open")
    before = visitor.told()
    visitor.sends(path, card=text, how="only")

    assert (422, "打开明白卡") == (visitor.status, visitor.heading)
    assert said in visitor.summary()[0][1]
    assert "请" in visitor.summary()[0][1]
    assert before == visitor.told()


def test_an_old_key_opens_for_two_years():
    """Cards sealed before the key was renewed open while the old key is kept."""
    ring = ring_of(f"{OTHER_KEY},{KEY}")
    card = write(Card("331000", "331000-2020-8", date(2025, 1, 1), member(), "1"), ring_of(KEY))

    assert "331000" == read(card, ring).region


def test_an_outdated_page_loses_nothing():
    """A form that was open for days asks for one more tap; taking needs a page of ours."""
    visitor = Visitor(agreed=False).opens("/open")
    visitor.posts("/open", {"card": text_of(member()), "csrf_token": "old"}, origin=None)
    assert (422, "打开明白卡") == (visitor.status, visitor.heading)

    visitor.posts("/open/take", {"card": text_of(member()), "csrf_token": "old"}, origin=None)
    assert 400 == visitor.status
    assert visitor.cookie() is None


def test_the_text_stands_in_the_form_again():
    """What was pasted and could not be opened is there to be mended."""
    assert "随便写的</textarea>" in shown("随便写的").text


def test_a_person_without_consent_is_asked():
    """A card of before the consents opens only after they were given."""
    person = replace(member(bills=1))
    card = Card("331000", "331000-2020-8", date(2026, 3, 1), person)
    visitor = shown(write(card, ring_of(KEY))).sends(how="join")

    assert "/331000/consent" == visitor.url.partition("?")[0]
