"""The catalogue asks every fact once, in short sentences, and reads every answer it offers."""

import re

import pytest

import engine
from engine import PAGES, QUESTIONS, STATUSES
from engine.case import OPENING

VISIT = {"kind": "outpatient"}
WIDE = re.compile(r"[^\x00-ÿ]")
CHOICE = [q for q in QUESTIONS.values() if q.options]


def length(sentence):
    """Count the signs of a sentence as they take room: two half-width signs for one."""
    wide = len(WIDE.findall(sentence))
    return wide + (len(sentence) - wide) / 2


def test_every_path_is_asked_once():
    """No two questions fill the same path."""
    paths = [question.path for question in QUESTIONS.values()]

    assert len(paths) == len(set(paths))


def test_every_question_stands_on_one_page():
    """A page is one screen, and no question is on two of them or on none."""
    placed = [name for page in PAGES.values() for name in page.questions]

    assert sorted(QUESTIONS) == sorted(placed)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda q: q.id)
def test_questions_are_short(question):
    """A question has at most 24 signs, its help and its reason at most 30, and it says why."""
    assert length(question.label) <= 24
    assert all(length(s) <= 30 for s in re.split("[。？；]", question.help + question.why))
    assert question.why.endswith("。")


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.id)
def test_a_door_shows_only_lines_of_its_page(page):
    """A paper from which a bill is copied has lines that the page knows."""
    for door in page.doors:
        assert set(door.questions) <= set(page.questions)


@pytest.mark.parametrize("question", CHOICE, ids=lambda q: q.id)
def test_every_option_is_read(question):
    """What a form offers, the question accepts."""
    for option in question.options:
        read = question.read([option.value])
        assert [option.value] == (read if isinstance(read, list) else [read])


@pytest.mark.parametrize("question", CHOICE, ids=lambda q: q.id)
def test_options_are_told_apart(question):
    """No two options have the same value or the same label."""
    for told in ("value", "label"):
        seen = [getattr(option, told) for option in question.options]
        assert len(seen) == len(set(seen))


def test_names_of_today_stand_for_codes():
    """A name of today is a code, or codes that only the office can tell."""
    status = QUESTIONS["status"]

    assert (["jiance"], []) == status.codes(["tuopin_buwending"])
    assert ([], ["diruo_dabing", "yinbing", "zifei"]) == status.codes(["zhichuxing"])
    assert (["guer"], []) == status.codes(["guer", "kunjing_ertong"])
    assert ([], []) == status.codes([])


@pytest.mark.parametrize("option", QUESTIONS["status"].options, ids=lambda o: o.value)
def test_every_name_leads_to_a_status(option):
    """Whatever is ticked, the contract knows the codes."""
    held, unsure = QUESTIONS["status"].codes([option.value])

    assert held or unsure
    assert {*held, *unsure} <= set(STATUSES)


def test_no_such_line_is_not_a_zero_everywhere():
    """A slip without a line means nothing paid for some lines, and not settled for others."""
    assert "0.00" == QUESTIONS["basic_paid"].no_line
    assert not QUESTIONS["critical_paid"].no_line
    assert QUESTIONS["total"].no_line is None


def test_a_day_in_hospital_is_asked_of_stays_only():
    """An outpatient visit has no day of admission; while the kind is not known it is asked."""
    assert not QUESTIONS["admitted"].applies({"kind": "outpatient"})
    assert QUESTIONS["admitted"].applies({"kind": "inpatient"})
    assert QUESTIONS["admitted"].applies({})


def test_a_path_names_its_visit():
    """The third visit's total is visits[2].total; the person's facts have one path."""
    assert "visits[2].total" == QUESTIONS["total"].at(2)
    assert "person.scheme" == QUESTIONS["scheme"].at()


def test_sums_of_the_year_before_have_a_question_each():
    """Every opening sum of the contract can be told."""
    assert set(OPENING) == {
        q.path.split(".")[-1] for q in QUESTIONS.values() if "opening" in q.path
    }


@pytest.mark.parametrize("header", engine.packs(), ids=lambda header: header.id)
@pytest.mark.parametrize("name", ["scheme", "status", "place"])
def test_choices_of_a_document_lose_no_option(header, name):
    """What a document names comes first, and nothing is offered twice."""
    main, others = engine.choices(name, header.id)

    assert main
    assert len({*main, *others}) == len(main) + len(others)
    assert {*main, *others} <= set(QUESTIONS[name].options)
