"""The person in need, seen from the one who writes."""

import re
from collections.abc import Sequence

from .message import Message
from .vocabulary import Word

ILL = re.compile(
    r"患|得了|得的|查出|确诊|诊断|住院|手术|病|瘫|摔|受伤|昏迷|化疗|透析|治疗|出院|抢救|车祸|残|低保|五保|癌|瘤"
    r"|尿毒|花了|报销|医保|农合|吃药|看病|岁|怀孕|去世|救助|卧床|开刀|贫困户|建档|监测|跑不动|动不了|晕倒|昏倒|病危|发作"
)
SICK = re.compile(
    r"患|得了|查出|确诊|诊断|住院|手术|瘫|摔|受伤|昏迷|化疗|透析|抢救|车祸|癌|瘤|尿毒|开刀|晕倒|昏倒|病危"
)
CARER = re.compile(
    r"^(?:说|问|帮|陪|外出|打工|在家照顾|照顾|上学|读书|上大学|读大学|还小|还在|工作|跑|拿着|给我|替|也没)"
)
GONE = re.compile(r"去世|过世|病逝|离世|不在了|早逝|死了|身亡")
AM = re.compile(r"(?:也|就|只)?是[^,。;是]{0,10}")
TENDED = re.compile(r"(?:带|照顾|照看|抚养|抚育|供|赡养)着?$")
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏"
    "魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛"
    "郝龚邵万钱严武莫孔向汤"
)
KEPT = re.compile(
    r"(?:(?<![现住])在|帮我?带|带|照顾|照看|养|供|抚养|抚育|赡养|和|与|跟|同|有个?|两个|三个|一个|小学|生|帮)$"
)
BROUGHT = re.compile(
    r"[^,。;]{0,3}(?:[去到来在](?!世)[^,。;]{0,12}(?:看|医院|治|住院|检查|门诊)|看病|住院|治病)"
)
NAMED = re.compile(
    r"(?:户|村民|老人|对象|人员|患者|病人|我村|组)(?:叫|是)?([一-鿿]某{1,2})(?![些种人地])"
)
OF = re.compile(r"的?$")
ASKING = re.compile(r"请问|想问|问我")
FAMILY = ("spouse", "sibling", "other", "child", "grandparent")
REACH = 26
ILL_WORTH = 4
ALONE = frozenset("我俺咱爸妈娃姨叔舅崽囡伢")
MINE = frozenset("我俺咱家他她")
ASKS = re.compile(
    r"^(?:想|问|咨询|请问|要问|了解|知道|看|听|发现|觉得|认为|建议|希望|打电话|写信|有一个建议|有个建议|反映|也|又想|在网上|就想|有个|有一个问题|有点|记|都|只|今天|刚|不明白|不懂)"
)


def patient(message: Message) -> str | None:
    """Tell who is in need: self, a relative, other; None where no person is named."""
    words = _owned(message, [word for word in message.words("who") if _whole(message, word)])
    words = [word for word in words if not _tended(message, word)] or words
    words += [Word("other", m.start(1), m.end(1)) for m in NAMED.finditer(message.plain)]
    words.sort(key=lambda word: word.start)
    if not words:
        return None
    worth: dict[str, int] = {}
    led = False
    for index, word in enumerate(words):
        code = _code(message, word)
        until = words[index + 1].start if index + 1 < len(words) else len(message.plain)
        gain = _worth(message, word, until=until)
        if not led and code != "self" and gain >= ILL_WORTH and _fell_ill(message, word, until):
            gain, led = gain + 2, True  # a letter names first whom it is about
        worth[code] = max(worth[code] + 1, gain) if code in worth else gain
    if worth.get("self", 0) > 0 and max(worth.values()) <= 0:
        return "self"
    best = max(worth, key=lambda code: worth[code] - (1 if code == "self" else 0))
    return best if worth[best] > 0 else None


def _fell_ill(message: Message, word: Word, until: int) -> bool:
    end = min(until, message.sentence(word.end)[1], word.end + REACH)
    named = any(word.end <= one.start < end for one in message.words("disease"))
    return named or SICK.search(message.plain[word.end : end]) is not None


def _tended(message: Message, word: Word) -> bool:
    """Whether a person is only looked after by the one who fell ill: 照顾孙子."""
    if BROUGHT.match(message.plain[word.end : word.end + REACH]):
        return False  # 带母亲去看病
    return TENDED.search(message.plain[max(0, word.start - 4) : word.start]) is not None


def _whole(message: Message, word: Word) -> bool:
    """Whether one character is a person: 我弟 is, 弟 in another word may be none."""
    if word.end - word.start > 1 or message.plain[word.start] in ALONE:
        return True
    before = message.plain[max(0, word.start - 1) : word.start]
    opens = not before or before in ",。;!?:"
    return before in MINE or (opens and message.plain[word.start] not in "女夫")


def _owned(message: Message, words: Sequence[Word]) -> list[Word]:
    """Join 我老婆的父亲 to one person, and leave out the 我 of 我父亲."""
    joined: list[Word] = []
    oneself: set[str] = set()  # 我是一个老人: every 老人 of this message is the writer
    for word in words:
        between = message.plain[joined[-1].end : word.start] if joined else ","
        written = message.plain[word.start : word.end]
        if joined and joined[-1].code == "self" and AM.fullmatch(between) and word.code == "other":
            oneself.add(written)
        if written in oneself:
            continue
        if (
            joined
            and word.code != "self"
            and between
            in (
                "",
                "的",
                "家",
                "家的",
                "他",
                "她",
                "这个",
            )
        ):
            last = joined.pop()
            joined.append(word._replace(code=_of(last.code, word.code)))
        else:
            joined.append(word)
    return joined


def _of(owner: str, code: str) -> str:
    if owner == "self" or code == "self":
        return code if owner == "self" else owner
    if owner in ("father", "mother", "parent"):
        return "grandparent" if code in ("father", "mother", "parent") else code
    return "other" if owner in FAMILY and code != owner else code


def _code(message: Message, word: Word) -> str:
    # In Sichuan 婆婆 is the grandmother, elsewhere the husband's mother.
    if message.plain[word.start : word.end] == "婆婆" and "爷爷" in message.plain:
        return "grandparent"
    # 王奶奶 is a neighbour, nobody's grandmother here.
    named = message.plain[max(0, word.start - 1) : word.start] in SURNAMES
    return "other" if named and word.code in ("grandparent", "sibling", "parent") else word.code


def _worth(message: Message, word: Word, *, until: int) -> int:
    end = min(until, message.sentence(word.end)[1], word.end + REACH)
    after = ASKING.split(message.plain[word.end : end])[0]
    kept = KEPT.search(message.plain[max(0, word.start - 4) : word.start])
    if kept and BROUGHT.match(after):
        kept = None
    written = message.written(word)
    if word.code == "self" and ASKS.match(after):
        return -2
    ill = ILL.search(after) or any(word.end <= one.start < end for one in message.words("disease"))
    worth = 1 + (3 if ill else 0)
    if CARER.match(after) or GONE.search(after[:12]):
        worth -= 3
    if written.endswith("们"):
        worth -= 2  # 我们 is mostly the family around the one who is ill
    return worth - (3 if kept else 0)
