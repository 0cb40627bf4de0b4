"""What a person's identities bring in one benefit: in its list or not, why refused, whom to ask."""

from collections.abc import Iterator
from typing import Any

from .benefits import ELIGIBLE, Benefit
from .lanes import Lanes
from .questions import QUESTIONS
from .sentences import MET, OPEN, UNMET, reason

LABELS = {option.value: option.label for option in QUESTIONS["status"].options}
Told = dict[str, Any]


def tell_membership(lanes: Lanes, benefit: Benefit) -> Iterator[Told]:
    """Tell of every identity what it brings, or what is not known of it."""
    person, offices, cites = lanes.case.person, lanes.pack.offices, benefit.cites
    if benefit.left_out:
        message = "这份文件不管这个地方，可以参照。请问%(office)s。"
        yield reason(OPEN, message, cites, office=offices["insurance"])
    elif benefit.everyone:
        yield reason(MET, "参加这种医保的人都有", cites)
    elif person.get("status") is None or person.get("status_unknown"):
        message = "要看是什么身份，还不知道。可以问%(office)s。"
        yield reason(OPEN, message, cites, office=offices["civil"])
    elif not person["status"]:
        yield reason(UNMET, "没有这份文件里的困难身份", cites)
        message = "觉得符合的，可以向%(office)s申请认定，或打 12393"
        yield reason(OPEN, message, (), office=offices["civil"])
    else:
        for code in person["status"]:
            yield from _held(lanes, benefit, code)


def _held(lanes: Lanes, benefit: Benefit, code: str) -> Iterator[Told]:
    """Tell what one recognised identity brings."""
    groups, offices = lanes.pack.groups, lanes.pack.offices
    office = offices[groups[code].office if code in groups else "insurance"]
    cites = groups[code].cites if code in groups else benefit.cites
    name = as_counted(lanes, code)
    told = {"group": LABELS[code], "office": office}
    left = benefit.office.get(name, benefit.office.get(name.partition(":")[2]))
    if name in benefit.named:
        yield from _named(lanes, benefit, code)
    elif left is not None:  # an empty text stands for a term that has ended
        yield reason(OPEN, left or "“%(group)s”这一项的期限过了。请问%(office)s。", cites, **told)
    elif code not in groups:
        yield reason(OPEN, "“%(group)s”怎么办，这份文件没有写。请问%(office)s。", cites, **told)
    else:
        message = benefit.refused or "“%(group)s”不在这一项的名单里。请问%(office)s。"
        yield reason(UNMET, message, benefit.cites, **told)


def as_counted(lanes: Lanes, code: str) -> str:
    """Name the identity as it counts: dibao:else where its condition fails, or by its class."""
    alias = lanes.pack.alias
    if alias and code == alias.status and (counts_as := lanes.case.person.get(alias.by)):
        return f"{code}:{counts_as}"
    group = lanes.pack.groups.get(code)
    if group and group.when:
        bit = lanes.pack.members.index(f"{code}:else")
        if (lanes.ledger.table.persons["held_named"] >> bit & 1).all():
            return f"{code}:else"
    return code


def _named(lanes: Lanes, benefit: Benefit, code: str) -> Iterator[Told]:
    group = lanes.pack.groups[code]
    yield reason(MET, "“%(group)s”在这一项的名单里", group.cites, group=LABELS[code])
    found = lanes.standings[benefit.id]
    if len(found) == 1 and ELIGIBLE not in found:
        yield from _refused_still(lanes, benefit, code)
    elif len(found) > 1:
        office = lanes.pack.offices[group.office]
        yield reason(OPEN, "还要看没填的几样。可以问%(office)s。", benefit.cites, office=office)


def _refused_still(lanes: Lanes, benefit: Benefit, code: str) -> Iterator[Told]:
    """Tell why an identity in the list is refused all the same."""
    group, joined = lanes.pack.groups[code], lanes.case.person.get("scheme")
    office = lanes.pack.offices[group.office]
    gone = not _ever(lanes, code, "held_named" if benefit.newly or group.costs else "held")
    if gone or benefit.operation == "retroactive":
        before = "今年以前就认定了，今年没有认定前的费用。有疑问请问%(office)s。"
        message = "这一年没有这个身份，不算在内。请问%(office)s。" if gone else before
        yield reason(UNMET, message, benefit.cites, office=office)
    elif benefit.newly and joined not in ("none", "employee") and _ever(lanes, code, "held_new"):
        yield reason(UNMET, benefit.newly, benefit.cites)
    elif group.costs and benefit.operation != "premium":
        message = "一年住院自己负担不到 %(line)s 元，还不算这一类。请问%(office)s。"
        yield reason(UNMET, message, group.cites, line=group.costs, office=office)


def _ever(lanes: Lanes, code: str, held: str) -> bool:
    """Tell whether a column of identities has one in some lane, under any name it counts by."""
    members = lanes.pack.members
    bits = sum(1 << bit for bit, name in enumerate(members) if name.partition(":")[0] == code)
    return bool((lanes.ledger.table.persons[held] & bits).any())
