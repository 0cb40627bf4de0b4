"""The identities that a message says are held, and whether it says that there are none."""

import re

import engine

from . import negation, people
from .message import Message
from .vocabulary import Word

GRANTED = re.compile(r"[^,。;不没]{0,4}(?:批下来|办下来|评上了|评下来|批了)")
LINKED = re.compile(r"(?:或者?|和|、|还是|以及|及|与|跟)[^,。;是]{0,4}|")
HEARD = re.compile(r"听说|听讲|据说|听人|人家|别人")
UNGIVEN = re.compile("[我他她批评给办轮过]")
"""都没有批, 都没有我: a wish that failed, and no word on all identities."""
NONE = "none"
LOOSE = frozenset(
    {"因病致贫", "低收入家庭", "低收入人口", "突发困难", "刚性支出", "贫困人口", "精准扶贫"}
)
RECOGNISED = re.compile(r"(?:认定[为是]?|属于|评[为上]|纳入|列[入为]|是|算|享受)了?$")


def held(message: Message) -> list[Word]:
    """List the identities that are had, once each."""
    found: dict[str, Word] = {}
    if message.asked != "status" and _plain(message):
        return []  # 我们一般农户 stands against those who have one
    gone = {word.code for word in _denied(message)}  # 只有低保户才有, 我家不是低保户
    for names in _lists(message):
        if any(negation.wished(message, w) and not _granted(message, w) for w in names):
            continue
        if found and HEARD.search(message.before(names[0].start)):
            continue  # 听说五保户: another's, where one's own is told
        for word in names:
            if word.code not in gone and people.owns(message, word):
                found.setdefault(word.code, word)
    return list(found.values())


def _lists(message: Message) -> list[list[Word]]:
    """Put names that are said in one breath together: 监测户和低保边缘怎样认定 wishes for both."""
    lists: list[list[Word]] = []
    for word in _named(message):
        linked = lists and LINKED.fullmatch(message.plain[lists[-1][-1].end : word.start])
        if linked:
            lists[-1].append(word)
        else:
            lists.append([word])
    return lists


def codes(message: Message) -> list[str] | None:
    """Give the contract's codes; [] where all were denied, None where nothing was said."""
    options = [word.code for word in held(message)]
    if options:
        certain, unsure = engine.QUESTIONS["status"].codes(options)
        return certain or unsure[:1] or None
    return [] if denies_all(message) else None


def denies_all(message: Message) -> bool:
    """Whether a message says that none of the identities is had."""
    told = (word for word in message.words("status") if word.code == NONE)
    if any(not UNGIVEN.match(message.plain, word.end) for word in told):
        return bool(message.asked == "status" or len(_denied(message)) > 0 or _plain(message))
    return len({word.code for word in _denied(message)}) > 1 and not held(message)


def _plain(message: Message) -> bool:
    # 都没有 alone may be about anything; a word like 普通农户 is about this.
    words = (word for word in message.words("status") if word.code == NONE)
    return any("户" in message.written(word) or "身份" in message.written(word) for word in words)


def _named(message: Message) -> list[Word]:
    words = (word for word in message.words("status") if word.code != NONE)
    return [word for word in words if not _loose(message, word)]


def _loose(message: Message, word: Word) -> bool:
    """Whether a name is used as a plain word: 因病致贫 tells of many who were never recognised."""
    if message.asked == "status" or message.written(word) not in LOOSE:
        return False
    return RECOGNISED.search(message.plain[max(0, word.start - 5) : word.start]) is None


def _denied(message: Message) -> list[Word]:
    words = _named(message)
    had = {word.code for word in words if _granted(message, word)}
    denied = (names for names in _lists(message) if any(_no(message, word) for word in names[:1]))
    all_ = {word for names in denied for word in names}
    return [w for w in words if w.code not in had and (w in all_ or _no(message, w))]


def _no(message: Message, word: Word) -> bool:
    return negation.denied(message, word)


def _granted(message: Message, word: Word) -> bool:
    """Whether an identity was given at last: 五保批下来了, after a time without it."""
    return GRANTED.match(message.plain, word.end) is not None
