"""What can be wrong with a pack although it can be read."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from .benefits import Benefit
from .clock import today
from .operations.ladder import Bands
from .packs import FOLDER, Pack, PackError, read


def lint(folder: Path = FOLDER, year: int | None = None) -> list[str]:
    """List the problems of all packs of a folder, each with file, place and reason."""
    return [problem for path in sorted(folder.glob("*.toml")) for problem in lint_file(path, year)]


def lint_file(path: Path, year: int | None = None) -> list[str]:
    """List the problems of one pack file."""
    try:
        pack = read(path, year or today().year)
    except PackError as reason:
        return [str(reason)]
    return [
        f"{path.name}: {problem}" for problem in (*_unused(pack), *_uncited(pack), *_order(pack))
    ]


def _unused(pack: Pack) -> Iterator[str]:
    """A group that no benefit names and that no office is asked about says nothing."""
    named = {m.split(":")[-1] for b in pack.benefits.values() for t in b.tariffs for m in t.members}
    named |= {code for b in pack.benefits.values() for code in b.office}
    alias = {pack.alias.status} if pack.alias else set()
    for code in sorted(set(pack.groups) - named - alias):
        yield f"group.{code}: 没有哪一项用到这个身份"


def _uncited(pack: Pack) -> Iterator[str]:
    for code, group in pack.groups.items():
        if not group.cites:
            yield f"group.{code}: 没有写依据的条款"
        if group.office not in pack.offices:
            yield f"group.{code}: 没有这个部门：{group.office}"
    for benefit in pack.benefits.values():
        for gate in benefit.gates:
            if not gate.cites:
                yield f"gate.{gate.id}: 没有写依据的条款"


def _order(pack: Pack) -> Iterator[str]:
    """Tariffs chosen by the best identity must stand best first, and never pay less."""
    for benefit in pack.benefits.values():
        if benefit.operation == "annual" and not benefit.together:
            yield from _worse_first(benefit)


def _worse_first(benefit: Benefit) -> Iterator[str]:
    for variant in benefit.ladders({}):
        for number, (better, worse) in enumerate(pairwise(variant[1:]), 1):
            shared = set(benefit.tariffs[number - 1].schemes) & set(benefit.tariffs[number].schemes)
            if shared and not dominates(better, worse):
                yield f"benefit.{benefit.id}: 第 {number} 档不比第 {number + 1} 档高，就高算不准"


def dominates(better: Bands, worse: Bands) -> bool:
    """Tell whether one tariff pays at least as much as another at every sum."""
    edges = {b.deductible + floor for b in (better, worse) for floor, _ in b.bands}
    edges |= {better.deductible, worse.deductible, 10**12}
    capped = better.cap is not None and (worse.cap is None or better.cap < worse.cap)
    return not capped and all(_owed(better, e) >= _owed(worse, e) for e in edges)


def _owed(bands: Bands, amount: int) -> int:
    return sum(part * rate for part, rate, _ in bands.pieces(amount))
