"""The command line answers a file, a stream, and what it is asked about itself."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import engine
from tests.test_case import case

HOME = Path(engine.__file__).resolve().parent.parent
GOOD = json.dumps(case(), ensure_ascii=False)
BAD = json.dumps(case(visit={"total": 90000}), ensure_ascii=False)


def run(*words, told=""):
    """Run the command line and give its exit status and what it said."""
    raw = told if isinstance(told, bytes) else told.encode()
    ran = subprocess.run(
        [sys.executable, "-m", "engine", *words],
        cwd=HOME,
        input=raw,
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in ran.stderr
    return ran.returncode, ran.stdout.decode()


def test_a_file_is_assessed(tmp_path):
    """One case in a file comes out as the contract says."""
    path = tmp_path / "case.json"
    path.write_text(GOOD, "utf-8")

    status, said = run("assess", str(path))

    assert 0 == status
    assert engine.assess(case()) == json.loads(said)


def test_a_file_is_explained(tmp_path):
    """In Chinese, step by step, with the clause."""
    path = tmp_path / "case.json"
    path.write_text(GOOD, "utf-8")

    status, said = run("assess", str(path), "--explain")

    assert 0 == status
    assert "50,000.00 × 70% = 35,000.00  ［二(二)1］" in said
    assert "57,500.00 元" in said


def test_the_two_ends_of_a_range_are_explained_apart(tmp_path):
    """What is not known leads to two ways to reckon, each under its own line."""
    path = tmp_path / "case.json"
    path.write_text(GOOD.replace('"80000.00"', '["50000.00", "80000.00"]'), "utf-8")

    said = run("assess", str(path), "--explain")[1]

    assert said.index("最少的话") < said.index("35,000.00  ［") < said.index("最多的话")
    assert said.index("最多的话") < said.index("几段加起来 57,500.00")


def test_a_wrong_case_in_a_file_is_an_error(tmp_path):
    """The error names the path, and the exit status is 1."""
    path = tmp_path / "case.json"
    path.write_text(BAD, "utf-8")

    status, said = run("assess", str(path))

    assert 1 == status
    assert "visits[0].total" == json.loads(said)["error"]["at"]


def test_a_bad_line_keeps_the_others():
    """One answer a line, in order; a wrong line has its error there; the status is 1 at the end."""
    status, said = run("assess", "-", told=f"{GOOD}\n{BAD}\n{{\n\n[]\n7\n{GOOD}")
    answers = [json.loads(line) for line in said.splitlines()]

    assert 1 == status
    assert 6 == len(answers)
    assert answers[0] == answers[5] == engine.assess(case())
    assert ["visits[0].total", "case", "case"] == [answers[n]["error"]["at"] for n in (1, 3, 4)]
    assert "JSON" in answers[2]["error"]["message"]


def test_good_lines_end_well():
    """Without an error the status is 0, and nothing in is nothing out."""
    assert (0, "") == run("assess", "-")
    assert 0 == run("assess", "-", told=f"{GOOD}\n{GOOD}\n")[0]


@pytest.mark.parametrize(
    "line", [b"\xff\xfe{}", b"[" * 5000, b'{"region": NaN}', b"9" * 5000], ids=repr
)
def test_a_line_of_rubbish_keeps_the_others(line):
    """Bytes that are no text, brackets without end, numbers without end: an error on their line."""
    status, said = run("assess", "-", told=b"\n".join([line, GOOD.encode()]))
    answers = [json.loads(row) for row in said.splitlines()]

    assert 1 == status
    assert "error" in answers[0]
    assert engine.assess(case()) == answers[1]


def test_a_file_that_is_not_there():
    """A path that leads nowhere is told in words."""
    assert 0 != run("assess", "nowhere.json")[0]


def test_documents_are_listed():
    """Every document held stands on a line of its own."""
    status, said = run("packs")

    assert 0 == status
    assert [header.id for header in engine.packs()] == [row.split()[0] for row in said.splitlines()]


def test_the_schema_is_printed():
    """What is printed is what the engine gives."""
    assert engine.schema() == json.loads(run("schema")[1])
