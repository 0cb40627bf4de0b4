"""All answers on one page, each with the way to change it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from flask import Blueprint, g, render_template, url_for

import engine

from ..case import BILL, bill_done, case_of, door_of
from ..forms import offered, questions_of
from ..guide import DOOR, before_check, listed, of_visit, onward
from ..household import Person, Visit
from ..language import translate as _
from ..replies import go
from ..standings import unused_of
from ..state import current
from ..wording import derived, label_of, said, title_of

bp = Blueprint("check", __name__)


class Row(NamedTuple):
    """One answer: the question, what was said, where it is changed, and its contract path."""

    label: str
    value: str
    url: str = ""
    path: str = ""


class Section(NamedTuple):
    """The answers about the person, or about one visit."""

    id: str
    title: str
    rows: list[Row]


@bp.get("/<region:region>/check")
def show(region: str) -> Any:
    """Show every answer that counts, and name those that no longer do."""
    if g.pack is None:
        return go("home.start", region=region)
    household = current()
    person = household.person
    unused = set(unused_of(*case_of(household, person, region)))
    seen = listed(person) and "visits" not in unused
    sections = list(_sections(person, region, seen=seen))
    stop = onward(household, region, to_check=True)
    back = before_check(person, region)
    return render_template(
        "interview/check.html",
        region=region,
        sections=[kept for section in sections if (kept := _used(section, unused)).rows],
        unused=_labels(sections, unused),
        open_url="" if stop.endpoint == "check.show" else url_for(stop.endpoint, **stop.values),
        offers=list(_offers(person, region)),
        back_url=url_for(back.endpoint, **back.values),
    )


def _offers(person: Person, region: str) -> Iterator[Row]:
    """Name the pages that nobody is asked, for those who know more."""
    fitting = {"opening": listed(person), "status_until": bool(person.answers.get("status"))}
    for page in engine.PAGES.values():
        if of_visit(page) or not fitting.get(page.id, True):
            continue
        questions = offered(page, g.pack.id)
        told = any(question.id in person.answers for question in questions)
        if questions and all(q.offered for q in questions) and not told:
            yield Row(_(page.title), "", _url(region, page.id))


def _sections(person: Person, region: str, *, seen: bool) -> Iterator[Section]:
    pages = [page for page in engine.PAGES.values() if not of_visit(page)]
    rows = [row for page in pages for row in _rows(page, person.answers, region)]
    yield Section("", "", rows)
    if seen:
        for place, visit in enumerate(person.visits):
            yield Section(visit.id, title_of(visit), list(_rows_of(visit, place, region)))


def _rows_of(visit: Visit, place: int, region: str) -> Iterator[Row]:
    for page in filter(of_visit, engine.PAGES.values()):
        if page.id != BILL.id:
            yield from _rows(page, visit.answers, region, visit=visit, place=place)
        elif (door := door_of(visit)) and bill_done(visit):
            yield Row(_("手边的单子"), _(door.title), _url(region, DOOR, visit))
            yield from _rows(page, visit.answers, region, visit=visit, place=place)
            if sum_of := derived(visit):
                yield Row(_("推算出的政策范围内"), sum_of)


def _rows(
    page: engine.Page,
    answers: Any,
    region: str,
    *,
    visit: Visit | None = None,
    place: int | None = None,
) -> Iterator[Row]:
    for question in questions_of(page, visit):
        if question.id in answers:
            value = said(question, answers[question.id])
            url = f"{_url(region, page.id, visit)}#{question.id}"
            yield Row(label_of(question, visit), value, url, question.at(place))


def _url(region: str, page: str, visit: Visit | None = None) -> str:
    visit_id = visit and visit.id
    return url_for("interview.ask", region=region, page=page, visit=visit_id, next="check")


def _used(section: Section, unused: set[str]) -> Section:
    return section._replace(rows=[row for row in section.rows if row.path not in unused])


def _labels(sections: list[Section], unused: set[str]) -> list[str]:
    rows = (row for section in sections for row in section.rows if row.path in unused)
    return list(dict.fromkeys(row.label for row in rows))
