"""Who paid an amount, by the words right beside it: 个人还要负担, 农合补助了, 民政给了."""

import re

from .spots import Spot

ALSO = (
    r"(?:又|还|就|也|有|得|要|需要?|大概|大约|差不多|只|总?共|一共|实际|最后|是|已经?|先|都|再"
    r"|另外?|约|每个?月|一个?月|每年|一年|每次|一次){0,3}"
)
BY_ONESELF = re.compile(
    rf"(?:(?:自己|自家|(?<![一二两三四五六七八九十几每0-9])个人|自个儿?){ALSO}(?:出|付|给|掏|花|贴|垫|拿|负担|承担|支付|用)?"
    rf"|(?:家里|家属|我们|我|俺|家庭){ALSO}(?:掏|贴|垫|倒贴|负担|承担|自付|出(?!院)))"
    rf"(?:了|掉|去|着|的?费用|部分|金额|的|出|费|钱|进去){{0,3}}{ALSO}[:=]?$"
)
INSURERS = r"(?:医保|农合|统筹|农保|合作医疗|保险|(?<![符综结配联适组])合[疗医]|大病)"
GIVES = r"(?:只|就|才|又|也|直接|给|共|一共|总共|已经?|我们?|他|她|再|先|大概|政策){0,3}"
GRANTED = (
    r"(?:补助|补贴|补偿|补|减|抵|扣|给|付|出|拨|退|负担|承担|支付|结|核|冲|包|兜|管|刷)"
    r"(?:了|掉|去|下来|到|回来?|款|金额|免){0,2}"
)
BY_INSURER = re.compile(rf"{INSURERS}(?:局|中心|窗口|办|那边)?{GIVES}{GRANTED}{ALSO}$")
BY_OFFICE = re.compile(
    rf"(?:民政|救助|街道|镇上|乡里|镇里|县里)(?:局|办|所|部门)?{GIVES}"
    rf"(?:补助|补贴|补偿|补|减|抵|给|付|出|拨|批|发|退|负担|承担|支付)(?:了|掉|来|下来|款|免){{0,2}}{ALSO}$"
)
BY_OTHERS = re.compile(
    r"(?:老板|(?<!保险)公司|单位|肇事[方者人]?|对方|司机|车主|厂里|厂方|矿上|包工头|工地上?|学校|官司|法院|导师|老师"
    r"|医院|国家|财政|扶贫[办局]|商会|企业|村里|村委会?|大队|工会|妇联|残联|红十字会|红会|基金会|慈善会?|爱心人士|好心人|政府)"
    r"(?:(?!医保|农合|我|自|报|保险|交)[^。;0-9]){0,10}?"
    rf"{GIVES}(?:付|赔|给|垫|出|拿|捐|资助|发|批|救助|补助|补)(?:了|过|付|偿|来|的|到){{0,2}}(?:我们?|他|她|家里)?{ALSO}(?:(?:一半|大半|小半|一部分),?)?$"
)
BY_ACCIDENT = re.compile(
    r"(?:事故|车祸|工伤|法院|判决)[^。;0-9保险]{0,6}赔(?:了|给|付)?(?:我们?|他|她|家里)?$"
)
IN_HAND = re.compile(r"(?:报|补偿)[^。;]{0,16}到手(?:只有|才|就|的|有){0,2}$")
BY_KIN = re.compile(
    r"(?:[哥姐弟妹叔舅姑姨]|女儿们?|儿女们?|子女|兄弟|亲戚|亲友|朋友|老乡|战友|同学|大家|女婿|亲家|娘家"
    r"|村民|乡亲|邻里)[^,。;0-9]{0,5}(?:各|每人|一人|都|共|帮|又|也|给|我们|凑着){0,3}"
    r"(?:出|凑|给|拿|借|捐|垫|资助|支援|打来|寄)(?:了|过|来|的|出来|起来){0,2}"
    rf"{ALSO}$"
)
OWN_AMOUNT = r"(?![了掉:=是为约]{0,2}[0-9一二两三四五六七八九十几])"
"""自付 before the next amount belongs to that one: 报了3.2万自付2.6万."""

ONESELF_AFTER = re.compile(
    rf"(?:都|全|也|全部|均|还){{0,2}}(?:是)?(?:自费|自付|自理)(?!药|项|部|的){OWN_AMOUNT}|"
    r",?(?:都|全|全部|全都|均)(?:是|得|要)?(?:自费|自付|自理)(?=[,。;]|$)|"
    r"是(?:自费|目录外)[^,。;0-9]{0,4}(?=[,。;]|$)|"
    r"[^,。;]{0,6}?(?:都|全|也|全部|均|还){0,2}(?:是|靠|由|要|得)?(?:自己|自家|我们|个人|家里)"
    rf"(?:承担|负担|掏|出|付|花|贴|垫|支付){OWN_AMOUNT}"
)
LEFT_OVER = re.compile(
    r"(?:报|报销|补偿|救助|减免)(?:完|了|过|掉)?(?:以后|之后|后)"
    r"(?:还|自己|个人|要|剩|差|余|下|实际|大概|仍|需|得|花|付|是){0,4}$"
)
TOPPED_UP = re.compile(
    r"(?:我们?|俺们?|家里|自己)(?:又|还|只|就|实际|再|最后){0,2}(?:补交|补缴|补付|交|付|给|补)了?$"
)
BEFORE = (
    ("self_paid", LEFT_OVER),
    ("self_paid", BY_ONESELF),
    ("reimbursed", BY_INSURER),
    ("aid", BY_OFFICE),
    ("other", BY_KIN),
)
REACH = 24


def payer(spot: Spot) -> str:
    """Give the role of an amount by who paid it, "" where the words do not say."""
    told = next((role for role, words in BEFORE if words.search(spot.before)), "")
    behind = _behind(spot)
    others = BY_OTHERS.search(behind) or BY_ACCIDENT.search(behind)
    told = told or ("other" if others else "")
    told = told or ("reimbursed" if IN_HAND.search(behind) else "")
    end = spot.amount.end
    after = ONESELF_AFTER.match(spot.message.plain[end : end + REACH])
    return told or ("self_paid" if after or _topped_up(spot) else "")


def _behind(spot: Spot) -> str:
    """The words since the amount before, where 老板答应全包, 付了两万 names its payer."""
    floor = spot.earlier[-1].end if spot.earlier else 0
    return spot.message.plain[
        max(spot.sentence, floor, spot.amount.core - REACH) : spot.amount.core
    ]


def _topped_up(spot: Spot) -> bool:
    """Whether one paid the rest: 减了9600, 我又交了5400."""
    return "reimbursed" in spot.told and TOPPED_UP.search(spot.before) is not None
