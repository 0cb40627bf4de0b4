"""Clearing everything, in one tap."""

from flask import Blueprint, Response, render_template

from ..replies import go
from ..state import forget

bp = Blueprint("session", __name__)


@bp.post("/clear")
def clear() -> Response:
    """Drop all answers; the choice of a large face and of a language is none and stays."""
    forget()
    response = go("session.cleared")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@bp.get("/cleared")
def cleared() -> str:
    """Say that nothing is left."""
    return render_template("interview/cleared.html")
