"""What a message wants: an estimate, help, papers, an office, or only to be heard."""

import re
from collections.abc import Mapping

from . import forms, negation
from .message import Message
from .vocabulary import Word

OTHER = "other"
ORDER = ("estimate", "eligible", "documents", "where", "status", "premium", "complaint")
WEIGHT: Mapping[str, float] = {
    "estimate": 2.0,
    "eligible": 1.8,
    "welfare": 1.0,
    "documents": 2.4,
    "where": 1.9,
    "status": 3.0,
    "premium": 2.0,
    "complaint": 1.3,
    "murmur": 0.45,
}
ASKS = re.compile(
    r"吗|么|呢|\?|多少|怎|如何|什么|啥|哪|能否|是否|可否|请问|咨询|咋|几|不$|伐|有没有|(\w)不\1|求求|救救|求助|恳求|请求|恳请|谁|还是|想问|求助"
)
WISHED_WEIGHT = 1.5
NEAR, TELLS = 0.7, 0.5
TIMES = re.compile(r"\w?[年天次人个月]")
ANY = re.compile("什么|啥|哪")
SEVERAL = 0.5
ENOUGH = 1.0


def intent(message: Message) -> str:
    """Name what is wanted most; a message that asks for nothing is other."""
    scores = dict.fromkeys(WEIGHT, 0.0)
    seen: set[tuple[str, str]] = set()
    for word in message.words("intent"):
        key = (word.code, message.plain[word.start : word.end])
        scores[word.code] += 0.0 if key in seen else _weight(message, word, scores[word.code])
        seen.add(key)
    scores["complaint"] += scores.pop("murmur")
    scores["eligible"] += scores.pop("welfare")
    if topic(message) == "referral_rules":
        scores["where"] += WEIGHT["where"]
    if any(negation.wished(message, word) for word in message.words("status")):
        scores["status"] += WISHED_WEIGHT
    for name, weight in forms.asked(message).items():
        scores[name] += weight
    best = max(ORDER, key=lambda name: scores[name])
    return best if scores[best] >= ENOUGH else forms.guessed(message) or OTHER


def topic(message: Message) -> str | None:
    """Name what the pages answer apart from a calculation; despair comes before all else."""
    found = [word.code for word in message.words("topic")]
    return "despair" if "despair" in found else next(iter(found), None)


def _weight(message: Message, word: Word, already: float) -> float:
    weight = WEIGHT[word.code] * (
        SEVERAL if already and word.code not in ("complaint", "murmur") else 1
    )
    if word.code in ("complaint", "murmur"):
        return weight
    if word.code == "premium" and not forms.INSURANCE.search(message.plain):
        weight *= TELLS  # 住院要交钱 speaks of no insurance
    return weight * _asking(message, word)


def _asking(message: Message, word: Word) -> float:
    """Whether a cue asks: its own clause most, another clause of its sentence less."""
    plain = message.plain
    if plain[word.end : word.end + 1] == "都" and ANY.search(plain[word.start : word.end]):
        return 0.0  # 什么政策都没有 asks for nothing
    if TIMES.match(plain, word.end) and plain[word.end - 1] in "少几":
        return 0.0  # 补多少年 asks for no money
    start, end = message.clause(word.start)
    if ASKS.search(plain[start : end + 1]):
        return 1.0
    start, end = message.sentence(word.start)
    return NEAR if ASKS.search(plain[start : end + 1]) else TELLS
