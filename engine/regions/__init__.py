"""Places by official code: their names, parents, years, and a search that forgives slips."""

from engine.regions.catalogue import (
    Region,
    ancestors,
    children,
    current,
    describe,
    everywhere,
    get,
)
from engine.regions.matching import search

__all__ = [
    "Region",
    "ancestors",
    "children",
    "current",
    "describe",
    "everywhere",
    "get",
    "search",
]
