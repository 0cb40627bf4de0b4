"""How one page follows another: focus, title, one round trip, back and forward, clearing."""

import pytest
from playwright.sync_api import expect

from tests.e2e.journeys import begins, finishes, tells_about_taizhou
from tests.e2e.visitor import Visitor


@pytest.fixture
def visitor(page):
    """Give a visitor at the first question of 台州."""
    visitor = Visitor(page)
    begins(visitor)
    visitor.is_asked("您参加的是哪种医保？")
    return visitor


def test_the_new_heading_has_focus(visitor):
    """After an answer a screen reader is at the next question, and the title is its own."""
    visitor.answers("您参加的是哪种医保？", "城乡居民医保")

    heading = visitor.page.locator("h1")
    expect(heading).to_have_text("您有下面哪些身份？")
    expect(heading).to_be_focused()
    expect(visitor.page).to_have_title("您有下面哪些身份？ - 明白算")


def test_one_round_trip(visitor):
    """An answer brings the next question along."""
    asked = []
    visitor.page.on(
        "request", lambda request: asked.append((request.method, request.resource_type))
    )
    visitor.answers("您参加的是哪种医保？", "城乡居民医保")
    visitor.is_asked("您有下面哪些身份？")

    # The browser may fetch the icon at any time.
    assert ["POST"] == [method for method, kind in asked if kind in ("document", "xhr", "fetch")]
    assert visitor.page.url.endswith("/331000/ask/status")


def test_back_and_forward(visitor):
    """The browser's own buttons show each question with the answer that was given."""
    visitor.answers("您参加的是哪种医保？", "城乡居民医保")
    visitor.answers("您有下面哪些身份？", "低保")
    visitor.is_asked("这个身份从哪天开始？")

    visitor.page.go_back()
    visitor.is_asked("您有下面哪些身份？")
    expect(visitor.row("低保")).to_be_checked()
    visitor.page.go_back()
    visitor.is_asked("您参加的是哪种医保？")
    expect(visitor.row("城乡居民医保")).to_be_checked()
    visitor.page.go_forward()
    visitor.is_asked("您有下面哪些身份？")
    expect(visitor.row("低保")).to_be_checked()


def test_an_error_keeps_what_was_typed(visitor):
    """What cannot be read stays in its field, and the summary leads there."""
    visitor.answers("您参加的是哪种医保？", "城乡居民医保")
    visitor.answers("您有下面哪些身份？", "低保")
    visitor.dates("2021-03-01")
    visitor.goes_on()
    visitor.answers("这一年看过病吗？", "看过")
    visitor.writes("今年个人要交多少医保费？", "四百多")

    expect(visitor.page.locator("#err")).to_be_focused()
    field = visitor.page.get_by_label("今年个人要交多少医保费？")
    expect(field).to_have_value("四百多")
    visitor.page.locator("#err a").click()
    expect(field).to_be_focused()


def test_the_large_face_stays_on_the_page(visitor):
    """长辈版 is one tap on any page, comes back to it, and keeps the answers."""
    visitor.answers("您参加的是哪种医保？", "城乡居民医保")
    visitor.is_asked("您有下面哪些身份？")
    visitor.goes_on("长辈版")

    visitor.is_asked("您有下面哪些身份？")
    size = visitor.page.evaluate("getComputedStyle(document.body).fontSize")
    assert size == "24px"
    visitor.goes_on("标准版")
    visitor.is_asked("您有下面哪些身份？")


def test_clearing(visitor):
    """One tap clears; nothing of the answers is left in the browser."""
    tells_about_taizhou(visitor)
    finishes(visitor)
    visitor.goes_on("清空 我填的内容")
    visitor.is_asked("已经清空")

    assert [] == [cookie["name"] for cookie in visitor.page.context.cookies()]
    kept = visitor.page.evaluate("[{...localStorage}, {...sessionStorage}]")
    assert [{}, {"htmx-current-path-for-history": "/cleared"}] == kept
    visitor.opens("/331000/check")
    visitor.is_asked("先说清楚，再问您")


def test_an_answer_is_changed_from_the_result(visitor):
    """From the result to the answers, one is changed, and the result is another."""
    tells_about_taizhou(visitor)
    finishes(visitor)
    visitor.follows("改答案")
    visitor.follows("改 您有下面哪些身份？")
    visitor.touch(visitor.row("低保"))
    visitor.answers("您有下面哪些身份？", "特困人员（五保）")
    visitor.is_asked("看看填得对不对")
    visitor.follows("看结果")

    visitor.reads("八万元")
