"""A line of the log tells the kind of page, how it ended and how long it took; and no more."""

import json
import logging
import sys

from tests.webapp.client import Visitor, site
from tests.webapp.steps import stay, with_visits
from webapp.logs import Lines

CANARY = "987654.32"


def lines(caplog) -> list[dict]:
    """Write what was logged as the server writes it, and read it again."""
    return [json.loads(Lines().format(record)) for record in caplog.records]


def record(message, *arguments, error=None) -> dict:
    """Write one message of the server."""
    made = logging.LogRecord("gunicorn.error", 40, "", 0, message, arguments, error)
    return json.loads(Lines().format(made))


def test_a_request_is_a_line(caplog):
    """Which kind of page, not whose; the status; the milliseconds."""
    visitor = with_visits(stay())
    with caplog.at_level(logging.INFO, "webapp.access"):
        visitor.opens("/331000/visit/aaaa/bill?next=check")

    said = lines(caplog)[0]
    assert said.pop("ms") >= 0
    assert said.pop("time").endswith("+00:00")
    assert {
        "level": "info",
        "of": "webapp.access",
        "method": "GET",
        "route": "/<region:region>/visit/<visit>/<page>",
        "status": 303,
    } == said


def test_nothing_typed_is_in_any_line(caplog):
    """Not the answer, the query, the cookie, the address, nor the page that is missing."""
    visitor = Visitor().opens("/331000/ask/premium")
    with caplog.at_level(logging.DEBUG):
        visitor.sends(f"/331000/ask/premium?q={CANARY}", premium=CANARY)
        visitor.opens(f"/{CANARY}").opens(f"/331000/visit/{CANARY}/bill")

    text = json.dumps(lines(caplog), ensure_ascii=False)
    assert len(caplog.records) >= 3
    for secret in (CANARY, visitor.cookie(), "331000", "127.0.0.1", "?"):
        assert secret not in text


def test_a_made_up_method_is_not_repeated(caplog):
    """What a stranger writes where the method stands is none."""
    with caplog.at_level(logging.INFO, "webapp.access"):
        site().test_client().open("/", method=f"X{CANARY}")

    assert ["-", "-", 405] == [lines(caplog)[0][part] for part in ("method", "route", "status")]


def test_a_message_of_many_lines_is_one_line():
    """No message can look like two, and Chinese is readable."""
    assert "坏了\n第二行" == record("坏了\n%s", "第二行")["message"]
    assert "\n" not in Lines().format(logging.LogRecord("x", 40, "", 0, "坏\n了", (), None))


def test_a_failure_is_told_by_its_place():
    """The kind and the lines of the code; its own words and the address may hold an answer."""
    try:
        int(CANARY)
    except ValueError:
        said = record("Error handling request %s", f"/?q={CANARY}", error=sys.exc_info())

    assert "ValueError" == said["error"]
    assert said["at"].startswith("test_logs.py:")
    assert CANARY not in json.dumps(said)


def test_the_server_does_not_repeat_what_it_could_not_read():
    """Where it came from and the very bytes are left out."""
    said = record(f"Invalid request from ip=8.8.8.8: Invalid HTTP Header: '{CANARY}'")

    assert "Invalid request" == said["message"]
