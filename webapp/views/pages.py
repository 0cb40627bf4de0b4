"""Pages that ask nothing, and the switch for elders."""

from urllib.parse import urlsplit

from flask import Blueprint, Response, redirect, render_template, request

from ..glossary import GROUPS
from ..templating import ELDER

YEAR = 365 * 24 * 3600
STATED = "2026-11-22"
"""The day on which the statement was last held against the site; to be renewed every year."""

bp = Blueprint("pages", __name__)


@bp.get("/about")
def about() -> str:
    """Say who makes this and how it reckons."""
    return render_template("about.html")


@bp.get("/privacy")
def privacy() -> str:
    """Say what happens to the answers."""
    return render_template("privacy.html")


@bp.get("/glossary")
def all_words() -> str:
    """Explain every word that the site explains anywhere."""
    return render_template("glossary.html", groups=GROUPS)


@bp.get("/accessibility")
def accessibility() -> str:
    """Say who can use this, what was tried, what is still missing, and where to complain."""
    return render_template("accessibility.html", day=STATED)


@bp.post("/elder")
def elder() -> Response:
    """Switch the large face on or off, and go back to the page it was asked on."""
    mode = "on" if request.form.get("elder") == "on" else "off"
    came_from = urlsplit(request.referrer or "/")
    inside = came_from.netloc in ("", request.host)
    answer = redirect(_local(came_from.path, came_from.query) if inside else "/", 303)
    answer.set_cookie(
        ELDER, mode, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure
    )
    return answer


def _local(path: str, query: str) -> str:
    """Keep the way back on this site: two slashes at the front would name another host."""
    return "/" + path.lstrip("/\\") + (f"?{query}" if query else "")
