"""The parts of a document beside its benefits, as rows of the readable table."""

from collections.abc import Iterator, Sequence

from .. import regions
from ..likely import Likely
from ..money import WHOLE, percent
from ..notices import ABOUT, Constraint
from ..packs import Pack
from ..questions import QUESTIONS
from ..table import CODES
from .figures import amount, asked, condition
from .grid import Row

LABELS = {option.value: option.label for option in QUESTIONS["status"].options}
SCHEMES = {option.value: option.label for option in QUESTIONS["scheme"].options}
KINDS = {option.value: option.label for option in QUESTIONS["kind"].options}
WAYS = {"one_stop": "直接结算", "afterwards": "事后办", "apply": "申请"}
LEVELS = {"red": "红", "amber": "黄", "info": "说明"}
SUMS = {"total": "一年总费用", "rest": "一年自己负担"}


def who(member: str) -> str:
    """Name an identity as it counts: dibao:else is those whose condition fails."""
    code, _, rest = member.partition(":")
    if not rest:
        return LABELS[code]
    return (
        f"{LABELS[code]}（条件不符）" if rest == "else" else f"{LABELS[code]}（按{LABELS[rest]}）"
    )


def kinds(numbers: Sequence[int]) -> str:
    """Name kinds of visits."""
    return "、".join(KINDS[CODES["kind"][number]] for number in numbers)


def head(pack: Pack) -> Iterator[Row]:
    """Tell what stands above the first article."""
    header = pack.header
    yield Row("文件", f"{header.title}（{header.number}，{header.issuer}）")
    yield Row("施行", f"{header.in_force.isoformat()} 起", header.in_force_cites)
    served = (regions.get(code) for code in header.serves)
    yield Row("管到", "、".join(region.full_name for region in served if region))
    if header.leaves_out:
        yield Row("不管", "、".join(header.leaves_out.values()))


def groups(pack: Pack) -> Iterator[Row]:
    """Tell who is recognised by whom."""
    for code, group in pack.groups.items():
        result = f"{pack.offices[group.office]}认定"
        if group.when:
            result += f"；要{'，'.join(condition(test) for test in group.when)}"
        if group.costs:
            result += f"；一年{kinds(group.kinds)}自己负担至少 {amount(group.costs)}"
        yield Row(LABELS[code], result, group.cites)
    if pack.alias:
        classes = "、".join(LABELS[code] for code in pack.alias.values)
        told = "、".join(pack.benefits[name].title for name in pack.alias.benefits)
        yield Row(LABELS[pack.alias.status], f"{told}：跟着县里定的类别（{classes}）")


def readings(pack: Pack) -> Iterator[Row]:
    """Tell where a clause can be read in another way."""
    for reading in pack.readings:
        message = reading.message % {"amount": "……", "now": "……"}
        yield Row(reading.benefit.title, message, reading.cites)


def alerts(pack: Pack) -> Iterator[Row]:
    """Tell at which sums the office looks at a household."""
    for alert in pack.alerts:
        line = amount(alert.at_least)
        if alert.of:
            line = f"“{asked(alert.of)}”的 {percent(alert.share)}"
        names = "还没有认定的" if alert.unrecognised else "、".join(LABELS[c] for c in alert.groups)
        when = f"{SUMS[alert.sum]}到了{line}{f'（{names}）' if names else ''}"
        yield Row(when, alert.message % {"total": "……", "line": "……"}, alert.cites)


def likely(pack: Pack) -> Iterator[Row]:
    """Tell which facts fit an identity that nobody has recognised yet."""
    for rule in pack.likely:
        office = pack.offices[pack.groups[rule.group].office]
        yield Row(_fitting(rule), rule.message % {"office": office}, rule.cites)


def _fitting(rule: Likely) -> str:
    if rule.burden is not None:
        return f"一年自己负担到了“{asked('household_income')}”的 {percent(rule.burden)}"
    assert rule.income
    least, with_least, most, with_most = rule.income
    low = f"{'至少' if with_least else '超过'} {least // WHOLE}倍"
    high = f"{'不超过' if with_most else '不到'} {most // WHOLE}倍"
    assets = f"，{asked('assets_ok')}是" if rule.assets else ""
    return f"每人每月收入比低保标准，{low}、{high}{assets}"


def notices(pack: Pack) -> Iterator[Row]:
    """Tell what is warned of, from which day, and for which benefits."""
    for notice in pack.notices:
        titles = "、".join(pack.benefits[name].title for name in notice.benefits)
        since = f"{notice.since.isoformat()} 起" if notice.since.year > 1 else ""
        tests = "，".join(condition(test) for test in notice.when)
        people = "、".join(LABELS[code] for code in notice.groups)
        parts = (since, titles, people, tests, ABOUT.get(notice.about))
        when = "；".join(part for part in parts if part) or "总是"
        yield Row(f"［{LEVELS[notice.level]}］{when}", notice.message % notice.values, notice.cites)


def papers(pack: Pack) -> Iterator[Row]:
    """Tell which papers to bring for what, and whether the text itself asks for them."""
    for paper in pack.papers:
        titles = "、".join(pack.benefits[name].title for name in paper.benefits)
        source = "" if paper.source == "document" else "（文件没写，办事常要）"
        yield Row(titles, f"{paper.message}{source}", paper.cites)


def steps(pack: Pack) -> Iterator[Row]:
    """Tell the way to each benefit."""
    for step in pack.steps:
        titles = "、".join(pack.benefits[name].title for name in step.benefits)
        yield Row(f"［{WAYS[step.way]}］{titles}", step.message, step.cites)


def constraints(pack: Pack) -> Iterator[Row]:
    """Tell what is asked of the documents of the regions below."""
    for constraint in pack.constraints:
        titles = "、".join(pack.benefits[name].title for name in constraint.benefits)
        yield Row(titles, _wanted(constraint), constraint.cites)


def _wanted(constraint: Constraint) -> str:
    if constraint.floor:
        return "每种身份都不低于这份文件"
    if constraint.rises:
        return "负担越重，比例越高"
    if constraint.order:
        ranks = ("、".join(LABELS[code] for code in rank) for rank in constraint.order)
        return f"不低于后面的：{' ≥ '.join(ranks)}"
    return f"这样的不能拦住：{'，'.join(condition(test) for test in constraint.keeps)}"
