"""The days on which an identity is held: from recognition to the end of its last month (A12)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from .table import month_end


class Span(NamedTuple):
    """From which day and until the end of which day's month an identity is held; None is open."""

    since: date | None
    until: date | None

    @property
    def regained(self) -> bool:
        """Whether it was lost first and recognised again later: then the days between are out."""
        return bool(self.since and self.until and self.since > self.until)

    def covers(self, *, first: date, last: date) -> bool:
        """Tell whether it counts from one day to another: had by the last, not lost before."""
        gained = self.since is None or self.since <= last
        kept = self.until is None or first <= month_end(self.until)
        return gained or kept if self.regained else gained and kept


def span_of(person: Mapping[str, Any], status: str) -> Span:
    """Give the span of one identity; a day may be told for all, or for each."""
    given = (person.get(key) for key in ("status_since", "status_until"))
    return Span(*(day.get(status) if isinstance(day, Mapping) else day for day in given))


def unsure_since(person: Mapping[str, Any]) -> bool:
    """Tell whether it was asked since when identities are held, and nobody knows."""
    return "status_since" in person and person["status_since"] is None


def days_of(value: Any) -> list[date]:
    """List the days told of all identities."""
    return [value] if isinstance(value, date) else list((value or {}).values())
