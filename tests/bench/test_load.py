"""The crowd does what people do, and what goes wrong is counted."""

import asyncio
import math

from tests.bench.crowd import Pace, Tally, sit
from tests.bench.line import Line
from tests.serving.server import serving

AT_ONCE = Pace(math.inf, 0, 0)


async def sitting(port: int) -> Tally:
    """Let one person go through the whole interview without a pause."""
    tally, line = Tally(), Line(port)
    await sit(line, tally, AT_ONCE)
    line.close()
    return tally


def test_a_sitting_ends_at_the_result():
    """Every page is answered, no more than redirected, and all that was told is kept."""
    with serving(WORKERS="1") as server:
        tally = asyncio.run(sitting(server.port))

    assert 1 == tally.finished
    assert 0 == tally.failed()
    assert {200, 303} == tally.statuses.keys()
    assert len(tally.seconds) == tally.statuses.total() > 20


def test_failures_are_counted():
    """A status that should not be, a connection that was cut, an answer that was lost."""
    tally = Tally()
    tally.statuses.update({200: 5, 303: 5, 429: 1, 503: 1, 500: 2, 404: 1})
    tally.faults.update({"lost": 1, "ConnectionResetError": 2})

    assert 6 == tally.failed()
