"""The result: what the engine found, arranged for reading."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from flask import Blueprint, g, render_template, url_for

import engine

from .. import outcome, places
from ..case import case_of
from ..documents import kept_by
from ..guide import page_of
from ..household import Person
from ..replies import go
from ..security import require_recent_page
from ..state import current, keep, show_member
from ..wording import label_of

bp = Blueprint("result", __name__)
QUESTION_AT = {question.path: question for question in engine.QUESTIONS.values()}


@bp.get("/<region:region>/result")
def show(region: str) -> Any:
    """Show what the document gives by the answers so far; without any, begin at the beginning."""
    household = current()
    person = household.person
    if g.pack is None or not (person.answers or person.visits):
        return go("home.start", region=region)
    case, _unsure = case_of(household, person, region)
    found = engine.assess(case)
    missing = list(dict.fromkeys(_missing(found["missing"], person=person, region=region)))
    result = outcome.arrange(found, case=case, missing=missing)
    return render_template(
        "result.html",
        place=places.here(),
        result=result,
        older=kept_by(person, region) is not None,
    )


@bp.post("/<region:region>/renew")
def renew(region: str) -> Any:
    """Reckon by the document that counts today, from now on."""
    require_recent_page()
    household = current()
    keep(household.having(replace(household.person, pack="")))
    show_member(household.shown)
    return go("result.show", region=region)


def _missing(paths: list[str], *, person: Person, region: str) -> Iterator[outcome.Question]:
    for path in paths:
        general, number = outcome.place_of(path)
        question = QUESTION_AT.get(general)
        if question and number < len(person.visits) + (not question.of_visit):
            visit = person.visits[number] if question.of_visit else None
            label = label_of(question, visit)
            url = url_for(
                "interview.ask",
                region=region,
                page=page_of(question, visit),
                visit=visit and visit.id,
                next="check",
            )
            yield outcome.Question(label, number + 1 if visit else 0, url, path)
