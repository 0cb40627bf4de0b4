"""The way in: what this is, where the sick person is insured, and the document of that place."""

from typing import Any

from flask import Blueprint, g, render_template, request, url_for

import engine

from .. import places
from ..guide import onward
from ..outcome import HEADLINES
from ..replies import go
from ..state import current

LONGEST_SEARCH = 40

bp = Blueprint("home", __name__)


@bp.get("/")
def home() -> str:
    """Say what this is and find a place."""
    text = request.args.get("q", "").strip()[:LONGEST_SEARCH]
    found = places.search(text) if text else []
    return render_template("home.html", q=text, found=found, served=places.served())


@bp.get("/<region:region>/")
def start(region: str) -> str:
    """Show the document of a place, or say honestly that none is held."""
    place = places.here()
    if place.pack is None:
        return render_template("region_without.html", place=place)
    stop = onward(current(), region)
    return render_template(
        "region.html",
        place=place,
        doubts=_doubts(region),
        begun=bool(current().person.answers),
        go_on=url_for(stop.endpoint, **stop.values),
    )


@bp.get("/<region:region>/next")
def go_on(region: str) -> Any:
    """Lead to the question that is to be answered next."""
    if g.pack is None:
        return go("home.start", region=region)
    stop = onward(current(), region)
    return go(stop.endpoint, **stop.values)


def _doubts(region: str) -> list[dict[str, Any]]:
    """Give what the engine says of a document's force today; it says so whatever is known."""
    case = {"region": region, "pack": g.pack.id, "person": {}, "visits": []}
    return [w for w in engine.assess(case)["warnings"] if w["id"] in HEADLINES]
