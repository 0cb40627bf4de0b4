"""What a message wants: an estimate, help, papers, an office, or only to be heard."""

import re
from collections.abc import Mapping, Sequence

from . import asking, forms, matters, negation
from .message import Message
from .vocabulary import Word

OTHER = "other"
ORDER = ("estimate", "eligible", "documents", "where", "status", "premium", "complaint")
WEIGHT: Mapping[str, float] = {
    "estimate": 2.0,
    "eligible": 1.8,
    "welfare": 1.0,
    "documents": 4.4,
    "where": 2.3,
    "status": 2.6,
    "premium": 2.6,
    "complaint": 1.3,
    "murmur": 0.45,
}
WISHED_WEIGHT = 1.7
TELLS = 0.5
TIMES = re.compile(r"\w?[年天次人个月]")
STATES = re.compile(r"(?:要|来|写信|特此)感谢|道谢|表扬|更正|[写打发说]错了")
FOR_HELP = re.compile(r"[^,。;]{0,6}(?:救助|报销|补助|补偿|补贴|减免|报账)")
DEMANDED = re.compile(r"(?:提高|取消|降低|增加|放宽|改革|完善|调整|减少|加大|扩大)[^,。;?!]{0,8}$")
"""建议提高报销比例 asks for no figure."""
ANY = re.compile("什么|啥|哪")
SEVERAL, CRIES = 0.8, 1.1
LAMENTS = ("complaint", "murmur")
ENOUGH = 0.75
NOT_ILL = 1.0
MATTER, GRIEF = 0.8, 0.6
OWN_MATTERS = frozenset({"status", "premium"})
ACTS = frozenset({"estimate", "eligible", "where"})
"""How much, may I, and how to: asked of a matter of its own, these ask about that."""


def intent(message: Message) -> str:
    """Name what is wanted most; a message that asks for nothing is other."""
    if STATES.search(message.plain) and not asking.openly(message):
        return OTHER
    scores = weighed(message)
    best = max(ORDER, key=lambda name: scores[name])
    return best if scores[best] >= ENOUGH else matters.guessed(message) or OTHER


def weighed(message: Message) -> dict[str, float]:
    """Weigh all that tells what is wanted."""
    scores = dict.fromkeys(WEIGHT, 0.0)
    parts = asking.Parts(message)
    for name, weights in (*_words(message, parts).items(), *_forms(message, parts).items()):
        scores[name] += _together(weights, CRIES if name in LAMENTS else SEVERAL)
    about = set(matters.asked(message))
    for name in about:
        scores[name] += MATTER
    scores["complaint"] += matters.grieved(message) * GRIEF
    for name in OWN_MATTERS & about:
        scores[name] += sum(scores[act] for act in ACTS - about)
    scores["complaint"] += scores.pop("murmur")
    if scores["complaint"]:
        scores["complaint"] += asking.laments(message)
    scores["eligible"] += scores.pop("welfare")
    if topic(message) == "referral_rules":
        scores["where"] += WEIGHT["where"]
    if scores["premium"] >= ENOUGH and not (message.words("disease") or message.words("kind")):
        scores["premium"] += NOT_ILL  # no one is ill: it is about the insurance itself
    if any(negation.wished(message, word) for word in message.words("status")):
        scores["status"] += WISHED_WEIGHT
    return scores


def _together(weights: Sequence[float], share: float) -> float:
    """Add up weights of one kind: the heaviest counts full, the others less."""
    return max(weights) + share * (sum(weights) - max(weights))


def _words(message: Message, parts: asking.Parts) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    best: dict[tuple[str, str], float] = {}
    for word in message.words("intent"):
        key = (word.code, message.plain[word.start : word.end])
        best[key] = max(best.get(key, 0.0), _weight(message, word, parts))
    for (name, _written), weight in best.items():
        found.setdefault(name, []).append(weight)
    return found


def _forms(message: Message, parts: asking.Parts) -> dict[str, list[float]]:
    best: dict[forms.Form, float] = {}
    for form, place in forms.asked(message):
        share = 1.0 if form.intent in LAMENTS else parts.weight(place)
        if form.intent == "premium" and not matters.insured(message, place):
            share *= TELLS
        best[form] = max(best.get(form, 0.0), form.weight * share)
    found: dict[str, list[float]] = {}
    for form, weight in best.items():
        found.setdefault(form.intent, []).append(weight)
    return found


def topic(message: Message) -> str | None:
    """Name what the pages answer apart from a calculation; despair comes before all else."""
    found = [word.code for word in message.words("topic")]
    return "despair" if "despair" in found else next(iter(found), None)


def _weight(message: Message, word: Word, parts: asking.Parts) -> float:
    weight, plain = WEIGHT[word.code], message.plain
    if word.code in LAMENTS:
        return weight
    if word.code == "premium" and not (
        forms.INSURANCE.search(plain) and matters.insured(message, word.start)
    ):
        weight *= TELLS  # 住院要交钱 speaks of no insurance
    if plain[word.end : word.end + 1] == "都" and ANY.search(plain[word.start : word.end]):
        return 0.0  # 什么政策都没有 asks for nothing
    if TIMES.match(plain, word.end) and plain[word.end - 1] in "少几":
        return 0.0  # 补多少年 asks for no money
    who = word.code == "premium" and plain[word.end : word.end + 1] == "的"
    if who or (word.code == "estimate" and DEMANDED.search(message.before(word.start, 12))):
        return 0.0  # 参加新农合的低保户 is who, not what for
    done = word.code == "status" and plain[word.end : word.end + 1] == "了"
    if done or (word.code == "status" and FOR_HELP.match(plain, word.end)):
        return 0.0  # 低保户申请救助 asks how help is had, not how one becomes 低保户
    return weight * parts.weight(word.start)
