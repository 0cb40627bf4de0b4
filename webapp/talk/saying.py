"""What the site says back: fixed sentences, and what stands in the glossary and the document."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from flask import g, url_for

import engine

from .. import glossary
from ..household import Household
from ..language import mark, tell
from ..language import translate as _
from .asking import SPECIAL, assessed

MOST_POINTS = 7


class Point(NamedTuple):
    """One sentence of the document or of the glossary, and the clauses it rests on."""

    text: str
    cites: tuple[str, ...] = ()


class Reply(NamedTuple):
    """One bubble: sentences, then points, then links; `source` names the document."""

    sentences: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    source: str = ""
    kind: bool = False


FIXED: Mapping[str, tuple[str, ...]] = {
    "missed": (mark("这句我没听懂，也没有乱猜。"), mark("换个说法，或者点下面的按钮。")),
    "help": (
        mark("还是没听懂，对不住。"),
        mark("请点下面的按钮，不用打字。"),
        mark("也可以换成一页填完。"),
    ),
    "waiting": (
        mark("先看看下面听到的，对不对。"),
        mark("对就点“都对，记下”，再接着说。"),
    ),
    "noted": (mark("这个已经记下了。"),),
    "unclear_day": (mark("有个日子没听准，先不记。等问到再说哪天。"),),
    "partial_day": (mark("这里要具体到哪一天，先不记。"), mark("比如：2022年3月5日。")),
    "unclear_sum": (mark("有个数没听准，先不记。等问到再说多少元。"),),
    "unplaced": (
        mark("有的钱数这里用不上，没有记。"),
        mark("要紧的是总费用，和各种保险报了多少。"),
    ),
    "restart": (mark("要从头来，点最上面的“清空”。"), mark("只改一样，点它后面的“改”。")),
    "unfit": (mark("有两处对不上。请去掉一个，或者重新说。"),),
    "private": (
        mark("号码请不要写，这条没有收下。"),
        mark("身份证、电话、银行卡号，这里都用不到。"),
    ),
    "estimate": (mark("能算。把下面问的答完，就有数了。"),),
    "reckoned": (mark("已经算出来了，就在下面。"),),
    "other_person": (mark("这里一次只说一个人。"), mark("别的家人，另外加一位再说。")),
    "recognised": (
        mark("身份由民政、乡村振兴等部门来认定。"),
        mark("先到村里或乡镇窗口问怎么申请。"),
        mark("认定前后能差多少，结果那页会比给您看。"),
    ),
    "premium": (mark("有的身份，医保费由政府帮着交。"), mark("答完问题，结果里会有这一项。")),
    "complaint": (mark("办事上的不满，这里收不了。"), mark("可以打 12393，把经过说给医保局。")),
    "person": (mark("这里没有真人值守。"), mark("想找人说，请打 12393。")),
    "outside": (mark("这个我们手里没有，不敢乱说。"), mark("请打 12393 问医保局。")),
    "region": (mark("您问的好像是别的地方。"), mark("各地的规定不一样，要换个地方算。")),
    "penniless": (
        mark("先别慌，人要紧。急的马上打 120。"),
        mark("住院押金交不上，先问医院的医保办。"),
        mark("答完下面几题，看看能帮上多少。"),
    ),
    "care": (
        mark("听您这么说，很心疼。您不是一个人。"),
        mark("心里撑不住，请打 12356，有人听您说。"),
        mark("有危险，马上打 120，或叫身边的人来。"),
        mark("钱的事不急。缓一缓，再一样一样说。"),
    ),
}
"""What needs nothing but its words."""

WITH_CALL = ("help", "complaint", "person", "outside", "recognised", "penniless")


def reply(name: str, about: str, *, household: Household, region: str) -> Reply:
    """Write what the site says under an id; what is no longer known says nothing."""
    if name in BY_ID:
        return BY_ID[name](about, household, region)
    sentences = tuple(_(sentence) for sentence in FIXED.get(name, ()))
    return Reply(sentences, links=tuple(_links(name, about, region)), kind=name == "care")


def _links(name: str, about: str, region: str) -> Iterator[tuple[str, str]]:
    if name == "care":
        yield _("打 %(number)s", number="12356"), "tel:12356"
    if name in ("care", "penniless"):
        yield _("打 %(number)s", number="120"), "tel:120"
    if name == "help":
        yield _("一页填完"), url_for("sheet.show", region=region)
    if name == "other_person":
        yield _("加一位家人"), url_for("people.hub", region=region)
    if name == "region" and (place := engine.regions.get(about)):
        yield place.full_name, url_for("home.start", region=place.code)
        yield _("查找别的地方"), "/"
    if name in WITH_CALL:
        yield from _call()


def _word(about: str, _household: Household, _region: str) -> Reply:
    every = (word for group in glossary.GROUPS for word in group.words)
    word = next((word for word in every if word.id == about), None)
    if word is None:
        return Reply()
    means = _("%(word)s：%(means)s", word=word.word, means=_(word.means))
    example = (_("比如：%(example)s", example=_(word.example)),) if word.example else ()
    where = f"{word.document} {word.clause}".strip()
    return Reply((means, *example), source=where)


def _why(about: str, _household: Household, _region: str) -> Reply:
    question = engine.QUESTIONS.get(about)
    if question:
        return Reply((_(question.why),))
    words = _("知道了，才好问下面的话。") if about in SPECIAL else ""
    return Reply((words,) if words else ())


def _papers(_about: str, household: Household, region: str) -> Reply:
    papers = assessed(household, region)["documents"]
    points = tuple(_point(paper) for paper in papers[:MOST_POINTS])
    if not points:
        return reply("outside", "", household=household, region=region)
    more = ((_("看全部和怎么办"), url_for("result.show", region=region)),)
    return Reply((_("照您现在说的，要带这些："),), points, more, _number())


def _where(_about: str, household: Household, region: str) -> Reply:
    steps = assessed(household, region)["procedure"]
    points = tuple(_point(step) for step in steps[:MOST_POINTS])
    if not points:
        return reply("outside", "", household=household, region=region)
    return Reply(
        (_("这样办："),), points, ((_("打 %(number)s", number="12393"), "tel:12393"),), _number()
    )


def _in_force(_about: str, household: Household, region: str) -> Reply:
    header = g.pack
    began = _("从%(day)s起施行。", day=_day(header.in_force))
    found = assessed(household, region)["warnings"]
    doubts = tuple(_point(w) for w in found if w["id"] in ("superseded", "transition_ended"))
    words = (_("现在用的是%(number)s。", number=header.number), began)
    last = _("是否还有效，以医保局说的为准。")
    return Reply((*words, last), doubts, _call(), " ".join(header.in_force_cites))


def _referral(_about: str, _household: Household, region: str) -> Reply:
    """Tell what the document says of it: of a stay in another city that was not referred."""
    away = {"kind": "inpatient", "designated": True, "place": "province", "referral": "none"}
    person = {"scheme": "resident", "status": [g.pack.statuses[0]]}
    visits = [{**away, "in_scope": "10000.00"}]
    case = {"region": region, "pack": g.pack.id, "person": person, "visits": visits}
    found = engine.assess(case)
    reasons = (reason for row in found["benefits"].values() for reason in row["reasons"])
    every = (*found["procedure"], *found["warnings"], *reasons)
    points = (_point(one) for one in every if "转" in one["text"] or "备案" in one["text"])
    told = tuple(dict.fromkeys(points))
    if not told:
        nothing = _("这份文件没有写转诊和备案。")
        return Reply((nothing, _("请打 12393 问医保局。")), source=_number())
    return Reply((_("去外地看病，文件这样写："),), told, source=_number())


def _call() -> tuple[tuple[str, str], ...]:
    return ((_("打 %(number)s", number="12393"), "tel:12393"),)


def _point(said: Mapping[str, Any]) -> Point:
    return Point(tell(said), tuple(said.get("cites", ())))


def _number() -> str:
    document: engine.Header = g.pack
    return document.number


def _day(day: Any) -> str:
    return _("%(year)s年%(month)s月%(day)s日", year=day.year, month=day.month, day=day.day)


BY_ID: Mapping[str, Callable[[str, Household, str], Reply]] = {
    "word": _word,
    "why": _why,
    "papers": _papers,
    "where": _where,
    "in_force": _in_force,
    "referral": _referral,
}
"""What is looked up."""
