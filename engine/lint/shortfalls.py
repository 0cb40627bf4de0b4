"""How a benefit can fall short of a frame: below its floor, out of order, flat, or barred."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, product
from typing import Any

import numpy as np

from ..benefits import Benefit
from ..money import WHOLE, percent
from ..notices import Constraint
from ..operations.counter import Counter
from ..operations.gate import Gate
from ..operations.ladder import Bands
from ..operations.premium import Premium
from ..questions import QUESTIONS
from .domains import combinations_of, tests_of
from .dominance import dominates
from .tariffs import fits, open_schemes

LABELS = {option.value: option.label for option in QUESTIONS["status"].options}

Short = dict[str, list[str]]
"""What falls short, and for which identities."""


def _gathered(found: Iterator[tuple[str, str]]) -> Short:
    short: Short = {}
    for what, code in dict.fromkeys(found):
        short.setdefault(what, []).append(code)
    return short


def _rows(benefit: Benefit, code: str) -> list[Any]:
    """List the figures of an identity, one for each insurance scheme under which it has any."""
    fitting = (
        [t.row for t in benefit.tariffs if fits(t, code, scheme)][:1]
        for scheme in open_schemes(benefit)
    )
    return [row for rows in fitting for row in rows]


def below_floor(_constraint: Constraint, asked: Benefit, benefit: Benefit) -> Short:
    """Find whom the frame gives more, or gives anything at all."""
    floors = [(code, tariff.row) for tariff in asked.tariffs for code in tariff.members]
    return _gathered((what, code) for code, row in floors for what in _under(benefit, code, row))


def _under(benefit: Benefit, code: str, floor: Any) -> Iterator[str]:
    rows = _rows(benefit, code)
    if not rows:
        yield "没有写"
    for row in rows:
        yield from _less(row, floor)


def _less(row: Any, floor: Any) -> Iterator[str]:
    if isinstance(row, Premium) and isinstance(floor, Premium) and row.rate < floor.rate:
        yield f"不到 {percent(floor.rate)}"
    if not isinstance(floor, Bands):
        return
    least = min(rates(floor))
    if isinstance(row, Bands | Counter) and min(rates(row)) < least:
        yield f"比例不到 {percent(least)}"
    if isinstance(row, Bands) and row.deductible > floor.deductible:
        yield "有起付线"
    if isinstance(row, Counter):
        yield f"按天、按次有限额，可能不到 {percent(least)}"


def rates(row: Bands | Counter) -> list[int]:
    """List the rates of a row, from the first band on."""
    return [rate for _, rate in row.bands] if isinstance(row, Bands) else [row.rate]


def out_of_order(constraint: Constraint, _asked: Benefit, benefit: Benefit) -> Short:
    """Find those of an earlier rank who get less than one of a later rank."""
    pairs = (
        pair
        for earlier, later in combinations(constraint.order, 2)
        for pair in product(earlier, later)
    )
    return _gathered(
        (f"比“{LABELS[low]}”低", high)
        for high, low in pairs
        for above, below in zip(_rows(benefit, high), _rows(benefit, low), strict=False)
        if not _at_least(above, below)
    )


def _at_least(above: Any, below: Any) -> bool:
    if isinstance(above, Bands) and isinstance(below, Bands):
        return dominates(above, below)
    if isinstance(above, Counter) and isinstance(below, Counter):
        return above.rate >= below.rate
    return True


def flat(_constraint: Constraint, _asked: Benefit, benefit: Benefit) -> Short:
    """Find rates that do not rise with the burden, although they could."""
    rows = [t for t in benefit.tariffs if isinstance(t.row, Bands | Counter)]
    still = [t for t in rows if rates(t.row)[-1] <= rates(t.row)[0] < WHOLE]
    return _gathered(
        (f"一直是 {percent(rates(t.row)[0])}", code) for t in still for code in t.members
    )


def barred(constraint: Constraint, _asked: Benefit, benefit: Benefit) -> Short:
    """Find conditions that refuse somebody because of what the frame says must not matter."""
    stopping = [gate for gate in benefit.gates if not _lets_pass(gate, constraint)]
    return {f"条件“{gate.unmet}”": [] for gate in stopping}


def _lets_pass(gate: Gate, constraint: Constraint) -> bool:
    """Tell whether whoever has the kept facts can pass, whatever else the gate asks."""
    kept = [test for test in constraint.keeps if test.fact in gate.facts]
    if not kept:
        return True
    columns = combinations_of(gate.facts, list(tests_of([gate])))
    wanted = np.logical_and.reduce([test.holds(columns[test.fact]) for test in kept])
    passed = wanted & gate.holds(columns.__getitem__)
    ways = np.stack([columns[test.fact] for test in kept], axis=1)
    return len(np.unique(ways[wanted], axis=0)) == len(np.unique(ways[passed], axis=0))


KINDS: Mapping[str, Callable[[Constraint, Benefit, Benefit], Short]] = {
    "floor": below_floor,
    "order": out_of_order,
    "rises": flat,
    "keeps": barred,
}
"""How each kind of constraint is looked at."""
