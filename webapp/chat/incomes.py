"""Wages, pensions and grants, told without a word that means nothing else."""

import re

from .spots import Spot

BACK = 30
BY_YEAR = re.compile(r"[年季亩]|个月|[一每]天")
BY_TIME = re.compile(r"/月|每个?月|一个?月|1个月|[一每]天")
JOB = re.compile(
    r"(?:在(?![^,。;]{0,6}[药医院])[^,。;]{1,10}(?:厂|店|馆|工地|学校|[小中大]学|公司|超市|酒店|食堂|园|单位|市场|码头|矿|城里)"
    r"|[做当干](?:[^,。;医药病]{0,4}[工员师匠]|保安|保洁|保姆|月嫂|饭)"
    r"|开[^,。;医药病]{0,6}(?:店|铺|馆|摊|车|滴滴|三轮))"
    r"[^。;医药病院住治]{0,10}$"
)
WORK = re.compile(
    r"在(?!家)(?:(?![医药病院诊治住看花费用要得交租还吃报])[^。;,]){3,}"
    r"(?:,(?:(?![医药病院治住看花费用要得交租还吃报])[^。;,]){0,10})?$"
)
OF_ONE = re.compile(
    r"(?:[爸妈爷奶哥姐弟妹我他她]|老[公婆]|丈夫|妻子|媳妇|儿子|女儿|爱人)"
    r"(?:(?![医药病院诊治住看花费用要得交租还吃报贷])[^,。;]){2,8}"
    r"(?:一个月|每个?月)(?:也?就|才|能|有|大概|是|只有){0,2}$"
)
HOME = re.compile(
    r"(?:两口子|夫妻俩?|我们俩|全家|一家人?)[^,。;医药花报]{0,6}(?:一个月|每个?月|一年)"
    r"(?:加起来|一共|总共)?[^,。;医药花报交要吃用]{0,3}$"
)
FARM = re.compile(
    r"(?:种|养|采|收|喂|捡|[田地茶菜猪鸡鸭牛羊鱼果])[^。;医药病院]{0,10}(?:卖|收|落|赚|挣|得|剩|余|弄|搞)[^,。;]{0,3}$"
)
PENSION = re.compile(
    r"(?:农保|养老|社保|低保|(?:五保|特困|低保)(?:户|老人|供养)?)(?:是|有|就|才|只有|大概|领|发|拿|一个?月|每月)?$"
)
MADE = re.compile(r"(?:一个月|每个?月|一年|一天)[^,。;医药报]{0,6}(?:毛|净|纯)(?:收|赚|挣|落)?$")
LEFT = re.compile(
    r"(?:除掉|除去|扣掉|扣除|扣了|扣完|刨掉|刨去|去掉|交完|还完|交了)(?![^,。;]*报)[^,。;]{1,10}(?:剩|落|余|还有|到手)(?:下|的)?$"
)
GRANT = re.compile(r"补助|补贴|津贴")
DRAWN = re.compile(
    r"(?:领|拿|享受|发)[^,。;医报药]{0,8}(?:补助|补贴|津贴)"
    r"|每个?月[^,。;医报药门慢]{0,6}(?:补助|补贴|津贴)"
    r"|(?:军人|残疾|老兵|干部|村医|老[年人]|孤儿|五保|失独|遗属|教师|离任)[^,。;]{0,4}(?:补助|补贴|津贴)"
)


def earned(spot: Spot) -> str:
    """Read 在餐馆洗碗2200一个月 and 每月农保120."""
    before, after = spot.before, spot.message.plain[spot.amount.end :]
    monthly = BY_TIME.search(before) or BY_TIME.match(after)
    back = max(spot.sentence, spot.amount.core - BACK)
    behind = spot.message.plain[back : spot.amount.core]
    if monthly and _works(behind):
        return "income"
    return "income" if monthly and PENSION.search(before) else ""


def _works(behind: str) -> bool:
    return any((JOB.search(BY_TIME.sub("", behind)), WORK.search(behind), OF_ONE.search(behind)))


def left(spot: Spot) -> str:
    """Read what is left of a wage: 毛一万二, 除掉油钱剩四千."""
    if MADE.search(spot.before):
        return "income"
    near = bool(spot.told) and spot.told[-1] == "income" and spot.earlier[-1].end >= spot.sentence
    return "income" if near and LEFT.search(spot.before) else ""


def farmed(spot: Spot) -> str:
    """Read 养两头猪一年才卖五千, which sells and means a living."""
    behind = spot.message.plain[max(spot.sentence, spot.amount.core - BACK) : spot.amount.core]
    farm = FARM.search(behind) and BY_YEAR.search(behind)
    return "income" if farm or HOME.search(spot.before) else ""


def granted(spot: Spot, written: str) -> bool:
    """Whether a grant is what a person draws month by month, and no help with a bill."""
    return GRANT.fullmatch(written) is not None and DRAWN.search(spot.before) is not None
