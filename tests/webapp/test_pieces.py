"""Pieces drawn once: they look the same every time, and nothing that a person typed is kept."""

import gc

import pytest

from tests.webapp.client import Visitor, site
from webapp.pieces import Pieces

STATUS = "/331000/ask/status"
PREMIUM = "/331000/ask/premium"
CANARY = "519.26"


@pytest.fixture
def app():
    """Make a site that has drawn nothing yet."""
    return site()


def main_of(visitor):
    """Give the main part of a page, without the proofs in its forms."""
    return visitor.text.partition("<main")[2].replace(visitor.token(), "")


def test_a_piece_looks_the_same_the_second_time(app):
    """The words it explains are explained again at the end of the page."""
    first = main_of(Visitor(app).opens(STATUS))

    assert first == main_of(Visitor(app).opens(STATUS))
    assert 'id="word-' in first


def test_each_sees_their_own_tick(app):
    """Who ticked another choice, or none, does not see the tick of who came before."""
    told, other = (Visitor(app).opens("/331000/ask/scheme") for _someone in range(2))
    told.sends(scheme="employee").opens("/331000/ask/scheme")

    assert 'value="employee" checked' in told.text
    assert "checked" not in other.opens("/331000/ask/scheme").text


def test_a_fault_is_not_shown_to_the_next(app):
    """A page that was sent wrongly is drawn for its sender alone."""
    assert "出错" in Visitor(app).opens(STATUS).sends().text
    assert "出错" not in Visitor(app).opens(STATUS).text


def test_nothing_typed_is_kept(app):
    """Neither what was taken nor what was refused stands in any piece that is kept."""
    visitor = Visitor(app)
    for typed in (f"{CANARY}x", CANARY):
        visitor.opens(PREMIUM).sends(premium=typed)

    assert CANARY in visitor.opens(PREMIUM).text
    kept = [pieces._drawn for pieces in gc.get_objects() if isinstance(pieces, Pieces)]
    assert any(kept)
    assert CANARY not in repr(kept)
