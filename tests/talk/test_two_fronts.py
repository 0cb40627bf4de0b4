"""The chat and the pages, walked to the end with the same answers, cannot be told apart."""

import re
from random import Random
from typing import Any

import pytest

import engine
from tests.talk.spoken import draw, say, send
from tests.talk.talker import Talker
from tests.webapp.client import Visitor
from tests.webapp.steps import page_of
from webapp.case import case_of
from webapp.household import Household, Mark, Person

MOST_TURNS = 60
TRUE = ("visits", "designated", "local_hukou")
DAYS = {"admitted": "2021-11-01", "discharged": "2021-11-10", "status_since": "2021-01-01"}
WHOLE = {"total": "1900000.00", "out_of_scope": Mark.NO_LINE, "class_b_own": Mark.NO_LINE}


def answers(seed: int, pack_id: str) -> dict[str, Any]:
    """Draw one answer to every question, such that the lines of a paper fit together."""
    random = Random(f"{seed} {pack_id}")
    drawn = {q.id: draw(q, random) for q in engine.QUESTIONS.values() if q.type != "tiers"}
    held = random.choice(engine.choices("status", pack_id)[0]).value
    scheme = random.choice(engine.choices("scheme", pack_id)[0]).value
    chosen = {"scheme": scheme, "status": [held], "kind": "inpatient", **DAYS, **WHOLE}
    return {**drawn, **chosen, **dict.fromkeys(TRUE, True)}


def by_chat(region: str, told: dict[str, Any], *, door: str, random: Random) -> Household:
    """Answer in the chat, in words, whatever is asked, until there is a result."""
    beginning = Household((Person(who="self"),), "secret")
    talker = Talker(region, Visitor().having(beginning))
    for _turn in range(MOST_TURNS):
        name = re.findall(r'name="asked" value="([^"@]*)', talker.page)[-1]
        if not name:
            return talker.visitor.told()
        if name in engine.QUESTIONS:
            talker.says(say(engine.QUESTIONS[name], told[name], random))
            assert [] == talker.heard()
        else:
            talker.taps({"door": door, "more": "就这些"}[name])
    raise AssertionError("the chat does not end")


def by_pages(region: str, told: dict[str, Any], *, door: str) -> Household:
    """Answer page by page, by their fields, until all answers are shown."""
    beginning = Household((Person(who="self"),), "secret")
    visitor = Visitor().having(beginning).opens(f"/{region}/next")
    for _page in range(MOST_TURNS):
        page = page_of(visitor)
        if page == "check":
            return visitor.told()
        if page == "visits" and "/ask/" not in visitor.url:
            visitor.sends(f"/{region}/visits/done")
        elif page == "door":
            visitor.sends(door=door)
        else:
            visitor.posts(visitor.action(), {**visitor.hidden(), **_fields(visitor, page, told)})
        assert 200 == visitor.status, visitor.summary()
    raise AssertionError("the pages do not end")


def _fields(visitor: Visitor, page: str, told: dict[str, Any]) -> dict[str, Any]:
    shown = [n for n in engine.PAGES[page].questions if re.search(f'name="{n}[-"]', visitor.text)]
    fields = [send(engine.QUESTIONS[name], told[name]) for name in shown]
    return {key: value for field in fields for key, value in field.items()}


def figures(household: Household, region: str) -> dict[str, Any]:
    """Give every figure of the assessment."""
    found = engine.assess(case_of(household, household.person, region)[0])
    amounts = {name: (row["status"], row["amount"]) for name, row in found["benefits"].items()}
    return {**amounts, "total": found["total_paid"], "left": found["left"]}


@pytest.mark.parametrize("door", ["slip", "receipt", "memory"])
@pytest.mark.parametrize("pack", engine.packs(), ids=lambda pack: pack.id)
def test_the_two_fronts_give_the_same(pack, door):
    """Whatever only one of them asks changes no figure."""
    title = next(d.title for d in engine.PAGES["bill"].doors if d.id == door)
    told = answers(1, pack.id)
    told["reimbursed"] = "9000.00"

    talked = by_chat(pack.region, told, door=title, random=Random(7))
    filled = by_pages(pack.region, told, door=door)

    assert figures(filled, pack.region) == figures(talked, pack.region)
    assert filled.person.answers == talked.person.answers
