"""No number of a document is taken on trust: one step off, and some case of the document is red."""

import sys
from functools import cache

import pytest

import engine
from engine.packs import PackError, read
from tests.cases import HERE, agrees, read_book
from tests.steps import moves

PACKS = [header.id for header in engine.packs() if (HERE / f"{header.id}.toml").exists()]
LOADER = sys.modules["engine.packs"]
TEXT = {pack: (LOADER.FOLDER / f"{pack}.toml").read_text("utf-8") for pack in PACKS}


def holds(written):
    """Tell whether a written case comes out as written."""
    found = engine.assess({**written.case, "pack": written.pack})
    return all(agrees(found, path, expected) for path, expected in written.expect.items())


def serve(patch, pack, path):
    """Let the engine read one document from another file."""
    held = LOADER.load
    moved = cache(lambda year: read(path, year))
    patch.setattr(LOADER, "load", lambda id_, year: moved(year) if id_ == pack else held(id_, year))


def first_red(cases):
    """Find the first case that no longer comes out; a pack that is refused is red at once."""
    try:
        return next((number for number, written in enumerate(cases) if not holds(written)), None)
    except PackError:
        return 0


@pytest.mark.parametrize("pack", PACKS)
def test_every_number_counts(pack, tmp_path, monkeypatch):
    """Each amount, rate, date and count of a pack is held by a case, from below and from above."""
    cases = [written for written in read_book(pack) if holds(written)]
    path = tmp_path / f"{pack}.toml"
    unheld = []

    for moved in moves(TEXT[pack]):
        path.write_text(moved.text, "utf-8")
        with monkeypatch.context() as patch:
            serve(patch, pack, path)
            red = first_red(cases)
        if red is None:
            unheld.append(moved.place)
        else:
            # Neighbouring numbers are mostly held by the same case: it is tried first.
            cases.insert(0, cases.pop(red))

    assert [] == unheld, "\n".join(unheld)


def test_every_kind_of_number_is_moved():
    """Amounts move by a fen, rates by a point, dates by a day, counts by one; words stand still."""
    text = 'a = "5万元"  # 3 words\nb = ["0元", "73.5%"]\nc = 2022-01-01\nd = 5\ne = "3元起"'
    found = [moved.place.split(": ")[1].split(" in ")[0] for moved in moves(text)]

    assert [
        '"5万元" -> "49999.99元"',
        '"5万元" -> "50000.01元"',
        '"0元" -> "0.01元"',
        '"73.5%" -> "72.5%"',
        '"73.5%" -> "74.5%"',
        "2022-01-01 -> 2021-12-31",
        "2022-01-01 -> 2022-01-02",
        "5 -> 4",
        "5 -> 6",
    ] == found
