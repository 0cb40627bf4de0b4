"""Whatever is written can be read: the contrast of every pair of colours, in all four faces."""

import re

import pytest

from tests.tree import ROOT

CSS = (ROOT / "static" / "site.css").read_text("utf-8")
FACES = ("light", "light, elder", "dark", "dark, elder")
GROUNDS = ("paper", "card", "wash", "red-wash", "amber-wash")
WRITTEN = [
    *((words, ground) for words in ("ink", "soft", "main") for ground in ("paper", "card", "wash")),
    *((words, ground) for words in ("ink", "main") for ground in GROUNDS),
    *(("red", ground) for ground in ("paper", "card", "red-wash")),
    *(("amber", ground) for ground in ("paper", "card", "amber-wash")),
    ("on-main", "main"),
    ("on-main", "main-deep"),
    ("main-deep", "paper"),
]
DRAWN = [(line, ground) for line in ("edge", "focus", "main") for ground in ("paper", "card")]


def colours(face: str) -> dict[str, str]:
    """Read the colours of a face as the cascade does: light, then elder, then dark, dark elder."""
    light, dark = CSS.split("@media (prefers-color-scheme: dark)", 1)
    parts = [block(light, ":root")]
    if "elder" in face:
        parts.append(block(light, "[data-elder]"))
    if "dark" in face:
        parts.append(block(dark, ":root"))
    if face == "dark, elder":
        parts.append(block(dark, "[data-elder]"))
    return dict(pair for part in parts for pair in re.findall(r"--([\w-]+): (#\w{6})", part))


def block(css: str, selector: str) -> str:
    """Give what stands between the braces after a selector."""
    return css.split(f"{selector} {{", 1)[1].split("}", 1)[0]


def contrast(one: str, other: str) -> float:
    """Reckon the contrast of two colours as WCAG defines it."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Reckon how bright a colour is, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(("words", "ground"), sorted(set(WRITTEN)))
def test_words_can_be_read(face, words, ground):
    """Text has 4.5 : 1, and 7 : 1 in the face for elders."""
    found = colours(face)

    assert (7 if "elder" in face else 4.5) <= contrast(found[words], found[ground])


@pytest.mark.parametrize("face", FACES)
def test_the_seal_can_be_read(face):
    """The one large character on the seal has 4.5 : 1, in any face."""
    found = colours(face)

    assert contrast(found["on-seal"], found["seal"]) >= 4.5


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(("line", "ground"), DRAWN)
def test_lines_can_be_seen(face, line, ground):
    """Borders of fields and the ring of focus have 3 : 1."""
    found = colours(face)

    assert contrast(found[line], found[ground]) >= 3


def test_the_measure_is_right():
    """Black on white is 21 : 1, and white on WeChat's green no better than 2.4 : 1."""
    assert [21.0, 2.38] == [
        round(contrast("#000000", "#ffffff"), 2),
        round(contrast("#ffffff", "#07c160"), 2),
    ]


def test_a_note_has_a_title_of_its_own_colour():
    """What holds for the titles of one level of notes is not said of all titles."""
    assert [] == re.findall(r"^\.notice-title \{[^}]*color:", CSS, re.MULTILINE)
