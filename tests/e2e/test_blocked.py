"""When our own files do not arrive, the whole way can still be gone."""

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import PHONE
from tests.e2e.chatter import Chatter
from tests.e2e.journeys import begins, finishes, tells_about_taizhou
from tests.e2e.visitor import Visitor
from tests.serving.server import serving
from tests.talk.dialogues import dialogues

MISSING = {
    "no style": ("**/*.css*", {"status": 404}),
    "no script": ("**/*.js*", {"status": 404}),
    "neither, and cut off": ("**/static/**", {}),
}


@pytest.fixture
def visitor(browser, base_url):
    """Give a visitor whose browser is not watched, for it complains of what does not arrive."""
    with browser.new_context(base_url=base_url, **PHONE) as phone:
        yield Visitor(phone.new_page())


@pytest.mark.parametrize(("files", "answer"), MISSING.values(), ids=MISSING)
def test_the_way_can_be_gone_without(visitor, files, answer):
    """From the first page to the amount, with nothing but the pages themselves."""
    visitor.page.route(files, lambda route: route.fulfill(**answer) if answer else route.abort())
    begins(visitor)
    tells_about_taizhou(visitor)
    finishes(visitor)

    visitor.reads("五万七千五百元")


@pytest.mark.parametrize("files", ["**/app*.js*", "**/htmx*.js*"], ids=["htmx alone", "ours alone"])
def test_the_chat_with_one_script_of_two(visitor, files):
    """Whichever of the two does not arrive, a dialogue goes its way to the result."""
    visitor.page.route(files, lambda route: route.abort())
    dialogue = next(one for one in dialogues() if one.name == "jiangsu")
    chatter = Chatter(visitor.page, dialogue.region)
    for line in dialogue.lines:
        chatter.follows(line)

    expect(visitor.page.locator(".sum")).to_be_visible()


def test_a_page_is_read_from_its_top_without_our_script(visitor):
    """Where htmx alone came, the next question still begins on the screen."""
    visitor.page.route("**/app*.js*", lambda route: route.abort())
    begins(visitor)
    visitor.answers("您参加的是哪种医保？", "城乡居民医保")
    visitor.is_asked("您有下面哪些身份？")
    visitor.goes_on("不清楚")
    visitor.is_asked("这一年看过病吗？")

    expect(visitor.page.locator("h1")).to_be_in_viewport()


@pytest.mark.parametrize("body", ["", "if (old?.phone) {} else {"], ids=["empty", "not understood"])
def test_our_script_may_come_without_htmx(visitor, body):
    """A phone too old to read htmx has ours alone: it breaks nothing, and a form is sent once."""
    visitor.page.route("**/htmx*", lambda route: route.fulfill(body=body))
    posts = []
    visitor.page.on("request", lambda sent: posts.append(sent.url) if sent.method == "POST" else 0)
    begins(visitor)
    before = len(posts)
    visitor.answers("您参加的是哪种医保？", "城乡居民医保")
    visitor.is_asked("您有下面哪些身份？")

    assert before + 1 == len(posts)


@pytest.mark.parametrize("script", [True, False])
def test_workers_killed_while_a_question_is_open(browser, script):
    """The answer is sent into a server whose workers have just died, and is taken."""
    with serving() as server:
        home = f"http://127.0.0.1:{server.port}"
        with browser.new_context(base_url=home, java_script_enabled=script, **PHONE) as phone:
            visitor = Visitor(phone.new_page())
            begins(visitor)
            visitor.chooses("城乡居民医保")
            server.kill_workers()
            visitor.goes_on()
            visitor.is_asked("您有下面哪些身份？")


def test_the_page_that_asks_to_wait_is_heard(visitor):
    """It takes the place of the question, and a screen reader is at its heading."""
    begins(visitor)
    visitor.chooses("城乡居民医保")
    wait = "<main id=main><h1 tabindex=-1>点得太快了</h1></main>"
    visitor.page.route("**/ask/**", lambda route: route.fulfill(status=429, body=wait))
    visitor.goes_on()

    visitor.is_asked("点得太快了")
    expect(visitor.page.locator("h1")).to_be_focused()
