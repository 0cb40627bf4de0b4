"""Whole numbers of 64 bits: the largest sums times the rates of a pack must stay far inside."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..benefits import Benefit
from ..money import MAX_FEN, WHOLE
from ..operations.counter import Counter
from ..operations.ladder import Bands
from ..operations.overflow import Beyond
from ..operations.premium import Premium
from ..operations.relief import Relief
from ..packs import Pack
from .finding import Finding

MOST_VISITS = 1_000
"""More settlements than anybody has in a year."""

LARGEST = MAX_FEN * MOST_VISITS
LIMIT = 1 << 62


def check_bounds(pack: Pack) -> Iterator[Finding]:
    """Find figures with which the largest year could leave the whole numbers of 64 bits."""
    for benefit in pack.benefits.values():
        for number, product in enumerate(_products(benefit), 1):
            if product >= LIMIT:
                yield Finding(f"benefit.{benefit.id}", f"第 {number} 档的数太大，会算不下")


def _products(benefit: Benefit) -> Iterator[int]:
    ordinary = [t.row for t in benefit.tariffs if t.everyone and isinstance(t.row, Bands)]
    for tariff in benefit.tariffs:
        row = tariff.row
        yield largest(row.of(ordinary[0]) if isinstance(row, Relief) and ordinary else row)


def largest(row: object) -> int:
    """Give a bound of every product that a row's figures can make."""
    if isinstance(row, Bands):
        figures = [row.deductible, row.cap or 0, *(floor for floor, _ in row.bands)]
        return max(LARGEST, *figures) * _swing([rate for _, rate in row.bands])
    if isinstance(row, Counter):
        return max(LARGEST, row.day, row.cap) * WHOLE
    if isinstance(row, Beyond):
        return max(LARGEST, row.cap) * WHOLE
    if isinstance(row, Premium):
        return max(MAX_FEN, row.at_least) * WHOLE
    return LARGEST * WHOLE


def _swing(rates: Sequence[int]) -> int:
    """Add up all steps between the bands: that much the sum is multiplied by at most."""
    return max(WHOLE, rates[0] + sum(abs(high - low) for low, high in pairwise(rates)))
