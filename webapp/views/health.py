"""For those who run the site: does it answer, and can it reckon and keep answers."""

import json

from flask import Blueprint

import engine

from ..state import ring

bp = Blueprint("health", __name__)
TEXT = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}
JSON = {"Content-Type": "application/json", "Cache-Control": "no-store"}


@bp.get("/healthz")
def alive() -> tuple[str, dict[str, str]]:
    """Tell that the process answers."""
    return "ok\n", TEXT


@bp.get("/readyz")
def ready() -> tuple[str, int, dict[str, str]]:
    """Tell how many documents there are to reckon by, and how many keys to keep answers with."""
    found = {"packs": len(engine.packs()), "keys": len(ring().keys)}
    return json.dumps(found) + "\n", 200 if all(found.values()) else 503, JSON
