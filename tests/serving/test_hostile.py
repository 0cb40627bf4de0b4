"""What no form of ours sends: it is refused in words or read as nothing, and never a failure."""

import re
from urllib.parse import quote

import pytest

from tests.serving.flow import PAGE
from tests.serving.wire import say, visitor_of, written
from tests.webapp.client import HOME, words
from webapp.household import Mark

SPOILED = {
    "nothing": "",
    "a NUL": "\x00",
    "a NUL within": "4\x0060",
    "emoji": "💰👵🏿",
    "marks of direction": "\u202e064\u202c\u200f",
    "half a pair": "\ud83d".encode("utf-8", "surrogatepass"),
    "no UTF-8": b"\xff\xfe\x80",
    "full width": "４６０",
    "markup": "\"'><script>alert(1)</script>",
    "a template": "{{ 7 * 7 }}{% if %}%(x)s",
    "a path": "../../etc/passwd",
    "many lines": "4\r\n6\r\nSet-Cookie: a=b",
    "long": "6" * 60_000,
}


def body_of(answer: bytes) -> str:
    """Give the page of a raw answer."""
    return answer.partition(b"\r\n\r\n")[2].decode()


@pytest.mark.parametrize("typed", SPOILED.values(), ids=SPOILED)
@pytest.mark.parametrize("field", ["premium", "csrf_token", "next", "unsure"])
def test_a_spoiled_field(calm, field, typed):
    """A page with a heading comes back, no header is torn open, no markup runs, nothing is told."""
    visitor = visitor_of(calm).opens(PAGE)
    visitor.posts(PAGE, {**visitor.hidden(), "premium": "460", field: typed})

    assert visitor.status in (200, 413, 422)
    assert visitor.heading
    assert "<script>alert" not in visitor.text
    assert "a=b" not in str(visitor.headers.get_all("Set-Cookie"))
    assert not re.search(r"Traceback|Error|jinja|werkzeug", visitor.text)


@pytest.mark.parametrize("typed", SPOILED.values(), ids=SPOILED)
@pytest.mark.parametrize("name", ["lang", "next", "notice", "q", "v"])
def test_a_spoiled_query(calm, name, typed):
    """?lang= and all others choose among what we have, or nothing."""
    value = quote(typed[:900])
    for path in ("/", PAGE, "/331000/", "/static/app.js"):
        visitor = visitor_of(calm).opens(f"{path}?{name}={value}")
        assert 200 == visitor.status
        assert "<script>alert" not in visitor.text


@pytest.mark.parametrize("path", ["/%00", "/%ff", "/331000/%2e%2e/x", "//evil.example/", "/\\x"])
def test_a_spoiled_path(calm, path):
    """There is no such page, and it leads nowhere else."""
    assert 404 == visitor_of(calm).client.get(path).status_code


@pytest.mark.parametrize(
    ("pairs", "kept"),
    [
        ([("premium", "460"), ("premium", "1")], {"premium": "460.00"}),
        ([("premium", ""), ("premium", "460")], {}),
        ([("premium", "460"), ("unsure", "1"), ("unsure", "2")], {"premium": Mark.UNSURE}),
    ],
)
def test_the_same_field_twice(calm, pairs, kept):
    """The first counts, as the page has but one."""
    visitor = visitor_of(calm).opens(PAGE)
    form = [*visitor.hidden().items(), *pairs]
    visitor.client.post(PAGE, data=form, headers={"Origin": HOME})

    assert kept == visitor.told().person.answers


def test_ten_megabytes(calm):
    """Who sends far too much reads in words that it was too much, though it never was read."""
    head = written(visitor_of(calm).opens(PAGE), PAGE).partition(b"Content-Length")[0]
    length = 10 * 1024 * 1024
    body = [b"premium=", *[b"6" * 1024] * (length // 1024)]
    total = sum(map(len, body))
    answer = say(calm.port, head, b"Content-Length: %d\r\nHost: localhost\r\n\r\n" % total, *body)

    assert answer.startswith(b"HTTP/1.1 413 ")
    assert "内容太长了" in words(body_of(answer))
    assert "12393" in body_of(answer)


@pytest.mark.parametrize(
    "kind",
    ["application/json", "text/plain", "multipart/form-data; boundary=x", "x/y; charset=utf-7", ""],
)
def test_a_body_that_is_no_form(calm, kind):
    """It holds no answer: the page asks again."""
    visitor = visitor_of(calm).opens(PAGE)
    answer = visitor.client.ask(
        "POST", PAGE, body='{"premium": "460"}', headers={"Content-Type": kind, "Origin": HOME}
    )

    assert 422 == answer.status_code
    assert "premium" not in visitor.told().person.answers


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD"])
def test_another_method(calm, method):
    """Nothing is changed by it."""
    answer = visitor_of(calm).client.ask(method, PAGE, headers={"Origin": HOME})

    assert answer.status_code in (200, 405)
    assert "Set-Cookie" not in answer.headers
