"""The way in: what this is, where the sick person is insured, and the document of that place."""

from flask import Blueprint, render_template, request

from .. import places

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
    place = places.find(region)
    page = "region.html" if place.pack else "region_without.html"
    return render_template(page, place=place)
