"""What is asked now, as the page shows it: the words, where the figure stands, the buttons."""

from typing import NamedTuple

import engine

from ..guide import DOOR
from ..household import Household
from ..language import translate as _
from ..wording import label_of, where_of
from .asking import WHO, Asked
from .tapping import Buttons, buttons
from .transcript import door_asked, who_asked


class Put(NamedTuple):
    """One thing that is asked."""

    title: str
    help: str
    where: str
    why: str
    number: int
    amount: bool
    buttons: Buttons


def put(household: Household, asked: Asked) -> Put:
    """Put a question with all that stands below it."""
    question = asked.question
    several = asked.visit and len(household.person.visits) > 1
    return Put(
        title=label_of(question, asked.visit) if question else _title(asked),
        help=_help(question) if question else "",
        where=where_of(question, asked.visit) if question else "",
        why=_(question.why) if question else "",
        number=household.person.visits.index(asked.visit) + 1 if several and asked.visit else 0,
        amount=bool(question and question.type == "amount"),
        buttons=buttons(household, asked),
    )


def _help(question: engine.Question) -> str:
    """An optional line is no field that could be left empty here."""
    return _(question.help) if question.help and not question.optional else ""


def _title(asked: Asked) -> str:
    if asked.id == WHO:
        return who_asked()
    return door_asked() if asked.id == DOOR else _("今年还看过别的病吗？")
