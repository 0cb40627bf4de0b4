"""Several identities (就高): one row for each identity that could decide, and the best row kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, product

import numpy as np

from .packs import Pack
from .table import Flags, Index, Table, Whole, spread


@dataclass(frozen=True, slots=True)
class Candidates:
    """For a set of identities: those that differ in what they pay, by document order."""

    several: Flags  # set -> whether there is more than one candidate
    number: Index  # set -> how many rows it takes: one for nobody, too
    each: Index  # set -> its candidates, side by side
    first: Index  # set -> the first of them, or nobody

    def of(self, held: int) -> list[int]:
        """List the candidates in a set of identities; nobody alone if there is none."""
        found: list[int] = self.each[held, : self.number[held]].tolist()
        return found


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
    each = np.full((len(sets), max(len(paid), 1)), nobody, np.intp)
    bits = [(sum(1 << who for who in whos), whos[0]) for whos in paid]
    for mask, who in bits:
        held = (sets & mask).nonzero()[0]
        each[held, number[held]] = who
        number[held] += 1
    return Candidates(number > 1, np.maximum(number, 1), each, each[:, 0].copy())


def decide(pack: Pack, table: Table) -> tuple[Table, Index, Index]:
    """Give a table with one row an alternative, each visit's identity, and each row's source."""
    options = candidates(pack)
    held = table.visits["held"]
    if not options.several[held].any():
        return table, options.first[held], np.arange(table.rows)
    return _expand(table, options)


def _expand(table: Table, options: Candidates) -> tuple[Table, Index, Index]:
    """Repeat every row for each identity that could decide, one a stretch of equal ones (A19)."""
    held, first = table.visits["held"], table.first
    earliest = held[first.heads]
    if np.count_nonzero(held != spread(earliest, first)):
        return _expand_one_by_one(table, options)
    heads = np.zeros(table.rows, np.int64)
    heads[table.owner[first.heads]] = earliest
    number = options.number[heads]
    source = np.arange(table.rows).repeat(number)
    place = np.arange(len(source)) - (number.cumsum() - number)[source]
    wide = take(table, source)
    return wide, wide.at_visits(options.each[heads[source], place]), source


def _expand_one_by_one(table: Table, options: Candidates) -> tuple[Table, Index, Index]:
    edges = np.searchsorted(table.owner, np.arange(table.rows + 1)).tolist()
    held = table.visits["held"].tolist()
    known: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
    rows: list[int] = []
    whos: list[int] = []
    for row in range(table.rows):
        mine = tuple(held[edges[row] : edges[row + 1]])
        if mine not in known:
            known[mine] = list(_ways(mine, options))
        for way in known[mine]:
            rows.append(row)
            whos += way
    source = np.array(rows, np.intp)
    return take(table, source), np.array(whos, np.intp), source


def _ways(held: tuple[int, ...], options: Candidates) -> Iterator[tuple[int, ...]]:
    """List the identities that could decide, one for each stretch of equal identities (A19)."""
    stretches = [(one, len(list(same))) for one, same in groupby(held)]
    for way in product(*(options.of(one) for one, _ in stretches)):
        yield tuple(w for w, (_, long) in zip(way, stretches, strict=True) for _ in range(long))


def take(table: Table, rows: Index) -> Table:
    """Give the table of some rows, in their order, repeated where they repeat."""
    lines, owner = lines_of(table, rows)
    return Table(
        len(rows),
        {name: column[rows] for name, column in table.persons.items()},
        {name: column[lines] for name, column in table.visits.items()},
        owner,
        table.each,
        table.in_order,
    )


def lines_of(table: Table, rows: Index) -> tuple[Index, Index]:
    """Give the lines of some rows, and for each line the place of its row among them."""
    places = np.arange(len(rows))
    if table.each:
        lines = rows[:, None] * table.each + np.arange(table.each)
        return lines.ravel(), places.repeat(table.each)
    edges = table.owner.searchsorted(np.arange(table.rows + 1))
    lengths = edges[rows + 1] - edges[rows]
    owner = places.repeat(lengths)
    offset = np.arange(len(owner)) - (lengths.cumsum() - lengths).repeat(lengths)
    return edges[rows].repeat(lengths) + offset, owner


def best_rows(total: Whole, source: Index) -> Index:
    """Name the first row with the largest total of every source; sources are counted from 0."""
    sources = np.arange(int(source[-1]) + 1)
    top = np.maximum.reduceat(total, source.searchsorted(sources))
    best = (total == top[source]).nonzero()[0]
    chosen: Index = best[source[best].searchsorted(sources)]
    return chosen
