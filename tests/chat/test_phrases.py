"""Short phrases about money: each amount, between its bounds, for what it is."""

import tomllib
from pathlib import Path

import pytest

from webapp.chat.understand import understand

FILES = ("phrases.toml", "wages.toml", "bills.toml", "turns.toml", "letters.toml")
TEXTS = [Path(__file__).with_name(name).read_text("utf-8") for name in FILES]
PHRASES = [phrase for text in TEXTS for phrase in tomllib.loads(text)["phrases"]]


def meant(written):
    """Read "1000~2000 total|other" as two bounds in yuan and the roles that are right."""
    figure, roles = written.split(" ")
    low, _, high = figure.partition("~") if "~" in figure else (figure, "", figure)
    return yuan(low), yuan(high), roles.split("|")


def yuan(written):
    """Write an end with its two decimals, an open one as None."""
    whole, _, cents = written.partition(".")
    return f"{whole}.{cents:0<2}" if written else None


@pytest.mark.parametrize("phrase", PHRASES, ids=[phrase["text"] for phrase in PHRASES])
def test_the_money_of_a_phrase(phrase):
    """All amounts are found, no more than these, each with its role."""
    wanted = [meant(one) for one in phrase["amounts"]]
    told = understand(phrase["text"], phrase.get("asked"))["slots"].get("amounts", [])

    assert len(wanted) == len(told)
    for low, high, roles in wanted:
        found = [one["role"] for one in told if (one["low"], one["high"]) == (low, high)]
        assert set(found) & set(roles)
