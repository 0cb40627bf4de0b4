"""What a question without a known form is about, by its matter: papers, an office, money back."""

import re
from collections.abc import Mapping

from . import asking
from .message import Message

ENDING = re.compile(
    r"(?:没有?|不|能|么|嘛|不能|不得|不成|不了)[?。]?$|[不没]有[?。]?$|行不行|能不能|可不可以|够不够|好多钱|好多[?。]?$"
)
CLAIMED = re.compile(
    r"没(?:有)?(?:什么|啥|多少|几|谁)|(?:什么|啥|哪)[^,。?]{0,5}都(?:没有?|不(?!能|可以))|多少[钱次]?都"
)
"""Words of a question that ask for nothing: 没什么好处, 什么政策都没有."""
INSURED = r"(?:医保|农合|合作医疗|社保|保险|居民的?|职工的?|城乡的?)"
PAPERS = (
    r"材料|资料|证明|复印|原件|[盖红公]章|签字|清单|发票|收据|票据|小票|票(?:弄|搞)?[丢掉]|身份证|户口[本簿]|病历|诊断书"
    r"|折子|存折|申请[表书]|样[本表]|照片"
)
MATTERS: Mapping[str, re.Pattern[str]] = {
    "premium": re.compile(
        rf"{INSURED}的?(?:钱|费|款)[^,]{{0,8}}退|退[^,]{{0,6}}{INSURED}|(?:怎么|咋个?|如何|怎样)(?:办理?|买|上|参加?|入|转|交|缴|续)个?(?:新生儿|农村|城乡|城镇|新型|居民|职工)*{INSURED}(?!报|卡|结|备案|异地)|{INSURED}[^,]{{0,6}}(?:一个人|每人|一人)|参保|续保|断[了交缴保]|(?:上|入|买|转|退|补|补办)了?{INSURED}"
        rf"|{INSURED}(?:怎么|咋个?|如何|怎样)(?:上|转|买|入|参|交|缴|办)|生效|管用|等待期"
        r"|(?:交|缴)(?:的|了|多少|几|好多|还是|到|哪(?!些|样|几样)|不|没|还|得|个|一|费|吗|$|够|晚|过|满|早|明年|今年|着)|要罚|赶得上|收(?:明年|今年|多少|几)"
        r"|(?:都|再|重新|必须|一定|非得|非要|全|自己)(?:得|要)?(?:交|缴)"
    ),
    "documents": re.compile(
        rf"{PAPERS}|(?:带|拿|交|备|提供|出|开|要|需|写)(?:上|点|些|回来)?(?:啥|什么|哪些|哪样|哪几样|几样|几份)"
    ),
    "status": re.compile(r"低保|特困|五保|贫困户|建档立卡|监测|三类户|边缘|致贫户|因病致贫|残疾证"),
    "where": re.compile(
        r"(?<!没有)哪(?:里|儿|块|个|家|边|头|搭)|[找归]谁|谁(?:管|办|负责|来|查|定|给办|帮|填|代|签|开)|问[哪谁]|先(?:办|去|跟|找|到|问)|[几多][天久]|多长时间|[啥几何]时|什么时候"
        r"|到账|打[钱款]|(?<!段)时间|晚不晚|晚了|迟了|来得及|过期|过了年|期限|截止|手机|网上|窗口|手续|备案|转[院诊]|当场|当时就|直接结|替[我他她]|代办|流程|程序"
        r"|怎么(?:弄|办|搞|点|走|操作)|咋个?(?:办|弄|整|搞)|自动|第一步|先后|刷|打卡|帮[着忙]?办|还是(?:县|镇|市|村|乡)(?!医院|卫生院)|批|消息|下文|电话|地址|地方|跑"
    ),
    "eligible": re.compile(
        r"政策|优惠|照顾|优待|补[助贴]|救助|救济|待遇|托底|兜底|享受|解决|够[得条不]|符合|法子|伸把手|申请|帮|扶|管|资格|再来一次|再给|困难|负担不|无力|负债|欠债|没钱|民政"
        r"|免[费押]|路子|门路|出路|办法|地方出|基金|专项|项目|一站式|减[掉免]|慢[性特]?病|特病|特药"
    ),
    "estimate": re.compile(
        r"报(?!名|警|告|案|道|纸)|起付|门槛|比例|赔|几成|全包|包|认(?!定|识)|冲|医保|农合|(?:自己|个人)[^,]{0,4}(?:出|掏|付|花)|要不要钱|要钱|收费|自费|押金|[几多]个点|上限|起报|不用(?:出|掏|花)|一分钱?|出钱|担不|负责|结算|大病|额度|封顶|目录|算"
    ),
}
"""The words of each matter, in the order in which they count within one clause."""
HELPED = re.compile(
    r"报(?![个名上])|救助|住院|看病|医院|药|押金|补|医疗|[几多]成|门诊|享受|待遇|免|手术|政策|托底|兜底|出钱|一分|不用出"
)
"""Where these stand beside an identity, it is asked what it brings, and not how it is had."""
UNINSURED = re.compile(
    r"押金|单子|材料|救助|住院|报[销多得了账]|能报|刷|门诊|窗口|起付|停药|催|预交|住着院"
)
"""Where these stand, what is paid is no contribution."""
QUANTITY = re.compile(r"多少|[几多]成|百分之|好多|几多|比例|几个钱")
AIMED = re.compile(r"哪(?:里|儿|个窗口|块)|谁|几天|多久|什么时候|批")
GRIEVED = re.compile(
    r"明明|笑话|可笑|三天两头|皮球|偏偏|偏[说要]|硬[要是说]|非要|非得|回回|次次|趟趟|年年|从来没|就会|只会|赶出|赶走|折腾|说好的|不让|没人[问查管接理看]|没有人[问查管接理]"
    r"|翻了?[几一二三四五六七八九十两]?[倍番]|[贵高多涨]了?[几一二三四五六七八九十两]倍|真不行|也配|自己亲戚|亲戚朋友|当官|有钱人|红包|回扣|这么[难贵黑少慢麻]|那么[难贵黑少慢麻]"
    r"|该不该管|享受不到|没额度|额度用完|没道理|欺负|看人|踢|推来|糊弄|应付|不负责|白交|白跑|不如|气死|麻烦死|累死|烦死|吃亏|太[^,。]{1,4}了|哪个想出来|谁[想定]出?来?的"
    r"|医生开|检查一大堆|一堆检查|报七成我|不公|不讲理|不合理|假的|骗|不认[账人]|乱|良心|越来越|好意思|何必|哪有|一点用|没用|就这|推三阻四|少得可怜|王法|别再|一律|虚开|没人睬|非[叫让]|[凭靠找]关系|越[^,]{1,4}越|问就是|查查|好好[查管]|不配|穷人|没病没灾"
)


def guessed(message: Message) -> str | None:
    """Tell what a question is about, by the matter of the clause that asks; None if none does."""
    found = asked(message)
    if found:
        return max(reversed(found), key=found.count)
    return "complaint" if GRIEVED.search(message.plain) else None


def insured(message: Message, place: int) -> bool:
    """Whether a payment told at a place may be a contribution: a deposit is none."""
    start, end = message.clause(place)
    return UNINSURED.search(message.plain[start:end]) is None


def grieved(message: Message) -> int:
    """Count the words of a grievance: one may slip in anywhere, two make a complaint."""
    return min(len(GRIEVED.findall(message.plain)), 2)


def asked(message: Message) -> list[str]:
    """List the matters of the clauses that ask, each in the light of what was said before it."""
    found: list[str] = []
    for index, (start, end) in enumerate(message.clauses):
        clause = message.plain[start : end + 1]
        if found and clause.startswith("还是"):
            continue  # 能当场结吗, 还是要带回去报: one question with two ends
        open_ = CLAIMED.sub("", clause)
        if asking.RHETORIC.search(clause):
            found.append("complaint")
        elif asking.ASKS.search(open_) or ENDING.search(open_):
            matter = _of_clause(message, index)
            found.extend([_measured(matter, clause)] if matter else [])
    return found


def _of_clause(message: Message, index: int) -> str | None:
    """Name the matter of a clause, or else of the last one before it that had any."""
    words = [message.plain[start:end] for start, end in message.clauses[: index + 1]]
    matter = _matter(words.pop())
    before = (_matter(told) for told in reversed(words))
    # 我爸五保 tells who, and not what for.
    return matter or next((told for told in before if told and told != "status"), None)


def _measured(matter: str, clause: str) -> str:
    return "estimate" if matter == "eligible" and QUANTITY.search(clause) else matter


def _matter(words: str) -> str | None:
    """Name the matter of a clause, None where it speaks of none."""
    found = [name for name, sign in MATTERS.items() if sign.search(words)]
    if "status" in found and HELPED.search(words):
        found.remove("status")
    if "premium" in found and UNINSURED.search(words):
        found.remove("premium")
    if "documents" in found and AIMED.search(words):
        found.remove("documents")  # 材料交到哪里
    return next(iter(found), None)
