"""What a message wants: an estimate, help, papers, an office, or only to be heard."""

import re
from collections.abc import Mapping

from . import negation
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
LOOSE: Mapping[str, re.Pattern[str]] = {
    "estimate": re.compile(
        r"(?:能|可以|给|可|得)[^,。?;]{0,8}(?:报|赔)[^,。]{0,8}(?:吗|么|不|\?|多少|几)"
        r"|报[^,。?;]{0,6}(?:多少|几成|吗|么)|多少钱?[?。]?$"
    ),
    "premium": re.compile(
        r"(?:交|缴|买|参保|退)(?!押金)[^,。?;]{0,8}(?:医保|农合|保险|社保)[^,。;]{0,8}(?:吗|多少|\?)"
    ),
    "eligible": re.compile(
        r"(?:能|可以|有|给|可否|是否)[^,。?;]{0,10}(?:补|救|帮|减|免|享受|申请|照顾|政策|优惠|进)[^,。]{0,8}(?:吗|么|不|\?|呢)"
        r"|(?:能不能|可不可以|能否)[^,。?;]{0,8}(?:补|救|帮|减|免|享受|申请|照顾|进)"
    ),
}
HOW_MUCH = re.compile(r"(?:救助|补助|补偿|报销|报|补|给|拿|领|得)[^,。?;]{0,6}多少")
LOOSE_WEIGHT, MUCH_WEIGHT, WISHED_WEIGHT = 1.0, 2.8, 1.5
TELLS = 0.5
SEVERAL = 0.5


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
    if HOW_MUCH.search(message.plain):
        scores["estimate"] += MUCH_WEIGHT
    if any(negation.wished(message, word) for word in message.words("status")):
        scores["status"] += WISHED_WEIGHT
    for name in ORDER:
        if name in LOOSE and LOOSE[name].search(message.plain):
            scores[name] += LOOSE_WEIGHT
    best = max(ORDER, key=lambda name: scores[name])
    return best if scores[best] >= 1.0 else OTHER


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
    start, end = message.sentence(word.start)
    return weight if ASKS.search(message.plain[start : end + 1]) else weight * TELLS
