"""How the site bears many people at once: python -m tests.bench.load [nominal peak overload ratio].

Only ever against a server of its own on this machine, and only for so many people and seconds.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from statistics import median, quantiles
from typing import NamedTuple

from tests.bench.crowd import RING, Pace, Tally, live
from tests.bench.line import Line
from tests.serving.server import Server, serving
from tests.webapp.steps import resident
from webapp.consent import VERSION
from webapp.household import Household
from webapp.packing import pack

say = sys.stdout.write


class Load(NamedTuple):
    """So many people, who all have come after `rise` seconds, stay so long, and think so long."""

    people: int
    seconds: int
    rise: int
    think: tuple[float, float] = (1.0, 2.0)


LOADS = {
    "nominal": Load(100, 300, 20),
    "peak": Load(300, 600, 20),
    "overload": Load(1000, 60, 10),
}
BOUNDS = {
    "nominal": "at least 110 a second, p95 150 ms, p99 300 ms, no failure",
    "peak": "at least 250 a second, p99 500 ms, failures 1 in 10,000",
    "overload": "no failure; after it, nominal: p99 500 ms within 30 s",
}
ROUNDS, SHOTS, LINES = 15, 200, 4
PAGES = {
    "bare": ("/bare/", False),
    "question": ("/331000/ask/scheme", False),
    "question, packed": ("/331000/ask/scheme", True),
}
TOLD = Household((resident(),), "", consent=VERSION)  # without a secret nobody counts its requests


async def bear(port: int, load: Load) -> Tally:
    """Let people come, one after another, and stay."""
    tally = Tally()
    until = asyncio.get_running_loop().time() + load.rise + load.seconds
    pace = Pace(until, *load.think)
    async with asyncio.TaskGroup() as group:
        for _person in range(load.people):
            group.create_task(live(port, tally, pace))
            await asyncio.sleep(load.rise / load.people)
    return tally


def tell(name: str, load: Load, tally: Tally) -> None:
    """Print one line of figures."""
    cuts = quantiles(tally.seconds, n=100) if len(tally.seconds) > 1 else [0.0] * 99
    p50, p95, p99 = (round(1000 * cuts[cut - 1]) for cut in (50, 95, 99))
    number = len(tally.seconds)
    say(f"{name:10} {load.people:5} people {number:7} requests ")
    say(f"{number / (load.seconds + load.rise):6.0f} a second  ")
    say(f"p50 {p50:5} p95 {p95:5} p99 {p99:5} max {round(1000 * max(tally.seconds)):5} ms  ")
    say(f"{tally.finished} results  {tally.failed()} failed  {tally.reopened} reopened  ")
    say(f"{dict(tally.statuses)} {dict(+tally.faults)}\n")


async def rate(port: int, path: str, *, packed: bool) -> float:
    """Fetch one page so many times over a few connections; tell how many a second."""
    lines = [Line(port) for _line in range(LINES)]
    for line in lines:
        line.cookie = f"mbs={RING.seal(pack(TOLD))}"

    async def fetch(line: Line) -> None:
        for _shot in range(SHOTS // LINES):
            answer = await line.ask("GET", path, packed=packed)
            assert answer.status == 200

    began = asyncio.get_running_loop().time()
    await asyncio.gather(*map(fetch, lines))
    spent = asyncio.get_running_loop().time() - began
    for line in lines:
        line.close()
    return SHOTS / spent


async def compare(port: int) -> None:
    """Take turns between the pages, so that what disturbs the machine disturbs all alike."""
    rates: dict[str, list[float]] = {name: [] for name in PAGES}
    for _round in range(ROUNDS):
        for name, (path, packed) in PAGES.items():
            rates[name].append(await rate(port, path, packed=packed))
    for name, found in rates.items():
        shares = [mine / bare for mine, bare in zip(found, rates["bare"], strict=True)]
        say(f"{name:18}{median(found):7.0f} a second  {median(shares):5.0%} of the bare page ")
        say(f"({min(shares):.0%} to {max(shares):.0%})\n")


def run(name: str, seconds: int | None) -> None:
    """Measure one thing on a server of its own."""
    if name == "ratio":
        with serving(app="tests.bench.bare:beside()", LOG_LEVEL="warning") as server:
            asyncio.run(compare(server.port))
        return
    load = LOADS[name]._replace(**({"seconds": seconds} if seconds else {}))
    say(f"{name}: {BOUNDS[name]}\n")
    with serving(PER_SESSION="60") as server:
        tell(name, load, asyncio.run(bear(server.port, load)))
        if name == "overload":
            _afterwards(server)


def _afterwards(server: Server) -> None:
    """See how soon it is as before."""
    for part in ("30 s after", "and then"):
        load = LOADS["nominal"]._replace(seconds=20, rise=10)
        tell(part, load, asyncio.run(bear(server.port, load)))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is named, or everything."""
    reader = argparse.ArgumentParser(prog="tests.bench.load")
    reader.add_argument("what", nargs="*", choices=[*LOADS, "ratio", []], default=[])
    reader.add_argument("--seconds", type=int, help="how long to hold each load")
    told = reader.parse_args(arguments)
    for name in told.what or [*LOADS, "ratio"]:
        run(name, told.seconds)


if __name__ == "__main__":
    main()
