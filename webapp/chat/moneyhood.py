"""Whether a number is an amount of money, and not an age, a day, a rate, a telephone."""

import re

from .message import Message

MEASURES = (
    r"%|个百分点|倍|年|月|日(?!子)|号|岁|天|次|个|人(?!民币)|户|口|周|小时|钟|级|楼|层|路(?![费上])|栋|室|期|类|种|条"
    r"|款|项|名|位|份|张|米|公里|里(?![面头边])|斤|公斤|克|毫|mg|ml|g|支|盒|片|针|粒|瓶|袋|箱|桶|罐|颗|枚|副|套|趟"
    r"|顿|捆|遍|圈|轮|封(?!顶)|页|桌|笔|株|只(?![有能给报要是拿够剩得花用])|辆|度|亩|平|例|字|步|所|家(?!里)|台|成"
    r"|点(?!多)|分(?!钱)|折|环|线|床(?!位费)|届|代|胎|甲|村民|热线|电话|百姓"
    r"|[多余来几](?:次|年|天|岁|人|个|名|户|月)"
)
COUNTED = re.compile(
    rf"(?:{MEASURES}|医院|院|中|小|姐|哥|弟|妹|叔|伯|儿子|女|娃|子|姓|老|方|职|附|区|县|市|村|组|街|大队|队"
    r"|医|后(?![来面]))"
)
"""What is counted, and names that begin with a number: 三院, 二姐."""
COUNTED_BY_THOUSANDS = re.compile(rf"(?:{MEASURES})")
PER = re.compile(
    r"(?:每|/|一)(?:个?人|份|盒|支|瓶|针|次|天|趟|副|套|晚|节)|一个?月|每个?月|/月|/年|每年(?!\d)"
)
FORE = re.compile(
    r"(?:第|[a-zA-Z〔\[/.]|[0-9]:?|[a-zA-Z]-|岁|\d年|\d月|百分之|[一二三四五六七八九十]点|分之)$"
)
EXAMINED = re.compile(r"(?:CT|MRI|DR|MR|ICU)$", re.IGNORECASE)
PAID = re.compile(
    r"(?:花|用|报|交|付|掏|贴|垫|剩|给|领|拿|挣|赚|欠|借|缴|扣|补|赔|打|共|计|费|金额|总额|报销|工资"
    r"|收入|退休金|低保金|救助|统筹|支出|减免|承担|负担|需要|额|卖|进账|到账|只要|出|还要|还得|¥|￥)"
    r"(?:了|完|后|去|掉|得|过|到|出|下来|费|钱|金|款|额|用|来|还|为|是|:|=|共|约|大概|大约|差不多|将近|快|近|有"
    r"|个|预计|估计|也|就|才|只|不过|加起来|一起|的| ){0,4}$"
    r"|(?:起付线?|门槛费?|标准|限额|额度|封顶线?|上限)(?:是|要|为|就|有|到|才|只有|定为|都){0,2}$"
    r"|(?:收|给|退|罚|补|报|扣)了[^,。;0-9]{1,4}$"
)
MEASURED = re.compile(
    r"(?:血糖|血压|[高低]压|肌酐|血小板|[白红]细胞|血红蛋白|血色素|转氨酶|尿酸|尿素|胆固醇|甘油三酯|体重"
    r"|身高|心率|心跳|脉搏|体温|尿蛋白|指标|胆红素|甲胎|抗体|病毒量|载量|近视|视力|分数|面积|占地|人口)"
    r"(?:(?![花费用交报付收买做])[^,。;()一0-9]){0,6}$"
)
BILLED = re.compile(r"(?:[费超血尿片药]|检查|心电图|化验|核磁|输液|床位)$")
DIALLED = re.compile(r"(?:打|拨|叫|呼|喊)(?:了|过|的)?$")
EACH = re.compile(
    r"每人每年(?:是|要|就|只要)?$|(?:每个?|一个?)(?:天|晚|夜|次|趟|月|人|针|盒|支|瓶|包|片|粒)(?:是|要|就|大概|才|只)?$"
    r"|一(?:瓶|盒|支|针|包|片|粒)[^,。;0-9]{1,6}(?:就|要|才|就要|是)$"
    r"|(?:涨|升|加|提|降|减|变|调)(?:到|成|为|至)了?(?:现在的?|如今的?)?$"
)
COINED_NEXT = re.compile(r"[、和或]\d+(?:\.\d+)?(?:元|块)", re.ASCII)
TELEPHONES = frozenset(
    {"110", "119", "120", "122", "12315", "12320", "12333", "12345", "12348", "12356", "12393"}
)
NUMBERED = re.compile(
    r"(?:编号|代码|编码|电话|热线|拨打|拨|邮编|微信|手机|号码|房|座|栋|卡号|尾号|文号|(?<=[0-9])[年月]|碘|钴|型)[是为:]?$"
)
NOT_ANY = re.compile(r"(?:也|都|还)*(?:没|未|不)")
SPAN = re.compile(r"(?!(?:19|20)\d\d\D)\d{3,6}\D{1,2}\d{3,6}")
IDIOMS = frozenset({"百", "千", "万", "千万", "百万", "万万", "百千万", "万一"})
HANDED = re.compile(r"(?:出|付|交|掏|收|给)(?:了|过|我)?$")
MATTERS = frozenset({"一块", "1块", "一分钱", "1分钱", "一分", "一毛钱", "一毛"})
QUOTES = frozenset("“”\"'‘’「」")
SIZED = re.compile(r"[1-9]\d{2,5}(?:\.\d{1,2})?")
YEAR = re.compile(r"19\d\d|20[0-3]\d")
LONGEST = 14
SHORT_ANSWER = 16


def after_name(message: Message, start: int) -> bool:
    """Whether what stands before makes a number part of a name, a date or a rate."""
    before = message.plain[max(0, start - 3) : start]
    return FORE.search(before) is not None and not EXAMINED.search(before)


def coined(message: Message, start: int, end: int) -> bool:
    """Whether a number with a coin is money: 报销一块 means a matter, 一分钱没报 nothing."""
    plain = message.plain
    if plain[start:end] not in MATTERS:
        return True
    if NOT_ANY.match(plain, end):
        return False
    handed = HANDED.search(plain[max(0, start - 3) : start])
    return message.asked_money or handed is not None


def bare(message: Message, start: int, end: int) -> bool:
    """Whether a number without scale or coin is money by what stands around it."""
    plain = message.plain
    if PER.match(plain, end):
        return True
    quoted = plain[start - 1 : start] in QUOTES and plain[end : end + 1] in QUOTES
    counts = COUNTED.match(plain, end) or end - start > LONGEST or _measured(plain, start)
    if counts or (quoted and not message.asked_money):
        return False
    if plain[start:end] in TELEPHONES:
        return _earned(plain, start)
    if _answers(message, start, end) or COINED_NEXT.match(plain, end):
        return True
    each = EACH.search(plain[max(0, start - 10) : start]) is not None
    if not plain[start].isdigit():
        told = each or _paid(plain, start) or plain[start - 2 : start] == "时候"
        return end - start > 1 and told
    return each or _paid(plain, start) or _closes(plain, start, end)


def scaled(message: Message, start: int, end: int) -> bool:
    """Whether a number with 百, 千 or 万 is money: all are that count nothing else."""
    plain = message.plain
    if PER.match(plain, end):
        return True
    before = plain[max(0, start - 2) : start]
    idiom = plain[start:end] in IDIOMS and (not before.endswith("上") or before[:-1] in IDIOMS)
    counted = COUNTED_BY_THOUSANDS.match(plain, end)
    return counted is None and not idiom and not _measured(plain, start)


def _answers(message: Message, start: int, end: int) -> bool:
    # 一 in 没有这一行 is no yuan.
    typed = message.plain[start].isascii() or end - start > 1
    return message.asked_money and typed and len(message.plain) - (end - start) < SHORT_ANSWER


def _measured(plain: str, start: int) -> bool:
    return MEASURED.search(plain[max(0, start - 12) : start]) is not None


def _earned(plain: str, start: int) -> bool:
    """Whether 120 is what a pension pays by the month, and no telephone."""
    before = plain[max(0, start - 10) : start]
    told = EACH.search(before) or PAID.search(before) or BILLED.search(before)
    return told is not None and not DIALLED.search(before)


def _paid(plain: str, start: int) -> bool:
    return PAID.search(plain[max(0, start - 10) : start]) is not None


def _closes(plain: str, start: int, end: int) -> bool:
    """Whether a number of some size stands for itself: 每月吃药4500, 住院的6800一分没报."""
    written = plain[start:end]
    before = plain[start - 1 : start]
    if not before or (before.isascii() and before not in " ,"):
        return False
    if written[-1] in "多余几":
        return len(written) > 3
    if SPAN.fullmatch(written):
        return True
    sized = SIZED.fullmatch(written) and (
        not YEAR.fullmatch(written) or plain.startswith("左右", end)
    )
    closed = end == len(plain) or not (plain[end].isascii() and plain[end] not in " ,;!?)")
    return bool(sized) and closed and not NUMBERED.search(plain[max(0, start - 6) : start])
