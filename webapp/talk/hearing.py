"""What a typed message does: answer, correct, tell more, ask back, or not be understood."""

import re
from dataclasses import replace

import engine

from ..case import relevant
from ..chat.reading import Answer, Understood, read
from ..checks import today
from ..guide import DOOR
from ..household import Household, Mark, Visit
from ..language import translate as _
from ..wording import said
from . import taking, words
from .asking import MORE, WHO, Asked, find
from .topics import TAKES_NOTHING, Saying, sayings

YES_OR_NO = "visits"
"""A question that is only yes or no: in its light 都对 is a yes."""

DATED = re.compile(r"[年月日号天]|周|节|刚|最近|时间")
WRONG = re.compile(r"^.*?(?:不对|错了|不是)[^是]*是?")
"""What stands before the right answer in 不对，是职工."""

TELLING = ("total", "reimbursed", "admitted", "discharged")
"""Where these differ from what was told, another visit is meant."""


def answer(
    household: Household, text: str, *, asked: Asked | None, region: str, new_id: str
) -> Household:
    """Take one message."""
    talk = household.person.talk
    waiting = bool(talk.heard or talk.who)  # then no question is on the page
    understood = read(text, asked=asked.id if asked and not waiting else None, today=today())
    if understood.refused:
        return _say(household, ("private", ""))
    if understood.topic == "despair":
        return _say(household, ("care", ""))
    if waiting and _agrees(text):
        return agree(household, new_id)
    back = sayings(understood, text, asked=asked, region=region)
    if not (back and understood.topic):
        plain = _plain(household, understood, text, asked=asked, new_id=new_id)
        if plain:
            return plain
    return _told(household, understood, text, asked=asked, back=back)


def agree(household: Household, new_id: str) -> Household:
    """Let count what was heard, unless it cannot be so."""
    if any(not problem.may_stand for problem in taking.pending(household.person)):
        return _say(household, ("unfit", ""))
    return taking.confirm(household, new_id)


def take(household: Household, asked: Asked, value: object, *, new_id: str) -> Household:
    """Take the answer to the question put; what does not fit is shown before it counts."""
    answers = {asked.id: value}
    if taking.problems(household, asked, answers):
        return taking.hear(household, answers, visit=asked.visit.id if asked.visit else "")
    return taking.take(household, asked, answers, new_id=new_id)


def _plain(
    household: Household, understood: Understood, text: str, *, asked: Asked | None, new_id: str
) -> Household | None:
    """Take a message that is no more than an answer, to this question or to the last one."""
    if understood.corrects and (corrected := _corrected(household, text, new_id=new_id)):
        return corrected
    if asked is None or household.person.talk.heard or household.person.talk.who:
        return None
    if asked.question is None:
        return _special(household, understood, text, asked=asked, new_id=new_id)
    value = _value(household, understood, text, asked=asked)
    return None if value is None else take(household, asked, value, new_id=new_id)


def _value(household: Household, understood: Understood, text: str, *, asked: Asked) -> object:
    """Give the one value that a message is for the question put; None where it is more or less."""
    assert asked.question
    labelled = _labelled(asked.question, text)
    if labelled is not None:
        return labelled
    if understood.reply == "unknown":
        return Mark.UNSURE
    facts = understood.answers
    if len(facts) == 1 and facts[0].question == asked.id and not _other_kin(household, understood):
        return facts[0].value
    return None


def _special(
    household: Household, understood: Understood, text: str, *, asked: Asked, new_id: str
) -> Household | None:
    """Take the answer to what is no question of the catalogue."""
    if understood.answers:
        return None
    if asked.id == WHO:
        unsaid = "unsaid" if understood.reply == "unknown" or "先不说" in text else ""
        who = words.kin(understood.who, text) or unsaid
        return taking.choose_who(household, who) if who else None
    if asked.id == DOOR:
        door = words.door(text)
        return taking.choose_door(household, asked, door) if door else None
    again = words.more(text) if asked.id == MORE else None
    return None if again is None else taking.one_more(household, new_id if again else "")


def _labelled(question: engine.Question, text: str) -> object:
    """Take the very words of a button as that button."""
    plain = re.sub(r"[\s，。！？,.!?]", "", text)
    if not plain:
        return None
    if question.type in ("yesno", "visits"):
        return next((value for value in (True, False) if said(question, value) == plain), None)
    if question.type == "choices" and plain == _(question.none):
        return []
    labels = {option.value: _(option.label) for option in question.options}
    whole = [value for value, label in labels.items() if label == plain]
    part = [value for value, label in labels.items() if len(plain) > 1 and plain in label]
    values = whole or (part if len(part) == 1 else [])
    if not values:
        return None
    return values if question.type == "choices" else values[0]


def _corrected(household: Household, text: str, *, new_id: str) -> Household | None:
    """Take 不对，是三万二 for what was answered last, where it fits no other question."""
    person = household.person
    if person.talk.heard:
        return _heard_anew(household, text)
    if not person.talk.recent:
        return None
    last = find(person, person.talk.recent[-1])
    if last is None or last.question is None:
        return None
    labelled = _labelled(last.question, WRONG.sub("", text))
    if labelled is not None:
        return take(household, last, labelled, new_id=new_id)
    facts = read(text, asked=last.id, today=today()).answers
    if len(facts) == 1 and facts[0].question == last.id:
        return take(household, last, facts[0].value, new_id=new_id)
    return None


def _heard_anew(household: Household, text: str) -> Household | None:
    """Take 不对，是三万二 for the one amount that was heard; of several it has to say which."""
    talk = household.person.talk
    amounts = [name for name in talk.heard if engine.QUESTIONS[name].type == "amount"]
    if len(amounts) != 1:
        return None
    facts = read(text, asked=amounts[0], today=today()).answers
    if [fact.question for fact in facts] != amounts:
        return None
    return taking.hear(household, {amounts[0]: facts[0].value}, visit=talk.visit)


def _told(
    household: Household,
    understood: Understood,
    text: str,
    *,
    asked: Asked | None,
    back: tuple[Saying, ...],
) -> Household:
    """Hear what else a message tells, and say back what it asks."""
    if _other_kin(household, understood):
        return _say(household, ("other_person", ""))
    asks_of = understood.topic in TAKES_NOTHING or understood.intent in ("status", "complaint")
    facts = () if asks_of else understood.answers
    who = words.kin(understood.who, text) if not household.person.who else ""
    visit = _visit_of(household, understood, asked)
    taken = {fact.question: fact.value for fact in facts if _fits(fact, visit)}
    unclear = tuple(dict.fromkeys(_kind_of(one) for one in understood.unclear))
    if taken or (who and asked and asked.id == WHO):
        household = taking.hear(household, taken, visit=visit.id if visit else "", who=who)
        return _say(household, *unclear, *back, missed=False)
    if back or unclear:
        return _say(household, *back, *unclear, missed=False)
    missed = household.person.talk.missed + 1
    return _say(household, ("help" if missed >= 3 else "missed", ""))


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
    """Whether a fact has a place: what the paper at hand has not cannot be kept."""
    question = engine.QUESTIONS[fact.question]
    return not question.of_visit or question in relevant(visit or Visit(""))


def _other_kin(household: Household, understood: Understood) -> bool:
    """Whether a message tells of another of the family than the one who is asked about."""
    codes = [code for code, kin in words.OF_CODE.items() if household.person.who in kin]
    told_of = understood.who
    return bool(codes and told_of and told_of not in (*codes, "self", "other"))


def _agrees(text: str) -> bool:
    facts = read(text, asked=YES_OR_NO, today=today()).answers
    return any(fact.question == YES_OR_NO and fact.value is True for fact in facts)


def _kind_of(unclear: str) -> Saying:
    return ("unclear_day" if DATED.search(unclear) else "unclear_sum"), ""


def _say(household: Household, *said_back: Saying, missed: bool = True) -> Household:
    """Note what the site says back; only what was not understood counts as a miss."""
    person = household.person
    count = person.talk.missed + 1 if missed and said_back[0][0] in ("missed", "help") else 0
    talk = replace(person.talk, said=said_back, missed=count)
    return household.having(replace(person, talk=talk))
