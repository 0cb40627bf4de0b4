"""Persons and visits as columns, and running sums that begin anew with each segment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

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


def code(fact: str, value: str | int) -> int:
    """Give the number that stands for a value in a column; yes is 1, no is 0."""
    return CODES[fact].index(str(value)) if fact in CODES else int(value)


def day_number(day: date) -> int:
    """Count the days since 1970-01-01."""
    return day.toordinal() - EPOCH


def month_end(day: date) -> date:
    """Give the last day of a day's month."""
    return (day.replace(day=1) + timedelta(32)).replace(day=1) - timedelta(1)


@dataclass(frozen=True, slots=True)
class Table:
    """
    Rows of persons, each with visits that stand together and in the order of their deciding dates.

    `persons` columns have one value a row, `visits` columns one value a visit; money is int64 fen,
    `day` counts days since 1970-01-01, `owner` names the row of each visit.
    """

    rows: int
    persons: Mapping[str, Whole]
    visits: Mapping[str, Whole]
    owner: Index

    @property
    def first(self) -> Flags:
        """Mark the first visit of every row."""
        return starts(self.owner)

    def column(self, fact: str) -> Whole:
        """Give a fact for every visit, whether it belongs to the visit or to its person."""
        return self.visits[fact] if fact in self.visits else self.persons[fact][self.owner]

    def total(self, column: Whole) -> Whole:
        """Add up a column of visits for every row."""
        if len(self.owner) == self.rows and bool(np.all(np.diff(self.owner) == 1)):
            return column
        sums = np.zeros(self.rows, np.int64)
        np.add.at(sums, self.owner, column)
        return sums


def starts(*keys: NDArray[np.generic]) -> Flags:
    """Mark where any of the keys differs from the line before: where a segment starts."""
    marks = np.ones(len(keys[0]), bool)
    if len(marks) > 1:
        marks[1:] = False
        for key in keys:
            marks[1:] |= key[1:] != key[:-1]
    return marks


def running(amounts: Whole, first: Flags) -> Whole:
    """Add up amounts along each segment, the line itself included."""
    if first.all():
        return amounts.copy()
    sums = np.cumsum(amounts)
    heads = np.flatnonzero(first)
    lengths = np.diff(np.append(heads, len(amounts)))
    return sums - np.repeat(sums[heads] - amounts[heads], lengths)


def spread(values: Whole, first: Flags) -> Whole:
    """Repeat one value a segment over all lines of the segment."""
    if first.all():
        return values
    heads = np.flatnonzero(first)
    return np.repeat(values, np.diff(np.append(heads, len(first))))
