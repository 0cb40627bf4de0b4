"""The result: what the engine found, arranged for reading."""

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, g, render_template, url_for

import engine

from .. import outcome, places
from ..case import case_of
from ..guide import page_of
from ..household import Person
from ..replies import go
from ..state import current
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
    return render_template("result.html", place=places.find(region), result=result)


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
