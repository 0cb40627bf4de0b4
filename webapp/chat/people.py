"""The person in need, seen from the one who writes."""

import re
from collections.abc import Sequence

from . import kin
from .message import Message
from .vocabulary import Word

ILL = re.compile(
    r"患|得了|得的|查出|确诊|诊断|住院|手术|病|瘫|摔|受伤|昏迷|化疗|透析|治疗|出院|抢救|车祸|残|低保|五保|癌|瘤"
    r"|尿毒|花了|报销|医保|农保|社保|合作医疗|农合|吃药|看病|岁|怀孕|去世|救助|卧床|开刀|贫困户|建档|监测|跑不动|动不了|晕倒|昏倒|病危|发作"
)
SICK = re.compile(
    r"患|得了|查出|确诊|诊断|住院|手术|瘫|摔|受伤|昏迷|化疗|透析|抢救|车祸|癌|瘤|尿毒|开刀|晕倒|昏倒|病危|剖[腹宫]产?(?![^,。;]{0,3}[能报要分多])|早产|保温箱|流产|大出血|烧伤|烫伤"
)
CARER = re.compile(
    r"[^,。;]{0,8}(?:又|也)给我(?:交|买|缴|寄|打)"
    r"|(?:赶紧|连忙|马上|就|帮忙|帮着)?(?:打1|打电|送|喊|叫(?=[救人车医我他])|报警|背|垫|凑|借|说|讲|问|帮|陪|外出|打工|在家照顾|照顾|上学|读书|上大学|读大学|还小|还在|工作|跑|拿着|给我|替|也没|远嫁|在群|看见|看到|听|弄|寄|汇|那边|那里|这边|家(?![人属庭里住])|给[他她老爸妈父母娃孩])"
)
TREATED = re.compile(r"[^。;]{0,20}(?:医院|住院|住了|看病|治|花了|花费|费用|报销)")
AGENT = re.compile(r"(?<!没)(?:被|由|托|亏)[^,。;]?$")
GONE = re.compile(r"走了(?![几一两])|去世|过世|病逝|离世|不在了|早逝|死了|身亡")
BROUGHT = re.compile(
    r"[^,。;]{0,3}(?:[去到来在](?!世)[^,。;]{0,12}(?:看|医院|治|住院|检查|门诊)|看病|住院|治病)"
)
ASKING = re.compile(r"请问|想问|问我")
PATIENT = "patient"
EARNED = ("household_income", "income_per_head")
REACH, FAR = 26, 60
STRONG, WEAK, NOT_ILL = 4, 3, -2
ASKS = re.compile(
    r"^(?:想|问|咨询|请问|要问|了解|知道|看|听|发现|觉得|认为|建议|希望|打电话|写信|有一个建议|有个建议|反映|要?举报|要?投诉|上条|上一条|刚才|前面|那条|也|又想|在网上|就想|有个|有一个问题|有点|记|都|只|今天|刚|不明白|不懂)"
    r"|^[^,。;]{0,8}(?:问问|打听|问一下|问下|家属)"
)
FOR = re.compile(r"(?:替|帮|代|为|给)[^,。;]{0,8}$")
ABOUT = re.compile(r"(?:家里?)?(?:问|写|咨询|打听|反映|的事)")
ASKED_FOR = 6
TOGETHER = re.compile(r"过(?![去来])|生活|长大|住(?!院)|一起|相依|一块")
THING = re.compile(r"的?(?:卡|账户|工资|名字|名下|电话|钱)")
OBJECT = re.compile(
    r"(?:随|跟|像|给|对|帮|让|叫|教|等|靠|替|催|找|劝|骗|告诉|答复|通知|联系|回复|要求|陪|为)$"
)


def patient(message: Message) -> str | None:
    """Tell who is in need: self, a relative, other; None where no person is named."""
    if PATIENT not in message.found:
        code = _patient(message)
        message.found[PATIENT] = (Word(code, 0, 0),) if code else ()
    return next((word.code for word in message.found[PATIENT]), None)


def _patient(message: Message) -> str | None:
    if message.asked in EARNED:
        return None  # who earns is not who is ill
    words = kin.named(message)
    words = [word for word in words if not _tended(message, word)] or words
    if not words:
        return None
    worth: dict[str, int] = {}
    led = False
    for word, until in zip(words, _until(message, words), strict=True):
        gain = _worth(message, word, until)
        if not led and gain > WEAK and _fell_ill(message, word, until):
            gain, led = gain + 2, True  # a letter names first whom it is about
        had = worth.get(word.code, -FAR)
        more = had + (1 if gain > 0 else 0)
        # A letter says 我 all the time, whoever is ill.
        worth[word.code] = max(had, min(more, STRONG) if word.code == "self" else more, gain)
    if worth.get("self", 0) > 0 and max(worth.values()) <= 0:
        return "self"
    gone = [word for word in words if worth[word.code] <= 0 and _gone(message, word)]
    if gone and max(worth.values()) <= 0:
        return gone[0].code
    best = max(worth, key=lambda code: worth[code] - (1 if code == "self" else 0))
    return best if worth[best] > 0 else None


def _gone(message: Message, word: Word) -> bool:
    """Whether a person died, whose affairs are told where nobody else is in need."""
    return GONE.search(message.plain, word.end, word.end + 8) is not None


def owns(message: Message, word: Word) -> bool:
    """Whether what a word names may be the patient's: 我妈 of 我妈吃低保 may be another."""
    before = _before(message, word)
    return not before or before[-1].code == "self" or _among(message, before)


def insured(message: Message, word: Word) -> bool:
    """Whether an insurance is the patient's, or of the whole house; one's own may be another."""
    before = _before(message, word)
    ours = before and message.written(before[-1]).endswith(("们", "家"))
    return not before or bool(ours) or _among(message, before)


def _before(message: Message, word: Word) -> list[Word]:
    start = message.clause(word.start)[0]
    return [one for one in kin.named(message) if start <= one.start < word.start]


def _among(message: Message, persons: Sequence[Word]) -> bool:
    return patient(message) in (None, "parent", *(one.code for one in persons))


def _until(message: Message, words: Sequence[Word]) -> list[int]:
    """Tell how far each person is spoken of: up to the next one who is no bystander."""
    ends, end = [], len(message.plain)
    for word in reversed(words):
        ends.append(end)
        if not (CARER.match(message.plain, word.end) or _object(message, word)):
            end = word.start
    return ends[::-1]


def _object(message: Message, word: Word) -> bool:
    """Whether the writer is only whom others do something for: 小孩户口随我."""
    before = message.plain[max(0, word.start - 3) : word.start]
    thing = THING.match(message.plain, word.end)
    return word.code == "self" and bool(OBJECT.search(before) or thing)


def _fell_ill(message: Message, word: Word, until: int) -> bool:
    """Whether an illness is told of a person, before the next one is spoken of."""
    end = min(until, word.end + FAR)
    if word.code == "self":
        end = min(end, message.sentence(word.end)[1])
        colon = message.plain.find(":", word.end, end)
        end = end if colon < 0 else colon  # 我要举报: whatever follows
    named = any(word.end <= one.start < end for one in message.words("disease"))
    return named or SICK.search(message.plain, word.end, end) is not None


def _tended(message: Message, word: Word) -> bool:
    """Whether a person is only looked after by the one who fell ill: 照顾孙子."""
    if BROUGHT.match(message.plain[word.end : word.end + REACH]):
        return False  # 带母亲去看病
    return kin.TENDED.search(message.plain[max(0, word.start - 4) : word.start]) is not None


def _worth(message: Message, word: Word, until: int) -> int:
    end = min(until, message.sentence(word.end)[1], word.end + REACH)
    after = ASKING.split(message.plain[word.end : end])[0]
    if FOR.search(message.plain[: word.start][-10:]) and ABOUT.match(after):
        return ASKED_FOR
    kept = kin.KEPT.search(message.plain[max(0, word.start - 4) : word.start])
    brought = kept and BROUGHT.match(after)
    if brought and word.code != "self":
        return STRONG  # 带小孩去看咳嗽
    if word.code == "self" and (ASKS.match(after) or _object(message, word)):
        return NOT_ILL
    if kept and TOGETHER.match(after):
        return NOT_ILL
    worth = 1
    if _fell_ill(message, word, until):
        worth = STRONG
    elif ILL.search(after):
        worth = WEAK
    if CARER.match(after) or AGENT.search(message.plain[: word.start][-3:]):
        worth -= 3
    gone = GONE.search(after[:12])
    if gone and not TREATED.match(after, gone.end()):
        worth -= 3  # who died is the patient where the treatment is told
    if message.written(word).endswith("们"):
        worth -= 2  # 我们 is mostly the family around the one who is ill
    return worth - (3 if kept and not brought else 0)
