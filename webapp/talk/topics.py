"""Questions put back to the site: which of its own sayings answers them."""

import re
from collections.abc import Iterator

import engine

from .. import glossary
from ..chat.reading import Understood
from .asking import Asked

Saying = tuple[str, str]
"""What the site says, as an id, and what it is about."""

BY_INTENT = {
    "documents": "papers",
    "where": "where",
    "status": "recognised",
    "premium": "premium",
    "complaint": "complaint",
}
BY_TOPIC = {"in_force": "in_force", "referral_rules": "referral", "person": "person"}
IDENTITIES = frozenset(
    word for group in glossary.GROUPS if group.title == "困难身份" for word in group.words
)
RESTART = re.compile(r"重新(?:填|来|开始|说)|从头|清空|重来")
NO_MONEY = re.compile(r"(?:没|没有|拿不出|凑不出|借不到)钱|[交缴付掏]不(?:起|出|上)|救命|救救")
"""Who cannot pay and tells nothing else is helped before any question."""

TAKES_NOTHING = ("meaning", "why", "in_force", "person")
"""After these words a name of an identity is asked about, and not told."""


def sayings(
    understood: Understood, text: str, *, asked: Asked | None, region: str
) -> tuple[Saying, ...]:
    """Name what the site says to a message that asks something; most messages ask nothing."""
    return tuple(dict.fromkeys(_found(understood, text, asked=asked, region=region)))


def _found(
    understood: Understood, text: str, *, asked: Asked | None, region: str
) -> Iterator[Saying]:
    if RESTART.search(text):
        yield "restart", ""
        return
    if understood.topic == "why" and asked:
        yield "why", asked.id
        return
    if understood.topic == "meaning":
        words = glossary.words_in([text])
        yield from [("word", word.id) for word in words[:2]] or [("outside", "")]
        return
    if understood.topic in BY_TOPIC:
        yield BY_TOPIC[understood.topic], ""
        return
    elsewhere = _elsewhere(understood, region)
    if elsewhere:
        yield "region", elsewhere
    elif understood.intent == "where" and _of_identity(text):
        yield "recognised", ""
    elif _penniless(understood, text):
        yield "penniless", ""
    elif understood.intent in BY_INTENT:
        yield BY_INTENT[understood.intent], ""
    elif understood.intent in ("estimate", "eligible") and not understood.answers:
        yield "estimate" if asked else "reckoned", ""


def _penniless(understood: Understood, text: str) -> bool:
    """Whether a message says that there is no money, and nothing that could be reckoned with."""
    other = understood.answers or understood.intent not in ("other", "eligible")
    return not other and NO_MONEY.search(text) is not None


def _of_identity(text: str) -> bool:
    """Whether a message is about a name of an identity."""
    return any(word in IDENTITIES for word in glossary.words_in([text]))


def _elsewhere(understood: Understood, region: str) -> str:
    """Name another place that is asked about; a hospital's place is part of an answer."""
    if not understood.regions or understood.answers:
        return ""
    here = set(engine.regions.ancestors(region))
    there = understood.regions[0]
    return "" if there in here or region in engine.regions.ancestors(there) else there
