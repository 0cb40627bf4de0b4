"""The list of this year's visits: add, change, remove, bring back, and say that it is complete."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, g, render_template, request, url_for

import engine

from .. import household as told
from ..forms import offered
from ..guide import Stop, before_hub, listed, onward, open_screens, screen
from ..household import Person
from ..replies import go, query
from ..security import require_recent_page
from ..state import current, keep, new_id, proposed_id

bp = Blueprint("visits", __name__)


@bp.get("/<region:region>/visits")
def hub(region: str) -> Any:
    """Show the visits entered so far."""
    if g.pack is None:
        return go("home.start", region=region)
    person = current().person
    if not listed(person) and person.removed is None:
        return go("interview.ask", region=region, page="visits", notice=query("notice") or None)
    back = before_hub(person, region)
    return render_template(
        "interview/visits.html",
        person=person,
        region=region,
        earlier=bool(offered(engine.PAGES["opening"], g.pack.id)),
        open_urls=_open_urls(region),
        new_id=new_id(),
        back_url=url_for(back.endpoint, **back.values),
    )


@bp.post("/<region:region>/visits/add")
def add(region: str) -> Any:
    """Add a visit under the id that the page proposed, so that a second tap adds no second one."""
    require_recent_page()
    visit_id = proposed_id("visit")
    _change(told.add(current().person, visit_id))
    return _on(screen(region, "kind", current().person.visit(visit_id)))


@bp.post("/<region:region>/visits/remove")
def remove(region: str) -> Any:
    """Take a visit out; the next page offers to bring it back."""
    require_recent_page()
    _change(told.remove(current().person, request.form.get("visit", "")))
    return go("visits.hub", region=region)


@bp.post("/<region:region>/visits/restore")
def restore(region: str) -> Any:
    """Bring back the visit that was taken out last."""
    require_recent_page()
    _change(told.restore(current().person))
    return go("visits.hub", region=region)


@bp.post("/<region:region>/visits/done")
def done(region: str) -> Any:
    """Take the list as complete and go on."""
    require_recent_page()
    _change(replace(current().person, done=True, removed=None))
    return _on(onward(current(), region))


def _open_urls(region: str) -> dict[str, str]:
    """Give the next screen of each visit that still has one."""
    stops = open_screens(current(), region)
    return {
        visit.id: url_for(stop.endpoint, **stop.values) for visit, stop in reversed(stops) if visit
    }


def _change(person: Person) -> None:
    keep(current().having(person))


def _on(stop: Stop) -> Any:
    return go(stop.endpoint, **stop.values)
