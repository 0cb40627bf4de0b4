"""Messages that are no more than an answer: to the question put, or to the one before it."""

import re

import engine

from ..chat.reading import Answer, Understood, read
from ..checks import today
from ..guide import DOOR
from ..household import Household, Mark
from ..language import translate as _
from ..wording import said
from . import taking, words
from .asking import MORE, WHO, Asked, find

WRONG = re.compile(r"^.*?(?:不对|错了|不是)[^是]*是?")
"""What stands before the right answer in 不对，是职工."""


def take(
    household: Household,
    understood: Understood,
    text: str,
    *,
    asked: Asked | None,
    region: str,
    new_id: str,
) -> Household | None:
    """Take a message that is no more than an answer, to this question or to the last one."""
    if understood.corrects:
        corrected = _corrected(household, text, region=region, new_id=new_id)
        if corrected:
            return corrected
    if asked is None or household.person.talk.heard or household.person.talk.who:
        return None
    if asked.question is None:
        return _special(household, understood, text, asked=asked, new_id=new_id)
    value = _value(household, understood, text, asked=asked)
    return None if value is None else taking.take_fitting(household, asked, value, new_id=new_id)


def _value(household: Household, understood: Understood, text: str, *, asked: Asked) -> object:
    """Give the one value that a message is for the question put; None where it is more or less."""
    assert asked.question
    labelled = _labelled(asked.question, text)
    if labelled is not None:
        return labelled
    if understood.reply == "unknown":
        return Mark.UNSURE
    facts = _apart(understood.answers, asked)
    if len(facts) == 1 and facts[0].question == asked.id and not other_kin(household, understood):
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


def _apart(facts: tuple[Answer, ...], asked: Asked) -> list[Answer]:
    """Leave out what was read from within the answer: 12.50 元 is no day of December."""
    wanted = "".join(fact.words for fact in facts if fact.question == asked.id)
    return [fact for fact in facts if fact.question == asked.id or fact.words not in wanted]


def _labelled(question: engine.Question, text: str) -> object:
    """Take the very words of a button as that button."""
    plain = _bare(text)
    if not plain:
        return None
    if question.type in ("yesno", "visits"):
        return next(
            (value for value in (True, False) if _bare(said(question, value)) == plain), None
        )
    if question.type == "choices" and plain == _bare(_(question.none)):
        return []
    labels = {option.value: _bare(_(option.label)) for option in question.options}
    whole = [value for value, label in labels.items() if label == plain]
    part = [value for value, label in labels.items() if len(plain) > 1 and plain in label]
    values = whole or (part if len(part) == 1 else [])
    if not values:
        return None
    return values if question.type == "choices" else values[0]


def _bare(text: object) -> str:
    """Take out what is not spoken."""
    return re.sub(r"[\s，。、！？（）,.!?()]", "", str(text))


def _corrected(household: Household, text: str, *, region: str, new_id: str) -> Household | None:
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
        return taking.take_fitting(household, last, labelled, new_id=new_id)
    facts = read(text, asked=last.id, today=today(), home=region).answers
    if len(facts) == 1 and facts[0].question == last.id:
        return taking.take_fitting(household, last, facts[0].value, new_id=new_id)
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


def other_kin(household: Household, understood: Understood) -> bool:
    """Whether a message tells of another of the family than the one who is asked about."""
    codes = words.codes(household.person.who)
    told_of = understood.who
    return bool(codes and told_of and told_of not in (*codes, "self", "other"))
