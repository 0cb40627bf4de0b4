"""The persons whom a message names, and what each is to the one who writes."""

import re
from collections.abc import Sequence

from .message import Message
from .vocabulary import Word

AM = re.compile(r"(?:也|就|只)?是[^,。;是帮替代给为]{0,10}")
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏"
    "魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛"
    "郝龚邵万钱严武莫孔向汤覃"
)
NAMED = re.compile(
    r"(?:户|村民|老人|对象|人员|患者|病人|我村|组)(?:叫|是)?([一-鿿]某{1,2})(?![些种人地])"
    rf"|(?:户主|村民|低保户|五保户|监测户|脱贫户|邻居)(?:是|叫)?([老小][{SURNAMES}])"
)
CLAN = re.compile(rf"[{SURNAMES}]家$")
HOUSEHOLD = re.compile(r"(?:他|她|其|户主)(?:们|的|家|家的|家里|屋里){0,2}$")
OFFICE = re.compile(
    r"(?:是|为|系|在|叫)[^,。;]{0,18}(?:书记|支书|会计|村干部|村主任|社区主任|社工|网格员|专干|文书|协理员|信息员|班主任|乡村医生|校长"
    r"|做民政|民政员|村医|妇联|组长|帮扶人|帮扶责任人|帮扶干部|联系人|志愿者|驻村|包村|民政办|民政所|村委会|居委会|社区干部|乡干部|镇干部|工作人员)"
)
HOUSE = re.compile(
    r"有(?:这么)?(?:一|几|这样一)?户(?:人家|村民|邻居|家庭|人)|作为邻居|[帮挂]扶的(?:这|那|一)?户"
)
KEPT = re.compile(
    r"(?:(?<![现住])在|帮我?带|带|照顾|照看|养|供|抚养|抚育|赡养|失去了?|(?:来|去|帮我?)看|接|和|与|跟|同|有个?|两个|三个|一个|小学|跟着|生|生了(?:对|个|一个)|帮)$"
)
TENDED = re.compile(r"(?:带|帮我?看|照顾|照看|抚养|抚育|供|赡养)着?$")
MEANT = re.compile(r"(?:要|让|需|须|得|由|叫|必须|非)$")
ELDER = frozenset({"老人家", "老人"})
PRONOUN = re.compile(r"(?<![其吉给让叫])[他她](?![们家的人妈爸])")
NEVER = {
    "他": re.compile(r"[她母妈娘婆奶姑姨姐妹嫂婶女妻媳]"),
    "她": re.compile(r"[他父爸爹公爷叔伯舅哥弟夫]|儿子|孙子|男"),
}
"""Whom a pronoun cannot mean."""
PERSONS = "persons"
THIRD = "third"
ONESELF = frozenset({"自己", "本人"})
ALONE = frozenset("我俺咱爸妈娃姨叔舅崽囡伢")
OURS = frozenset("我俺咱家")
MINE = OURS | frozenset("他她")
JOINED = frozenset({"", "的", "家", "家的", "他", "她", "这个"})
FAMILY = ("spouse", "sibling", "other", "child", "grandparent")


def named(message: Message) -> list[Word]:
    """List the persons in their order, once; 我老婆的父亲 is one of them."""
    if PERSONS not in message.found:
        message.found[PERSONS] = tuple(_named(message))
    return list(message.found[PERSONS])


def _named(message: Message) -> list[Word]:
    words = [word for word in message.words("who") if _whole(message, word)]
    found = _own(message, [*_owned(message, words), *_pronouns(message, words)])
    if _speaks_for_others(message, words):
        found = _as_others(message, found) or found
    found += [Word("other", *m.span(m.lastindex or 0)) for m in NAMED.finditer(message.plain)]
    return sorted(found, key=lambda word: word.start)


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
        if joined and AM.fullmatch(between) and word.code == "other":
            if joined[-1].code != "self":
                continue  # 我爱人是那里的员工
            oneself.add(written)
        if written in oneself:
            continue
        code = _code(message, word)
        if joined and word.code != "self" and between in JOINED:
            code = _of(joined.pop().code, code)
        joined.append(word._replace(code=code))
    return joined


def _pronouns(message: Message, words: Sequence[Word]) -> list[Word]:
    taken = {place for word in words for place in range(word.start - 1, word.end)}
    found = (match.start() for match in PRONOUN.finditer(message.plain))
    return [Word(THIRD, start, start + 1) for start in found if start not in taken]


def _own(message: Message, words: Sequence[Word]) -> list[Word]:
    """Read 自己 as whoever was just spoken of, and 他 or 老人家 as the last other one."""
    found: list[Word] = []
    third: dict[str, str] = {}  # the last one whom each pronoun can mean
    for word in sorted(words, key=lambda word: word.start):
        written, before = message.plain[word.start : word.end], message.plain[: word.start][-4:]
        if written == "本人" and MEANT.search(before):
            continue  # 要本人去办 names nobody
        code = word.code
        if written in ONESELF:
            code = third.get(before[-1:]) or (found[-1].code if found else code)
        elif code == THIRD or (written in ELDER and third):
            code = third.get(written) or next(reversed(third.values()), "other")
        found.append(word._replace(code=code))
        aside = (KEPT, TENDED, HOUSEHOLD)
        if code != "self" and not any(sign.search(before) for sign in aside):
            third |= {sign: code for sign, no in NEVER.items() if not no.search(written)}
    return found


def _of(owner: str, code: str) -> str:
    if owner == "self" or code == "self":
        return code if owner == "self" else owner
    if owner in ("father", "mother", "parent"):
        return "grandparent" if code in ("father", "mother", "parent") else code
    return "other" if owner in FAMILY and code != owner else code


def _code(message: Message, word: Word) -> str:
    written, before = message.plain[word.start : word.end], message.plain[: word.start]
    # In Sichuan 婆婆 is the grandmother, elsewhere the husband's mother.
    if written == "婆婆" and "爷爷" in message.plain:
        return "grandparent"
    # 王奶奶 is a neighbour, and 他老婆 nobody of one's own.
    if (
        (before[-1:] in SURNAMES or CLAN.search(before))
        and word.code in ("grandparent", "sibling", "parent")
        and before
    ):
        return "other"
    return "other" if word.code != "self" and HOUSEHOLD.search(before[-6:]) else word.code


def _speaks_for_others(message: Message, words: Sequence[Word]) -> bool:
    """Whether the writer is of the village office: 我是驻村书记."""
    officer = any(OFFICE.match(message.plain, w.end) for w in words if w.code == "self")
    return officer or HOUSE.search(message.plain) is not None


def _as_others(message: Message, words: Sequence[Word]) -> list[Word]:
    """Read all as villagers but the relatives who are called one's own."""
    kin = [word for word in words if word.code != "self"]
    mine = [word for word in kin if message.plain[word.start - 1 : word.start] in OURS]
    if mine or kin:
        return mine or [word._replace(code="other") for word in kin]
    return [word._replace(code="other") for word in words if "户" in message.plain]
