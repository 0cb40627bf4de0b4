"""Whether an amount is the yearly price of an insurance."""

import re

from .amounts import Amount
from .payers import INSURERS
from .spots import Spot

INSURANCE = re.compile(
    r"医保|农合|保险|医疗险|重疾险|意外险|惠民保|社保|参保|合作医疗|每人|人均|缴费|农保|互助|补[交缴][^,。;]{0,4}年"
)
PAY = re.compile(
    r"交(?!通|代|接|给|流|待|往|警|叉|界|集|到)|收(?!入|到|据|费|治|住|成)"
    r"|(?:互助|工资|退休金|薪水)[^,。;]{0,8}扣|扣[^,。;]{0,6}互助|扣款|代扣"
)
EACH = re.compile(r"(?:每人|一人|人均|个人)(?:每年|一年)?(?:是|要|就)?$")
PER_HEAD = re.compile(r"(?:每|/|一)个?人")
AT_A_PRICE = re.compile(
    rf"(?<![进入])(?:{INSURERS}|灵活就业|居民)(?:(?![报额限补门])[^,。;0-9]){{0,8}},?(?:(?![报额限补药])[^,。;0-9]){{0,6}}"
    r"(?:一年|每年|一个人|每人|一个月|每个?月|一家.口|全家|.口人)(?:(?![报额限补药花])[^,。;0-9]){0,4}$"
)
BOUGHT = re.compile(
    rf"(?:买|交|参加|入|缴)[了的过个]?[^,。;]{{0,8}}"
    rf"(?:{INSURERS}|惠民保|医惠保|意外险|商业险)[^,。;]{{0,4}},[^,。;]{{0,6}}$"
)
COVERS = frozenset(["惠民保", "意外险", "商业险", "互助金", "大额互助", "补充保险", "大额"])
BUYS = re.compile(r"(?:买|交|缴|参加|入|投)[^,。;报赔]{0,12}$")
PRICED = re.compile(r"(?:一年|每年|一份|一人|每人|一个人)(?:只要|才|就|要|是)?$")
ONE = re.compile(r"一(?:份|年|人|个人)")
REFUNDED = re.compile(r"报|工资|收入|退休金|养老金|[领挣赚拿]")
STAY = re.compile(r"住院|门诊|押金|医院|伙食|护理")
THING = re.compile(
    r"包车|打车|路费|打印|一张|公证|医院|药店|诊所|救护车|车费|药|检查|手术|护工|床|出院|结账|医生|护士|押金|伙食|护理|材料|抽血|疫苗|打针|输液|挂水|看病|看牙|拔牙|拍片"
)
HOME = re.compile(
    r"一家|全家|口人|[二两三四五六七八九][个口]人|家[一二两三四五六七八九十\d]口|家里?[一二三四五六七八九\d]个人"
)
YEARS = re.compile(
    r"补[交缴足齐]?(?:养老|医保|社保|年限)|补(?!贴|助|偿|给|报)(?:交|缴)?[^,。;报]{0,6}(?:[一二三四五六七八九十0-9]|几)+个?[年月]|一次性[^,。;报]{0,3}[补交缴]|一次补[齐足]"
    r"|[交缴]?满[^,。;]{0,4}年|[欠断停漏][^。;报花]{0,8}(?:医保|社保)[^。;报花]{0,12}补"
)
BY_HEAD = re.compile(
    r"(?:一个人|每个?人|人均|(?<=[,。;])个人)(?:要|得|就|只|一年|每年){0,2}(?:交|缴)"
)
BY_INSURANCE = re.compile(
    r"(?:医保|农合|统筹|农保|合作医疗|医疗保险|(?<![符综结配联适组])合[疗医])(?:的|是|就|才|只有|大概|大约|差不多)?$"
)
SHARE = re.compile(
    r"(?:医保|参保|缴费|农合|合作医疗)[^。;花住]{0,12}(?:国家|财政|政府|集体)[^。;花住]{0,20}"
    r"(?:个人|自己|自家)(?:要|得|再|只|还){0,2}(?:出|掏|承担|负担|付)$"
)
NEEDED = re.compile(
    r"(?:医保|农合|合作医疗|保险|社保)(?:费|钱)?(?:就|都|也|光|还){0,2}(?:要|得)(?:交|缴)?$"
    r"|(?:医保|农合|合作医疗)(?:费|的钱)?(?:年年|每年|一直|又|都|在){0,2}(?:涨|加|提)[^。;报0-9]{0,8}$"
)
OF_ONE = re.compile(
    r"的(?:城乡|居民|职工|农村|新型){0,2}(?:医保|农合|合作医疗|医疗保险|社保)(?!报|卡|起付|目录)"
)
SINCE = re.compile(rf"{INSURERS}费?从[^,。;0-9]{{0,6}}$")
SMALL = 100_000  # less than 1,000 yuan beside the name of a scheme is its yearly price
SMALL_HOME = 500_000
LARGEST = 2_000_000


def handed(spot: Spot, start: int) -> str:
    """Tell what was handed over without a word for it: to an insurance, or for a bill."""
    if not PAY.search(spot.message.plain[start : spot.amount.core]):
        return ""
    return "premium" if paying(spot) else "total"


def of_insurance(spot: Spot) -> str:
    """Read 交了320的居民医保."""
    of_one = OF_ONE.match(spot.message.plain, spot.amount.end)
    share = SHARE.search(spot.message.plain[spot.sentence : spot.amount.core])
    return "premium" if (of_one or share) and small(spot.amount, home=True) else ""


def handed_last(spot: Spot, start: int) -> str:
    """Tell that the last thing said before an amount is that insurance is paid."""
    return "premium" if handed(spot, start) == "premium" and small(spot.amount, home=True) else ""


def named_scheme(spot: Spot) -> str:
    """Read 医保一万八, which leaves out the verb, and 农合380, which is a price."""
    behind = spot.message.plain[spot.sentence : spot.amount.core]
    if NEEDED.search(behind) and small(spot.amount, home=True):
        return "premium"
    if not BY_INSURANCE.search(spot.before):
        return "premium" if small(spot.amount) and SINCE.search(spot.before) else ""
    return "premium" if small(spot.amount) else "reimbursed"


def buys(spot: Spot, written: str) -> bool:
    """Whether an insurance beside the bill is bought, and does not pay: 买了160元的惠民保."""
    bought = BUYS.search(spot.before) or PRICED.search(spot.before)
    one = small(spot.amount) and ONE.match(spot.message.plain, spot.amount.end)
    return written in COVERS and bool(bought or one)


def paying(spot: Spot) -> bool:
    """Whether what was handed over went to an insurance: 一家五口要交1400."""
    message, amount = spot.message, spot.amount
    if (amount.low or 0) > LARGEST or message.asked == "premium":
        return message.asked == "premium"
    by_head = BY_HEAD.search(spot.before) is not None and small(amount, home=True)
    return by_head or (not THING.search(spot.before) and _insured(spot))


def _insured(spot: Spot) -> bool:
    """Whether the sentence speaks of insurance, or the message does and the sum is small."""
    start, end = spot.message.sentence(spot.amount.start)
    near = spot.message.plain[start:end]
    if INSURANCE.search(near):
        return True
    told = INSURANCE.search(spot.message.plain) or BY_HEAD.search(near)
    home = HOME.search(near) is not None
    return bool(told) and not STAY.search(near) and small(spot.amount, home=home)


def priced(spot: Spot, start: int) -> str:
    """Read an amount told by the head, or right after the insurance that was bought."""
    plain, amount = spot.message.plain, spot.amount
    before = plain[start : amount.core]
    by_head = EACH.search(plain[: amount.core][-8:]) or PER_HEAD.match(plain, amount.end)
    if by_head and small(amount, home=True) and (INSURANCE.search(plain) or PAY.search(before)):
        return "premium"
    if small(amount, home=True) and AT_A_PRICE.search(before):
        return "premium"
    bought = small(amount) and BOUGHT.search(before)
    return "premium" if bought else ""


def years_bought(spot: Spot) -> str:
    """Read the price of missing years: 还要补八年, 算下来要三万."""
    before = spot.message.plain[spot.sentence : spot.amount.core]
    told = YEARS.search(before) and not STAY.search(before) and not REFUNDED.search(spot.before)
    return "premium" if told and (INSURANCE.search(spot.message.plain) or "灵活" in before) else ""


def small(amount: Amount, *, home: bool = False) -> bool:
    """Whether an amount is small enough for a contribution, of one person or of a home."""
    return amount.high is not None and amount.high < (SMALL_HOME if home else SMALL)
