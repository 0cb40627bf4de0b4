"""The command line: one line in, one line out, whatever comes."""

import io
import json

import pytest

from webapp.chat.__main__ import main

GOLD = {
    "items": [
        {
            "id": "1",
            "text": "我妈是低保户，住院花了两万六，能报多少",
            "intent": "estimate",
            "slots": {
                "who": "mother",
                "status": ["dibao"],
                "kind": ["inpatient"],
                "amounts": [{"low": "26000.00", "high": "26000.00", "role": "total"}],
            },
        },
        {
            "id": "2",
            "text": "不晓得",
            "asked": "total",
            "reply": "unknown",
            "intent": "other",
            "slots": {"who": "self", "amounts": []},
        },
    ]
}


def run(*lines):
    """Send lines to the command; give its status and what it wrote."""
    target = io.StringIO()
    status = main(["understand", "-"], lines, target)
    return status, [json.loads(line) for line in target.getvalue().splitlines()]


def test_a_message_told_freely():
    """A fact is a slot, and what is not said is null or empty."""
    status, (told,) = run('{"text": "爸爸新农合，花了四万，报了两万多", "asked": null}')
    four = {"text": "四万", "low": "40000.00", "high": "40000.00", "role": "total"}
    two = {"text": "两万多", "low": "20000.00", "high": "30000.00", "role": "reimbursed"}

    assert 0 == status
    assert "other" == told["intent"]
    assert ("father", "ncms") == (told["slots"]["who"], told["slots"]["scheme"])
    assert [four, two] == told["slots"]["amounts"]
    assert told["slots"]["status"] is None
    assert [] == told["slots"]["kind"]


def test_an_answer():
    """A bare amount takes the role of its question, and not known fills no slot."""
    _status, (known, unknown) = run(
        '{"text": "两万三", "asked": "basic_paid"}', '{"text": "不清楚", "asked": "total"}'
    )

    assert ("value", "reimbursed") == (known["reply"], known["slots"]["amounts"][0]["role"])
    assert ("unknown", {}) == (unknown["reply"], unknown["slots"])


@pytest.mark.parametrize(
    ("line", "at"),
    [("bad", ""), ("[]", ""), ('{"asked": null}', "text"), ('{"text": "x", "asked": 1}', "asked")],
)
def test_a_bad_line_stays_alone(line, at):
    """A line that cannot be read says where; the others go on, and the status is 1."""
    status, (fault, fine) = run(line, '{"text": "三万二"}')

    assert 1 == status
    assert at == fault["error"]["at"]
    assert "intent" in fine


def test_the_score_counts(tmp_path):
    """What is right, missing and too much is counted slot by slot."""
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(GOLD), "utf-8")
    target = io.StringIO()

    assert 0 == main(["score", str(path)], [], target)
    told = json.loads(target.getvalue())
    assert ("0.857", "1.000", "1.000", "1.000") == (
        told["slot_f1"],
        told["amounts"],
        told["intent"],
        told["reply"],
    )
    assert ["2: who"] == told["not_as_told"]


def test_another_command_is_refused():
    """An unknown command says how it is used."""
    assert 2 == main(["sing"], [], io.StringIO())
