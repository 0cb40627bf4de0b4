"""The kinds of care a message speaks of: a stay, a listed chronic illness, a visit to a doctor."""

import re

from .message import Message

ORDER = ("inpatient", "chronic", "outpatient")
STAYED = re.compile(
    r"住(?:了|过|个|一|两|几|三|四|五|六|七|八|九|十|\d|多|次|回|好|半|数)+(?:院|天|礼拜|星期|周)"
    r"|住(?:了|过)?(?:半|快|将近|近|大半|[一两二三四五六七八九十几\d]){0,3}个?多?(?:月|年)(?!房)"
    r"|住[进到在][^,。;]{0,8}(?:医院|卫生院|病房|[^,。;]科)"
    r"|住(?![房址家户宿])[^,。;]{1,7}(?:医院|卫生院)(?!附近|旁|对面)"
)
BOOK = re.compile(r"(?:高血压|糖尿病|冠心病|慢性?病)的?(?:本子|本本|小本|证(?!明)|卡)")
RULE = re.compile(r"(?:了|院)?(?:才(?!报|给|花|补|用|出)|的话|就能)")
"""要住院才能报: a rule, and nobody's stay where other care is told."""
DENIED = re.compile(
    r"(?:没有?|未|不|不用|不想|(?<!能)不能|无需|没法|万一|如果|要是|假如|倘若|不需要|非|没钱)(?:去|做|再|必|须|进行|必须)?$"
)


def kinds(message: Message) -> list[str]:
    """List the kinds in the order of the catalogue; a special clinic is not an ordinary one."""
    words = [word for word in message.words("kind") if not _denied(message, word.start)]
    found = {word.code for word in words if not RULE.match(message.plain, word.end)}
    found = found or {word.code for word in words}
    stayed = STAYED.search(message.plain)
    if stayed and not _denied(message, stayed.start()):
        found.add("inpatient")
    if BOOK.search(message.plain):
        found.add("chronic")
    if message.asked == "kind" and not found:
        found = {word.code for word in message.words("kind_asked")}
    if "chronic" in found:
        found.discard("outpatient")
    return [kind for kind in ORDER if kind in found]


def words(message: Message, kind: str) -> str:
    """Give the words by which a kind was told."""
    found = (message.written(word) for word in message.words("kind") if word.code == kind)
    stayed = STAYED.search(message.plain)
    told = message.text.written(*stayed.span()) if stayed else message.text.source.strip()
    return next(found, told)


def _denied(message: Message, place: int) -> bool:
    return DENIED.search(message.before(place, 8)) is not None
