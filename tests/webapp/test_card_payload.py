"""The text of a card: what goes in comes out, and whatever is wrong with it has a name."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.webapp.cards import member
from tests.webapp.test_packing import PERSONS
from webapp.card.payload import Card, Unreadable, read, write
from webapp.card.qr import LONGEST
from webapp.household import Person
from webapp.sealing import Ring

OLD, NEW, OTHER = Ring((b"o" * 32,)), Ring((b"n" * 32, b"o" * 32)), Ring((b"x" * 32,))


def card(person: Person) -> Card:
    """Make a card of 台州 for someone."""
    return Card("331000", "331000-2020-8", date(2026, 3, 1), person, "1")


def fault(text: str, ring: Ring = NEW) -> str:
    """Name what is wrong with a text."""
    with pytest.raises(Unreadable) as found:
        read(text, ring)
    return found.value.kind


@given(PERSONS)
def test_what_goes_in_comes_out(person):
    """Every answer and every visit is read back; only what was taken out is forgotten."""
    back = read(write(card(person), NEW), NEW)

    assert ("331000", "331000-2020-8", date(2026, 3, 1), "1") == (*back[:3], back.consent)
    assert (person.answers, person.done, person.who) == (
        back.person.answers,
        back.person.done,
        back.person.who,
    )
    assert [(visit.answers, visit.door) for visit in person.visits] == [
        (visit.answers, visit.door) for visit in back.person.visits
    ]
    assert len({visit.id for visit in back.person.visits}) == len(person.visits)


@pytest.mark.parametrize("bills", [0, 1, 3, 6])
def test_a_usual_year_fits_one_code(bills):
    """Six bills and all that is asked of a person take no more than 500 bytes."""
    assert len(write(card(member(bills=bills, premium="460.00")), NEW)) <= LONGEST


def test_an_old_key_still_opens():
    """After the key was renewed, what is on paper opens as before."""
    assert member() == replace(read(write(card(member()), OLD), NEW).person)


@pytest.mark.parametrize("wrap", ["https://example.org/open#{}", " {}\n", "#{}"])
def test_the_whole_address_may_be_pasted(wrap):
    """Whether the address, its end, or with blanks around: it is the same card."""
    text = write(card(member()), NEW)

    assert member() == read(wrap.format(text), NEW).person


def test_lines_broken_in_a_message_do_no_harm():
    """A messenger that breaks the text into lines has not damaged it."""
    text = write(card(member()), NEW)

    assert member() == read("\n".join([text[:50], text[50:120], text[120:]]), NEW).person


@given(st.integers(0, 10_000), st.sampled_from("ABCDabcd0123-_"))
def test_one_wrong_letter_is_damage(place, letter):
    """One letter changed anywhere is told as damage, never opened as something else."""
    text = write(card(member(bills=1)), NEW)
    at = 2 + place % (len(text) - 2)

    changed = text[:at] + letter + text[at + 1 :]
    assert changed == text or "damaged" == fault(changed)


@pytest.mark.parametrize("kept", [6, 20, 100, -1])
def test_a_part_is_damage(kept):
    """A text that was cut is told as damage."""
    assert "damaged" == fault(write(card(member()), NEW)[:kept])


def test_another_site_is_told_apart():
    """A whole card that none of our keys opens is not damaged: it is someone else's or too old."""
    assert "foreign" == fault(write(card(member()), OTHER))


@pytest.mark.parametrize(
    "text", ["", "#", "https://example.org/", "明白卡", "x1abc", "m", "m1" + "a" * 9000]
)
def test_other_texts_are_none(text):
    """What never was a card is called that."""
    assert "none" == fault(text)


def test_a_form_of_later_is_told():
    """A card of a form that is not known here is told as such."""
    assert "form" == fault("m2" + write(card(member()), NEW)[2:])
