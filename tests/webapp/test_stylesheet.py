"""The stylesheet keeps to what old phones know and to what turns with the script."""

import re

import pytest

from tests.tree import ROOT
from webapp.templating import JOINED, content

SHEETS = "".join(file.read_text("utf-8") for file in sorted((ROOT / "static").glob("*.css")))
WORDS_ASIDE = re.sub(r"/\*.*?\*/", "", SHEETS, flags=re.DOTALL)
# What is held to the edge of the phone stays there in any script.
CSS = WORDS_ASIDE.replace("position: fixed; bottom: 0;", "position: fixed;")
DECLARED = re.findall(r"[{;]\s*([\w-]+)\s*:", CSS)

TOO_NEW = r":is\(|:has\(|:where\(|\binset\b|aspect-ratio|@layer|color-mix|&\s|\bdvh\b"
PHYSICAL = {
    f"{kind}-{side}"
    for kind in ("margin", "padding", "border")
    for side in ("left", "right", "top", "bottom")
} | {"left", "right", "top", "bottom", "float", "width", "height", "min-width", "max-width"}
SHORT_LOGICAL = {
    f"{kind}-{axis}" for kind in ("margin", "padding", "border") for axis in ("inline", "block")
}


def test_nothing_is_too_new():
    """What came after Chrome 77 and would break a page is not used."""
    assert [] == re.findall(TOO_NEW, CSS)


@pytest.mark.parametrize("unwanted", [PHYSICAL, SHORT_LOGICAL, {"gap", "row-gap", "column-gap"}])
def test_properties_turn_with_the_script(unwanted):
    """Sides are logical, in the long form that old phones know; gaps stand in grids only."""
    assert set() == unwanted & set(DECLARED)


def test_focus_is_always_seen():
    """A rule for :focus-visible alone would leave old phones without a ring."""
    assert ":focus-visible" not in CSS
    assert "a:focus" in CSS


def test_nothing_is_fetched():
    """No font, picture or sheet comes from anywhere."""
    assert [] == re.findall(r"url\(|@import|@font-face", CSS)


def test_it_is_small():
    """What every page loads stays below 8 KB on the wire, here taken as 24 KB before packing."""
    layout = (ROOT / "webapp" / "templates" / "layout.html").read_text("utf-8")
    [loaded] = re.findall(r"asset\('([\w-]+\.css)'\)", layout)

    assert {"site.css", "paper.css"} <= set(JOINED[loaded])
    assert len(content(loaded)) <= 24_000
