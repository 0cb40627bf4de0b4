"""Where the interview goes on, and where its way back leads."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Any, NamedTuple

import engine

from .case import bill_done, case_of, known_answers, relevant
from .household import Household, Person, Visit
from .standings import Standing, standing_of

_PAGE_OF = {name: page.id for page in engine.PAGES.values() for name in page.questions}

_BESIDE = ("opening", "standards", "status_until")

DOOR = "door"
"""The screen before the bill, on which the paper is chosen."""

HUB = "hub"
"""The list of visits, where ways back are told."""

MOST_CAME = 8
"""A way back remembered takes room in the cookie; those of long ago are rarely gone."""


class Stop(NamedTuple):
    """A page of the site by its endpoint and the rest of its address."""

    endpoint: str
    values: dict[str, Any]


class SoFar(NamedTuple):
    """How far one is: the range so far, and how many screens are still open."""

    total: Any
    count: int
    every: bool  # these are all the screens there will be
    visits: bool  # visits are told, so that what insurance pays is in the range


def onward(
    household: Household,
    region: str,
    *,
    to_check: bool = False,
) -> Stop:
    """Find the next screen: what is still open, then the list of visits, then the answers."""
    person = household.person
    more = {"next": "check"} if to_check else {}
    if not (person.who or person.answers or person.visits):
        return Stop("people.who", {"region": region})
    for _visit, stop in _unanswered(standing(household, region), person, region, **more):
        return stop
    if listed(person) and not person.done and not to_check:
        return Stop("visits.hub", {"region": region})
    return Stop("check.show", {"region": region})


def so_far(household: Household, region: str) -> SoFar:
    """Tell how far one is.

    Before it is known whether there were visits, each visit will bring more.
    """
    case, unsure = case_of(household, household.person, region)
    found = standing_of(case, unsure)
    screens = list(_unanswered(found, household.person, region))
    every = listed(household.person) or not _visits_open(screens)
    return SoFar(found.total, len(screens), every, "visits" in case)


def _visits_open(screens: list[tuple[Visit | None, Stop]]) -> bool:
    return any(stop.values.get("page") in ("visits", "kind", DOOR) for _visit, stop in screens)


def open_screens(household: Household, region: str) -> list[tuple[Visit | None, Stop]]:
    """List every screen still to be answered, with the visit it is about."""
    return list(_unanswered(standing(household, region), household.person, region))


def standing(household: Household, region: str) -> Standing:
    """Ask the engine where the interview stands."""
    return standing_of(*case_of(household, household.person, region))


def page_of(question: engine.Question, visit: Visit | None = None) -> str:
    """Name the page that asks a question; what the paper at hand lacks may stand on another."""
    if visit and visit.door and question not in relevant(visit):
        return DOOR
    return _PAGE_OF[question.id]


def screen(region: str, page: str, visit: Visit | None = None, **more: str) -> Stop:
    """Give the address of one screen."""
    of_visit = {"visit": visit.id} if visit else {}
    return Stop("interview.ask", {"region": region, **of_visit, "page": page, **more})


def previous(person: Person, region: str, page: str, visit: Visit | None = None) -> Stop:
    """Find the screen before this one: from which one came, or the one answered before it."""
    if page in _BESIDE:
        return Stop("visits.hub" if page == "opening" else "check.show", {"region": region})
    if page == "bill":
        return screen(region, DOOR, visit)
    return _came(person, region, _key(page, visit)) or _in_order(person, region, page, visit)


def before_hub(person: Person, region: str) -> Stop:
    """Find the screen before the list of visits."""
    return _came(person, region, HUB) or last(person, region)


def before_check(person: Person, region: str) -> Stop:
    """Find the screen before all answers."""
    return Stop("visits.hub", {"region": region}) if listed(person) else last(person, region)


def came_from(person: Person, here: Stop, there: Stop) -> Person:
    """Note from where one came to a screen, unless its way back leads there anyway."""
    region, values = here.values["region"], there.values
    visit = person.visit(values.get("visit"))
    if there.endpoint == "visits.hub":
        key, back = HUB, before_hub(person, region)
    elif there.endpoint == here.endpoint:
        page = DOOR if values["page"] == "bill" else values["page"]  # the paper is asked first
        key, back = _key(page, visit), previous(person, region, page, visit)
    else:
        return person
    if back == here:
        return person
    came = {**person.came, key: _key(here.values["page"], person.visit(here.values.get("visit")))}
    return replace(person, came=dict(list(came.items())[-MOST_CAME:]))


def last(person: Person, region: str) -> Stop:
    """Find the last screen about the person that was answered, of those before the visits."""
    before = _before(person, "", None)
    answered = list(takewhile(lambda page: "@" not in person.came.get(page, ""), before))
    return screen(region, answered[-1]) if answered else Stop("people.who", {"region": region})


def listed(person: Person) -> bool:
    """Tell whether there are visits to list."""
    return person.answers.get("visits") is True and bool(person.visits)


def of_visit(page: engine.Page) -> bool:
    """Tell whether a page asks about one visit."""
    return engine.QUESTIONS[page.questions[0]].of_visit


def _unanswered(
    standing: Standing, person: Person, region: str, **more: str
) -> Iterator[tuple[Visit | None, Stop]]:
    for ask in standing.open:
        visit = None if ask.visit is None else person.visits[ask.visit]
        if not _answered(person, ask.page, visit):
            yield visit, screen(region, ask.page, visit, **more)


def _answered(person: Person, page: str, visit: Visit | None) -> bool:
    """Whether a screen has been answered: it is not put again, whatever is left open by it."""
    if page == "visits":
        return listed(person) or person.answers.get("visits", True) is not True
    if page == "bill":
        return visit is not None and bill_done(visit)
    answers = visit.answers if visit else person.answers
    known = known_answers(visit) if visit else {}
    asked = (engine.QUESTIONS[name] for name in engine.PAGES[page].questions)
    return all(question.id in answers for question in asked if question.applies(known))


def _in_order(person: Person, region: str, page: str, visit: Visit | None) -> Stop:
    before = list(_before(person, page, visit))
    if before:
        return screen(region, before[-1], visit)
    if visit is None:
        return Stop("people.who", {"region": region})
    if len(person.visits) > 1 or person.done:
        return Stop("visits.hub", {"region": region})
    return last(person, region)


def _came(person: Person, region: str, key: str) -> Stop | None:
    """Find the screen from which one came, if it is still there."""
    page, _at, visit_id = person.came.get(key, "").partition("@")
    visit = person.visit(visit_id)
    known = page == DOOR or page in engine.PAGES
    return screen(region, page, visit) if known and bool(visit_id) == bool(visit) else None


def _key(page: str, visit: Visit | None) -> str:
    return f"{page}@{visit.id}" if visit else page


def _before(person: Person, page: str, visit: Visit | None) -> Iterator[str]:
    """List the screens answered before a page: answers stand in the order they were given."""
    answers = visit.answers if visit else person.answers
    here = "bill" if page == DOOR else page
    for other in dict.fromkeys(_PAGE_OF[name] for name in answers):
        if other == here:
            return
        if other not in _BESIDE:
            yield other
