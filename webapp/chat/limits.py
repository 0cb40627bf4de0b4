"""The lines a rule draws: from where, up to where, and how much it grants."""

import re

from . import bounds
from .spots import Spot

LIMITS = ("以上", "以下", "以内", "之内")
RATE = re.compile(r"的部分|的?(?:才|就|可以|能)|的?[^,。;0-9]{0,3}(?:按|报|补)[^,。;0-9]{0,4}\d+%")
DEDUCTED = re.compile(r"(?:起付|门槛)[^。;!?]{0,40}扣(?:了|掉|去|除)?$")
RULED = re.compile(r"补(?:到|给)?$|(?:可以|能)[^,。;0-9]{0,6}(?:领|拿|给)到?$")
LIMITED = re.compile(
    r"(?:统筹|报销?|额度|门诊)[^,。;0-9]{0,4}(?:一年|每年|全年|一季度?|一天|每天|每次)(?:一个人|每人)?(?:只有|就|才|最多|只)"
    r"[^,。;0-9报]{0,3}$|医保只管前?面?$|只[准让许](?:报|开|补|拿)(?:销|了)?$"
    r"|(?:最[高多]|封顶|顶多)(?!的)[^,。;0-9了]{0,4}(?:救助|补助|补偿|报销?|补|赔|支付|给)到?$"
)


def crossed(spot: Spot) -> str:
    """Call other a threshold of a rule: 超过一万五就能二次报."""
    written = spot.message.plain[spot.amount.end - 2 : spot.amount.end]
    if written in LIMITS and RATE.match(spot.message.plain, spot.amount.end):
        return "other"
    line = bounds.line(spot.message.plain, spot.amount.core, spot.amount.end)
    behind = spot.message.plain[spot.sentence : spot.amount.core]
    told = line or LIMITED.search(spot.before) or DEDUCTED.search(behind)
    return "other" if told else ""


def granted(spot: Spot) -> str:
    """Call other what a rule grants: 一个顺产补八百."""
    return "other" if RULED.search(spot.before) else ""


def up_to(spot: Spot) -> str:
    """Call other what a rule counts up to: 两万以内."""
    written = spot.message.plain[spot.amount.end - 2 : spot.amount.end]
    return "other" if written in LIMITS else ""
