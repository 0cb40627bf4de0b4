"""The forms of sentences that ask for something, whatever the words between."""

import re
from typing import NamedTuple

from .message import Message

WISH = r"(?:恳请|恳求|请求|祈求|哀求|求求|求|希望|盼望|盼|急需|期盼|寻求|(?<!申)请(?!问)|望|想)"
HELP = (
    r"(?:救助|补助|帮助|帮扶|扶助|援助|资助|补贴|照顾|兜底|优惠|政策|减免|减轻|救济|扶持|救命|支援"
    r"|援手|帮忙(?!查|看|问)|帮帮|项目|办法|方法|出路)"
)
INSURED = r"(?:医保|农合|社保|保险|合作医疗|农保|合疗|合医)"
CONTRIBUTED = r"(?:参保|缴费|保费|投保|(?:交|缴|买)(?:的|了|纳)?(?:\w{0,4}" + INSURED + "))"
INSURANCE = re.compile(INSURED + "|参保|缴费|保费|新保|合作")
REST = r"[^,。?;!]"


class Form(NamedTuple):
    """What a form asks for, how much it weighs, and how it is built."""

    intent: str
    weight: float
    pattern: re.Pattern[str]


def _form(intent: str, weight: float, pattern: str) -> Form:
    return Form(intent, weight, re.compile(pattern))


FORMS = (
    _form(
        "estimate",
        1.0,
        rf"(?:能|可以|给|可|得){REST}{{0,8}}(?:报|赔){REST}{{0,8}}(?:吗|么|不|\?|多少|几)"
        rf"|报{REST}{{0,6}}(?:多少(?![年天次])|几成|吗|么)|多少钱?[?。]?$",
    ),
    _form(
        "estimate",
        3.4,
        rf"(?:救助|补助|补偿|报销|报|补|给|拿|领|得){REST}{{0,6}}多少(?!\w?[年天次人])",
    ),
    _form("estimate", 1.8, rf"(?:是不是|只能|难道只|到底){REST}{{0,8}}报(?!名|警|告|案|道)"),
    _form("estimate", 1.5, r"(?:怎么|怎样|如何|咋)(?:个)?(?:计算|算的|算出)|算(?:不算|哪|得对)"),
    _form(
        "premium",
        1.0,
        rf"(?:交|缴|买(?!药|房)|参保|退)(?!押金){REST}{{0,8}}{INSURED}{REST}{{0,8}}(?:吗|多少|\?)",
    ),
    _form(
        "premium",
        3.5,
        rf"{CONTRIBUTED}{REST}{{0,12}}(?:补贴|补助|资助|减免|免|优惠|(?:政府|国家|财政|民政)(?:给?出|给|补|承担))"
        rf"|(?:补贴|补助|资助|减免|免){REST}{{0,6}}{CONTRIBUTED}",
    ),
    _form(
        "premium",
        2.0,
        rf"{INSURED}{REST}{{0,10}}(?:有没有|是不是|要不要|可以|能|怎么|如何|什么时候|多少|哪里|谁|该|给我们?|在|还是)"
        rf"{REST}{{0,6}}(?:交(?![通代警])|缴)",
    ),
    _form(
        "premium",
        2.0,
        rf"(?:能|可以|可否|怎么|如何|怎样|想|要){REST}{{0,8}}(?:上|参加|加入|入|买|办|改交|改缴){REST}{{0,4}}{INSURED}(?!{REST}{{0,3}}报)",
    ),
    _form(
        "premium",
        1.0,
        rf"{INSURED}.{{0,30}}(?:交|缴|收)(?!到|入|据){REST}{{0,6}}(?<![0-9])[1-9]\d{{1,2}}(?:元|块|的|钱|[,。;?!]|$)",
    ),
    _form(
        "where",
        1.6,
        rf"(?:找|去|到|归|由|向){REST}{{1,12}}还是|归(?:谁|哪)|属于哪个(?:部门|单位)",
    ),
    _form(
        "where",
        3.0,
        r"(?:备案|转诊|手续|转院|证明|卡)[^。;?!]{0,12}(?:能补|可以补|补办|能办|可以办|怎么补)",
    ),
    _form(
        "eligible",
        1.9,
        rf"{WISH}{REST}{{0,6}}(?:政府|国家|社会|领导|上级|好心){REST}{{0,8}}(?:给|帮|救|管|想|拉|伸)",
    ),
    _form("premium", 1.2, rf"{INSURED}{REST}{{0,4}}(?:补一半|全补|补贴|资助|代缴|涨)"),
    _form(
        "premium",
        2.0,
        rf"{INSURED}(?:关系)?(?:能|可以|怎么|如何|要)?(?:转过来|转回来|转移|转走|转过去|迁)",
    ),
    _form(
        "status",
        3.0,
        r"(?:符不符合|符合|达到|达不达到|够不够|够)[^,。;?!]{0,6}(?:低保|特困|五保|贫困户|监测|边缘|因病致贫)"
        r"[^,。;?!]{0,6}(?:条件|标准|资格|认定|要求)",
    ),
    _form(
        "premium",
        1.6,
        r"(?:补|断|停|漏|欠|重复|中断|续|退)(?:交|缴|保(?!险公))|自愿|强制|(?:一个人|每个?人|人均)(?:要|得|就|只)?(?:交|缴)",
    ),
    _form(
        "premium",
        2.0,
        rf"(?:转成|转为|转到|转入|转回|改成|换成|改为){REST}{{0,6}}{INSURED}|(?:年限|工龄)(?!额)",
    ),
    _form(
        "eligible",
        1.0,
        rf"(?:能|可以|有|给|可否|是否){REST}{{0,10}}(?:补|救|帮|减|免|退(?![休役伍保])|享受|申请|照顾|政策|优惠|进){REST}{{0,8}}"
        rf"(?:吗|么|不|\?|呢)|(?:能不能|可不可以|能否){REST}{{0,8}}(?:补|救|帮|减|免|享受|申请|照顾|进)",
    ),
    _form(
        "eligible",
        1.6,
        rf"(?:有没有|有无|能不能|能否|可否|是否|可不可以|有什么|有啥|有何|有哪些|还有){REST}{{0,12}}{HELP}",
    ),
    _form("eligible", 1.9, rf"{WISH}{REST}{{0,12}}{HELP}"),
    _form(
        "where",
        1.5,
        rf"(?:直接结算|直接报|垫付|拿回|回去报|联网结算|刷卡){REST}{{0,12}}(?:吗|么|\?|还是)"
        r"|(?:什么时候|几时|何时|多久|多长时间)(?:才|能|可以|到|发|给|下|办|有)",
    ),
    _form(
        "complaint",
        1.8,
        rf"(?:能不能|能否|希望|建议|可否|可不可以|应该|请|要求|盼|呼吁|望){REST}{{0,16}}"
        r"(?:提高|降低|增加|取消|放宽|改善|完善|简化|扩大|加大|纳入(?!低保|监测|贫困|特困)|整治|监管|查处|规范|公开|统一)",
    ),
    _form(
        "complaint",
        1.2,
        r"不是说[^。?!]{0,16}(?:吗|么|\?)|到底|怎么(?:活|过)(?!期)|从来没|没见|不符|白交|年年涨|[看吃治用]不起|没人管|不兑现"
        r"|一样贵|说话不算|糊弄|跑了?[^,。]{1,4}(?:趟|次|回)|(?:这|到底)是(?:什么|啥)(?:规定|道理|政策)|有什么意义|没讲清|没说清|不清不楚|推来推去",
    ),
    _form(
        "status",
        3.0,
        r"(?<![已被])(?:申请|恢复|办理?|评(?!为)|认定|纳入|列入|吃)(?:不上|不到|上|得|个|为|了|到|成){0,2}"
        r"(?:农村|城市|城镇)?(?:低保(?!边缘救)|特困|五保|贫困户|建档立卡|监测|边缘|因病致贫|残疾证|困难户)(?!.{0,4}(?:救助|报))",
    ),
    _form(
        "complaint",
        1.2,
        rf"(?:为什么|为何|为啥|凭什么|凭啥|怎么(?!办|报|申|算|样|走)|难道){REST}{{0,16}}"
        r"(?:不(?:报|给|能|让|予|准|是|可以)|没|只|少|低|高|贵|无法|拒|扣|涨|卡|还要|非要|要等|等到)",
    ),
)
QUESTION = re.compile(
    r"吗|(?<![什怎多那这])么|呢|\?|请问|咨询|怎么|如何|多少|为什么|为啥|凭|(\w)不\1|谁|[退报补]不[。?]?$"
)
NEEDY = re.compile(HELP + r"|困难|负担不|无力|负债|欠债|没钱|民政")
PAYING = re.compile(r"报(?!名|警|告|案|道|纸)|起付|比例|赔")
SEVERAL = 0.5


def asked(message: Message) -> dict[str, float]:
    """Weigh what the forms of a message ask for; of several of one kind the others count half."""
    weights: dict[str, list[float]] = {}
    for form in FORMS:
        if form.pattern.search(message.plain):
            weights.setdefault(form.intent, []).append(form.weight)
    return {name: max(all_) + SEVERAL * (sum(all_) - max(all_)) for name, all_ in weights.items()}


def guessed(message: Message) -> str | None:
    """Tell what a question without a known form is about, by its matter; None if it is none."""
    if not QUESTION.search(message.plain):
        return None
    if NEEDY.search(message.plain):
        return "eligible"
    return "estimate" if PAYING.search(message.plain) else None
