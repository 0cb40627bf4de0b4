"""Messages as people write them are understood well enough, all of them together."""

import json
import tomllib
from pathlib import Path

import pytest

from webapp.chat.score import LISTS, SLOTS, score

MESSAGES = Path(__file__).with_name("messages.toml")
ENOUGH = {"slot_f1": 0.95, "amounts": 0.95, "intent": 0.95}


def values(slot, written):
    """Read "a|b" as what is meant and what is right as well."""
    return [value(slot, one) for one in written.split("|")]


def value(slot, written):
    """Read one value; "+" joins several, "none" says that there is none of them."""
    if slot not in LISTS:
        return written or None
    if written == "none":
        return []
    return written.split("+") if written else None


def amount(written):
    """Read "20000~30000 total|other ?"."""
    figure, roles, *spared = written.split(" ")
    low, _, high = figure.partition("~") if "~" in figure else (figure, "", figure)
    role, *also = roles.split("|")
    ends = {"low": yuan(low), "high": yuan(high)}
    return {**ends, "role": role, "also_role": also, "optional": bool(spared)}


def yuan(written):
    """Write an end with its two decimals, an open one as None."""
    whole, _, cents = written.partition(".")
    return f"{whole}.{cents:0<2}" if written else None


def gold(place, message):
    """Bring one message of the file into the form that is scored."""
    told = {slot: values(slot, message.get(slot, "")) for slot in SLOTS}
    intent, *others = message.get("intent", "other").split("|")
    also = {slot: rest for slot, (_meant, *rest) in told.items() if rest}
    slots = {slot: meant for slot, (meant, *_rest) in told.items()}
    return {
        "id": str(place),
        "text": message["text"],
        "asked": message.get("asked"),
        "intent": intent,
        "also": {**also, "intent": others},
        "slots": {**slots, "amounts": [amount(one) for one in message.get("amounts", [])]},
    }


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """Score all messages of the file."""
    messages = tomllib.loads(MESSAGES.read_text("utf-8"))["messages"]
    rows = [gold(place, message) for place, message in enumerate(messages)]
    path = tmp_path_factory.mktemp("gold") / "messages.json"
    path.write_text(json.dumps({"items": rows}), "utf-8")
    return score(path)


@pytest.mark.parametrize("name", ENOUGH)
def test_messages_are_understood(report, name):
    """Slots, amounts and wishes are read as they are meant, but for a few."""
    assert ENOUGH[name] <= float(report[name]), report["not_as_told"]
