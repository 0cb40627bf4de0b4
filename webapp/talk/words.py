"""The few words that answer what the catalogue does not ask: for whom, which paper, any more."""

import re
from collections.abc import Mapping

KIN: Mapping[str, tuple[str, ...]] = {
    "husband": ("老公", "丈夫", "男人", "孩子他爸", "娃他爸", "老头子", "先生"),
    "wife": ("老婆", "妻", "媳妇", "堂客", "婆娘", "孩子他妈", "娃他妈", "老婆子", "太太"),
    "son": ("儿子", "崽", "小子", "伢"),
    "daughter": ("女儿", "闺女", "囡", "丫头", "姑娘", "小女"),
    "mothers_mother": ("外婆", "姥姥", "家婆", "外祖母"),
    "mothers_father": ("外公", "姥爷", "家公", "外祖父"),
    "grandmother": ("奶奶", "祖母", "阿婆", "娭毑"),
    "grandfather": ("爷爷", "祖父", "阿公", "嗲嗲"),
    "elder": ("老人", "我家老的"),
}
"""Words that tell one of the family apart, where the understanding names only the generation."""

OF_CODE: Mapping[str, tuple[str, ...]] = {
    "self": ("self",),
    "mother": ("mother",),
    "father": ("father",),
    "parent": ("elder", ""),
    "spouse": ("husband", "wife", "spouse"),
    "child": ("son", "daughter", "child"),
    "grandparent": ("mothers_mother", "mothers_father", "grandmother", "grandfather", "elder"),
    "sibling": ("other",),
    "other": ("elder", "other"),
}
"""Who may be meant by what was understood; the last where no word of theirs is said."""

OLD = frozenset({"mother", "father"})

DOORS: Mapping[str, re.Pattern[str]] = {
    "memory": re.compile(r"不在|没有|没带|没得|都没|丢|找不到|记得|凭记忆|不知道|不清楚"),
    "receipt": re.compile(r"发票|票据|收据|电子票"),
    "slip": re.compile(r"结算|报销单|单子"),
}
"""Which paper is meant, in the order in which they are tried."""

NO_MORE = re.compile(r"就这|没有|没了|没得|一次|不是|完了|够了")
ONE_MORE = re.compile(r"还有|再加|又|另外|有的?$|是的?$")


def kin(code: str | None, text: str) -> str:
    """Tell which of the family is meant, or "" where that stays open."""
    *choices, left = OF_CODE.get(code or "", ("",))
    named = (who for who in choices if any(word in text for word in KIN[who]))
    return next(named, left)


def codes(who: str) -> frozenset[str]:
    """List what may be understood of one of the family: 老人 may be one's mother too."""
    found = frozenset(code for code, kin in OF_CODE.items() if who and who in kin)
    return found | OLD if who == "elder" else found


def door(text: str) -> str:
    """Tell which paper is meant, or ""."""
    return next((name for name, words in DOORS.items() if words.search(text)), "")


def more(text: str) -> bool | None:
    """Tell whether there was one more visit; None where that is not said."""
    if ONE_MORE.search(text):
        return True
    return False if NO_MORE.search(text) else None
