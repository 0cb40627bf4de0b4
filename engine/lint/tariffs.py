"""Rows of a benefit: nobody in two of them, none that nobody can pick, no gap between bands."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import numpy as np

from ..benefits import Benefit
from ..operations.ladder import Bands
from ..operations.tariff import Tariff
from ..packs import Pack
from ..table import CODES
from .finding import Finding

SCHEMES = CODES["scheme"]


def check_tariffs(pack: Pack) -> Iterator[Finding]:
    """Find overlaps, dead rows and gaps in the tariffs of every benefit."""
    for benefit in pack.benefits.values():
        yield from _overlaps(benefit)
        yield from _dead_rows(benefit, pack)
        for number, tariff in enumerate(benefit.tariffs, 1):
            if isinstance(tariff.row, Bands):
                yield from _bands(tariff.row, f"benefit.{benefit.id}: 第 {number} 档")


def open_schemes(benefit: Benefit) -> list[str]:
    """List the insurance schemes that the benefit's own conditions let pass."""
    gates = [gate for gate in benefit.gates if gate.facts == ("scheme",)]
    numbers = np.arange(len(SCHEMES))
    passed = [gate.holds(lambda _: numbers) for gate in gates]
    allowed = np.logical_and.reduce([np.ones(len(SCHEMES), bool), *passed])
    return [scheme for scheme, fine in zip(SCHEMES, allowed, strict=True) if fine]


def fits(tariff: Tariff, member: str, scheme: str) -> bool:
    """Tell whether a row is for an identity under a scheme."""
    return scheme in tariff.schemes and (tariff.everyone or member in tariff.members)


def _overlaps(benefit: Benefit) -> Iterator[Finding]:
    place = f"benefit.{benefit.id}"
    for number, tariff in enumerate(benefit.tariffs, 1):
        twice = sorted({m for m in tariff.members if tariff.members.count(m) > 1})
        if twice:
            yield Finding(place, f"第 {number} 档把 {'、'.join(twice)} 写了两遍")
    for (i, one), (j, other) in combinations(enumerate(benefit.tariffs, 1), 2):
        members = sorted(set(one.members) & set(other.members))
        members += ["所有人"] if one.everyone and other.everyone else []
        schemes = [s for s in SCHEMES if s in one.schemes and s in other.schemes]
        if members and schemes:
            who = "、".join(members)
            yield Finding(place, f"第 {i} 档和第 {j} 档都写了 {who}（{'、'.join(schemes)}）")


def _dead_rows(benefit: Benefit, pack: Pack) -> Iterator[Finding]:
    place = f"benefit.{benefit.id}"
    schemes, members = open_schemes(benefit), [*pack.members, ""]
    picked = {_pick(benefit.tariffs, m, s) for m in members for s in schemes}
    for number in range(1, len(benefit.tariffs) + 1):
        if number not in picked:
            yield Finding(place, f"第 {number} 档谁也用不到")
    for code in benefit.office:
        told = [_pick(benefit.tariffs, code, scheme) for scheme in schemes]
        if told and all(told):
            yield Finding(place, f"office 的 {code} 已经有自己的一档，不会问部门")


def _pick(tariffs: Sequence[Tariff], member: str, scheme: str) -> int:
    """Number the first row that fits, as it is chosen; 0 is none."""
    return next((n for n, t in enumerate(tariffs, 1) if fits(t, member, scheme)), 0)


def _bands(bands: Bands, place: str) -> Iterator[Finding]:
    rates = [rate for _, rate in bands.bands]
    if not any(rates):
        yield Finding(place, "一分也不付")
    for number, (before, rate) in enumerate(pairwise(rates), 2):
        if before and not rate:
            yield Finding(place, f"第 {number} 段断了，前面一段还付")
        elif rate == before:
            yield Finding(place, f"第 {number} 段和前一段一样")
        elif rate < before:
            yield Finding(place, f"第 {number} 段的比例比前一段低", note=True)
    floor = bands.bands[-1][0]
    if bands.cap is not None and floor and bands.pays(bands.deductible + floor) >= bands.cap:
        yield Finding(place, "最后一段用不到，之前已经封顶")
