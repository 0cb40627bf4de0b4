"""The better identity must pay at least as much: by benefit, and for those decided together."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations

from ..benefits import Benefit
from ..money import yuan
from ..operations.given import Given
from ..operations.ladder import Bands
from ..packs import Pack
from ..table import CODES
from .finding import Finding
from .tariffs import fits

FAR = 10**12
SUMS = tuple(n * 10**k for k in range(5, 9) for n in range(1, 10))
"""Burdens of a year to try, in fen: 1,000 yuan to 9,000,000 yuan."""


def check_order(pack: Pack) -> Iterator[Finding]:
    """Tariffs chosen by the best identity must stand best first, and never pay less."""
    for benefit in pack.benefits.values():
        if benefit.operation == "annual" and not benefit.together:
            yield from _worse_first(benefit)


def _worse_first(benefit: Benefit) -> Iterator[Finding]:
    place = f"benefit.{benefit.id}"
    for (i, better), (j, worse) in combinations(enumerate(benefit.tariffs), 2):
        if not set(better.schemes) & set(worse.schemes):
            continue
        if (better.in_force or benefit.in_force) > (worse.in_force or benefit.in_force):
            yield Finding(place, f"第 {i + 1} 档比第 {j + 1} 档晚施行，早的日子就高算不准")
        if isinstance(better.row, Given) or isinstance(worse.row, Given):
            continue
        if not all(dominates(v[i + 1], v[j + 1]) for v in benefit.ladders({})):
            yield Finding(place, f"第 {i + 1} 档不比第 {j + 1} 档高，就高算不准")


def dominates(better: Bands, worse: Bands) -> bool:
    """Tell whether one tariff pays at least as much as another at every sum."""
    edges = {b.deductible + floor for b in (better, worse) for floor, _ in b.bands}
    edges |= {better.deductible, worse.deductible, FAR}
    capped = better.cap is not None and (worse.cap is None or better.cap < worse.cap)
    return not capped and all(_owed(better, e) >= _owed(worse, e) for e in edges)


def _owed(bands: Bands, amount: int) -> int:
    return sum(part * rate for part, rate, _ in bands.pieces(amount))


def check_sums(pack: Pack) -> Iterator[Finding]:
    """Say where a higher class gets less in all from the benefits that are decided together."""
    for scheme in pack.header.schemes:
        for kind in range(len(CODES["kind"])):
            benefits = [b for b in pack.benefits.values() if b.together and kind in b.kinds]
            if len(benefits) > 1:
                yield from _less_in_all(pack, benefits, scheme)


def _less_in_all(pack: Pack, benefits: Sequence[Benefit], scheme: str) -> Iterator[Finding]:
    first, place = benefits[0].id, f"benefit.{'+'.join(b.id for b in benefits)}"
    rows = {m: _bands_of(benefits, m, scheme) for m in pack.members}
    for high, low in permutations((m for m in pack.members if first in rows[m]), 2):
        above, below = rows[high][first], rows[low][first]
        if above == below or not dominates(above, below):
            continue
        less = [s for s in SUMS if _all(benefits, rows[high], s) < _all(benefits, rows[low], s)]
        if less:
            told = f"负担 {yuan(less[0])} 时，{high} 合起来比 {low} 少"
            yield Finding(place, told, note=True)


def _bands_of(benefits: Sequence[Benefit], member: str, scheme: str) -> Mapping[str, Bands]:
    found = {
        b.id: next((t.row for t in b.tariffs if fits(t, member, scheme)), None) for b in benefits
    }
    return {name: row for name, row in found.items() if isinstance(row, Bands)}


def _all(benefits: Sequence[Benefit], rows: Mapping[str, Bands], burden: int) -> int:
    """Add up what is paid of a burden by one benefit after the other."""
    paid: dict[str, int] = {}
    for benefit in benefits:
        if benefit.id in rows:
            base = burden - sum(paid.get(layer, 0) for layer in benefit.minus)
            row = rows[benefit.id]
            paid[benefit.id] = min(row.pays(base), FAR if row.cap is None else row.cap)
    return sum(paid.values())
