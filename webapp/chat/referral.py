"""Whether one was sent on by another hospital, went unsent, or was an emergency."""

import re

from .message import Message
from .vocabulary import Word

REFUSED = re.compile(
    r"(?:没有?|未|不能|不用|不打|没法|没给|无法|无|不肯|不给|拒绝|没来得及|来不及|忘了?|不)"
    r"(?:办理?|开|打|做|走|进行|去|提前|及时|给|备|任何|有|我|正规|相关|异地|就医|[在从由][^,。]{1,5}){0,5}$"
)
ASKED_BEFORE = re.compile(
    r"(?:需不需要|要不要|用不用|是否|是不是|如何|怎么|怎样|能否|可以|能|需要|必须|要|如果|有|想|希望|申请)"
    r"(?:先|办理?|再|开|打|进行|有|要|到|个|做|一个|提前|自己){0,4}$"
)
ASKED_AFTER = re.compile(
    r"[^,。]{0,8}(?:吗|么|呢|\?|咋|要不要|用不用|需不需|是否|怎么|如何|哪|流程|政策|规定|还是|要什么|比例)"
)
TOLD_TO = re.compile(
    r"(?:需不需|要不要|用不用|让|叫|要求|必须|应该|说要|得先|最好)(?:(?!了)[^,。;]){0,8}$"
)
SENT = re.compile(r"(?<!没)(?<!没有)(?:办理?了|办好|办过|开了|打了|开好)$")


def way(message: Message) -> Word | None:
    """Give what the message says of a referral, or None."""
    words = message.words("referral")
    sent = next((word for word in words if SENT.search(message.before(word.start, 5))), None)
    if sent and sent.code == "referred":
        return sent
    told = [meant for word in words if (meant := _meant(message, word))]
    unsent = next((word for word in told if word.code == "none"), None)
    urgent = next((word for word in told if word.code == "emergency"), None)
    return urgent or unsent or next(iter(told), None)


def _meant(message: Message, word: Word) -> Word | None:
    before, after = message.before(word.start, 10), message.after(word.end, 12)
    if word.code == "referred":
        if REFUSED.search(before) or re.match(
            r"(?:单|手续|证明)?(?:都|也|还)?(?:没有?去?[办开]|没有?办|没办|没开|没有|没打|未办|没做)",
            after,
        ):
            return word._replace(code="none")
        if message.asked != "referral" and (ASKED_BEFORE.search(before) or TOLD_TO.search(before)):
            return None
        if ASKED_AFTER.match(after):
            return None
    if word.code == "emergency" and REFUSED.search(before):
        return None
    return word
