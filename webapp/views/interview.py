"""One question a page, or a few that stand together on one paper."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, g, render_template, request, url_for

import engine

from .. import household as told
from .. import members
from ..case import BILL, door_of, known_answers
from ..checks import Surroundings, today
from ..forms import AnswerForm, form_for, offered, outdated, questions_of
from ..guide import DOOR, SoFar, Stop, came_from, of_visit, onward, previous, screen, so_far
from ..household import Household, Visit
from ..language import translate as _
from ..plates import line_of, plate_of, printed
from ..replies import go, query, sent
from ..security import outdated as page_is_outdated
from ..state import current, keep, new_id
from ..wording import label_of

bp = Blueprint("interview", __name__)
PERSON_PATH = "/<region:region>/ask/<page>"
VISIT_PATH = "/<region:region>/visit/<visit>/<page>"


@bp.get(PERSON_PATH)
@bp.get(VISIT_PATH)
def ask(region: str, page: str, visit: str | None = None) -> Any:
    """Put the questions of one page, with what was answered before."""
    if stop := _elsewhere(region, page, visit):
        return go(stop.endpoint, **stop.values)
    entry = current().person.visit(visit)
    if page == DOOR:
        return _show_doors(region, entry)
    questions = _asked(page, entry)
    form = form_for(questions, stored=_stored(page, visit))
    return _show(form, page=page, visit=entry, errors=[])


@bp.post(PERSON_PATH)
@bp.post(VISIT_PATH)
def answer(region: str, page: str, visit: str | None = None) -> Any:
    """Take the answers of one page and go on; what cannot be taken is shown again as typed."""
    if stop := _elsewhere(region, page, visit):
        return go(stop.endpoint, **stop.values)
    entry = current().person.visit(visit)
    if page == DOOR:
        return _take_door(region, entry)
    questions = _asked(page, entry)
    form = form_for(questions, stored={}, posted=request.form)
    if page_is_outdated():
        return _show(form, page=page, visit=entry, errors=outdated(form)), 422
    if not form.fits(
        engine.PAGES[page], _around(entry), accepted=request.form.get("unsure") == "accept"
    ):
        return _show(form, page=page, visit=entry, errors=form.faults()), 422
    household = _taken(form, page=page, visit=visit)
    stop = onward(household, region, to_check=_to_check())
    if not _to_check():
        here = screen(region, page, entry)
        household = household.having(came_from(household.person, here, stop))
    keep(household)
    return go(stop.endpoint, **stop.values)


def _stored(page: str, visit: str | None) -> Mapping[str, Any]:
    """Give what was answered before; a new member's identity begins with that of the family."""
    given = current().person.given(visit)
    return given if page != "status" or page in given else members.suggested(current())


def _elsewhere(region: str, page: str, visit: str | None) -> Stop | None:
    """Send on who cannot be answered here; a page that does not exist is not found."""
    if page not in engine.PAGES and page != DOOR:
        abort(404)
    if (page == DOOR or of_visit(engine.PAGES[page])) != (visit is not None):
        abort(404)
    if g.pack is None:
        return Stop("home.start", {"region": region})
    entry = current().person.visit(visit)
    if visit is not None and entry is None:
        return Stop("visits.hub", {"region": region, "notice": "gone"})
    if visit is None and not _asked(page, None):
        return Stop("check.show", {"region": region})
    if page == BILL.id and entry and not entry.door:
        return screen(region, DOOR, entry, **({"next": "check"} if _to_check() else {}))
    return None


def _asked(page: str, visit: Visit | None) -> list[engine.Question]:
    about = engine.PAGES[page]
    return questions_of(about, visit) if visit else offered(about, g.pack.id)


def _show(
    form: AnswerForm, *, page: str, visit: Visit | None, errors: list[tuple[str, str]]
) -> str:
    region, about = g.region.code, engine.PAGES[page]
    back, to_check, so_far = _back(region, page, visit), _to_check(), _so_far(region)
    of_family = page == "status" and not errors and _of_family(form)
    url = url_for("interview.answer", region=region, page=page, visit=visit and visit.id)

    def draw() -> str:
        return render_template(
            "interview/ask.html",
            page=about,
            visit=visit,
            door=door_of(visit) if visit and page == BILL.id else None,
            form=form,
            choices=_choices(form),
            of_family=of_family,
            errors=errors,
            summary=_summary(form, errors, visit),
            to_check=to_check,
            so_far=so_far,
            back_url=back,
            url=url,
        )

    if visit or errors:
        return draw()
    plate = plate_of(form, page, url, back, to_check, of_family, so_far is None)
    return printed(plate, draw, line=line_of(so_far))


def _of_family(form: AnswerForm) -> bool:
    """Whether the rows are ticked because others of the family are so, and not by an answer."""
    return "status" not in current().person.answers and any(field.data for field in form)


def _summary(
    form: AnswerForm, errors: list[tuple[str, str]], visit: Visit | None
) -> list[tuple[str, str]]:
    """Name the question before each fault, where the page has several."""
    if len(list(form)) == 1:
        return errors
    labels = {field.name: label_of(field.question, visit) for field in form}
    return [(name, f"{labels[name]}：{sentence}") for name, sentence in errors]


def _choices(form: AnswerForm) -> dict[str, tuple[Any, Any]]:
    """Give the options of each field, those this document names first."""
    fields = (field for field in form if field.question.options)
    return {field.name: engine.choices(field.name, g.pack.id) for field in fields}


def _show_doors(region: str, visit: Visit, errors: list[tuple[str, str]] | None = None) -> str:
    return render_template(
        "interview/doors.html",
        doors=BILL.doors,
        visit=visit,
        chosen=request.form.get("door", visit.door),
        errors=errors or [],
        to_check=_to_check(),
        so_far=_so_far(region),
        back_url=_back(region, DOOR, visit),
        url=url_for("interview.answer", region=region, page=DOOR, visit=visit.id),
    )


def _take_door(region: str, visit: Visit) -> Any:
    door = request.form.get("door", "")
    if door not in {known.id for known in BILL.doors}:
        return _show_doors(region, visit, [("door", _("请选一种。都没有就选“单子不在手边”"))]), 422
    if page_is_outdated():
        return _show_doors(region, visit, [("door", _("这一页放久了，请再点一次"))]), 422
    keep(current().having(told.choose_door(current().person, visit.id, door)))
    more = {"next": "check"} if _to_check() else {}
    return go("interview.ask", region=region, visit=visit.id, page=BILL.id, **more)


def _taken(form: AnswerForm, *, page: str, visit: str | None) -> Household:
    household = members.take(current(), form.answers(), visit)
    person = household.person
    if page == "visits" and person.answers.get("visits") is True and not person.visits:
        household = household.having(told.add(person, new_id()))
    return household


def _around(visit: Visit | None) -> Surroundings:
    others = (other for other in current().person.visits if other != visit)
    days = (known_answers(other).get("discharged") for other in others)
    years = frozenset(int(day[:4]) for day in days if day)
    return Surroundings(today(), years, visit.door if visit else "")


def _back(region: str, page: str, visit: Visit | None) -> str:
    to_check = _to_check()
    if to_check and page != BILL.id:
        return url_for("check.show", region=region)
    more = {"next": "check"} if to_check else {}
    stop = previous(current().person, region, page, visit)
    return url_for(stop.endpoint, **stop.values, **more)


def _so_far(region: str) -> SoFar | None:
    """Tell how far one is, from the first answer on."""
    person = current().person
    return so_far(current(), region) if person.answers or person.visits else None


def _to_check() -> bool:
    """Whether this page was opened to change one answer, and leads back to all of them."""
    return "check" in (query("next"), sent("next"))
