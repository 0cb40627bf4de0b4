"""No number of a document is taken on trust: one step off, and some case of the document is red."""

import json
import sys
import tomllib
from functools import cache
from typing import Any, NamedTuple

import pytest

import engine
from engine.packs import PackError, read
from tests.cases import HERE, agrees, read_book
from tests.steps import moves

PACKS = [header.id for header in engine.packs() if (HERE / f"{header.id}.toml").exists()]
LOADER = sys.modules["engine.packs"]
TEXT = {pack: (LOADER.FOLDER / f"{pack}.toml").read_text("utf-8") for pack in PACKS}


class Held(NamedTuple):
    """A case that comes out as written, and the whole assessment as text."""

    case: Any
    expect: Any
    told: str

    def still(self):
        """Tell whether it comes out as written once more."""
        return comes_out(self.expect, engine.assess(self.case))


def comes_out(expect, found):
    """Tell whether an assessment holds all that is expected."""
    return all(agrees(found, path, expected) for path, expected in expect.items())


def green(pack):
    """List the cases of a document that come out as written."""
    cases = [({**written.case, "pack": pack}, written.expect) for written in read_book(pack)]
    found = [(case, expect, engine.assess(case)) for case, expect in cases]
    return [Held(c, e, json.dumps(f)) for c, e, f in found if comes_out(e, f)]


def serve(patch, pack, path):
    """Let the engine read one document from another file."""
    held = LOADER.load
    moved = cache(lambda year: read(path, year))
    patch.setattr(LOADER, "load", lambda id_, year: moved(year) if id_ == pack else held(id_, year))


def kept(row):
    """List the figures of a tariff without its rates, which another reading may change."""
    floors = [floor for floor, _ in row.get("tiers", ())]
    return [floors, *(row.get(key) for key in ("deductible", "cap", "in_force"))]


def strays(table):
    """List the tariffs of other readings that change a figure beside the rates."""
    benefits = {row["id"]: row["tariff"] for row in table["benefit"]}
    return [
        (reading["id"], row)
        for reading in table.get("reading", ())
        for row in reading.get("tariff", ())
        if not any(
            kept(row) == kept(own) and row.get("schemes") == own.get("schemes")
            for own in benefits[reading["benefit"]]
            if set(row.get("for", ())) <= set(own.get("for", ()))
        )
    ]


def is_held(cases, moved):
    """Tell whether some case is red; those that tell the number are tried first."""
    if strays(tomllib.loads(moved.text)):
        return True
    likely = sorted(cases, key=lambda held: moved.told not in held.told)
    try:
        red = next(filter(lambda held: not held.still(), likely), None)
    except PackError:
        return True
    if red:
        cases.sort(key=lambda held: held is not red)
    return bool(red)


@pytest.mark.parametrize("pack", PACKS)
def test_every_number_counts(pack, tmp_path, monkeypatch):
    """Each amount, rate, date and count of a pack is held by a case, from below and from above."""
    cases, unheld = green(pack), []
    path = tmp_path / f"{pack}.toml"

    for moved in moves(TEXT[pack]):
        path.write_text(moved.text, "utf-8")
        with monkeypatch.context() as patch:
            serve(patch, pack, path)
            if not is_held(cases, moved):
                unheld.append(moved.place)

    assert [] == unheld, "\n".join(unheld)


@pytest.mark.parametrize("pack", PACKS)
def test_other_readings_keep_the_figures_of_the_benefit(pack):
    """Another reading of a clause repeats floors, caps and dates; rates may differ."""
    assert [] == strays(tomllib.loads(TEXT[pack]))


def test_every_kind_of_number_is_moved():
    """Amounts move by a fen, rates by a point, dates by a day, counts by one; words stand still."""
    text = 'a = "5万元"  # 3 words\nb = ["0元", "73.5%"]\nc = 2022-01-01\nd = 5\nf = "2倍"'
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
        '"2倍" -> "1倍"',
        '"2倍" -> "3倍"',
    ] == found
