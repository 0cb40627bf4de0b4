"""Every page and state of a journey, in each face: axe, sizes, one heading, nothing too wide."""

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import enlarge
from tests.e2e.inspector import NEVER, ONCE, STRUCTURE, TARGETS, Inspector, Stumbler
from tests.e2e.journeys import agrees, finds, finishes, tells_about_shitai, tells_about_taizhou

FACES = {
    "light": ("light", False, 360),
    "dark": ("dark", False, 360),
    "narrow": ("light", False, 320),
    "elder": ("light", True, 360),
    "elder, dark": ("dark", True, 360),
    "wide": ("light", False, 1280),
}

AFTERWARDS = {"people": "一家人", "form": "一页填完", "general": "台州市的一般介绍"}


@pytest.mark.parametrize("face", FACES)
def test_a_whole_journey(page, face):
    """From the first page to the result nothing is too small, too wide, too pale or unnamed."""
    scheme, elder, width = FACES[face]
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(color_scheme=scheme)
    visitor = Inspector(page, elder=elder)
    if elder:
        visitor.opens("/")
        visitor.goes_on("长辈版")
        expect(page.locator("html")).to_have_attribute("data-elder", "")
    finds(visitor, "台", "台州市")
    tells_about_taizhou(visitor)
    finishes(visitor)
    for path, heading in AFTERWARDS.items():
        visitor.opens(f"/331000/{path}")
        visitor.is_asked(heading)

    assert [] == visitor.faults
    assert len(visitor.titles) == len(set(visitor.titles))


def test_every_question_unanswered(page):
    """Each question left empty says what to mend, first, by name, and in the title."""
    visitor = Stumbler(page)
    visitor.opens("/341722/")
    visitor.follows("开始")
    agrees(visitor)
    tells_about_shitai(visitor, critical=None)

    assert [] == visitor.faults
    assert len(visitor.titles) > 8


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/", "看病的钱，救助给多少？"),
        ("/?q=tz", "看病的钱，救助给多少？"),
        ("/?q=没有这个地方", "看病的钱，救助给多少？"),
        ("/331000/", "台州市"),
        ("/110000/", "北京市还不能算"),
        ("/about", "关于明白算"),
        ("/privacy", "您的信息"),
        ("/glossary", "难懂的词"),
        ("/accessibility", "无障碍声明"),
        ("/open", "打开明白卡"),
        ("/cleared", "已经清空"),
        ("/nowhere", "没有这一页"),
        ("/331000/result", "先说清楚，再问您"),
        ("/331000/consent", "先说清楚，再问您"),
    ],
)
@pytest.mark.parametrize("elder", [False, True])
def test_pages_beside_the_questions(page, base_url, path, heading, elder):
    """Pages that ask nothing are held to the same measure."""
    if elder:
        enlarge(page.context, home=base_url)
    visitor = Inspector(page, elder=elder)
    visitor.opens(path)
    visitor.is_asked(heading)

    assert [] == visitor.faults


def test_the_measure_sees_what_it_is_for(browser):
    """Of targets too small, too near and right, the first two are named."""
    page = browser.new_page()
    page.set_content("""
      <style>a, button { display: block; width: 90px; height: 44px; margin-bottom: 8px }</style>
      <button style="height: 40px">low</button><a href="/" style="margin: 0">near</a>
      <button>next</button><a href="/">right</a>
    """)
    small, near = page.evaluate(TARGETS, [44, 8])
    page.close()

    assert "90 by 40 px: <button" in small
    assert "0 px between <a" in near
    assert "next" in near


def test_a_wrong_structure_is_seen(browser):
    """An id given twice, what there is not one of, and what must not be there."""
    page = browser.new_page()
    page.set_content(
        "<title>x</title><h1 id=a></h1><main id=a></main><main></main><input required>"
    )
    found = page.evaluate(STRUCTURE, [ONCE, NEVER])
    page.close()

    assert [
        "twice the id a",
        "not one main",
        "not one [role=status]",
        "there is [required]",
    ] == found
