"""Every written case of every document comes out as written."""

import pytest

import engine
from tests.cases import agrees, at, read_book
from tests.oracle import PACKS

CASES = [case for pack in PACKS for case in read_book(pack)]


@pytest.mark.parametrize("written", CASES, ids=repr)
def test_case(written):
    """The engine gives what the case file expects, path by path."""
    found = engine.assess(written.case)

    wrong = {
        path: (expected, at(found, path.removeprefix("no_")))
        for path, expected in written.expect.items()
        if not agrees(found, path, expected)
    }
    assert {} == wrong


@pytest.mark.parametrize("pack", PACKS)
def test_every_document_has_its_cases(pack):
    """A document comes with at least 25 cases, each with a name of its own."""
    names = [written.name for written in read_book(pack)]

    assert len(names) >= 25
    assert len(set(names)) == len(names)
