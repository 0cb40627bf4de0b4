"""Wages, pensions and grants, told without a word that means nothing else."""

import re

from .spots import Spot

BY_MONTH = re.compile(r"/月|每个?月|一个?月|1个月")
JOB = re.compile(
    r"在[^,。;]{1,10}(?:厂|店|馆|工地|学校|[小中大]学|公司|超市|酒店|食堂|园|单位|市场|码头|矿|城里)"
    r"[^,。;医药病住治]{0,8}$|做(?:保安|保洁|小工|零工|饭|临时工)"
)
PENSION = re.compile(r"(?:农保|养老|社保|低保)(?:是|有|就|才|只有|大概|领|发|拿|一个?月|每月)?$")
GRANT = re.compile(r"补助|补贴|津贴")
DRAWN = re.compile(
    r"(?:领|拿|享受|发)[^,。;医报药]{0,8}(?:补助|补贴|津贴)"
    r"|每个?月[^,。;医报药门慢]{0,6}(?:补助|补贴|津贴)"
)


def earned(spot: Spot) -> str:
    """Read 在餐馆洗碗2200一个月 and 每月农保120."""
    before, after = spot.before, spot.message.plain[spot.amount.end :]
    monthly = BY_MONTH.search(before) or BY_MONTH.match(after)
    if monthly and JOB.search(BY_MONTH.sub("", before)):
        return "income"
    return "income" if "每月" in before and PENSION.search(before) else ""


def granted(spot: Spot, written: str) -> bool:
    """Whether a grant is what a person draws month by month, and no help with a bill."""
    return GRANT.fullmatch(written) is not None and DRAWN.search(spot.before) is not None
