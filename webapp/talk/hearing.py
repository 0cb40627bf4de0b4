"""What a typed message does: answer, correct, tell more, ask back, or not be understood."""

import re
from collections.abc import Iterator
from dataclasses import replace

import engine

from ..case import relevant
from ..chat.reading import Answer, Understood, read
from ..checks import today
from ..household import Household, Visit
from . import plain, taking, words
from .asking import MORE, WHO, Asked
from .topics import TAKES_NOTHING, Saying, sayings

YES_OR_NO = "visits"
"""A question that is only yes or no: in its light 都对 is a yes."""

DATED = re.compile(r"[年月日号天]|周|节|刚|最近|时间|^(?:19|20)\d\d$")
TELLING = ("total", "reimbursed", "admitted", "discharged")
"""Where these differ from what was told, another visit is meant."""


def answer(
    household: Household, text: str, *, asked: Asked | None, region: str, new_id: str
) -> Household:
    """Take one message."""
    talk = household.person.talk
    waiting = bool(talk.heard or talk.who)  # then no question is on the page
    put = asked.id if asked and not waiting else None
    understood = read(text, asked=put, today=today(), home=region)
    if understood.refused:
        return _say(household, ("private", ""))
    if understood.topic == "despair":
        return _say(household, ("care", ""))
    if waiting and _agrees(text):
        return agree(household, new_id)
    back = sayings(understood, text, asked=asked, region=region)
    if not (back and understood.topic):
        taken = plain.take(household, understood, text, asked=asked, region=region, new_id=new_id)
        if taken:
            return taken
    return _told(household, understood, text, asked=asked, back=back)


def agree(household: Household, new_id: str) -> Household:
    """Let count what was heard, unless it cannot be so."""
    if any(not problem.may_stand for problem in taking.pending(household.person)):
        return _say(household, ("unfit", ""))
    return taking.confirm(household, new_id)


def _told(
    household: Household,
    understood: Understood,
    text: str,
    *,
    asked: Asked | None,
    back: tuple[Saying, ...],
) -> Household:
    """Hear what else a message tells, and say back what it asks."""
    if plain.other_kin(household, understood):
        return _say(household, ("other_person", ""))
    asks_of = understood.topic in TAKES_NOTHING or understood.intent in ("status", "complaint")
    facts = () if asks_of else understood.answers
    who = words.kin(understood.who, text) if not household.person.who else ""
    visit = _visit_of(household, understood, asked)
    told = {fact.question: fact.value for fact in facts if _fits(fact, visit)}
    taken = {
        name: value for name, value in told.items() if not _known(household, visit, name, value)
    }
    unclear = tuple(dict.fromkeys(_unclear(understood, asked)))
    if taken or (who and asked and asked.id == WHO):
        household = taking.hear(household, taken, visit=visit.id if visit else "", who=who)
        return _say(household, *unclear, *back, missed=False)
    if back or unclear:
        return _say(household, *back, *unclear, missed=False)
    if told:
        return _say(household, ("noted", ""), missed=False)
    if household.person.talk.heard:
        return _say(household, ("waiting", ""), missed=False)
    missed = household.person.talk.missed + 1
    return _say(household, ("help" if missed >= 3 else "missed", ""))


def _known(household: Household, visit: Visit | None, name: str, value: object) -> bool:
    """Whether a fact says no more than what already counts, or waits to."""
    if name in household.person.talk.heard:
        return bool(household.person.talk.heard[name] == value)
    of_visit = engine.QUESTIONS[name].of_visit
    given = (visit.answers if visit else {}) if of_visit else household.person.answers
    return given.get(name) == value


def _visit_of(household: Household, understood: Understood, asked: Asked | None) -> Visit | None:
    """Find the visit that is talked about; None is a new one."""
    person = household.person
    if any(engine.QUESTIONS[name].of_visit for name in person.talk.heard):
        return person.visit(person.talk.visit)
    if asked is None or asked.id == MORE or not person.visits:
        return None
    visit = asked.visit or person.visits[-1]
    told = {fact.question: fact.value for fact in understood.answers if fact.question in TELLING}
    differs = any(visit.answers.get(name, value) != value for name, value in told.items())
    return None if differs and not asked.visit and not understood.corrects else visit


def _fits(fact: Answer, visit: Visit | None) -> bool:
    """Whether a fact has a place: a day of admission has none where one was only seen."""
    question = engine.QUESTIONS[fact.question]
    return not question.of_visit or question in relevant(
        taking.opened(visit or Visit(""), (fact.question,))
    )


def _agrees(text: str) -> bool:
    facts = read(text, asked=YES_OR_NO, today=today()).answers
    return any(fact.question == YES_OR_NO and fact.value is True for fact in facts)


def _unclear(understood: Understood, asked: Asked | None) -> Iterator[Saying]:
    """Tell what was not taken: amounts without a place here, and what could not be read."""
    if understood.unplaced:
        yield "unplaced", ""
    dated = asked is not None and asked.question is not None and asked.question.type == "date"
    for words_of_it in understood.unclear:
        day = "partial_day" if dated else "unclear_day"
        yield (day if DATED.search(words_of_it) else "unclear_sum"), ""


def _say(household: Household, *said_back: Saying, missed: bool = True) -> Household:
    """Note what the site says back; only what was not understood counts as a miss."""
    person = household.person
    count = person.talk.missed + 1 if missed and said_back[0][0] in ("missed", "help") else 0
    talk = replace(person.talk, said=said_back, missed=count)
    return household.having(replace(person, talk=talk))
