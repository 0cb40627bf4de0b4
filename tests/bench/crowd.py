"""People who fill in the whole interview without script, at the pace of people, again and again."""

import asyncio
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode

from tests.bench.line import Answer, Line
from tests.webapp.client import KEY
from tests.webapp.steps import CHOSEN, PERSON, SLIP, STAY
from webapp.packing import unpack
from webapp.sealing import ring_of

REGION = "331000"
RING = ring_of(KEY)
DASHES = re.compile(r"_(year|month|day|none)$")
FORM = re.compile(r'<form method="post" action="([^"]+)".*?</form>', re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
ANSWERS = {
    **PERSON,
    **{name: {name: value} for name, value in CHOSEN.items()},
    "consent": {"health": "1", "money": "1"},
    "who": {"who": "self"},
    "stay": STAY,
    "door": {"door": "slip"},
    "bill": SLIP,
    "visits": {"visits": "yes"},
    "done": {},
}
EXPECTED = {200, 303, 429, 503}


@dataclass
class Tally:
    """What all people together saw."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    finished: int = 0
    reopened: int = 0

    def failed(self) -> int:
        """Count what should not have been: other statuses, cut requests, answers that were lost."""
        other = sum(number for status, number in self.statuses.items() if status not in EXPECTED)
        return other + sum(self.faults.values())


@dataclass
class Pace:
    """When to stop, and how long to think before each page, in seconds from and to."""

    until: float
    least: float
    most: float

    async def think(self) -> bool:
        """Think; tell whether there is time to go on."""
        await asyncio.sleep(random.uniform(self.least, self.most))
        return asyncio.get_running_loop().time() < self.until


async def live(port: int, tally: Tally, pace: Pace) -> None:
    """Begin one sitting after another until the time is over."""
    while asyncio.get_running_loop().time() < pace.until:
        line = Line(port)
        try:
            await sit(line, tally, pace)
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
            tally.faults[type(error).__name__] += 1
        finally:
            tally.reopened += line.reopened
            line.close()


async def sit(line: Line, tally: Tally, pace: Pace) -> None:
    """Go from the place to the result, and then see that nothing told was lost."""
    page = await _see(line, tally, f"/{REGION}/consent")
    while await pace.think():
        step = _next_form(page.text) if page.status == 200 else None
        if step is None:
            page = await _see(line, tally, f"/{REGION}/result")
            tally.finished += 1
            tally.faults["lost"] += page.status == 200 and not _all_kept(line.cookie)
            return
        if page.status == 200:
            page = await _see(line, tally, *step)


def _next_form(text: str) -> tuple[str, bytes] | None:
    """Find the form that asks, and fill it in; none on the last page."""
    for form in FORM.finditer(text.partition("<main")[2]):
        name = form[1].partition("?")[0].rpartition("/")[2]
        if name in ANSWERS:
            hidden = {key: unescape(value) for key, value in HIDDEN.findall(form[0])}
            typed = {DASHES.sub(r"-\1", key): value for key, value in ANSWERS[name].items()}
            return unescape(form[1]), urlencode({**hidden, **typed}).encode()
    return None


async def _see(line: Line, tally: Tally, path: str, body: bytes = b"") -> Answer:
    """Open or send, and follow where it leads."""
    answer = await line.ask("POST" if body else "GET", path, body)
    while True:
        tally.seconds.append(answer.seconds)
        tally.statuses[answer.status] += 1
        if answer.status != 303:
            return answer
        answer = await line.ask("GET", answer.headers["location"])


def _all_kept(cookie: str) -> bool:
    """Whether the browser holds everything that was acknowledged."""
    person = unpack(RING.open(cookie.partition("=")[2])).persons[0]
    [visit] = person.visits
    return {"scheme", "status", "premium"} <= person.answers.keys() and visit.answers[
        "total"
    ] == "90000.00"
