"""Whether something named is denied, only wished for, or asked about."""

import re

from .message import Message
from .vocabulary import Word

DENIED_BEFORE = re.compile(
    r"(?:(?<!是)不是|不(?![但仅是过止])|没有|没得|没|未|非|不算|不属于|并非|不享受|不在|无|冇|莫得|也不是|不够|不符合|弄不到|评不上"
    r"|没评上|没吃|没办|没拿|不吃|(?<!能)不能|不给|取消了?|取消我们?的?|停了|不再是|不属|不当|又不是|还不是|不符)"
    r"(?:[评办吃拿领上到成了什么任何在过入享受纳参加有的农村城市啥]|证){0,5}$"
)
LIKE = re.compile(r"(?:跟|像|和|同|与|比)[^,。;]{0,4}$")
LIKENED = re.compile(r"(?:户|家庭|人员)?(?:一样|那样|同样|比)")
"""像低保户一样: likened to those who have it."""
DENIED_AFTER = re.compile(
    r"(?:户|证|对象|家庭|待遇|资格|名额|的|也|我们|这些|啥的|等|都|还|又|一直|去年|今年|已经|已|就|被|给|说"
    r"|五保|低保|贫困户|残疾|和|或){0,4}"
    r"(?:都?不是(?!说|都说)|都没|没有?评|没批|没办|没有|没得|评不上|没评上|取消|停了|没了|不给|没通过|办不了|没过|没享受"
    r"|不符合|不够|退了|不批|没成|没份|没资格|未批|未通过|享受不|办不下来|办不到|被拿掉|拿掉|想都|下了(?!$))"
)
WISHED_BEFORE = re.compile(
    r"(?:申请|想|报(?:了|的|个|上|过)?|办理|办个|办|如何|怎么|怎样|要求|希望|争取|够|符合|达到|纳入|列入|列为|认定为?|成为|变成|快成|差点"
    r"|算不算|是不是|是否|能否|能不能|可以|可不可以|能|评|给|吃上|享受|获得|得到|按照?|参照|属于不属于|评为|评上|要)"
    r"(?:因病致贫的?|[我们他她家俺了过个为上享受申请办理评成吃到是不一国家的农村城市有]){0,5}$"
)
WISHED_AFTER = re.compile(
    r"(?:户|家庭|人员|对象|证|身份|资格)?的?(?:要|该|应该|需要)?(?:怎么|如何|怎样|咋|怎么才能|要怎么|想)?(?:才能)?"
    r"(?:到底|究竟)?(?:怎么|如何|怎样)?(?:申请|认定|评定|评选|标准|条件|办理|名额|资格|审批|政策|申报|评上|评|办|吗|指标|的事|(?:不|没有?|伐|么|嘛)[?。!]?$|需要什么条件|要[^,。;]{0,8}才|是什么|是啥|什么意思)"
)
HELD = re.compile(
    r"(?:正在|已经|已|一直|现在|目前)?(?:享受|吃|拿|领|是|属于|评上|评为|纳入|列为|办了|认定)(?:了|着|过|为)?"
    r"(?:个|上|到|农村|城市|国家|的){0,2}$"
)
DONE = re.compile(
    r"(?<!没)(?<!不)(?:办|评|给|批|吃|拿|享受|纳入|列为)(?:上|到)?了(?:个|一个)?(?:农村|城市)?$"
    r"|(?:给|已经?)(?:我们?|他|她)?家?(?:评|办|定|批)的$"
)
HELP = re.compile(r"救助|报销|补助|医疗|二次|大病|怎么报|多少")
FOR_ONE = re.compile(r"(?:给|帮|替|为)(?:一个|一户|村里的?|组里的?)?$")
ONE = re.compile(r"户|老人|对象|人员|家庭|职工")
"""给五保老人代办: done for one who has it."""
REACH = 9


def denied(message: Message, word: Word) -> bool:
    """Whether the clause says no to a word, before it or after."""
    start, end = message.clause(word.start)
    before = message.plain[max(start, word.start - REACH) : word.start]
    after = message.plain[word.end : end]
    return bool(DENIED_BEFORE.search(before) or DENIED_AFTER.match(after) or _listed(message, word))


def wished(message: Message, word: Word) -> bool:
    """Whether a word is asked for or asked about, not had."""
    start, end = message.clause(word.start)
    before = message.plain[max(start, word.start - REACH) : word.start]
    after = message.plain[word.end : end]
    one = ONE.match(after) or ONE.search(message.plain[word.start : word.end])
    wish = WISHED_BEFORE.search(before) if not (one and FOR_ONE.search(before)) else None
    if wish and not _had(before, after):
        return True
    if LIKE.search(before) and LIKENED.match(after):
        return True
    match = WISHED_AFTER.match(after)
    return match is not None and not HELP.match(after[match.end() :])


def _had(before: str, after: str) -> bool:
    # 享受低保 says that one has it; 能享受低保吗 asks.
    if DONE.search(before):
        return True  # 村里给办了个低保
    asks = re.search(
        r"能|可以|是否|是不是|想|要|申请|希望|如何|怎|够|符合|算不算|快成|差点|不给|给", before
    )
    return bool(HELD.search(before)) and not asks and not after.startswith("吗")


def _listed(message: Message, word: Word) -> bool:
    """Whether 都不是 or 都没有 closes a list the word stands in: 低保、五保都没有."""
    end = message.sentence(word.start)[1]
    rest = message.plain[word.end : min(end, word.end + 16)]
    return bool(
        re.match(r"(?:户|家庭|证)?[、和或也,]?[^,。;]{0,10}(?:都|也)(?:不是|没有|没|不算)", rest)
    )
