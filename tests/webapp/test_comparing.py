"""Other situations beside this one, and the questions that matter most."""

from typing import Any

import pytest

from tests.webapp.client import words
from tests.webapp.steps import stay, with_visits
from webapp import create_app
from webapp.comparing import most_telling, situations

TITLES = {"aid": {"title": "医疗救助"}, "deposit": {"title": "住院押金"}}
SLIP = {
    "total": "90000.00",
    "in_scope": "80000.00",
    "basic_paid": "0.00",
    "critical_paid": "0.00",
    "other_paid": "0.00",
}


def change(id_: str, total: str = "100.00", **benefits: Any) -> dict[str, Any]:
    """Build one other situation of an assessment."""
    differing = benefits or {"aid": {"status": "eligible", "amount": "7000.00"}}
    return {"id": id_, "set": {}, "benefits": differing, "total_change": total}


def sensitivity(**changes: str | None) -> dict[str, Any]:
    """Build what each open path can change."""
    return {"sensitivity": [{"path": path, "change": by} for path, by in changes.items()]}


def told(*rows: dict[str, Any], warnings: tuple[Any, ...] = ()):
    """Arrange the other situations of an assessment."""
    found = {"what_if": rows, "benefits": TITLES, "warnings": warnings}
    with create_app({"INSECURE_LAN": True}).test_request_context("/"):
        return situations(found)


def test_the_largest_change_stands_first():
    """Less counts as much as more."""
    rows = told(change("referred", "5.00"), change("critical_open", "-9.00"))

    assert [("如果大病保险还没有结", -900, "9.00"), ("如果办了转诊或备案", 500, "5.00")] == [
        (row.title, row.change, row.size) for row in rows
    ]


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("如果被认定为低保", "recognised.dibao"),
        ("如果先扣商业保险", "commercial_first"),
        ("如果窗口按另一种读法", "reading.relative_five"),
    ],
)
def test_each_situation_has_a_name(title, id_):
    """Every kind that the engine tells is said in words."""
    assert [title] == [row.title for row in told(change(id_))]


def test_identities_that_come_to_the_same_are_one():
    """What differs in nothing is told once; another amount is another line."""
    other = change("recognised.tekun", "300.00")
    rows = told(change("recognised.dibao"), change("recognised.guer"), other)

    assert ["如果被认定为特困人员（五保）", "如果被认定为低保，或孤儿"] == [
        row.title for row in rows
    ]


def test_a_reading_brings_the_sentence_that_tells_it():
    """Which clause is read in another way is said by the engine's own words."""
    said = {"id": "relative_five", "text": "按加五个点算"}

    assert said == told(change("reading.relative_five"), warnings=(said,))[0].why


def test_a_benefit_shows_its_amount_or_its_standing():
    """A right that is worth no money is said in words, as is a refusal."""
    aid = {"status": "ineligible", "amount": None}
    deposit = {"status": "eligible", "amount": "0.00"}
    row = told(change("referred", aid=aid, deposit=deposit))[0]

    assert [("医疗救助", None, "不符合"), ("住院押金", None, "符合")] == row.benefits


def test_the_two_most_telling_questions():
    """The engine ranks; what changes nothing is not named; beside no bound nothing has one."""
    bounded = sensitivity(a="90.00", b="9.00", c="1.00")
    open_ended = sensitivity(a=None, b="9.00", c="1.00")

    assert {"a": "90.00", "b": "9.00"} == most_telling(bounded)
    assert {"a": None, "b": None} == most_telling(open_ended)
    assert {} == most_telling(sensitivity(a="0.00"))


def test_the_page_compares():
    """Someone on 低保 sees what another identity would change, four at most unfolded."""
    visitor = with_visits(stay(door="slip", **SLIP), **told_all()).opens("/331000/result")
    section = visitor.text.partition('aria-labelledby="what-if"')[2].partition("</section>")[0]
    read = words(section.partition(">")[2])

    assert "如果被认定为特困人员（五保）" in read
    assert "一共估算多 " in read
    assert "只是比一比" in read
    assert section.partition("<details")[0].count("<strong>") <= 4


def told_all() -> dict[str, Any]:
    """Give the answers of someone who left nothing open."""
    known = {"scheme": "resident", "status": ["dibao"], "status_since": "2021-03-01"}
    return {"answers": {**known, "premium": "460.00", "visits": True}}


def test_the_page_names_what_matters_most():
    """An open line that can change much stands first, with how much, and leads to its page."""
    few = {line: amount for line, amount in SLIP.items() if line != "in_scope"}
    visitor = with_visits(stay(door="slip", **few), **told_all()).opens("/331000/result")

    assert "最影响结果" in visitor.main
    assert "最多差 " in visitor.main
    assert any("/visit/aaaa/" in url for url in visitor.links().values())
