"""Buttons: what stands below each question, and what a tap on it answers."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from flask import g
from werkzeug.datastructures import MultiDict

import engine

from .. import members
from ..case import BILL
from ..forms import form_for
from ..guide import DOOR
from ..household import Household
from ..language import mark
from ..language import translate as _
from ..state import new_id
from ..wording import printed, said
from . import taking
from .asking import MORE, WHO, Asked


class Button(NamedTuple):
    """One quick reply: the field and the value it sends, its words, and whether it is chosen."""

    name: str
    value: str
    label: str
    help: str = ""
    on: bool = False


class Buttons(NamedTuple):
    """All below a question; several may be ticked together."""

    main: Sequence[Button]
    others: Sequence[Button] = ()
    beside: Sequence[Button] = ()
    several: bool = False


DONE = "done"
PLEASE = mark("请点一个，或者打字说。")


def buttons(household: Household, asked: Asked) -> Buttons:
    """Give the quick replies of what is asked; what is put again may stay as it was."""
    found = _buttons(household, asked)
    if not household.person.talk.again:
        return found
    return found._replace(beside=[*found.beside, Button("leave", "1", _("不改了"))])


def _buttons(household: Household, asked: Asked) -> Buttons:
    if asked.question:
        return _of_question(household, asked, asked.question)
    if asked.id == DOOR:
        return Buttons([Button("door", d.id, _(d.title), _(d.help)) for d in BILL.doors])
    if asked.id == WHO:
        main = [Button("who", value, _(kin.label)) for value, kin in members.WHO.items()]
        return Buttons(main, beside=[Button("unsure", "1", _("先不说"))])
    # Under the id that the page proposes, a second tap adds no second visit.
    return Buttons([Button("more", new_id(), _("还有一次")), Button("more", DONE, _("就这些"))])


def tap(household: Household, asked: Asked, posted: MultiDict[str, str]) -> Household:
    """Take a tap; Unreadable says what is wrong with it."""
    question = asked.question
    if question is None:
        return _special(household, asked, posted)
    form = form_for([question], stored={}, posted=posted)
    field = next(iter(form))
    if not form.validate():
        raise engine.Unreadable(field.errors[0])
    if field.data is None:
        raise engine.Unreadable(_(PLEASE))
    return taking.take_fitting(household, asked, field.data, new_id=new_id())


def _special(household: Household, asked: Asked, posted: Mapping[str, str]) -> Household:
    chosen = posted.get(asked.id, "")
    if asked.id == WHO and (chosen in members.WHO or "unsure" in posted):
        return taking.choose_who(household, chosen or "unsaid")
    if asked.id == DOOR and chosen in {door.id for door in BILL.doors}:
        return taking.choose_door(household, asked, chosen)
    if asked.id == MORE and chosen.isalnum() and len(chosen) == len(new_id()):
        return taking.one_more(household, chosen if chosen != DONE else "")
    raise engine.Unreadable(_(PLEASE))


def _of_question(household: Household, asked: Asked, question: engine.Question) -> Buttons:
    main: list[Button] = []
    others: list[Button] = []
    beside = [Button("unsure", "1", _("不清楚"))]
    if question.options:
        ticked = _ticked(household, asked)
        chosen = engine.choices(question.id, g.pack.id)
        main, others = ([_option(question.id, o, ticked) for o in part] for part in chosen)
    elif question.type in ("yesno", "visits"):
        truths = (("yes", True), ("no", False))
        main = [Button(question.id, name, said(question, truth)) for name, truth in truths]
    if question.none:
        beside.insert(0, Button(question.id, "none", _(question.none)))
    if question.no_line is not None:
        beside.insert(0, _without(question, asked))
    if question.long_ago:
        beside.insert(0, Button(f"{question.id}-long", "1", _(question.long_ago)))
    return Buttons(main, others, beside, several=question.type == "choices")


def _without(question: engine.Question, asked: Asked) -> Button:
    """What stands on no line of the paper can only be had or not."""
    if printed(question, asked.visit):
        return Button(f"{question.id}-none", "1", _("没有这一行"))
    return Button(question.id, "0", _("没有"))


def _option(name: str, option: engine.Option, ticked: Any) -> Button:
    words = _(option.help) if option.help else ""
    return Button(name, option.value, _(option.label), words, option.value in ticked)


def _ticked(household: Household, asked: Asked) -> Any:
    """Tick what was answered before; a new member's identity begins with that of the family."""
    given = household.person.given(asked.visit_id)
    if asked.id == "status" and "status" not in given:
        given = members.suggested(household)
    value = given.get(asked.id)
    return value if isinstance(value, list) else [value]
