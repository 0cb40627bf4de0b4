"""The card in a browser: printed on one page, scanned from the screen, and opened again."""

import io

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.e2e.browser import enlarge
from tests.e2e.conftest import new_phone
from tests.e2e.inspector import Inspector
from tests.e2e.journeys import returns
from tests.e2e.visitor import Visitor

DRAWN = "() => document.querySelector('.picture').naturalWidth"
WECHAT = "Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Mobile MicroMessenger/8.0.30"


def has_a_card(page, told, kind=Visitor) -> Visitor:
    """Come from the result of 台州 to its card."""
    visitor = kind(page)
    returns(visitor, told)
    visitor.follows("做成明白卡，带着去办")
    visitor.is_asked("明白卡")
    return visitor


def code_on(page) -> str:
    """Read the code that the screen shows, as another phone does."""
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True, scale="css")))
    return zxingcpp.read_barcodes(picture.convert("L"))[0].text


@pytest.mark.parametrize(("scheme", "elder"), [("light", False), ("dark", False), ("dark", True)])
def test_the_card_on_a_phone(page, base_url, told, scheme, elder):
    """The page is as readable as any other, and its code is read from a screen 360 points wide."""
    page.emulate_media(color_scheme=scheme)
    if elder:
        enlarge(page.context, home=base_url)
    visitor = has_a_card(page, told, lambda page: Inspector(page, elder=elder))

    assert [] == visitor.faults
    visitor.reads("57,500 元", "估算，以医保局审核为准")
    assert "/open#m1" in code_on(page)


def test_one_printed_page(page, told):
    """What the browser prints is one A4, and the button to print is there."""
    has_a_card(page, told)
    expect(page.get_by_role("button", name="打印", exact=True)).to_be_visible()
    [printed] = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    words = printed.get_textpage().get_text_range()

    assert (210, 297) == tuple(round(side / 72 * 25.4) for side in printed.get_size())
    assert "打印" not in words
    assert "12393" in words


def test_another_phone_opens_it(page, told, browser, base_url):
    """Scanned by a phone that never was here: one tap, and nothing stays in the address."""
    has_a_card(page, told)
    address = code_on(page)
    with new_phone(browser, base_url) as phone:
        visitor = Inspector(phone.new_page())
        visitor.opens(address)
        visitor.is_asked("打开这张卡吗？")
        assert "#" not in visitor.page.url
        visitor.goes_on("打开")
        visitor.reads("五万七千五百元")
        visitor.page.go_back()
        assert "#m1" not in visitor.page.url

    assert [] == visitor.faults


def test_without_script_it_is_pasted(page, told, browser, base_url):
    """A browser without script opens the same card by the address pasted; it is shown no 打印."""
    has_a_card(page, told)
    address = page.locator("#copy").input_value()
    with new_phone(browser, base_url, java_script_enabled=False) as phone:
        visitor = Visitor(phone.new_page())
        visitor.opens("/")
        visitor.follows("有明白卡，接着用")
        visitor.page.locator("#card").fill(address)
        visitor.goes_on("打开")
        visitor.is_asked("打开这张卡吗？")
        visitor.goes_on("打开")
        visitor.reads("五万七千五百元")
        visitor.follows("做成明白卡，带着去办")
        visitor.is_asked("明白卡")
        expect(visitor.page.locator("[data-print]")).to_be_hidden()


def test_a_card_cut_short_says_so(page):
    """A damaged code leads to the form, which says what is wrong and what to do."""
    visitor = Inspector(page)
    visitor.opens("/open#m1abcdefgh")
    expect(page.locator("#err")).to_contain_text("卡上的字少了，或者错了")
    visitor.is_asked("打开明白卡")

    assert [] == visitor.faults


def test_the_picture_in_wechat(browser, base_url, told):
    """In WeChat the picture itself stands in the page, and its code is read from the screen."""
    with new_phone(browser, base_url, user_agent=WECHAT) as phone:
        visitor = has_a_card(phone.new_page(), told)
        picture = visitor.page.locator("img.picture")
        expect(picture).to_be_visible()
        visitor.page.wait_for_function(DRAWN, timeout=30_000)
        shown = Image.open(io.BytesIO(picture.screenshot(scale="css"))).convert("L")

        expect(visitor.page.get_by_role("button", name="打印", exact=True)).to_have_count(0)
        assert shown.width <= 360
        assert "/open#m1" in zxingcpp.read_barcodes(shown)[0].text
