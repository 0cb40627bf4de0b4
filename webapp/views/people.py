"""The household: whose help is reckoned, one after the other, in one sitting."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, g, render_template, request, url_for

from .. import members
from ..addresses import of_member
from ..guide import Stop, onward
from ..household import FIRST, Household, Person
from ..language import translate as _
from ..replies import go
from ..security import outdated, require_recent_page
from ..state import current, keep, new_id, proposed_id, show_member

bp = Blueprint("people", __name__)


@bp.before_app_request
def find_member() -> Any:
    """Send on who opens a page of a member who is no longer of the household."""
    member = g.get("member")
    if member is None:
        return None
    known = current().member(member)
    show_member(member if known else current().persons[0].id)
    if known or member == FIRST:
        return None
    return go("people.hub", region=g.region.code, notice="no_member")


@bp.get("/<region:region>/who")
def who(region: str) -> Any:
    """Ask for whom it is reckoned, so that the questions are put in the right words."""
    return _show_who(region, errors=[]) if g.pack else go("home.start", region=region)


@bp.post("/<region:region>/who")
def choose(region: str) -> Any:
    """Take for whom it is, and go on."""
    chosen = request.form.get("who", "")
    household = current()
    if chosen not in members.WHO and "unsure" not in request.form:
        return _show_who(region, errors=[("who", _("请选一个，或点“先不说”"))]), 422
    if outdated():
        return _show_who(region, errors=[("who", _("这一页放久了，请再点一次"))]), 422
    kept = chosen if "unsure" not in request.form else "unsaid"
    keep(household.having(replace(household.person, who=kept)))
    return _on(onward(current(), region))


@bp.get("/<region:region>/people")
def hub(region: str) -> Any:
    """List the members, where each stands, and offer to add one."""
    if g.pack is None:
        return go("home.start", region=region)
    household = current()
    return render_template(
        "interview/people.html",
        household=household,
        region=region,
        rows=[_row(person, household, region) for person in household.persons],
        kin=members.WHO,
        new_id=new_id(),
        errors=[],
    )


@bp.post("/<region:region>/people/add")
def add(region: str) -> Any:
    """Add a member under the id that the page proposed, and begin with them."""
    require_recent_page()
    chosen, person_id = request.form.get("who", ""), proposed_id("person")
    if chosen not in members.WHO:
        return go("people.hub", region=region, notice="which_member")
    keep(members.add(current(), person_id, chosen))
    show_member(person_id)
    return _on(onward(current(), region))


@bp.post("/<region:region>/people/remove")
def remove(region: str) -> Any:
    """Take a member out; the next page offers to bring them back."""
    require_recent_page()
    keep(members.remove(current(), request.form.get("person", "")))
    return _to_hub(region)


@bp.post("/<region:region>/people/restore")
def restore(region: str) -> Any:
    """Bring back the member who was taken out last."""
    require_recent_page()
    keep(members.restore(current()))
    return _to_hub(region)


def _row(person: Person, household: Household, region: str) -> dict[str, Any]:
    there = of_member(region, person.id)
    stop = onward(replace(household, shown=person.id), region)
    return {
        "id": person.id,
        "name": members.name_of(person, household),
        "begun": bool(set(person.answers) - set(members.SHARED)),
        "go_on": url_for(stop.endpoint, **{**stop.values, "region": there}),
        "result": url_for("result.show", region=there),
        "done": stop.endpoint == "check.show",
    }


def _show_who(region: str, *, errors: list[tuple[str, str]]) -> str:
    return render_template(
        "interview/who.html",
        kin=members.WHO,
        chosen=current().person.who,
        errors=errors,
        url=url_for("people.choose", region=region),
        back_url=url_for("home.start", region=region),
    )


def _to_hub(region: str) -> Any:
    show_member(current().persons[0].id)
    return go("people.hub", region=region)


def _on(stop: Stop) -> Any:
    return go(stop.endpoint, **stop.values)
