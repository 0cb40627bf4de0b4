"""The words of the command line for who writes packs: lint, show, diff."""

import json

import pytest

import engine
from engine.commands import main
from engine.packs import ids

PACK = ids()[0]


def run(capsys, *words):
    """Run the command line here and give its exit status, and what it said on both channels."""
    status = main(words)
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_document_is_shown(capsys, monkeypatch):
    """As wide as the terminal is, or as Markdown; the front door gives the same."""
    monkeypatch.setenv("COLUMNS", "90")

    assert (0, engine.show(PACK, width=90) + "\n", "") == run(capsys, "show", PACK)
    assert engine.show(PACK, as_markdown=True) + "\n" == run(capsys, "show", PACK, "--markdown")[1]


def test_two_documents_are_compared(capsys, tmp_path):
    """With the cases of a file, one a line."""
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps({"region": "320300", "as_of": "2016-12-31"}), "utf-8")

    assert (0, "1 个例子，没有变化\n", "") == run(capsys, "diff", PACK, PACK, str(path))


@pytest.mark.parametrize(
    "words", [("show", "000000-0-0"), ("diff", PACK, "000000-0-0"), ("diff", PACK, PACK, "no.toml")]
)
def test_what_is_not_there_is_told_in_words(capsys, words):
    """No trace, an exit status of 1, and the name of what is missing."""
    status, said, told = run(capsys, *words)

    assert (1, "") == (status, said)
    assert words[-1] in told


def lints(monkeypatch, found):
    """Let the checks find what a test says."""
    monkeypatch.setattr("engine.commands.lint", lambda: found)
    monkeypatch.setattr("engine.commands.check_reach", list)


def test_notes_do_not_fail(capsys, monkeypatch):
    """A remark is told, and the exit status stays 0."""
    lints(monkeypatch, ["note: a.toml: pack: 甲"])

    assert (0, "note: a.toml: pack: 甲\n没有发现问题\n", "") == run(capsys, "lint")


def test_problems_fail_and_come_first(capsys, monkeypatch):
    """Each problem counts; notes follow."""
    lints(monkeypatch, ["note: a.toml: pack: 甲", "a.toml: group.x: 乙"])

    assert (1, "a.toml: group.x: 乙\nnote: a.toml: pack: 甲\n1 个问题\n", "") == run(capsys, "lint")


def test_texts_are_checked_where_a_folder_is_named(capsys, monkeypatch, tmp_path):
    """Without a text in the folder nothing can be held against it: that is a problem."""
    lints(monkeypatch, [])

    assert (1, f"{tmp_path}: 没有一份原文对得上\n1 个问题\n", "") == run(
        capsys, "lint", "--texts", str(tmp_path)
    )
