"""Visits of which nobody has told: none, poor ones, and as large ones as can be, on every day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations, product

from .money import HALF, MAX_FEN
from .operations.gate import Test
from .packs import Pack
from .table import CODES, day_number
from .ways import PACKS, Axis, Spot, axis, visit_facts

NUMBER = len(CODES["kind"])
"""So many visits are imagined: one of each kind."""

KINDS = (*((kind,) for kind in range(NUMBER)), tuple(range(NUMBER)))
"""Which of them there are: limits may be shared, so each is tried alone as well."""

GOOD = {"designated": 1, "place": 0, "referral": 1, "public_hospital": 1, "grassroots_first": 1}
POOR = {"designated": 0, "place": 3, "referral": 0, "public_hospital": 0, "grassroots_first": 0}
"""Facts of a visit with which the gates of most benefits are passed, and of one that fails them."""

Facts = Mapping[str, int]


def imagine(pack: Pack, days: Sequence[date]) -> Axis:
    """
    Make the axis of visits that are not known: each way tells of all that there may be.

    The second half of the large ones is the same visits with costs twice as high: where that still
    brings more, there is no upper end.
    """
    numbers = [day_number(day) for day in days]
    none = _way(pack, (), 0, numbers[-1], GOOD)
    poor = [_way(pack, (0,), 0, day, POOR) for day in numbers if _has_rights(pack)]
    half, most = (_large(pack, amount, numbers) for amount in (HALF, MAX_FEN))
    return axis("visits", [none, *poor, *half, *most], open_=len(most))


def _large(pack: Pack, amount: int, days: Sequence[int]) -> list[dict[Spot, int]]:
    """List visits of as much, each with insurance not settled, and all together with it settled."""
    passing = product(KINDS, days, _passing(pack))
    ways = [_way(pack, kinds, amount, day, facts) for kinds, day, facts in passing]
    for day, paid in product(days, _slips(pack, amount)):
        ways.append(_settled(_way(pack, KINDS[-1], amount, day, GOOD), paid))
    return ways


def _slips(pack: Pack, amount: int) -> list[dict[str, int]]:
    """List what slips may show: much paid by each insurance, or nothing by those with a tariff."""
    part = amount // 4
    layers = [b.id for b in pack.benefits.values() if b.insurance]
    nothing = [dict.fromkeys(some, 0) for n in (1, 2) for some in combinations(layers, n)]
    return [{"basic": part, "critical": part}, *nothing]


@lru_cache(maxsize=PACKS)
def _passing(pack: Pack) -> tuple[Facts, ...]:
    """List facts of a visit, so that each benefit's gates are passed with some of them."""
    found: list[Facts] = [GOOD]
    for benefit in pack.benefits.values():
        facts = dict(GOOD)
        for gate in benefit.gates:
            if gate.of_visit and not any(_fits(row, facts) for row in gate.rows):
                facts |= {test.fact: test.values[0] for test in gate.rows[0] if test.fact in facts}
        if facts not in found:
            found.append(facts)
    return tuple(found)


def _fits(row: Iterable[Test], facts: Facts) -> bool:
    return all(facts[test.fact] in test.values for test in row if test.fact in facts)


def _has_rights(pack: Pack) -> bool:
    """Tell whether a poor visit may cost something: a right that looks at its hospital."""
    return any(b.operation == "right" for b in pack.benefits.values())


def _way(pack: Pack, kinds: Sequence[int], amount: int, day: int, facts: Facts) -> dict[Spot, int]:
    """Set everything of all visits; those that are not there are of no kind."""
    way: dict[Spot, int] = {}
    for number in range(NUMBER):
        here = number in kinds
        way |= {
            ("kind", number): number if here else -1,
            ("day", number): day,
            ("spread", number): int(here),
            ("in_scope", number): amount * here,
            ("critical_open", number): 1,
            ("basic_open", number): 1,
        }
        way |= {(fact, number): facts.get(fact, 1) for fact in visit_facts(pack)}
    return way


def _settled(way: Mapping[Spot, int], paid: Mapping[str, int]) -> dict[Spot, int]:
    """Let the slips show what some insurance paid: that counts, whatever the tariff says."""
    shown = {(layer, n): fen for layer, fen in paid.items() for n in range(NUMBER)}
    closed = {(f"{layer}_open", n): 0 for layer, n in shown}
    return {**way, **shown, **closed}
