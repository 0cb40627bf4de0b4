"""A page's form: one field a question, and what must hold between them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Form

import engine

from .case import door_of, known_answers, lines_of
from .checks import CHECKS, Problem, Surroundings
from .fields import FIELDS
from .household import Visit
from .language import translate as _


class AnswerForm(Form):
    """The questions of one page; it is valid when each is read and all fit together."""

    problems: tuple[Problem, ...] = ()

    def fits(self, page: engine.Page, around: Surroundings, *, accepted: bool) -> bool:
        """Check the answers alone, and then, when all can be read, against each other."""
        if not self.validate():
            return False
        found = CHECKS[page.id](self.answers(), around) if page.id in CHECKS else ()
        named = (p._replace(field=self[p.field].name) for p in found)
        self.problems = tuple(p for p in named if not (p.may_stand and accepted))
        return not self.problems

    def answers(self) -> dict[str, Any]:
        """Give what was answered, by question; None takes an answer back."""
        return {field.short_name: field.data for field in self}

    def faults(self) -> list[tuple[str, str]]:
        """List what is wrong, as field and sentence, in the order of the page."""
        read = [(field.name, message) for field in self for message in field.errors]
        return read + [(problem.field, problem.message) for problem in self.problems]

    def may_stand(self) -> bool:
        """Tell whether all that is wrong may be so on a real paper."""
        return bool(self.problems) and all(problem.may_stand for problem in self.problems)


def offered(page: engine.Page, pack_id: str) -> list[engine.Question]:
    """Name the questions of a page about the person; of several those the document reads."""
    asked = [engine.QUESTIONS[name] for name in page.questions]
    reads = engine.read_paths(pack_id)
    return asked if len(asked) == 1 else [question for question in asked if question.path in reads]


def questions_of(page: engine.Page, visit: Visit | None = None) -> list[engine.Question]:
    """Name the questions that a page asks about this visit, in the order of its paper."""
    if visit is None:
        return [engine.QUESTIONS[name] for name in page.questions]
    door = door_of(visit) if page.doors else None
    names = lines_of(door) if door else page.questions
    asked = (engine.QUESTIONS[name] for name in names)
    return [question for question in asked if question.applies(known_answers(visit))]


def form_for(
    questions: list[engine.Question],
    *,
    stored: Mapping[str, Any],
    posted: MultiDict[str, str] | None = None,
    prefix: str = "",
    lenient: bool = False,
) -> AnswerForm:
    """Build a page's form: from what was posted, else from the answers we have.

    Lenient is a form that may be left empty wherever one likes, as one page of everything is.
    """
    form = _form_of(tuple(question.id for question in questions), lenient=lenient)
    return form(formdata=posted, data=dict(stored), prefix=prefix)


@lru_cache(maxsize=512)
def _form_of(names: tuple[str, ...], *, lenient: bool) -> type[AnswerForm]:
    """Make the kind of form that asks these questions; it holds no answers."""
    asked, alone = (engine.QUESTIONS[name] for name in names), len(names) == 1
    fields = {q.id: FIELDS[q.type](q, alone=alone, lenient=lenient) for q in asked}
    return type("PageForm", (AnswerForm,), fields)


def outdated(form: AnswerForm) -> list[tuple[str, str]]:
    """Say that the page was too old to be taken, and that nothing typed is lost."""
    first = next(iter(form))
    return [(first.name, _("这一页放久了。填的都还在，请再点一次“继续”。"))]
