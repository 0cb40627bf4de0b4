"""The clues by which places are looked up: they save comparing, and lose nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.regions.clues import sharing
from engine.regions.matching import WAYS
from engine.regions.places import places

SIGNS = "台泰石六盘水市县区州省abishuz"


def called(place):
    """List what a place is called in both scripts."""
    return [*place.names, *place.spellings, place.initials, place.region.code]


@st.composite
def slips(draw):
    """Draw something that a place is called, with up to two signs put in for others."""
    term = draw(st.sampled_from([name for place in places() for name in called(place)]))
    for _ in range(draw(st.integers(0, 2))):
        at, cut = draw(st.integers(0, len(term))), draw(st.integers(0, 1))
        term = term[:at] + draw(st.sampled_from(["", *SIGNS])) + term[at + cut :]
    return term


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=60)
@given(term=slips().filter(bool))
def test_every_place_that_fits_shares_a_clue(way, term):
    """Comparing with all places finds no place that the clues leave out."""
    fitting = {place.region.code for place in places() if way.fits(term, place)}

    assert fitting <= set(sharing(way.clues(term)))


def test_few_places_are_compared():
    """A name with a slip is compared with few of all the places."""
    for way in WAYS:
        assert len(sharing(way.clues("石苔县"))) < len(places()) / 4
