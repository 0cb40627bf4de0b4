"""The notice and the two consents before the first question, and the way on for who refuses."""

from typing import Any

from flask import Blueprint, g, render_template, request, url_for

import engine

from .. import places
from ..consent import ASKED, WAYS, agree, agreed_to
from ..guide import onward
from ..language import translate as _
from ..replies import go, query
from ..security import outdated
from ..state import current

bp = Blueprint("consent", __name__)


@bp.get("/<region:region>/consent")
def ask(region: str) -> Any:
    """Tell who uses what for what, and ask for both consents."""
    if g.pack is None:
        return go("home.start", region=region)
    return _show(region, ticked=tuple(ASKED) if agreed_to() else (), errors=[])


@bp.post("/<region:region>/consent")
def answer(region: str) -> Any:
    """Go on with both; with one alone nothing can be reckoned, and the page says so."""
    if g.pack is None:
        return go("home.start", region=region)
    ticked = tuple(name for name in ASKED if name in request.form)
    if len(ticked) < len(ASKED):
        first = next(name for name in ASKED if name not in ticked)
        return _show(region, ticked=ticked, errors=[(first, _("两样都同意，才能算钱数。"))]), 422
    if outdated():
        return _show(region, ticked=ticked, errors=[("health", _("这一页放久了，请再点一次"))]), 422
    agree()
    if (way := request.form.get("next")) in WAYS:
        return go(WAYS[way], region=region)
    stop = onward(current(), region)
    return go(stop.endpoint, **stop.values)


@bp.get("/<region:region>/general")
def general(region: str) -> Any:
    """Tell in words whom the document helps; nothing is asked, and so nothing has to be agreed."""
    if g.pack is None:
        return go("home.start", region=region)
    main, _others = engine.choices("status", g.pack.id)
    found = engine.assess({"region": region, "person": {}, "visits": []})
    return render_template(
        "interview/general.html",
        place=places.find(region),
        statuses=[_(option.label) for option in main],
        benefits=[row["title"] for row in found["benefits"].values()],
    )


def _show(region: str, *, ticked: tuple[str, ...], errors: list[tuple[str, str]]) -> str:
    return render_template(
        "interview/consent.html",
        region=region,
        asked=ASKED,
        ticked=ticked,
        errors=errors,
        way=way if (way := query("next") or request.form.get("next", "")) in WAYS else "",
        url=url_for("consent.answer", region=region),
        back_url=url_for("home.start", region=region),
    )
