"""Places as the pages show them: with the province, and the document that serves them."""

from typing import Any, NamedTuple

from flask import g

import engine


class Place(NamedTuple):
    """One place: its code, its name, what it lies in, and the document that serves it, if any."""

    code: str
    name: str
    within: str
    pack: Any


def find(code: str) -> Place | None:
    """Give the place of a code, or None."""
    region = engine.regions.get(code)
    return region and _place(region)


def here() -> Place:
    """Give the place of this page, with the document by which its person is reckoned."""
    return _place(g.region)._replace(pack=g.pack)


def served() -> list[Place]:
    """List the places whose own document we hold."""
    places = (find(header.region) for header in engine.packs())
    return [place for place in places if place]


def search(text: str) -> list[Place]:
    """Find places by name, sound, initials or code; those with a document first among equals."""
    codes = [header.region for header in engine.packs()]
    return [_place(region) for region in engine.regions.search(text, prefer=codes)]


def _place(region: Any) -> Place:
    *_, above = ("", *_names_above(region.code))
    ended = f"（至{region.until}年）" if region.until else ""
    return Place(region.code, region.full_name + ended, above, engine.pack_for(region.code))


def _names_above(code: str) -> list[str]:
    wider = [engine.regions.get(other) for other in reversed(engine.regions.ancestors(code)[1:])]
    return ["".join(region.full_name for region in wider if region)]
