"""The lines a rule draws: from where, up to where, and how much it grants."""

import re

from .spots import Spot

LIMITS = ("以上", "以下", "以内", "之内")
THRESHOLD = re.compile(
    r"(?:元|块|钱)?(?:以上|以下|以内)?的?(?:就|才|方|便)(?:能|可|要|让|叫|会|给|报|享|有资格)|的?部分"
)
RATE = re.compile(r"的部分|的?(?:才|就|可以|能)|的?[^,。;0-9]{0,3}(?:按|报|补)[^,。;0-9]{0,4}\d+%")
REACHED = re.compile(r"(?:达到|满|超过|超出|超|高于|低于|不足|不到|大于)$")
RULED = re.compile(r"补(?:到|给)?$|(?:可以|能)[^,。;0-9]{0,6}(?:领|拿|给)到?$")
LIMITED = re.compile(
    r"(?:统筹|报销?|额度|门诊)[^,。;0-9]{0,4}(?:一年|每年|全年|一季度?|一天|每天|每次)(?:只有|就|才|最多|只)"
    r"[^,。;0-9报]{0,3}$|只[准让许](?:报|开|补|拿)(?:销|了)?$"
)


def crossed(spot: Spot) -> str:
    """Call other a threshold of a rule: 超过一万五就能二次报."""
    written = spot.message.plain[spot.amount.end - 2 : spot.amount.end]
    if written in LIMITS and RATE.match(spot.message.plain, spot.amount.end):
        return "other"
    if LIMITED.search(spot.before):
        return "other"
    reached = REACHED.search(spot.message.plain[max(0, spot.amount.core - 4) : spot.amount.core])
    return "other" if reached and THRESHOLD.match(spot.message.plain, spot.amount.end) else ""


def granted(spot: Spot) -> str:
    """Call other what a rule grants: 一个顺产补八百."""
    return "other" if RULED.search(spot.before) else ""


def up_to(spot: Spot) -> str:
    """Call other what a rule counts up to: 两万以内."""
    written = spot.message.plain[spot.amount.end - 2 : spot.amount.end]
    return "other" if written in LIMITS else ""
