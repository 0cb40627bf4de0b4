"""A whole document as one readable Chinese table: condition, result, clause."""

from collections.abc import Iterator

from ..benefits import Benefit
from ..operations.gate import Gate
from ..operations.tariff import Tariff
from ..packs import Pack, locate, read, read_table
from . import parts
from .figures import amount, tell
from .grid import Row, Section, markdown, table
from .parts import LABELS, SCHEMES, who

MINUS = {
    "basic": "基本医保",
    "critical": "大病保险",
    "other": "其他补充",
    "aid": "医疗救助",
    "outpatient_aid": "门诊救助",
    "major_aid": "重特大救助",
    "tilt_aid": "倾斜救助",
}
"""Layers of payment, shortly."""


def show(name: str, *, as_markdown: bool = False, width: int = 100) -> str:
    """Write a pack, by its id or as a file, as a table for a terminal or as Markdown."""
    path = locate(name)
    began = read_table(path)["pack"]["in_force"].year
    pack = read(path, began)
    title = f"{pack.id}  {pack.header.title}"
    if as_markdown:
        return "\n".join([f"# {title}", *markdown(sections(pack))])
    return "\n".join([title, *table(sections(pack), width)])


def sections(pack: Pack) -> list[Section]:
    """List all that a document says, in the order of reading."""
    benefits = [(b.title, tuple(_benefit(b, pack))) for b in pack.benefits.values()]
    found = [
        ("文件", tuple(parts.head(pack))),
        ("身份", tuple(parts.groups(pack))),
        *benefits,
        ("另一种读法", tuple(parts.readings(pack))),
        ("像是符合、还没认定", tuple(parts.likely(pack))),
        ("提醒的线", tuple(parts.alerts(pack))),
        ("警告和说明", tuple(parts.notices(pack))),
        ("材料", tuple(parts.papers(pack))),
        ("怎么办", tuple(parts.steps(pack))),
        ("对下面文件的要求", tuple(parts.constraints(pack))),
    ]
    return [Section(title, rows) for title, rows in found if rows]


def _benefit(benefit: Benefit, pack: Pack) -> Iterator[Row]:
    if benefit.of_visits and benefit.operation != "retroactive":
        yield Row("算哪些钱", _counted(benefit, pack), benefit.cites)
    for tariff in benefit.tariffs:
        yield Row(_for_whom(tariff, benefit, pack), _result(tariff, benefit), benefit.cites)
    for code, message in benefit.office.items():
        yield Row(who(code), _asked(message, code, pack), benefit.cites)
    if benefit.refused:
        told = {"group": "别的身份", "office": pack.offices["civil"]}
        yield Row("别的身份", benefit.refused % told, benefit.cites)
    if benefit.newly:
        yield Row("今年参保后才认定的", benefit.newly, benefit.cites)
    yield from map(_gate, benefit.gates)


def _counted(benefit: Benefit, pack: Pack) -> str:
    taken = "".join(f" − {MINUS[layer]}" for layer in benefit.minus)
    summed = "一次一次算" if benefit.operation == "counter" else "按年累计"
    counted = f"{parts.kinds(benefit.kinds)}：政策范围内{taken}，{summed}"
    if benefit.counts_with:
        counted += f"；只算“{pack.benefits[benefit.counts_with].title}”算的那几次"
    return counted


def _for_whom(tariff: Tariff, benefit: Benefit, pack: Pack) -> str:
    people = "所有参保人" if tariff.everyone else "、".join(who(m) for m in _own(tariff))
    named = [s for s in tariff.schemes if s in pack.header.schemes]
    if len(named) < len(pack.header.schemes):
        people += f"；{'、'.join(SCHEMES[scheme] for scheme in named)}"
    day = tariff.in_force or benefit.in_force
    return people if day == pack.header.in_force else f"{people}；{day.isoformat()} 起"


def _own(tariff: Tariff) -> list[str]:
    """List the identities of a row, without those that only follow one of them."""
    return [m for m in tariff.members if ":" not in m or m.split(":")[1] not in tariff.members]


def _result(tariff: Tariff, benefit: Benefit) -> str:
    told = tell(tariff.row)
    if benefit.certainty == "at_least":
        told = f"至少{told}"
    if benefit.outside and tariff.everyone:
        usual, low, high = map(amount, benefit.outside.deductibles)
        told += f"（文件没写，估算：起付线 {usual}，在 {low} 到 {high} 之间）"
    return told


def _asked(message: str, code: str, pack: Pack) -> str:
    group = code.split(":", maxsplit=1)[0]
    if not message:
        return f"问{pack.offices[pack.groups[group].office]}"
    office = pack.offices[pack.groups[group].office]
    return message % {"group": LABELS[group], "office": office}


def _gate(gate: Gate) -> Row:
    """What the office decides is not refused: only told apart."""
    otherwise = "否则：" if gate.fails == "ineligible" else "否则问部门："
    return Row(f"要：{gate.met}", f"{otherwise}{gate.unmet}", gate.cites)
