"""What a word means is one tap away, and the page behind stays as it was."""

import pytest
from playwright.sync_api import expect

from tests.e2e.accessible import assert_accessible
from tests.e2e.journeys import begins
from tests.e2e.visitor import Visitor

OPEN = ".meaning:visible"


@pytest.fixture
def words(page):
    """Give the page of a place without a document, where many words are explained."""
    page.goto("/110000/")
    return page.locator("a.word")


def test_a_tap_shows_the_meaning_and_a_tap_takes_it_away(page, words):
    """The meaning lies over the page, has focus, and gives focus back to its word."""
    before = page.evaluate("scrollY")
    words.first.click()

    expect(page.locator(OPEN)).to_have_count(1)
    expect(page.locator(OPEN)).to_be_focused()
    assert_accessible(page)
    page.locator(OPEN).get_by_role("link", name="知道了").click()
    expect(page.locator(OPEN)).to_have_count(0)
    expect(words.first).to_be_focused()
    assert abs(page.evaluate("scrollY") - before) < 740
    assert page.url.endswith("/110000/")


def test_it_closes_by_escape_by_tab_and_by_a_tap_beside(page, words):
    """Nobody is caught in it, and nothing stays hidden under it."""
    for leave in (
        lambda: page.keyboard.press("Escape"),
        lambda: [page.keyboard.press("Tab") for _press in range(2)],
        lambda: page.locator("h1").click(),
    ):
        words.first.click()
        expect(page.locator(OPEN)).to_have_count(1)
        page.evaluate("scrollTo(0, 0)")
        leave()
        expect(page.locator(OPEN)).to_have_count(0)


def test_what_was_typed_stays(page):
    """A word may be looked up in the middle of an answer; the way back is as long as it was."""
    visitor = Visitor(page)
    begins(visitor)
    visitor.answers("您参加的是哪种医保？", "城乡居民医保")
    visitor.answers("您有下面哪些身份？", "低保")
    visitor.dates("2021-03-01")
    visitor.goes_on()
    visitor.answers("这一年看过病吗？", "看过")
    visitor.is_asked("今年个人要交多少医保费？")
    visitor.fills("今年个人要交多少医保费？", "460")
    entries = page.evaluate("history.length")
    page.locator("h1 a.word").click()
    page.locator(OPEN).get_by_role("link", name="知道了").click()

    expect(page.get_by_label("今年个人要交多少医保费？")).to_have_value("460")
    assert entries == page.evaluate("history.length")


def test_without_script_the_same_tap_works(plain_page):
    """The links work by their own address: shown over the page, and back to the word."""
    plain_page.goto("/110000/")
    plain_page.locator("a.word").first.click()

    expect(plain_page.locator(OPEN)).to_have_count(1)
    assert_accessible(plain_page)
    plain_page.locator(OPEN).get_by_role("link", name="知道了").click()
    expect(plain_page.locator(OPEN)).to_have_count(0)
    expect(plain_page.locator("a.word").first).to_be_in_viewport()
