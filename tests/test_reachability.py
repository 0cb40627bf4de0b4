"""Every answer that can be given counts somewhere, and every figure that is taken is asked for."""

import pytest

from engine.packs import FOLDER, ids, load, read
from engine.questions import QUESTIONS, Option, Question
from engine.reachability import changed, check_reach, unasked, unheard
from engine.typical import case, person, visit

PACKS = [load(pack, 2022) for pack in ids()]


def asked(path, *options, kind="choice", name="x"):
    """Make a question."""
    return Question(name, path, kind, "问？", "为什么", options=options)


def test_our_questions_and_documents_fit():
    """No answer is in vain, and nothing is asked that no document uses."""
    assert [] == check_reach()


def test_options_that_are_never_told_apart_are_named():
    """江苏 gives the same for both kinds of care without a stay; only a stay makes a difference."""
    stay, chronic, outpatient = QUESTIONS["kind"].options

    assert [] == list(unheard(asked("visits[].kind", stay, chronic), PACKS[:1]))
    assert [
        f"选“{chronic.label}”在哪份文件里都不改变结果",
        f"选“{outpatient.label}”在哪份文件里都不改变结果",
    ] == list(unheard(asked("visits[].kind", chronic, outpatient), PACKS[:1]))


def test_an_identity_counts_only_where_a_document_names_it():
    """A name of today that stands for nothing known is told; one that stands for 低保 is not."""
    good, bad = Option("a", "甲", codes=("dibao",)), Option("b", "乙", codes=("nobody",))
    question = asked("person.status", good, bad, kind="choices", name="status")

    assert ["选“乙”在哪份文件里都不改变结果"] == list(unheard(question, PACKS))


def test_a_question_without_options_counts_if_any_two_answers_differ():
    """A yearly limit of the county counts in 六盘水; without a document it could not."""
    city = [pack for pack in PACKS if pack.id.startswith("520200")]

    assert [] == list(unheard(QUESTIONS["aid_cap"], city))
    assert "选“0.00”在哪份文件里都不改变结果" in list(unheard(QUESTIONS["aid_cap"], []))


def test_a_question_that_no_document_uses_is_named(monkeypatch):
    """Nobody should be asked what changes nothing."""
    questions = {"spare": asked("person.spare", kind="yesno", name="spare")}
    monkeypatch.setattr("engine.reachability.QUESTIONS", questions)

    assert ["questions.toml: spare: 没有哪份文件用到它"] == check_reach()


@pytest.mark.parametrize(
    ("pack", "old", "new", "expected"),
    [
        ("341722-2022-5", 'of = "provincial_income"', 'of = "city_income"', "city_income"),
        ("341722-2022-5", 'of = "provincial_income"', 'of = "rural"', "rural"),
        ("341722-2022-5", 'by = "youfu_as"', 'by = "youfu_class"', "youfu_class"),
        ("520200-2017-84", 'rate_of = "basic_rate"', 'rate_of = "basic_rat"', "basic_rat"),
        ("520200-2017-84", 'cap_of = "aid_cap"', 'cap_of = "aid_rate"', "aid_rate"),
    ],
)
def test_a_figure_that_no_question_fills_is_named(tmp_path, pack, old, new, expected):
    """A misspelt fact, or one whose answer is no amount, would silently never be known."""
    text = (FOLDER / f"{pack}.toml").read_text("utf-8")
    assert old in text
    path = tmp_path / f"{pack}.toml"
    path.write_text(text.replace(old, new), "utf-8")

    assert [] == list(unasked(load(pack, 2022)))
    assert f"没有哪个问题问到：{expected}" in list(unasked(read(path, 2022)))


def test_paths_are_changed_where_they_are_written():
    """A visit's fact in every visit, a day in the year of the case, an opening sum."""
    base = case(PACKS[0].header, person(), visit(2016), visit(2016))
    found = changed(
        base,
        {"visits[].place": "city", "visits[].discharged": "-05-01", "opening.aid_paid": "1.00"},
    )

    assert ["city", "city"] == [entry["place"] for entry in found["visits"]]
    assert "2016-05-01" == found["visits"][0]["discharged"]
    assert {"aid_paid": "1.00"} == found["person"]["opening"]
    assert "opening" not in base["person"]
    assert [] == changed(base, {"visits": []})["visits"]
