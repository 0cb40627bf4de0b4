"""What everyone needs and axe does not see: type, zoom, focus, keys, one live region."""

import pytest
from playwright.sync_api import expect

from tests.e2e.auditor import READERS_SHEET, SCRIPTS, Auditor
from tests.e2e.browser import PHONE
from tests.e2e.journeys import begins, finds, finishes, tells_about_shitai
from tests.e2e.visitor import LONGEST_WAY, Visitor

BESIDE = {
    "/": "看病的钱，救助给多少？",
    "/110000/": "北京市还不能算",
    "/about": "关于明白算",
    "/privacy": "您的信息",
    "/glossary": "难懂的词",
    "/accessibility": "无障碍声明",
    "/nowhere": "没有这一页",
}
BODY = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"


@pytest.fixture
def careless(browser, base_url):
    """Give a visitor at the first question, on a phone where a failure is no fault of the page."""
    with browser.new_context(base_url=base_url, **PHONE) as context:
        visitor = Visitor(context.new_page())
        begins(visitor)
        yield visitor


@pytest.mark.parametrize("elder", [False, True])
def test_a_whole_journey_under_audit(page, elder):
    """On every page: references, markup, targets, zoom and spacing; focus after every swap."""
    visitor = Auditor(page)
    if elder:
        visitor.opens("/")
        visitor.goes_on("长辈版")
        expect(page.locator("html")).to_have_attribute("data-elder", "")
    finds(visitor, "shitai", "石台县")
    tells_about_shitai(visitor, critical="0")
    finishes(visitor)

    assert "" == "\n".join(visitor.faults)
    assert visitor.swaps > 10


@pytest.mark.parametrize("path", BESIDE)
def test_a_page_beside_under_audit(page, path):
    """Pages that ask nothing are held to the same."""
    visitor = Auditor(page)
    visitor.opens(path)
    visitor.page.wait_for_load_state()
    if path != "/":
        visitor.is_asked(BESIDE[path])
    else:
        visitor.faults += visitor.zoomed()

    assert [] == visitor.faults


def test_three_sizes_of_type(page):
    """18 px, 24 px for elders, and with the reader's own setting on top at least 30."""
    visitor = Visitor(page)
    visitor.opens("/about")
    standard = page.evaluate(BODY)
    visitor.goes_on("长辈版")
    expect(page.locator("html")).to_have_attribute("data-elder", "")
    elder = page.evaluate(BODY)
    page.evaluate(READERS_SHEET, [1.4, False])

    assert (18, 24) == (standard, elder)
    assert page.evaluate(BODY) >= 30


def test_the_switch_for_elders_is_on_the_first_screen(page):
    """长辈版 is seen at once on a small phone, and is one tap."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/")
    switch = page.get_by_role("button", name="长辈版").bounding_box()

    assert switch["y"] + switch["height"] < 640
    assert min(switch["width"], switch["height"]) >= 44


def test_the_first_key_leads_past_the_head(page):
    """The first press of Tab shows the way to the main part, and Enter goes there."""
    page.goto("/331000/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")

    expect(skip).to_be_focused()
    assert skip.bounding_box()["height"] > 20
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_focus_is_always_seen(page):
    """Whatever Tab reaches has a ring of 3 px and lies within the screen."""
    begins(Visitor(page))
    expect(page.locator("h1")).to_contain_text("哪种医保")
    expect(page.locator("h1")).to_be_focused()
    for _press in range(LONGEST_WAY):
        page.keyboard.press("Tab")
        width, top, bottom = page.evaluate("""() => {
          const node = document.activeElement, box = node.getBoundingClientRect()
          const rings = [node, node.nextElementSibling].filter(Boolean)
            .map(one => getComputedStyle(one))
            .map(one => one.outlineStyle === 'none' ? 0 : parseFloat(one.outlineWidth))
          return [Math.max(...rings), box.top, box.bottom]
        }""")
        if page.evaluate("document.activeElement === document.body"):
            return
        assert width >= 3
        assert bottom > 0
        assert top < 740


def test_one_live_region_speaks_once(careless):
    """What went wrong is said once, in one place, in few words; success is not announced."""
    page = careless.page
    page.evaluate("""() => {
      window.said = []
      const look = () => window.said.push(document.getElementById('live').textContent)
      new MutationObserver(look).observe(document.getElementById('live'), { childList: true })
    }""")
    careless.answers("您参加的是哪种医保？", "城乡居民医保")
    careless.is_asked("您有下面哪些身份？")
    assert [] == [words for words in page.evaluate("said") if words]
    page.context.set_offline(True)
    careless.chooses("低保")
    careless.goes_on()
    expect(page.locator("#live")).to_contain_text("网断了")

    heard = [words for words in page.evaluate("said") if words]
    assert 1 == len(heard)
    assert len(heard[0]) <= 80
    assert page.locator("[role=status], [aria-live], [role=alert]").count() == 1


def test_while_it_loads_the_page_says_so(page):
    """The part that is about to change is busy while the answer is on its way, and not after."""
    visitor = Visitor(page)
    begins(visitor)
    visitor.chooses("城乡居民医保")
    busy = page.evaluate("""() => new Promise(tell => {
      document.addEventListener('htmx:beforeSend', () =>
        tell(document.getElementById('main').getAttribute('aria-busy')))
      document.querySelector('main form button.main').click()
    })""")
    visitor.is_asked("您有下面哪些身份？")

    assert "true" == busy
    expect(page.locator("#main")).not_to_have_attribute("aria-busy", "true")


def test_the_audit_sees_what_it_is_for(browser):
    """A page with one fault of each kind is told all of them."""
    page = browser.new_page()
    page.set_content("""
      <body style="line-height: 1; font-size: 20px"><main><p id=a style="width: 900px">text</p>
      <form method=post hx-post="/x"><input type=text required><label for=b>x</label></form>
      <p id=a></p><svg></svg><button style="height: 9px">x</button><a>x</a>
      <div style="overflow: hidden; width: 9px">toolongaword</div></main>
    """)
    found = [fault for script in SCRIPTS for fault in page.evaluate(script)]
    zoomed = Auditor(page).zoomed()
    page.close()

    kinds = ("twice", "nothing named b", "htmx", "checks", "read out", "required", "without a name")
    more = ("without a way", "leads nowhere", " x 9:", "line of 20px")
    assert [] == [kind for kind in (*kinds, *more) if not any(kind in fault for fault in found)]
    assert 12 == len(zoomed)
    assert "toolongaword" in zoomed[0]
