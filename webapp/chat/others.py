"""Money of people with whom the message only compares: 隔壁花了两万, 同事领了一万四."""

import re
from collections.abc import Sequence

from . import people
from .spots import Spot

NOT_OWN = r"[^,。;我自把找向跟和给对被问由请让]{0,6}"
STRANGER = rf"{NOT_OWN}(?:同事|隔壁|邻居|邻床|邻村|病友|工友|战友|同学|同病房)(?!打|送|喊|叫|陪|帮)"
ELSEWHERE = r"(?:别的?|其他|其它|周边)(?:县|市|省|地方|村|医院)"
LED_IN = (
    r"(?:可|但|而|就|连|像|比如|听(?:人|别人|病友)?说?|听到|看到?|见|我们?|人家|说|去年|前年|今年"
    r"|那|有个?){0,3}"
)
OTHERS = re.compile(
    rf"(?:^|[,。;!?:、]){LED_IN}(?:{STRANGER}|别人|旁人|别的人|同村|有的?人"
    rf"|人家(?=(?:也|都|只|才|就|一共)?(?:花|报(?!销|名|警|告)|自付))|人家(?=外|那|别|隔|[^,。;]{{0,6}}[县市省])|{ELSEWHERE})"
)
OWN = re.compile(r"我(?!们?[^,。;]{0,6}(?:同事|邻居|病友|工友|战友|同学))|俺|咱|本地|本县|这边")
BILLS = frozenset(("total", "reimbursed", "self_paid", "aid"))
HEARD = re.compile(r"听(?:说|讲|人说)(?:[五低]保|贫困|监测|特困|边缘)户?[^,。;]*$")
LED = re.compile(rf"{LED_IN}(?:我们?|俺|咱|家|隔壁|同村|邻村|另外|一个|有个|的)*\w?")
FOR_PATIENT = re.compile(r"[给帮替借垫送问叫陪说讲带凑]")
REACH, NEAR = 40, 6


def set_apart(spots: Sequence[Spot], roles: Sequence[str]) -> list[str]:
    """Call other the bills and refunds of people who are not the patient."""
    subjects = [_subject(spot, role) for spot, role in zip(spots, roles, strict=True)]
    if not any(subjects):
        return list(roles)
    patient = people.patient(spots[0].message)
    return [
        "other" if subject and _apart(spot, patient, subject) else role
        for spot, subject, role in zip(spots, subjects, roles, strict=True)
    ]


def _subject(spot: Spot, role: str) -> str:
    """Tell whether a stranger or a relative was named last before an amount."""
    if role == "premium":
        return ""
    start = max(spot.sentence, spot.amount.core - REACH)
    before = spot.message.plain[start : spot.amount.core]
    if HEARD.search(spot.message.plain[start : spot.amount.core]):
        return "rule"
    others, relative = _last(OTHERS, before), _relative(spot, start) if role in BILLS else -1
    if max(others, relative) < max(0, _last(OWN, before)):
        return ""
    between = before[max(others, 0) : max(relative, 0)]
    one = others >= 0 and len(between) <= NEAR and "," not in between  # 隔壁床的大爷
    return "relative" if relative > others and not one else "stranger"


def _apart(spot: Spot, patient: str | None, subject: str) -> bool:
    """Whether the patient is no stranger, or was named before this sentence."""
    if subject == "rule":
        return True
    if subject == "relative":  # 堂妹的公公花了九万
        return patient == "self" or (patient not in ("other", "grandparent") and _compared(spot))
    words = spot.message.words("who")
    named = any(word.code == "other" and word.start < spot.sentence for word in words)
    return patient != "other" or named


def _relative(spot: Spot, start: int) -> int:
    kin = [word for word in spot.message.words("who") if start <= word.start < spot.amount.core]
    return kin[-1].end - start if kin and kin[-1].code == "other" else -1


def _compared(spot: Spot) -> bool:
    """Whether the clause turns from the patient to a relative: 我爸三万, 我二叔花了五万."""
    start = spot.message.clause(spot.amount.start)[0]
    words = [word for word in spot.message.words("who") if word.start < spot.amount.core]
    kin = [word for word in words if word.start >= start and word.code != "self"]
    told = any(word.code not in ("self", "other") for word in words if word.start < start)
    if not kin or kin[0].code != "other" or not told:
        return False
    plain = spot.message.plain
    led = LED.fullmatch(plain, start, kin[0].start)
    return bool(led) and not FOR_PATIENT.search(plain, kin[0].end, spot.amount.core)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)
