"""Conditions: what must be so for a person, or for one visit, before a benefit is paid."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from ..questions import BY_PATH
from ..table import CODES, Flags, Whole, code, tell_each

PERSON = "person."
VISIT = "visits[]."


@dataclass(frozen=True, slots=True)
class Test:
    """A fact is one of some values, or at least a number."""

    fact: str
    values: tuple[int, ...] = ()
    at_least: int | None = None

    @classmethod
    def read(cls, fact: str, wanted: Any) -> Self:
        """Read `fact = [values]` or `fact = {at_least = n}`; the fact must be asked somewhere."""
        if VISIT + fact not in BY_PATH and PERSON + fact not in BY_PATH:
            raise ValueError(f"没有哪个问题问到这个事实：{fact}")
        if isinstance(wanted, Mapping):
            if set(wanted) != {"at_least"}:
                raise ValueError(f"{fact} 只能写 at_least：{dict(wanted)}")
            return cls(fact, at_least=int(wanted["at_least"]))
        if not wanted:
            raise ValueError(f"{fact} 没有写取值")
        if fact in CODES and not set(wanted) <= set(CODES[fact]):
            raise ValueError(f"{fact} 没有这样的取值：{wanted}")
        return cls(fact, values=tuple(code(fact, value) for value in wanted))

    def allows(self, value: str | int) -> bool:
        """Tell whether one value is as wanted."""
        number = code(self.fact, value)
        return number in self.values if self.at_least is None else number >= self.at_least

    def surely(self, facts: Mapping[str, Any]) -> bool:
        """Tell whether a fact is known and as wanted."""
        value = facts.get(self.fact)
        return value is not None and self.allows(value)

    def holds(self, column: Whole) -> Flags:
        """Tell for each line whether the fact is as wanted."""
        return tell_each(column, self._holds)

    def _holds(self, column: Whole) -> Flags:
        if self.at_least is not None:
            enough: Flags = column >= self.at_least
            return enough
        if len(self.values) > 2:
            least, most = min(self.values), max(self.values)
            if most - least == len(self.values) - 1:
                inside: Flags = (column >= least) & (column <= most)
                return inside
        held: Flags = column == self.values[0]
        for value in self.values[1:]:
            held |= column == value
        return held


@dataclass(frozen=True)
class Gate:
    """Holds where all tests of any one row hold; else refused, or left to the office."""

    id: str
    rows: tuple[tuple[Test, ...], ...]
    cites: tuple[str, ...]
    met: str
    unmet: str
    fails: str = "ineligible"
    office: str = "insurance"

    @classmethod
    def read(cls, *, cites: Sequence[str], **rest: Any) -> Self:
        """Read one gate of a pack."""
        rows = tuple(tuple(Test.read(*item) for item in row.items()) for row in rest.pop("any"))
        gate = cls(rows=rows, cites=tuple(cites), **rest)
        if not gate.cites:
            raise ValueError("每个条件都要写依据的条款 cites")
        if gate.fails not in ("ineligible", "ask_office"):
            raise ValueError(f"fails 只能是 ineligible 或 ask_office：{gate.fails}")
        return gate

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """Name the facts that are read, each once."""
        return tuple(dict.fromkeys(test.fact for row in self.rows for test in row))

    @cached_property
    def of_visit(self) -> bool:
        """Whether it is about a visit, not about the person alone."""
        return any(VISIT + fact in BY_PATH for fact in self.facts)

    def allows(self, facts: Mapping[str, Any]) -> bool:
        """Tell whether some facts, all known, pass the gate."""
        return any(all(test.allows(facts[test.fact]) for test in row) for row in self.rows)

    def surely(self, facts: Mapping[str, Any]) -> bool:
        """Tell whether some facts pass the gate, whatever is not known of them."""
        return any(all(test.surely(facts) for test in row) for row in self.rows)

    def holds(self, column: Callable[[str], Whole]) -> Flags:
        """Tell for each line whether the gate is passed."""
        first, *others = (_all(row, column) for row in self.rows)
        for other in others:
            first |= other
        return first


def _all(tests: Sequence[Test], column: Callable[[str], Whole]) -> Flags:
    first, *others = (test.holds(column(test.fact)) for test in tests)
    for other in others:
        first &= other
    return first
