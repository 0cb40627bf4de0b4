"""The way to the server is cut, slow or doubled: one answer given is one answer kept."""

import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from tests.serving.cutter import cut
from tests.serving.server import serving
from tests.serving.wire import TIMEOUT, say, visitor_of, written
from tests.webapp.steps import resident, stay
from webapp.household import Household

VISITS = "/331000/visits"
BILL = {"total": "9000.00", "in_scope": "8000.00", "basic_paid": "0.00", "critical_paid": "0.00"}


def at_visits(server):
    """Make a visitor whose list is open, with one visit told."""
    person = resident(visits=(stay("aaaa", door="slip", **BILL),))
    return visitor_of(server).having(Household((person,), "secret")).opens(VISITS)


def adding(visitor) -> dict[str, str]:
    """Give what the button of one more visit sends: its id is in the page."""
    form = visitor.text.partition('/visits/add"')[2].partition("</form>")[0]
    proposed = form.partition('name="visit" value="')[2].partition('"')[0]
    return {"csrf_token": visitor.token(), "visit": proposed}


@pytest.mark.parametrize("after", [False, True], ids=["before the server", "after the server"])
def test_the_network_is_cut_in_the_middle_of_an_answer(calm, after):
    """Whether the server took it or not: sent again by the same page, it is there once."""
    visitor = at_visits(calm)
    form = adding(visitor)
    straight = visitor.client.port
    with cut(straight, after=after) as visitor.client.port, pytest.raises(ConnectionError):
        visitor.posts(f"{VISITS}/add", form)
    assert ["aaaa"] == [visit.id for visit in visitor.told().person.visits]

    visitor.client.port = straight
    visitor.posts(f"{VISITS}/add", form)

    assert ["aaaa", form["visit"]] == [visit.id for visit in visitor.told().person.visits]


def test_ten_taps_at_once_add_one_visit(calm):
    """Each of ten equal requests is answered, all alike, with the same single new visit."""
    visitor = at_visits(calm)
    form = adding(visitor)
    sealed = visitor.cookie()

    def tap(_number):
        other = visitor_of(calm)
        other.client.set_cookie("mbs", sealed)
        other.posts(f"{VISITS}/add", form)
        return other.status, other.heading, [visit.id for visit in other.told().person.visits]

    with ThreadPoolExecutor(10) as taps:
        told = list(taps.map(tap, range(10)))

    assert [(200, "这次是哪一种？", ["aaaa", form["visit"]])] * 10 == told


def test_ten_taps_one_after_another_add_one_visit(calm):
    """A finger that does not wait for the page adds no second visit either."""
    visitor = at_visits(calm)
    form = adding(visitor)
    for _tap in range(10):
        visitor.posts(f"{VISITS}/add", form)

    assert 2 == len(visitor.told().person.visits)


def test_who_stops_in_the_middle_of_sending_holds_nobody_up():
    """With more half-sent forms than there are threads, the others are still answered."""
    with serving(STALL="1", WORKERS="1") as server, ExitStack() as lines:
        for _line in range(20):
            line = socket.create_connection(("127.0.0.1", server.port), timeout=TIMEOUT)
            lines.enter_context(line).sendall(b"POST /331000/ask/premium HTTP/1.1\r\nHost: loc")

        assert 200 == visitor_of(server).opens("/331000/").status


def test_who_sends_slowly_is_answered(calm):
    """A form that arrives in pieces is taken like any other."""
    visitor = visitor_of(calm).opens("/331000/ask/premium")
    words = written(visitor, "/331000/ask/premium", premium="460")
    pieces = [words[at : at + 50] for at in range(0, len(words), 50)]

    assert say(calm.port, *pieces).startswith(b"HTTP/1.1 303 ")


def test_one_connection_serves_many_requests(calm):
    """A proxy keeps its connection and sends one request after another into it."""
    ask = b"GET /about HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with socket.create_connection(("127.0.0.1", calm.port), timeout=TIMEOUT) as line:
        for _time in range(20):
            line.sendall(ask)
            head = line.recv(1 << 20)
            assert head.startswith(b"HTTP/1.1 200 ")
            length = int(head.partition(b"Content-Length: ")[2].partition(b"\r\n")[0])
            body = head.partition(b"\r\n\r\n")[2]
            while len(body) < length:
                body += line.recv(1 << 20)
