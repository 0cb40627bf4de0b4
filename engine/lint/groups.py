"""Identities: recognised by a named office, and used by some benefit."""

from collections.abc import Iterator

from ..packs import Pack
from .finding import Finding


def check_groups(pack: Pack) -> Iterator[Finding]:
    """Find identities that nothing uses or that nobody recognises."""
    benefits = pack.benefits.values()
    named = {m for b in benefits for t in b.tariffs for m in t.members}
    named |= {code for b in benefits for code in b.office}
    used = {part for name in named for part in name.split(":")}
    used |= {pack.alias.status} if pack.alias else set()
    for code, group in pack.groups.items():
        if code not in used:
            yield Finding(f"group.{code}", "没有哪一项用到这个身份")
        if group.office not in pack.offices:
            yield Finding(f"group.{code}", f"没有这个部门：{group.office}")
