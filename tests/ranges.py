"""Whether what turned out lies in what was shown: amounts in their ranges, standings unchanged."""

from typing import Any

from tests.cases import at
from tests.oracle.common import fen


def figures(assessment):
    """List the paths of all money in an assessment."""
    benefits = [
        f"benefits.{name}.{key}" for name in assessment["benefits"] for key in ("amount", "due")
    ]
    rows = [f"visits[{i}].{key}" for i, row in enumerate(assessment["visits"]) for key in row]
    return [*benefits, *rows, "total_paid", "left"]


def inside(shown: Any, turned_out: Any) -> bool:
    """Tell whether a figure lies in what was shown; what only the office knows has no figure."""
    if shown is None or turned_out is None:
        return True
    low, high = (shown["low"], shown["high"]) if isinstance(shown, dict) else (shown, shown)
    top = fen(turned_out["high"] if isinstance(turned_out, dict) else turned_out)
    bottom = fen(turned_out["low"] if isinstance(turned_out, dict) else turned_out)
    # A range of a visit is bounded to the rounding of its running sum: it may stick out by a fen.
    slack = int(isinstance(turned_out, dict))
    return fen(low) - slack <= bottom and (
        high is None or (top is not None and top - slack <= fen(high))
    )


def outside(shown, turned_out):
    """List what turned out otherwise than shown."""
    money = [(p, at(shown, p), at(turned_out, p)) for p in figures(shown)]
    status = [
        (name, benefit["status"], turned_out["benefits"][name]["status"])
        for name, benefit in shown["benefits"].items()
    ]
    return [
        *(row for row in money if not inside(row[1], row[2])),
        *(row for row in status if row[1] not in (row[2], "depends")),
    ]
