"""Several people who answer one after another without a pause, and count what went wrong."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from itertools import count
from typing import NamedTuple

from tests.serving.server import Server
from tests.serving.wire import visitor_of
from tests.webapp.client import Visitor

PAGE = "/331000/ask/premium"
PEOPLE = 4
ANSWERS = 40


class Sitting(NamedTuple):
    """What became of one person: requests cut off, bad answers, answers that were lost."""

    cut: int
    refused: list[int]
    lost: list[str]


def flow(server: Server, *disturbances: Callable[[], object]) -> list[Sitting]:
    """Let people answer, disturb the server at even distances meanwhile, and hear how it went."""
    every = PEOPLE * ANSWERS // (len(disturbances) + 1)
    answered = count(1)

    def beat() -> None:
        number, rest = divmod(next(answered), every)
        if rest == 0 and 0 < number <= len(disturbances):
            disturbances[number - 1]()

    with ThreadPoolExecutor(PEOPLE) as people:
        return list(people.map(lambda _: _sit(server, beat), range(PEOPLE)))


def _sit(server: Server, beat: Callable[[], None]) -> Sitting:
    visitor = visitor_of(server).opens(PAGE)
    visitor.htmx = True  # one request an answer
    form, cut, refused, lost = visitor.hidden(), 0, [], []
    for number in range(1, ANSWERS + 1):
        cut += _insist(visitor, {**form, "premium": str(number)})
        if visitor.status != 200:
            refused.append(visitor.status)
        elif visitor.told().person.answers["premium"] != f"{number}.00":
            lost.append(visitor.told().person.answers["premium"])
        beat()
    return Sitting(cut, refused, lost)


def _insist(visitor: Visitor, form: dict[str, str]) -> int:
    """Send until there is an answer, as a person would; tell how often there was none."""
    for tries in range(10):
        try:
            visitor.posts(PAGE, form)
        except (OSError, HTTPException):
            continue
        return tries
    raise AssertionError("ten times no answer")
