"""What is not known: every way in which it could turn out lies in the range that is shown."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.cases import at
from tests.doubts import clouded, doubtful, put
from tests.oracle.common import fen

PACKS = [header.id for header in engine.packs()]
drawn = settings(max_examples=100, suppress_health_check=list(HealthCheck))


def figures(assessment):
    """List the paths of all money in an assessment."""
    benefits = [f"benefits.{name}.{key}" for name in assessment["benefits"] for key in ("amount", "due")]
    rows = [f"visits[{i}].{key}" for i, row in enumerate(assessment["visits"]) for key in row]
    return [*benefits, *rows, "total_paid", "left"]


def inside(shown: Any, turned_out: Any) -> bool:
    """Tell whether a figure lies in what was shown; what only the office knows has no figure."""
    if shown is None or turned_out is None:
        return True
    low, high = (shown["low"], shown["high"]) if isinstance(shown, dict) else (shown, shown)
    top = fen(turned_out["high"] if isinstance(turned_out, dict) else turned_out)
    bottom = fen(turned_out["low"] if isinstance(turned_out, dict) else turned_out)
    return fen(low) <= bottom and (high is None or (top is not None and top <= fen(high)))


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


def shown_of(assessment):
    """Give what a person sees of the benefits: statuses and amounts."""
    return {k: (b["status"], b["amount"]) for k, b in assessment["benefits"].items()}


@pytest.mark.parametrize("pack", PACKS)
@drawn
@given(data=st.data())
def test_every_completion_lies_in_the_range(pack, data):
    """However the open facts turn out, no figure leaves its range and no settled status changes."""
    case, doubts = data.draw(doubtful(pack))
    shown = engine.assess(clouded(case, doubts))

    for doubt in doubts:
        other = put(case, doubt.path, doubt.other)
        assert [] == outside(shown, engine.assess(other))
    assert [] == outside(shown, engine.assess(case))


@pytest.mark.parametrize("pack", PACKS)
@drawn
@given(data=st.data())
def test_what_can_change_a_benefit_is_missing(pack, data):
    """A fact that alone makes a difference is named among what is missing."""
    case, doubts = data.draw(doubtful(pack))
    missing = engine.assess(clouded(case, doubts))["missing"]
    now = shown_of(engine.assess(case))

    changing = {d.path for d in doubts if shown_of(engine.assess(put(case, d.path, d.other))) != now}

    assert set() == changing - set(missing)
