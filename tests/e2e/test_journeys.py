"""From the first page to the amounts that were reckoned by hand: with script, without, by keys."""

import pytest

from tests.e2e.browser import enlarge
from tests.e2e.conftest import new_phone
from tests.e2e.journeys import (
    finds,
    finishes,
    tells_about_a_city_of_jiangsu,
    tells_about_jiangsu,
    tells_about_liupanshui,
    tells_about_shitai,
    tells_about_taizhou,
)
from tests.e2e.visitor import KeyboardVisitor, Visitor

WAYS = {
    "with script": (Visitor, {}),
    "without script": (Visitor, {"java_script_enabled": False}),
    "by keyboard": (KeyboardVisitor, {}),
    "by keyboard, without script": (KeyboardVisitor, {"java_script_enabled": False}),
    "in the large face": (Visitor, {}),
    "in the dark, from right to left": (Visitor, {"color_scheme": "dark"}),
}
TURNED = "addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl'; })"


@pytest.fixture(params=WAYS)
def visitor(request, browser, base_url):
    """Give a visitor on a small phone, in each way to use it."""
    how, settings = WAYS[request.param]
    with new_phone(browser, base_url, **settings) as phone:
        if request.param == "in the large face":
            enlarge(phone, home=base_url)
        if "right to left" in request.param:
            phone.add_init_script(TURNED)
        yield how(phone.new_page())


def amounts(visitor: Visitor) -> dict[str, str]:
    """Read the amount of each benefit that gives something."""
    sections = visitor.page.locator("section.benefit[id]").filter(
        has=visitor.page.locator(".worth")
    )
    return {
        section.get_attribute("id"): section.locator(".worth bdi").first.inner_text()
        for section in sections.all()
    }


def test_taizhou(visitor):
    """低保, one stay, 80,000.00 in scope: aid 57,500, the premium too, 22,500 left."""
    finds(visitor, "taizhou", "台州市")
    tells_about_taizhou(visitor)
    finishes(visitor)

    found = amounts(visitor)
    assert ("57,500", "460") == (found["aid"], found["premium"])
    visitor.reads("五万七千五百元", "按您填的估算", "按2020年文件算", "大病保险 单子上的")
    assert "22,500 元" in visitor.page.locator(".slip .left").inner_text()


def test_shitai_settled(visitor):
    """低保边缘, critical settled with nothing: aid 22,200, tilt 3,900, left 13,900."""
    finds(visitor, "shitai", "石台县")
    tells_about_shitai(visitor, critical="0")
    finishes(visitor)

    found = amounts(visitor)
    assert ("22,200", "3,900") == (found["aid"], found["tilt_aid"])
    visitor.reads("大病保险 单子上的")
    assert "13,900 元" in visitor.page.locator(".slip .left").inner_text()


@pytest.mark.parametrize("visitor", ["with script", "without script"], indirect=True)
def test_shitai_not_yet_settled(visitor):
    """The same without that line: critical is estimated, and everything after it with it."""
    finds(visitor, "石台", "石台县")
    tells_about_shitai(visitor, critical=None)
    finishes(visitor)

    found = amounts(visitor)
    assert ("15,000", "13,200", "900") == (found["critical"], found["aid"], found["tilt_aid"])
    visitor.reads("大病保险 估算的", "12,000 到 18,000 元")
    assert "10,900 元" in visitor.page.locator(".slip .left").inner_text()


def test_a_city_of_jiangsu(visitor):
    """泰州: critical 90,000 x 60 % + 50,000 x 70 %, aid 85 % of 61,000, 9,150 left."""
    finds(visitor, "321200", "泰州市")
    tells_about_a_city_of_jiangsu(visitor)
    finishes(visitor)

    found = amounts(visitor)
    assert ("89,000", "51,850") == (found["critical"], found["aid"])
    assert "9,150 元" in visitor.page.locator(".slip .left").inner_text()


def test_jiangsu(visitor):
    """苏州: the province's least, 70 % of the 6,000 that insurance left, so 1,800 left at most."""
    finds(visitor, "苏州", "苏州市")
    tells_about_jiangsu(visitor)
    finishes(visitor)

    assert "4,200" == amounts(visitor)["aid"]
    visitor.reads("至少")
    assert "1,800 元" in visitor.page.locator(".slip .left").inner_text()


def test_liupanshui(visitor):
    """特困: critical 75 % of 10,000, the whole premium, and 2,500 to ask the office about."""
    finds(visitor, "六盘水", "六盘水市")
    tells_about_liupanshui(visitor)
    finishes(visitor)

    found = amounts(visitor)
    assert ("7,500", "180") == (found["critical"], found["premium"])
    visitor.reads("要问经办窗口")
    assert "2,500 元" in visitor.page.locator(".slip .left").inner_text()
