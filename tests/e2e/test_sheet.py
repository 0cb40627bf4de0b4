"""The page with all questions in a browser: by touch and by keys, with script and without."""

import pytest
from playwright.sync_api import expect

from tests.e2e.accessible import assert_accessible
from tests.e2e.conftest import new_phone
from tests.e2e.journeys import agrees
from tests.e2e.visitor import KeyboardVisitor, Visitor

CASE = {
    "这个身份从哪天开始？": "2021-3-1",
    "今年个人要交多少医保费？": "460",
    "哪天住院的？": "2022-3-1",
    "哪天出院的？": "2022-3-10",
    "医疗费总额": "90000",
    "全自费和超限价": "10000",
    "符合政策范围金额": "8万",
    "基本医保统筹支付": "0",
    "大病保险（或职工大额）支付": "0",
}
CHOSEN = {
    "您参加的是哪种医保？": "城乡居民医保",
    "这次是哪一种？": "住院",
    "是医保定点医院吗？": "是",
}
KEYS = 260
"""A practised person presses about three keys a second: 260 are less than 90 seconds."""


@pytest.mark.parametrize("script", [True, False])
def test_a_standard_case_on_one_page(browser, base_url, script):
    """台州, 低保, 80,000.00 in scope: 57,500, filled in on one page."""
    with new_phone(browser, base_url, java_script_enabled=script) as phone:
        visitor = Visitor(phone.new_page())
        comes_to_the_sheet(visitor)
        assert_accessible(visitor.page)
        for label, option in CHOSEN.items():
            visitor.page.get_by_label(label, exact=True).select_option(label=option)
        visitor.chooses("低保")
        for label, text in CASE.items():
            visitor.fills(label, text)
        visitor.press(visitor.page.locator("button.main"))

        visitor.is_asked("估算结果")
        visitor.reads("五万七千五百元")


def test_by_keys_in_less_than_ninety_seconds(browser, base_url):
    """Tab, letters and Space alone, and no more of them than fit into the time."""
    with new_phone(browser, base_url) as phone:
        visitor = Counting(phone.new_page())
        comes_to_the_sheet(visitor)
        visitor.keys = 0
        visitor.page.get_by_label("您参加的是哪种医保？", exact=True).focus()
        visitor.fill_in_order()

        visitor.is_asked("估算结果")
        visitor.reads("五万七千五百元")
        assert visitor.keys <= KEYS


def test_switching_loses_nothing(page):
    """What was answered one by one stands on the sheet, and the way back goes on where it was."""
    visitor = Visitor(page)
    visitor.opens("/331000/")
    visitor.follows("开始")
    agrees(visitor)
    visitor.answers("您参加的是哪种医保？", "城乡居民医保")
    visitor.is_asked("您有下面哪些身份？")
    visitor.follows("一页填完")

    visitor.is_asked("一页填完")
    expect(page.get_by_label("您参加的是哪种医保？", exact=True)).to_have_value("resident")
    visitor.follows("一题一题问")
    visitor.is_asked("您有下面哪些身份？")


def test_another_visit_is_on_the_screen(page):
    """Who adds one is led to it, and not to the top of a long page."""
    visitor = Visitor(page)
    comes_to_the_sheet(visitor)
    visitor.goes_on("再加一次看病")
    heading = page.get_by_role("heading", name="第1次看病")

    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()


class Counting(KeyboardVisitor):
    """Counts every key."""

    keys = 0

    def key(self, name: str, times: int = 1) -> None:
        """Press a key."""
        for _press in range(times):
            self.page.keyboard.press(name)
            self.keys += 1

    def type(self, text: str) -> None:
        """Type a text."""
        self.page.keyboard.type(text)
        self.keys += len(text)

    def fill_in_order(self) -> None:
        """Go from field to field as a practised person does, and send by Enter."""
        wanted = {**CHOSEN, **CASE, "低保": None}
        for _field in range(KEYS):
            label = self.label()
            if label in CHOSEN:
                self.key("ArrowDown")
            elif label in CASE:
                self.type(CASE[label])
            elif label == "低保":
                self.key("Space")
            wanted.pop(label, None)
            if not wanted:
                break
            self.key("Tab")
        self.key("Enter")

    def label(self) -> str:
        """Read what the field that has the focus is called."""
        return self.page.evaluate(
            "(document.activeElement.labels || [])[0]?.querySelector('span')?.firstChild?.data"
            " || (document.activeElement.labels || [])[0]?.textContent || ''"
        ).strip()


def comes_to_the_sheet(visitor: Visitor) -> None:
    """Agree, and choose the page with all questions."""
    visitor.opens("/331000/")
    visitor.follows("开始")
    agrees(visitor)
    visitor.is_asked("您参加的是哪种医保？")
    visitor.follows("一页填完")
    visitor.is_asked("一页填完")
