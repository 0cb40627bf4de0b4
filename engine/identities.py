"""Several identities (就高): one row for each identity that could decide, and the best row kept."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

import numpy as np

from .packs import Pack
from .table import Flags, Index, Table, Whole, starts


@dataclass(frozen=True, slots=True)
class Candidates:
    """For a set of identities: those that differ in what they pay, by document order."""

    several: Flags  # set -> whether there is more than one candidate
    first: Index  # set -> the first of them, or nobody
    groups: tuple[tuple[int, int], ...]  # (bits of equal identities, one of them)

    def of(self, held: int) -> list[int]:
        """List the candidates in a set of identities; nobody alone if there is none."""
        return [who for bits, who in self.groups if held & bits] or [int(self.first[0])]


@lru_cache(maxsize=64)
def candidates(pack: Pack) -> Candidates:
    """Group the identities of a pack by all they are paid together."""
    nobody = len(pack.members)
    together = [b.picks.single for b in pack.benefits.values() if b.together]
    groups: dict[bytes, list[int]] = {}
    for who in range(nobody):
        groups.setdefault(b"".join(single[who].tobytes() for single in together), []).append(who)
    paid = [whos for whos in groups.values() if any(single[whos[0]].any() for single in together)]
    sets = np.arange(1 << nobody)
    number = np.zeros(len(sets), np.intp)
    first = np.full(len(sets), nobody, np.intp)
    bits = [(sum(1 << who for who in whos), whos[0]) for whos in paid]
    for mask, who in reversed(bits):
        number += (sets & mask) != 0
        first[(sets & mask) != 0] = who
    return Candidates(number > 1, first, tuple(bits))


def decide(pack: Pack, table: Table) -> tuple[Table, Index, Index]:
    """Give a table with one row an alternative, each visit's identity, and each row's source."""
    options = candidates(pack)
    held = table.visits["held"]
    if not options.several.take(held).any():
        return table, options.first.take(held), np.arange(table.rows)
    return _expand(table, options)


def _expand(table: Table, options: Candidates) -> tuple[Table, Index, Index]:
    edges = np.searchsorted(table.owner, np.arange(table.rows + 1))
    held = table.visits["held"]
    known: dict[bytes, list[tuple[int, ...]]] = {}
    rows: list[int] = []
    whos: list[tuple[int, ...]] = []
    for row in range(table.rows):
        mine = held[edges[row] : edges[row + 1]]
        ways = known.get(mine.tobytes())
        if ways is None:
            ways = known[mine.tobytes()] = _ways(mine, options)
        rows += [row] * len(ways)
        whos += ways
    source = np.array(rows, np.intp)
    return take(table, source), np.array([w for who in whos for w in who], np.intp), source


def _ways(held: Whole, options: Candidates) -> list[tuple[int, ...]]:
    """List the identities that could decide, one for each stretch of equal identities (A19)."""
    stretch = np.cumsum(np.append(np.zeros(min(len(held), 1), int), held[1:] != held[:-1]))
    heads = held[np.flatnonzero(starts(stretch))].tolist() if len(held) else []
    return [tuple(way[s] for s in stretch) for way in product(*map(options.of, heads))]


def take(table: Table, rows: Index) -> Table:
    """Give the table of some rows, in their order, repeated where they repeat."""
    edges = np.searchsorted(table.owner, np.arange(table.rows + 1))
    lengths = edges[rows + 1] - edges[rows]
    owner = np.repeat(np.arange(len(rows)), lengths)
    offset = np.arange(len(owner)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    lines = np.repeat(edges[rows], lengths) + offset
    return replace(
        table,
        rows=len(rows),
        persons={name: column[rows] for name, column in table.persons.items()},
        visits={name: column[lines] for name, column in table.visits.items()},
        owner=owner,
    )


def best_rows(total: Whole, source: Index) -> Index:
    """Name, for every source, its first row with the largest total."""
    heads = np.flatnonzero(np.append(True, source[1:] != source[:-1]))
    top = np.maximum.reduceat(total, heads)
    is_top = total == np.repeat(top, np.diff(np.append(heads, len(total))))
    lines = np.flatnonzero(is_top)
    _, keep = np.unique(source[lines], return_index=True)
    return lines[keep]
