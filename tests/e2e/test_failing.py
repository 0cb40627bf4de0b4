"""When the network or the server fails on the way: it is said once, and nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import PHONE
from tests.e2e.journeys import begins
from tests.e2e.visitor import Visitor

NEXT = "您有下面哪些身份？"


@pytest.fixture
def visitor(browser, base_url):
    """Give a visitor who has chosen an answer, on a phone where failures are to be seen."""
    with browser.new_context(base_url=base_url, **PHONE) as context:
        visitor = Visitor(context.new_page())
        begins(visitor)
        visitor.chooses("城乡居民医保")
        yield visitor


def test_the_network_is_cut(visitor):
    """The status line says so, the choice stays, and a second tap goes on."""
    visitor.page.route("**/ask/**", lambda route: route.abort())
    visitor.goes_on()

    expect(visitor.page.locator("#live")).to_contain_text("您填的都还在")
    expect(visitor.row("城乡居民医保")).to_be_checked()
    assert visitor.page.locator("#main").get_attribute("aria-busy") is None

    visitor.page.unroute("**/ask/**")
    visitor.goes_on()
    visitor.is_asked(NEXT)
    expect(visitor.page.locator("#live")).to_be_empty()


@pytest.mark.parametrize("status", [500, 502, 404])
def test_the_server_fails(visitor, status):
    """Whatever comes instead of the next page does not replace the form."""
    failed = {"status": status, "body": "x"}
    visitor.page.route("**/ask/**", lambda route: route.fulfill(**failed))
    with visitor.page.expect_response(lambda answer: answer.status == status):
        visitor.goes_on()

    expect(visitor.page.locator("#live")).to_contain_text("没有成功")
    expect(visitor.row("城乡居民医保")).to_be_checked()


def test_ten_taps_are_one_answer(visitor):
    """While an answer is on its way further taps send nothing, and the next page comes once."""
    methods = []
    visitor.page.on("request", lambda sent: methods.append(sent.method))
    visitor.page.evaluate(
        "for (let tap = 0; tap < 10; tap++) document.querySelector('#main button').click()"
    )
    visitor.is_asked(NEXT)

    assert 1 == methods.count("POST")


def test_without_htmx_the_form_posts_by_itself(phone):
    """Where htmx does not arrive, everything works as without script."""
    phone.route("**/htmx.min.js*", lambda route: route.fulfill(status=200, body=""))
    visitor = Visitor(phone.new_page())
    begins(visitor)

    visitor.answers("您参加的是哪种医保？", "城乡居民医保")

    visitor.is_asked(NEXT)
