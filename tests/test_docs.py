"""What the pages for readers say is there, and comes out as they say."""

import json
import re

import pytest

import engine
from tests.tree import ROOT, name

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
DECISIONS = ROOT / "docs" / "decisions"


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_links_lead_somewhere(path):
    """Every link and picture within the project exists."""
    links = LINK.findall(path.read_text("utf-8"))

    assert [] == [link for link in links if not (path.parent / link).exists()]


def test_every_decision_is_in_the_index():
    """A decision that nobody finds is none."""
    written = {path.name for path in DECISIONS.glob("0*.md")}

    assert written == set(LINK.findall((DECISIONS / "README.md").read_text("utf-8")))


@pytest.mark.parametrize(
    ("example", "benefit", "amount"),
    [  # 50,000 × 70% + 30,000 × 75%; (40,000 − 3,000) × 60%; (17,800 − 10,000) × 50%
        ("taizhou", "aid", "57500.00"),
        ("shitai", "aid", "22200.00"),
        ("shitai", "tilt_aid", "3900.00"),
    ],
)
def test_examples_give_what_was_worked_out_by_hand(example, benefit, amount):
    """A reader who types the command gets the figure of the page."""
    case = json.loads((ROOT / "docs" / "examples" / f"{example}.json").read_text("utf-8"))

    assert amount == engine.assess(case)["benefits"][benefit]["amount"]
