"""Opening a card: by the code, which a script posts, or by its text, pasted into the form."""

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for

from ..addresses import of_member
from ..card import payload
from ..card.opening import FAULTS, join, look, only, same
from ..household import FIRST
from ..language import translate as _
from ..security import outdated, require_recent_page
from ..state import current, keep, new_id, ring

bp = Blueprint("opening", __name__)


@bp.get("/open")
def ask() -> Any:
    """Ask for the text of a card; the code brings it in the part of the address kept from us."""
    return _ask([])


@bp.post("/open")
def show() -> Any:
    """Say what the card is about, and ask how it is to be opened."""
    card = _read()
    if isinstance(card, str):
        return _ask([("card", _fault(card))]), 422
    if outdated():
        return _ask([("card", _("这一页放久了，请再点一次"))]), 422
    if (person := same(card, current())) and current().consent:
        return _result(card, person.id)
    found = look(card, current())
    return render_template(
        "card/choose.html",
        found=found,
        text=request.form["card"],
        new_id=new_id(),
    )


@bp.post("/open/take")
def take() -> Any:
    """Add the person to the sitting, or put them in the place of all others."""
    require_recent_page()
    card = _read()
    if isinstance(card, str):
        return _ask([("card", _fault(card))]), 422
    proposed = request.form.get("id", "")
    person_id = proposed if proposed.isalnum() and len(proposed) == len(new_id()) else new_id()
    if request.form.get("how") == "only":
        keep(only(card, current()))
    else:
        keep(join(card, current(), person_id))
    return _result(card, person_id if current().member(person_id) else FIRST)


def _read() -> payload.Card | str:
    """Read the card that was sent, or name what is wrong with it."""
    try:
        card = payload.read(request.form.get("card", ""), ring())
    except payload.Unreadable as fault:
        return fault.kind
    return card if look(card, current()) else "place"


def _ask(errors: list[tuple[str, str]]) -> Any:
    text = request.form.get("card", "")[: payload.LONGEST]
    return render_template("card/open.html", errors=errors, text=text)


def _fault(kind: str) -> str:
    return "".join(_(sentence) for sentence in FAULTS[kind])


def _result(card: payload.Card, person_id: str) -> Any:
    region = card.region if person_id == FIRST else of_member(card.region, person_id)
    url = url_for("result.show", region=region)
    if "HX-Request" in request.headers:  # on to pages of another kind, and so by the browser itself
        return Response(headers={"HX-Redirect": url})
    return redirect(url, 303)
