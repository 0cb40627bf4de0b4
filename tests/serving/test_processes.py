"""Workers die and are replaced; what was acknowledged stays, and the next answer is taken."""

import signal
import socket

import pytest

from tests.serving.flow import PAGE, flow
from tests.serving.server import serving
from tests.serving.wire import TIMEOUT, hear, visitor_of, written


@pytest.fixture
def server():
    """Give a server that a test may ill-treat."""
    with serving() as running:
        yield running


def test_a_worker_killed_in_the_middle_of_an_answer(server):
    """The connection is cut, the browser has all it had, and the same answer is then taken."""
    visitor = visitor_of(server).opens(PAGE).sends(premium="1")
    visitor.opens(PAGE)
    words = written(visitor, PAGE, premium="460")
    with socket.create_connection(("127.0.0.1", server.port), timeout=TIMEOUT) as line:
        line.sendall(words[:-5])
        server.wait_for(line)
        server.kill_workers()
        assert b"" == hear(line)
    assert "1.00" == visitor.told().person.answers["premium"]

    visitor.sends(premium="460")

    assert "460.00" == visitor.told().person.answers["premium"]


def test_workers_killed_again_and_again(server):
    """Each kill cuts at most the one request a person has under way; no answer is lost."""
    kills = [server.kill_workers] * 3

    for sitting in flow(server, *kills):
        assert [] == sitting.refused + sitting.lost
        assert sitting.cut <= len(kills)


def test_a_reload_is_not_noticed(server):
    """Told twice to begin anew, the server has other workers, and nobody went unanswered."""
    before = server.workers()

    sittings = flow(server, *[lambda: server.tell(signal.SIGHUP)] * 2)

    assert [(0, [], [])] * len(sittings) == sittings
    server.wait_for_others(before)
    assert server.workers()


def test_the_end_waits_for_the_answer_under_way(server):
    """Told to end, the server takes what is half sent, answers it, and ends well."""
    visitor = visitor_of(server).opens(PAGE)
    words = written(visitor, PAGE, premium="460")
    with socket.create_connection(("127.0.0.1", server.port), timeout=TIMEOUT) as line:
        line.sendall(words[:-5])
        server.wait_for(line)
        server.tell(signal.SIGTERM)
        line.sendall(words[-5:])
        answer = hear(line)

    assert answer.startswith(b"HTTP/1.1 303 ")
    assert b"Set-Cookie: mbs=" in answer
    assert 0 == server.stop()


def test_a_new_server_goes_on_where_the_old_one_ended(server):
    """A deployment in the middle of a sitting costs nothing, not even while none is running."""
    visitor = visitor_of(server).opens(PAGE).sends(premium="1")
    server.stop()
    words = written(visitor, PAGE, premium="460")
    with socket.create_connection(("127.0.0.1", server.port), timeout=TIMEOUT) as line:
        line.sendall(words)
        line.shutdown(socket.SHUT_WR)
        server.start()
        answer = hear(line)

    assert answer.startswith(b"HTTP/1.1 303 ")
    assert "1.00" == visitor.told().person.answers["premium"]
    assert "460.00" == visitor.opens(PAGE).sends(premium="460").told().person.answers["premium"]


def test_a_full_disk_under_the_log_stops_nobody():
    """No line can be written, and everything is answered."""
    with serving(log="/dev/full") as server:
        assert [(0, [], [])] * 4 == flow(server)
