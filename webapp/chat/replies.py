"""Short answers to the question just asked: yes, no, not known, and corrections."""

import re

import engine

from . import amounts, referral, statuses
from .message import Message
from .numerals import DIGITS

FILLERS = re.compile(
    r"[\s,。!?;:~…啊呀呢吧哦噢嘛哈了的呗哟哎唉嗯过]|这个|那个|我们?|俺|家|好像|应该|真的|确实|也|都|就|还|具体"
    r"|太|是|一直|到现在|目前|现在|当时|从来|一点|什么|任何|啥|[那这]一?[块边]"
)
PENNY = re.compile(r"^一(?:分|毛|块)钱?")
NOT_A_PENNY = re.compile(
    r"一[分毛](?:钱)?(?:也|都|还)?(?:没|未|不)|^(?:没有|没得|冇|莫得|没)[交报给领拿花出]?[,。!]"
)
NO_LINE = re.compile(r"没有?(?:这|那|这个|那个|写)?(?:一|个)?(?:行|栏|项|格|条)")
DEED = re.compile(r"(?:没有?|未|不)([交缴掏花报领拿住])")
COUNTS = (frozenset(DIGITS) | frozenset("0123456789十百千万几")) - {"零"}
LEFT_UNDONE = re.compile(
    r"(?:免(?:掉|交|缴|费)?)?(?:(?:没有?|未|不用|不)(?:去|再|要|曾|来)?"
    r"(?:申请|办理?|买|交|缴|领|拿|报|花|掏|出|给|享受|参加|弄|搞|发)(?:到|着|上|成|钱)*)*"
)
"""No, told by the deed: 没去申请, 免了没出钱."""
LONGEST = 14


def reply(message: Message) -> str | None:
    """Tell how a message answers: "unknown", "none", "value", or None when nothing was asked."""
    if message.asked is None:
        return None
    if message.asked == "status" and statuses.codes(message) == []:
        return "none"
    if message.asked == "referral" and (way := referral.way(message)) and way.code == "none":
        return "none"
    found = {word.code: word for word in message.words("reply")}
    if message.asked_money and amounts.find(message):
        return "value"  # 记不清了, 好像万把块 gives an answer all the same
    if "unknown" in found and len(message.plain) <= LONGEST + found["unknown"].end:
        return "unknown"
    nothing = message.asked_money and NOT_A_PENNY.search(message.plain)
    none = denies(message) or (nothing and not lacks_line(message))
    return "none" if none else "value"


def denies(message: Message) -> bool:
    """Whether a short answer is no more than a no, and a no to what was asked."""
    return (_only(message, "no") or _undone(message)) and _fits(message)


def _undone(message: Message) -> bool:
    """Whether a question of money, a referral or an insurance is answered by what was not done."""
    said = FILLERS.sub("", message.plain)
    asked = message.asked_money or message.asked in ("referral", "scheme")
    return asked and bool(said) and LEFT_UNDONE.fullmatch(said) is not None


def _fits(message: Message) -> bool:
    """Whether what is denied was asked about: 没交 tells nothing of a hospital."""
    question = engine.QUESTIONS.get(message.asked or "")
    if question is None or question.type not in ("yesno", "choice"):
        return True
    labels = "".join(option.label for option in question.options)
    words = question.label + question.help + labels
    return all(deed in words for deed in DEED.findall(message.plain))


def agrees(message: Message) -> bool:
    """Whether a short answer is no more than a yes, or the question's own words."""
    if denies(message):
        return False
    said = FILLERS.sub("", message.plain)
    question = engine.QUESTIONS.get(message.asked or "")
    repeats = question is not None and len(said) > 1 and said in question.label
    return repeats or _only(message, "yes")


def lacks_line(message: Message) -> bool:
    """Whether the paper has no such line, which is not the same as 0."""
    return NO_LINE.search(message.plain) is not None


def corrects(message: Message) -> bool:
    """Whether the message says that an earlier answer was wrong."""
    if any(word.code == "correction" for word in message.words("reply")):
        return True
    return re.search(r"不是.{1,12}[,，]?而?是|是.{1,12}不是", message.plain) is not None


def _only(message: Message, code: str) -> bool:
    words = [word for word in message.words("reply") if word.code == code]
    rest = message.plain
    for word in words:
        rest = rest.replace(message.plain[word.start : word.end], "", 1)
    rest = FILLERS.sub("", PENNY.sub("", rest))
    if not words or any(sign in COUNTS for sign in rest):
        return False
    return all(sign in _question_words(message) for sign in rest)


def _question_words(message: Message) -> str:
    """The words of the question: 没报过大病 says no more than 没报 when 大病 was asked."""
    question = engine.QUESTIONS.get(message.asked or "")
    if question is None or message.asked == "status":
        return ""
    labels = "".join(option.label for option in question.options)
    office = "民政局" if message.asked == "aid_paid" else ""
    told = question.label + question.help + question.where + labels
    return told + "手续办理报销支付给钱" + office
