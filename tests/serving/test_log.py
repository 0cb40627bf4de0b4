"""What a real server writes while people answer, and while others send it nonsense."""

import json

import pytest

from tests.serving.server import serving
from tests.serving.wire import say, visitor_of
from tests.webapp.steps import SLIP, told_all

CANARY = "81234.56"


@pytest.fixture
def log(tmp_path):
    """Give a place for the log."""
    return tmp_path / "log"


def test_a_journey_leaves_no_answer_in_the_log(log, monkeypatch):
    """Every request has its line, and none tells an answer, a cookie, an address or a query."""
    with serving(log=str(log)) as server:
        monkeypatch.setattr("tests.webapp.steps.Visitor", lambda **_how: visitor_of(server))
        bill = {**SLIP, "total": "91234.56", "in_scope": CANARY, "out_of_scope": "10000"}
        visitor = told_all(bill=bill).opens("/331000/result?next=check")

    assert 200 == visitor.status
    assert CANARY == visitor.told().person.visits[0].answers["in_scope"]
    written = log.read_text()
    routes = [json.loads(line).get("route") for line in written.splitlines()]
    assert 20 < sum(route is not None for route in routes)
    assert "/<region:region>/result" in routes
    for secret in (CANARY, "81234", "dibao", visitor.cookie(), "next=check", "331000"):
        assert secret not in written


NONSENSE = (
    f"GET /?q={CANARY} HTTP/9.9\r\n\r\n",
    f"GET /{CANARY} HTTP/1.1\r\nHost: localhost\r\n{CANARY} : x\r\n\r\n",
    f"GET /{CANARY * 900} HTTP/1.1\r\nHost: localhost\r\n\r\n",
    f"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: {CANARY * 2000}\r\n\r\n",
    f"POST /{CANARY} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {CANARY}\r\n\r\n",
)


def test_nonsense_is_refused_and_not_repeated(log):
    """What is no request is answered so, and neither it nor its sender is in the log."""
    with serving(log=str(log), WORKERS="1") as server:
        statuses = [say(server.port, words.encode()).split()[1] for words in NONSENSE]

    assert [b"400", b"400", b"414", b"431", b"400"] == statuses
    written = log.read_text()
    assert len(NONSENSE) == written.count('"Invalid request"')
    for secret in (CANARY, "ip="):
        assert secret not in written
