"""Years so full and so varied that they are hard to pack."""

import random
from datetime import date, timedelta

import engine
from webapp.household import Household, Person, Visit


def year_of(count: int, seed: int) -> Household:
    """Make a year of visits in which nothing repeats: every line of the slip, to the fen."""
    dice = random.Random(seed)
    person = {"scheme": "resident", "status": ["dibao", "youfu"], "status_since": "2021-03-01"}
    visits = tuple(visit_of(dice) for _visit in range(count))
    return Household((Person({**person, "visits": True}, visits, done=True),), "s" * 16)


def visit_of(dice: random.Random) -> Visit:
    """Make a visit of a random day, with random amounts up to a few ten thousand yuan."""
    left = date(2022, 1, 1) + timedelta(dice.randrange(365))
    came = left - timedelta(dice.randrange(1, 30))
    chosen = {
        question.id: dice.choice([option.value for option in question.options])
        for question in engine.QUESTIONS.values()
        if question.of_visit and question.options
    }
    yesno = {q: dice.random() < 0.7 for q in ("designated", "public_hospital", "grassroots_first")}
    lines = engine.PAGES["bill"].doors[0].questions
    bill = {line: engine.yuan(int(dice.lognormvariate(13, 1.5))) for line in lines}
    days = {"admitted": str(came), "discharged": str(left)}
    visit_id = "".join(dice.choices("abcdefghjkmnpqrstuvwxyz23456789", k=4))
    return Visit(visit_id, {**chosen, **yesno, **days, **bill}, "slip")
