"""Persons and visits as columns, and running sums that begin anew with each segment."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Index = NDArray[np.intp]

EPOCH = 719_163
"""The ordinal of 1970-01-01: a day's column counts from there."""

CODES: Mapping[str, tuple[str, ...]] = {
    "scheme": ("resident", "employee", "ncms", "urban", "none"),
    "kind": ("inpatient", "chronic", "outpatient"),
    "place": ("county", "city", "province", "outside"),
    "referral": ("none", "referred", "emergency"),
}
"""Facts with a closed list of values; in a column each is the number of its place."""


FOREVER = 1 << 40
"""A day after all others; with a minus, before them."""

IN_YEAR, AT_STAY = 1, 2
"""How an identity that the document does not name is held: on days of the year, or by a stay."""


def code(fact: str, value: str | int) -> int:
    """Give the number that stands for a value in a column; yes is 1, no is 0."""
    return CODES[fact].index(str(value)) if fact in CODES else int(value)


def codes_of(fact: str, values: Sequence[str]) -> tuple[int, ...]:
    """Give the numbers of several values; one that does not exist is refused by name."""
    unknown = [value for value in values if value not in CODES[fact]]
    if unknown:
        raise ValueError(f"{fact} 没有这样的取值：{unknown}")
    return tuple(CODES[fact].index(value) for value in values)


def day_number(day: date) -> int:
    """Count the days since 1970-01-01."""
    return day.toordinal() - EPOCH


def month_end(day: date) -> date:
    """Give the last day of a day's month."""
    return (day.replace(day=1) + timedelta(32)).replace(day=1) - timedelta(1)


@dataclass(frozen=True)
class Runs:
    """
    Segments of lines that stand together: the line at which each begins, of how many lines.

    `each` is the number of lines of every segment, 0 where they differ or where nobody counted.
    """

    heads: Index
    lines: int
    each: int = 0

    @property
    def alone(self) -> bool:
        """Whether every segment is one line: a sum along it is the line itself."""
        return len(self.heads) == self.lines

    @cached_property
    def lengths(self) -> Index:
        """Give the number of lines of every segment."""
        lengths = np.empty(len(self.heads), np.intp)
        np.subtract(self.heads[1:], self.heads[:-1], out=lengths[:-1])
        lengths[-1:] = self.lines - self.heads[-1:]
        return lengths


@dataclass(frozen=True)
class Table:
    """
    Rows of persons, each with visits that stand together and in the order of their deciding dates.

    `persons` columns have one value a row, `visits` columns one value a visit; money is int64 fen,
    `day` counts days since 1970-01-01, `owner` names the row of each visit; `each` is the number
    of visits of every row, 0 where it may differ; `in_order` says that they are paid as given.
    """

    rows: int
    persons: Mapping[str, Whole]
    visits: Mapping[str, Whole]
    owner: Index
    each: int = 0
    in_order: bool = False

    @cached_property
    def first(self) -> Runs:
        """Give the visits of every row that has any as one segment."""
        if not self.each:
            return runs(self.owner)
        return Runs(np.arange(0, len(self.owner), self.each), len(self.owner), self.each)

    @cached_property
    def alone(self) -> bool:
        """Whether every row has exactly one visit, so that both kinds of columns are alike."""
        return self.rows == len(self.owner) and self.first.alone

    def at_visits(self, column: NDArray[Any]) -> NDArray[Any]:
        """Repeat a value of the person for each of the person's visits."""
        return column if self.alone else column[self.owner]

    def column(self, fact: str) -> Whole:
        """Give a fact for every visit, whether it belongs to the visit or to its person."""
        return self.visits[fact] if fact in self.visits else self.at_visits(self.persons[fact])

    def blank(self, fact: str) -> bool:
        """Tell whether a column says 0 everywhere; looked at once."""
        if fact not in self._blank:
            column = self.visits[fact] if fact in self.visits else self.persons[fact]
            self._blank[fact] = not np.count_nonzero(column)
        return self._blank[fact]

    @cached_property
    def _blank(self) -> dict[str, bool]:
        return {}

    @cached_property
    def held_at_visits(self) -> Whole:
        """Number the identities at each visit together with the insurance, for look-up tables."""
        return with_scheme(self.visits["held"], self.column("scheme"))

    @cached_property
    def held_in_year(self) -> Whole:
        """Number the identities of each person's year together with the insurance."""
        return with_scheme(self.persons["held"], self.persons["scheme"])

    def total(self, column: Whole) -> Whole:
        """Add up a column of visits for every row."""
        if self.alone:
            return column
        if self.each:
            total: Whole = np.add.reduce(column.reshape(self.rows, self.each), axis=1)
            return total
        sums = np.zeros(self.rows, np.int64)
        heads = self.first.heads
        if len(heads):
            sums[self.owner[heads]] = np.add.reduceat(column, heads)
        return sums

    def totals(self, columns: Sequence[Whole]) -> Sequence[Whole]:
        """Add up several columns of visits for every row; where each has as many, in one go."""
        if self.alone or not self.each:
            return [self.total(column) for column in columns]
        laid_out = np.array(columns).reshape(len(columns), self.rows, self.each)
        return list(np.add.reduce(laid_out, axis=2))

    def by_visit(self, column: NDArray[Any]) -> NDArray[Any]:
        """
        Lay a column out as rows x visits in the order given; every row has as many visits.

        Several columns, one under the other, are laid out each for itself.
        """
        shape = (*column.shape[:-1], self.rows, len(self.owner) // max(self.rows, 1))
        if self.in_order:
            return column.reshape(shape)
        out = np.empty(shape, column.dtype)
        out[..., self.owner, self.visits["slot"]] = column
        return out


def joined(first: Table, second: Table) -> Table:
    """Put the rows of two tables of one case one under the other."""
    persons, visits = (
        {name: np.concatenate([column, more[name]]) for name, column in columns.items()}
        for columns, more in ((first.persons, second.persons), (first.visits, second.visits))
    )
    owner = np.concatenate([first.owner, second.owner + first.rows])
    in_order = first.in_order and second.in_order
    return Table(first.rows + second.rows, persons, visits, owner, first.each, in_order)


def with_scheme(who: Whole, scheme: Whole) -> Whole:
    """Number pairs of identities and insurance: where a look-up table by both has its value."""
    pairs: Whole = who * len(CODES["scheme"]) + scheme
    return pairs


def tell_each(column: Whole, test: Callable[[Whole], Flags]) -> Flags:
    """Test every line of a column; one that is a single value repeated is tested once."""
    if column.strides == (0,) and len(column) > 1:
        return np.full(len(column), test(column[:1])[0])
    return test(column)


def starts(*keys: NDArray[np.generic]) -> Flags:
    """Mark where any of the keys differs from the line before: where a segment starts."""
    marks = np.ones(len(keys[0]), bool)
    if len(marks) > 1:
        changes = keys[0][1:] != keys[0][:-1]
        for key in keys[1:]:
            changes |= key[1:] != key[:-1]
        marks[1:] = changes
    return marks


def runs(*keys: NDArray[np.generic]) -> Runs:
    """Cut lines into segments within which no key changes."""
    return marked(starts(*keys))


def marked(starts_: Flags) -> Runs:
    """Cut lines into segments that begin where marked."""
    return Runs(starts_.nonzero()[0], len(starts_))


def running(amounts: Whole, within: Runs) -> Whole:
    """Add up amounts along each segment, the line itself included."""
    if within.alone:
        return amounts
    if within.each:
        return amounts.reshape(-1, within.each).cumsum(axis=1).ravel()
    sums: Whole = amounts.cumsum()
    heads = within.heads
    if len(heads) > 1:
        before = sums[heads]
        before -= amounts[heads]
        sums -= before.repeat(within.lengths)
    return sums


def spread(values: Whole, within: Runs) -> Whole:
    """Repeat one value a segment over all lines of the segment."""
    return values if within.alone else values.repeat(within.lengths)
