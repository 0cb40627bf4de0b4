"""What goes wrong is told in words, on pages of ours, and the log learns no answer."""

import logging
from io import BytesIO

import pytest

from tests.webapp.client import HOME, Visitor, site
from tests.webapp.steps import stay, with_visits

CANARY = "987654.32"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("get", "/nothing", 404), ("get", "/clear", 405), ("put", "/331000/check", 405)],
)
def test_errors_are_pages_of_ours(method, path, status):
    """What happened, that the answers are safe, what to do, and whom to call."""
    response = getattr(site().test_client(), method)(path, headers={"Origin": HOME})

    assert status == response.status_code
    for words in ("您以前填的都还在", "12393", "首页"):
        assert words in response.text


@pytest.mark.parametrize("field", ["premium", "a" * 70_000])
def test_too_much_is_refused(field):
    """More than 64 KB is no answer."""
    visitor = Visitor().posts("/331000/ask/premium", {field: "1" * 70_000})

    assert 413 == visitor.status
    assert "内容太长了" == visitor.heading


def test_too_many_fields_are_refused():
    """A form of thousands of parts is no form of ours."""
    parts = {f"part{number}": "x" for number in range(1000)}
    data = {**parts, "file": (BytesIO(b"x"), "x.txt")}

    assert 413 == Visitor().posts("/331000/ask/premium", data).status


def test_a_failure_of_ours_is_told_and_logged_without_answers(monkeypatch, caplog):
    """The page names no detail; the log names the place of the failure and nothing typed."""
    app = site(TESTING=False)

    def fail(*_arguments):
        raise RuntimeError(CANARY)

    monkeypatch.setattr("webapp.guide.standing", fail)
    visitor = Visitor(app).opens("/331000/ask/premium")
    with caplog.at_level(logging.DEBUG):
        visitor.sends(f"/331000/ask/premium?secret={CANARY}", premium=CANARY)

    assert 500 == visitor.status
    assert "网站出错了" == visitor.heading
    assert "12393" in visitor.main
    assert CANARY not in visitor.text + caplog.text
    assert "RuntimeError in interview.answer" in caplog.text


def test_answers_that_the_engine_refuses_lead_to_all_answers():
    """Two visits of two years, told from two tabs, are no failure: the page says what to mend."""
    other = {"admitted": "2023-11-01", "discharged": "2023-11-10"}
    visitor = with_visits(stay("aaaa"), stay("bbbb", **other))

    assert 422 == visitor.status
    assert "2022年和2023年" in visitor.main


def test_the_site_says_that_it_lives():
    """Who runs the site can ask whether it answers and whether it can reckon."""
    client = site().test_client()

    assert "ok\n" == client.get("/healthz").text
    assert 200 == client.get("/readyz").status_code
