"""The dialogues in a browser, with script and without, and how the chat behaves under a thumb."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.chatter import Chatter
from tests.e2e.inspector import Inspector
from tests.e2e.visitor import Visitor
from tests.talk.dialogues import Dialogue, Line, dialogues

EVERY = dialogues()
CARE = 3  # the line after the words of kindness
FACES = {
    "light": ("light", False, "ltr"),
    "dark": ("dark", False, "ltr"),
    "elder": ("light", True, "ltr"),
    "turned": ("light", False, "rtl"),
}


@pytest.mark.parametrize("dialogue", EVERY, ids=lambda dialogue: dialogue.name)
def test_a_dialogue_in_the_browser(page, dialogue: Dialogue):
    """Every script goes in a phone's browser as it was written."""
    chatter = Chatter(page, dialogue.region)

    for line in dialogue.lines:
        chatter.follows(line)


@pytest.mark.parametrize("name", ["taizhou", "jiangsu"])
def test_a_dialogue_without_script(plain_page, name):
    """The same by plain forms, for browsers that run nothing."""
    dialogue = next(one for one in EVERY if one.name == name)
    chatter = Chatter(plain_page, dialogue.region)

    for line in dialogue.lines:
        chatter.follows(line)


@pytest.mark.parametrize("face", FACES)
def test_every_state_is_large_enough_and_named(page, face):
    """The first question, pieces heard, checkboxes, a reply, kindness, the result: in each face."""
    scheme, elder, direction = FACES[face]
    page.emulate_media(color_scheme=scheme)
    chatter = Chatter(page, "331000")
    if elder:
        page.get_by_role("button", name="长辈版").click()
        page.goto("/331000/chat")
    inspector = Inspector(page, elder=elder)
    script = next(one for one in EVERY if one.name == "hardship")
    states = {line.words: place for place, line in enumerate(script.lines) if line.kind in "问听"}

    for place, line in enumerate(script.lines):
        chatter.follows(line)
        if place in (CARE, *states.values()):
            page.evaluate("dir => { document.documentElement.dir = dir }", direction)
            inspector.measure(line.words)

    assert [] == sorted(set(inspector.faults))


def test_a_phone_shows_the_question(page):
    """After each turn the question is on the screen and has the focus."""
    chatter = Chatter(page, "331000")
    for words in ("我妈", "居民医保", "低保"):
        chatter.follows(Line("说", words))

    expect(page.locator("h1")).to_be_in_viewport()
    expect(page.locator("h1")).to_be_focused()


def test_a_reply_is_seen_and_read_first(page):
    """What the site says back is on the screen, above the question, and has the focus."""
    chatter = Chatter(page, "331000")
    for words in ("我妈", "居民医保", "什么是低保边缘"):
        chatter.follows(Line("说", words))

    expect(page.locator(".back-said")).to_be_in_viewport()
    expect(page.locator(".back-said")).to_be_focused()


def test_a_fault_is_seen_and_read_first(page):
    """Where there is something to mend, the page begins with it, as all pages do."""
    chatter = Chatter(page, "331000")
    for words in ("我妈", "居民医保"):
        chatter.follows(Line("说", words))
    chatter.presses(chatter.button("就这些"))

    expect(page.locator("#err")).to_be_in_viewport()
    expect(page.locator("#err")).to_be_focused()


def test_on_a_wide_screen_one_goes_on_typing(page):
    """With room for a keyboard the focus stays in the field, and Enter sends."""
    page.set_viewport_size({"width": 1280, "height": 800})
    chatter = Chatter(page, "331000")
    chatter.follows(Line("说", "我妈"))
    expect(page.locator("#text")).to_be_focused()

    page.keyboard.type("居民医保")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("母亲有下面哪些身份？")
    expect(page.locator("#text")).to_be_focused()


def test_one_switches_between_the_ways_at_any_moment(page):
    """From the chat to one question a page and to the one page, and back: nothing is lost."""
    chatter = Chatter(page, "331000")
    chatter.follows(Line("说", "我妈"))
    visitor = Visitor(page)
    visitor.follows("一题一题问")
    visitor.answers("母亲参加的是哪种医保？", "城乡居民医保")
    visitor.follows("说给它听")
    visitor.is_asked("母亲有下面哪些身份？")
    visitor.reads("城乡居民医保")
    visitor.follows("一页填完")

    expect(
        page.get_by_label("城乡居民医保", exact=True).or_(page.locator("select").first)
    ).to_be_visible()


def test_nothing_typed_stays_in_the_browser(page):
    """No word of a message is in an address or in the browser's storage."""
    chatter = Chatter(page, "331000")
    chatter.follows(Line("说", "我妈是低保户，住院花了三万二"))

    kept = page.evaluate("JSON.stringify([localStorage, sessionStorage, location.href])")

    assert "低保" not in kept
    assert "%E4" not in kept
    assert re.search(r"/331000/chat(#now)?$", page.url)
