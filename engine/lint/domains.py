"""All values that facts can take, so that a condition can be tried with every one of them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import numpy as np

from ..operations.gate import Gate, Test
from ..questions import BY_PATH
from ..table import CODES, Whole

MOST_YEARS = 120
"""The largest whole number that a question takes."""


def domain(fact: str, tests: Sequence[Test]) -> list[int]:
    """List the values of a fact that a test can tell apart and a person can answer."""
    if fact in CODES:
        return list(range(len(CODES[fact])))
    if _question_type(fact) == "number":
        edges = {edge for t in tests if t.fact == fact and (edge := t.at_least) is not None}
        return sorted({0, *(edge for edge in edges if edge <= MOST_YEARS)})
    return [0, 1]


def combinations_of(facts: Sequence[str], tests: Sequence[Test]) -> Mapping[str, Whole]:
    """Give one column a fact; together the columns hold every combination of values."""
    values = list(product(*(domain(fact, tests) for fact in facts)))
    columns = np.array(values, np.int64).reshape(len(values), len(facts))
    return {fact: columns[:, place] for place, fact in enumerate(facts)}


def tests_of(gates: Sequence[Gate]) -> Iterator[Test]:
    """List every test of some gates."""
    for gate in gates:
        for row in gate.rows:
            yield from row


def _question_type(fact: str) -> str:
    paths = (f"person.{fact}", f"visits[].{fact}")
    return next((BY_PATH[path].type for path in paths if path in BY_PATH), "")
