"""Conditions: each can be met and can be failed, and those of one benefit can be met together."""

from collections.abc import Iterator, Mapping

import numpy as np

from ..operations.gate import Gate, Test
from ..packs import Pack
from ..table import Flags, Whole
from .domains import combinations_of, tests_of
from .finding import Finding


def check_gates(pack: Pack) -> Iterator[Finding]:
    """Find conditions that nobody meets or that everybody meets."""
    gates = {gate.id: gate for b in pack.benefits.values() for gate in b.gates}
    for gate in gates.values():
        yield from _gate(gate)
    for benefit in pack.benefits.values():
        if benefit.gates and not _together(benefit.gates).any():
            yield Finding(f"benefit.{benefit.id}", "几个条件不能同时满足")
    for group in pack.groups.values():
        yield from _tests(group.when, f"group.{group.code}")
    for notice in pack.notices:
        yield from _tests(notice.when, f"warning.{notice.id}")


def _gate(gate: Gate) -> Iterator[Finding]:
    columns = combinations_of(gate.facts, list(tests_of([gate])))
    held = gate.holds(columns.__getitem__)
    place = f"gate.{gate.id}"
    if not held.any():
        yield Finding(place, "这个条件永远满足不了")
    elif held.all():
        yield Finding(place, "这个条件谁都满足，等于没有")
    for number, row in enumerate(gate.rows, 1):
        if held.any() and not _all_of(row, columns).any():
            yield Finding(place, f"any 的第 {number} 行永远满足不了")


def _together(gates: tuple[Gate, ...]) -> Flags:
    facts = list(dict.fromkeys(fact for gate in gates for fact in gate.facts))
    columns = combinations_of(facts, list(tests_of(gates)))
    held: Flags = np.logical_and.reduce([gate.holds(columns.__getitem__) for gate in gates])
    return held


def _tests(tests: tuple[Test, ...], place: str) -> Iterator[Finding]:
    if not tests:
        return
    held = _all_of(tests, combinations_of([test.fact for test in tests], tests))
    if not held.any():
        yield Finding(place, "when 永远满足不了")
    elif held.all():
        yield Finding(place, "when 谁都满足，等于没有")


def _all_of(tests: tuple[Test, ...], columns: Mapping[str, Whole]) -> Flags:
    held: Flags = np.logical_and.reduce([test.holds(columns[test.fact]) for test in tests])
    return held
