"""Two documents held against each other: which cases change, by how much, under which clauses."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from . import regions
from .assess import tell
from .case import CaseError, read_case
from .casebook import Named, read_cases
from .clock import today
from .lanes import complete
from .money import fen, grouped, yuan
from .packs import Pack, locate, read
from .telling import STATUS
from .typical import typical_cases

BOOKS = Path(__file__).parents[1] / "tests" / "packs"
"""Where the cases of the documents held lie."""

TOTALS = {"total_paid": "合计", "left": "自己还要付"}
Assessment = Mapping[str, Any]


class Change(NamedTuple):
    """A case that comes out differently: by how many fen in all, and line by line."""

    name: str
    total: int
    lines: tuple[str, ...]


def diff(one: str, other: str, cases: Path | None = None) -> str:
    """Tell what changes from one document to the other, by id or file, as text."""
    paths = [locate(name) for name in (one, other)]
    named = read_cases(cases) if cases else _cases(paths)
    changes = [change for case in named if (change := _change(case, paths))]
    return "\n".join(_told(changes, len(named)))


def _cases(paths: Sequence[Path]) -> list[Named]:
    """Take the books of both documents, or typical cases where there is none."""
    books = [book for path in dict.fromkeys(paths) if (book := BOOKS / path.name).exists()]
    if books:
        return [case for book in dict.fromkeys(books) for case in read_cases(book)]
    return list(typical_cases(read(paths[0], today().year)))


@cache
def _read(path: Path, year: int) -> Pack:
    return read(path, year)


def assess_by(path: Path, raw: Mapping[str, Any]) -> Assessment:
    """Assess a case by the document of a file, wherever the case would go by itself."""
    case = read_case(dict(raw) | {"pack": path.stem}, today=today())
    pack = _read(path, case.year)
    outside = set(regions.ancestors(case.region)) & set(pack.header.leaves_out)
    held = pack.left_to_offices() if outside else pack
    return tell(complete(case, held, what_ifs=True))


def _change(named: Named, paths: Sequence[Path]) -> Change | None:
    try:
        before, after = (assess_by(path, named.case) for path in paths)
    except CaseError as reason:
        return Change(named.name, 0, (f"算不了：{reason.at} {reason.message}",))
    lines = tuple(differences(before, after))
    total = (_exact(after["total_paid"]) or 0) - (_exact(before["total_paid"]) or 0)
    return Change(named.name, total, lines) if lines else None


def differences(before: Assessment, after: Assessment) -> Iterator[str]:
    """Tell what differs between two assessments of one case."""
    ids = dict.fromkeys((*before["benefits"], *after["benefits"]))
    for name in ids:
        yield from _benefit(before["benefits"].get(name), after["benefits"].get(name))
    for key, title in TOTALS.items():
        if before[key] != after[key]:
            yield f"{title}：{_step(before[key], after[key])}"
    yield from _warnings(before, after)


def _benefit(old: Assessment | None, new: Assessment | None) -> Iterator[str]:
    if old is None or new is None:
        some = old or new or {}
        told = "没有了，原来" if new is None else "新有，"
        yield f"{some['title']}：{told}{_result(some)}{_cites(some)}"
        return
    if _result(old) != _result(new):
        same = old["status"] == new["status"] == "eligible"
        told = _step(old["amount"], new["amount"]) if same else f"{_result(old)} → {_result(new)}"
        clauses = _cites(old) if old["cites"] == new["cites"] else f"{_cites(old)} → {_cites(new)}"
        yield f"{new['title']}：{told}{clauses}"


def _warnings(before: Assessment, after: Assessment) -> Iterator[str]:
    old, new = ({w["id"]: w["text"] for w in found["warnings"]} for found in (before, after))
    yield from (f"不再提醒：{old[name]}" for name in old if name not in new)
    yield from (f"新提醒：{new[name]}" for name in new if name not in old)


def _result(benefit: Assessment) -> str:
    amount = benefit["amount"]
    told = "" if amount is None or benefit["status"] == "ineligible" else f" {_money(amount)}"
    return f"{STATUS[benefit['status']]}{told}"


def _step(old: Any, new: Any) -> str:
    """Tell one amount and the other, and by how much they differ where both are one figure."""
    told = f"{_money(old)} → {_money(new)}"
    first, second = _exact(old), _exact(new)
    return told if first is None or second is None else f"{told}（{_signed(second - first)}）"


def _money(amount: Any) -> str:
    if isinstance(amount, Mapping):
        high = "不封顶" if amount["high"] is None else grouped(amount["high"])
        return f"{grouped(amount['low'])} 到 {high}"
    return "没有数" if amount is None else grouped(amount)


def _exact(amount: Any) -> int | None:
    return fen(amount) if isinstance(amount, str) else None


def _signed(change: int) -> str:
    return f"{'多' if change > 0 else '少'} {grouped(yuan(abs(change)))}" if change else "不变"


def _cites(benefit: Assessment) -> str:
    return f"［{'、'.join(benefit['cites'])}］"


def _told(changes: Iterable[Change], number: int) -> Iterator[str]:
    found = list(changes)
    for change in found:
        yield change.name
        yield from (f"    {line}" for line in change.lines)
    if not found:
        yield f"{number} 个例子，没有变化"
        return
    most = max(found, key=lambda change: abs(change.total))
    yield f"{number} 个例子，{len(found)} 个有变化；合计{_signed(sum(c.total for c in found))}"
    yield f"变化最大：{most.name}，{_signed(most.total)}"
