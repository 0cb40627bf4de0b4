"""What of a result is still to come: the sum of what each fund owes beyond the slips."""

from collections.abc import Mapping, Sequence
from typing import Any

from engine import yuan

from .formatting import fen
from .terms import LAYERS

NOTHING = "0.00"


def still_due(benefits: Mapping[str, Mapping[str, Any]], total: Any) -> Any:
    """
    Add up what is still to be paid; None where no slip shows a payment, or nothing can be said.

    Every due holds its completions, so their sum does too; it is never told beyond the total.
    """
    layers = [row for name, row in benefits.items() if name in LAYERS]
    rows = [row for row in layers if row.get("due") is not None]
    if not any(map(_counts, rows)) or fen(_ends(total)[0]) == 0:
        return None
    low = sum(fen(_ends(row["due"])[0]) for row in rows)
    high = _highest([_ends(row["due"])[1] for row in rows], _ends(total)[1])
    due: Any = yuan(low) if high == low else {"low": yuan(low), "high": high and yuan(high)}
    return None if due == total or (not high and any(map(_left_open, layers))) else due


def _highest(ends: Sequence[str | None], total: str | None) -> int | None:
    """Give the most that can be due; None has no upper end."""
    every = None if None in ends else sum(fen(end) for end in ends if end)
    most = None if total is None else fen(total)
    return min((one for one in (every, most) if one is not None), default=None)


def _left_open(row: Mapping[str, Any]) -> bool:
    return row["status"] in ("depends", "ask_office")


def _counts(row: Mapping[str, Any]) -> bool:
    return row["status"] != "ineligible" and row["amount"] not in (None, NOTHING)


def _ends(money: Any) -> tuple[str, str | None]:
    return (money["low"], money["high"]) if isinstance(money, Mapping) else (money, money)
