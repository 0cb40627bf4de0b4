"""For those who run the site: does it answer, and can it reckon."""

from flask import Blueprint

import engine

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def alive() -> tuple[str, dict[str, str]]:
    """Tell that the process answers."""
    return "ok\n", {"Content-Type": "text/plain", "Cache-Control": "no-store"}


@bp.get("/readyz")
def ready() -> tuple[str, int, dict[str, str]]:
    """Tell that there are documents to reckon by."""
    status = 200 if engine.packs() else 503
    return f"{len(engine.packs())}\n", status, {"Content-Type": "text/plain"}
