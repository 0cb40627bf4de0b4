"""The chat: the same questions and answers, told in one's own words or by a tap."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, g, render_template, request, url_for

import engine

from .. import outcome
from ..case import case_of
from ..guide import SoFar, so_far
from ..household import Household, Talk
from ..language import translate as _
from ..replies import go
from ..security import outdated
from ..state import Full, current, keep, new_id
from ..talk import hearing, taking, tapping
from ..talk.asking import asked_now, assessed, find
from ..talk.chips import chips
from ..talk.putting import put
from ..talk.saying import reply
from ..talk.transcript import transcript

bp = Blueprint("chat", __name__)
PATH = "/<region:region>/chat"
LONGEST = 400
NOW = "now"


@bp.get(PATH)
def show(region: str) -> Any:
    """Show what was said, and what is asked now."""
    return _show(region) if g.pack else go("home.start", region=region)


@bp.post(PATH)
def tell(region: str) -> Any:
    """Take a message or a tap, and go on; what cannot be taken is shown again as typed."""
    if g.pack is None:
        return go("home.start", region=region)
    text = request.form.get("text", "").strip()
    if outdated():
        return _show(region, typed=text, error=_("这一页放久了，请再发一次")), 422
    if len(text) > LONGEST:
        return _show(region, typed=text, error=_("这段太长了，请分几次说")), 422
    try:
        household = _changed(current(), text, region)
    except engine.Unreadable as error:
        return _show(region, error=str(error)), 422
    _keep(_dated(household, region))
    return go("chat.show", region=region, _anchor=NOW)


def _changed(household: Household, text: str, region: str) -> Household:
    """Do what the button that was pressed says, or take what was typed."""
    form, person = request.form, household.person
    asked = find(person, form.get("asked", "")) or asked_now(household, region)
    if text:
        return hearing.answer(household, text, asked=asked, region=region, new_id=new_id())
    if "drop" in form:
        return taking.drop(household, form["drop"])
    if "confirm" in form:
        return hearing.agree(household, new_id())
    if "again" in form or "leave" in form:
        talk = replace(person.talk, again=form.get("again", ""), said=(), missed=0)
        return household.having(replace(person, talk=talk))
    if asked and (set(form) - {"asked", "csrf_token", "agreed", "text"}):
        return tapping.tap(household, asked, form)
    return household


def _dated(household: Household, region: str) -> Household:
    """Note before which question something is said: it is not repeated before another."""
    asked = asked_now(household, region)
    talk = replace(household.person.talk, asked=asked.key if asked else "")
    return household.having(replace(household.person, talk=talk))


def _keep(household: Household) -> None:
    """Keep all; where the cookie is full, rather the answers than what the talk remembers."""
    try:
        keep(household)
    except Full:
        keep(household.having(replace(household.person, talk=Talk())))


def _show(region: str, *, typed: str = "", error: str = "") -> str:
    household = current()
    talk = household.person.talk
    asked = asked_now(household, region)
    said = talk.said if talk.asked == (asked.key if asked else "") else ()
    calm = ("care", "") in said
    heard = bool(talk.heard or talk.who)
    return render_template(
        "chat/page.html",
        region=region,
        transcript=transcript(household),
        replies=[reply(*one, household=household, region=region) for one in said],
        chips=chips(household) if heard else None,
        put=put(household, asked) if asked and not heard else None,
        asked=asked.key if asked else "",
        result=None if asked or heard or calm else _result(household, region),
        so_far=None if calm or not asked else _so_far(household, region),
        pointed=talk.missed >= 3,
        calm=calm,
        typed=typed,
        errors=[("text", error)] if error else [],
        longest=LONGEST,
        url=url_for("chat.tell", region=region),
        back_url=url_for("home.start", region=region),
    )


def _so_far(household: Household, region: str) -> SoFar | None:
    """Tell how far one is; a paper that is being read is one question more."""
    person = household.person
    if not (person.answers or person.visits):
        return None
    found = so_far(household, region)
    return found._replace(count=found.count or 1)


def _result(household: Household, region: str) -> outcome.Result:
    case, _unsure = case_of(household, household.person, region)
    return outcome.arrange(assessed(household, region), case=case, missing=[])
