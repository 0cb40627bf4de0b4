"""What was understood, piece by piece, before it counts."""

from typing import NamedTuple

from markupsafe import Markup

import engine

from .. import members
from ..household import Household
from ..language import mark
from ..language import translate as _
from ..wording import label_of, said
from .taking import pending

SHORT = {
    "status": mark("身份"),
    "scheme": mark("医保"),
    "kind": mark("看病方式"),
    "place": mark("医院在哪"),
    "referral": mark("转诊备案"),
    "admitted": mark("住院那天"),
    "discharged": mark("出院那天"),
    "premium": mark("医保费"),
    "total": mark("总费用"),
    "reimbursed": mark("报了"),
    "aid_paid": mark("救助给了"),
}
"""A word for the questions whose own words are long."""


class Chip(NamedTuple):
    """One piece: its key, its words, the answer."""

    name: str
    label: str
    value: str | Markup


class Chips(NamedTuple):
    """All pieces, what does not fit, and whether it may stand so."""

    chips: list[Chip]
    problems: list[str]
    may_stand: bool
    number: int  # of the visit, where there are others; 0 = not told


def chips(household: Household) -> Chips:
    """List what was heard of the shown member."""
    person = household.person
    talk, faults = person.talk, pending(person)
    found = [_chip(household, name) for name in talk.heard]
    if talk.who:
        kin = members.ALL[talk.who]
        found.insert(0, Chip("who", _("病人"), _(kin.label)))
    ids = [visit.id for visit in person.visits]
    number = ids.index(talk.visit) + 1 if talk.visit in ids else len(ids) + 1
    told_of_visit = any(engine.QUESTIONS[name].of_visit for name in talk.heard)
    return Chips(
        found,
        [problem.message for problem in faults],
        all(problem.may_stand for problem in faults),
        number if told_of_visit and number > 1 else 0,
    )


def _chip(household: Household, name: str) -> Chip:
    question = engine.QUESTIONS[name]
    talk = household.person.talk
    visit = household.person.visit(talk.visit)
    label = _(SHORT[name]) if name in SHORT else label_of(question, visit).rstrip("？")
    return Chip(name, label, said(question, talk.heard[name]))
