"""Pages that ask nothing, and the switch for elders."""

from urllib.parse import urlsplit

from flask import Blueprint, Response, redirect, render_template, request

from ..templating import ELDER

YEAR = 365 * 24 * 3600

bp = Blueprint("pages", __name__)


@bp.get("/about")
def about() -> str:
    """Say who makes this and how it reckons."""
    return render_template("about.html")


@bp.get("/privacy")
def privacy() -> str:
    """Say what happens to the answers."""
    return render_template("privacy.html")


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
