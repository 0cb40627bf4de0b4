"""All answers on one page, each with the way to change it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from flask import Blueprint, g, render_template, url_for

import engine

from ..case import BILL, bill_done, relevant
from ..guide import before_check, listed, onward, standing
from ..household import Person, Visit
from ..replies import go
from ..state import current
from ..wording import label_of, said, title_of

bp = Blueprint("check", __name__)
PAGE_OF = {name: page.id for page in engine.PAGES.values() for name in page.questions}


class Row(NamedTuple):
    """One answer: the question, what was said, where it is changed, and its contract path."""

    label: str
    value: str
    url: str
    path: str


class Section(NamedTuple):
    """The answers about the person, or about one visit."""

    title: str
    rows: list[Row]


@bp.get("/<region:region>/check")
def show(region: str) -> Any:
    """Show every answer that counts, and name those that no longer do."""
    if g.pack is None:
        return go("home.start", region=region)
    household = current()
    person = household.person
    unused = set(standing(household, region).unused)
    seen = listed(person) and "visits" not in unused
    sections = [_split(section, unused) for section in _sections(person, region, seen=seen)]
    stop, back = onward(household, region, to_check=True), before_check(person, region)
    return render_template(
        "interview/check.html",
        region=region,
        sections=[used for used, _unused in sections if used.rows],
        unused=list(dict.fromkeys(row.label for _used, rows in sections for row in rows)),
        open_url="" if stop.endpoint == "check.show" else url_for(stop.endpoint, **stop.values),
        back_url=url_for(back.endpoint, **back.values),
    )


def _sections(person: Person, region: str, *, seen: bool) -> Iterator[Section]:
    yield Section("", list(_rows_of_person(person, region)))
    if seen:
        for place, visit in enumerate(person.visits):
            yield Section(title_of(visit), list(_rows_of_visit(visit, place, region)))


def _rows_of_person(person: Person, region: str) -> Iterator[Row]:
    for question in engine.QUESTIONS.values():
        if question.id in person.answers and not question.of_visit:
            url = _url(region, question.id)
            value = said(question, person.answers[question.id])
            yield Row(label_of(question), value, url, question.path)


def _rows_of_visit(visit: Visit, place: int, region: str) -> Iterator[Row]:
    for question in relevant(visit):
        left_out = question.id in BILL.questions and not bill_done(visit)
        if question.id in visit.answers and not left_out:
            url = _url(region, question.id, visit)
            value = said(question, visit.answers[question.id])
            yield Row(label_of(question, visit), value, url, question.at(place))


def _url(region: str, question_id: str, visit: Visit | None = None) -> str:
    page = PAGE_OF[question_id]
    visit_id = visit and visit.id
    return url_for("interview.ask", region=region, page=page, visit=visit_id, next="check")


def _split(section: Section, unused: set[str]) -> tuple[Section, list[Row]]:
    used = [row for row in section.rows if row.path not in unused]
    return Section(section.title, used), [row for row in section.rows if row.path in unused]
