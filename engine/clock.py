"""The day in Shanghai: the one clock of the engine."""

from datetime import UTC, date, datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8))


def today() -> date:
    """Give the day in Shanghai."""
    return datetime.now(UTC).astimezone(SHANGHAI).date()
