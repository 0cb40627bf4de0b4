"""The same visit as different papers show it: what they leave open holds what really was."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.doubts import PAYMENTS, slips
from tests.oracle.common import fen, yuan
from tests.ranges import outside

PACKS = [header.id for header in engine.packs()]
FORMS = ("whole", "slip", "receipt", "memory")


def on_paper(visit: dict[str, Any], form: str, beyond: int) -> dict[str, Any]:
    """Write a visit as a paper shows it: with its sums, and without what they are made of."""
    paid = {name: fen(visit[name]) for name in PAYMENTS}
    in_scope = fen(visit["in_scope"])
    blank = {**visit, "in_scope": None, "total": yuan(in_scope + beyond)}
    if form == "slip":
        return {**blank, "out_of_scope": yuan(beyond)}
    if form == "receipt":
        lump = sum(paid.values()) - paid["basic_paid"]
        own = in_scope - sum(paid.values())
        lines = {"other_lump": yuan(lump), "own_paid": yuan(own), "basic_paid": visit["basic_paid"]}
        return {**blank, **dict.fromkeys(PAYMENTS), **lines}
    assert form == "memory"
    return {**blank, **dict.fromkeys(PAYMENTS), "reimbursed": yuan(sum(paid.values()))}


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_really_was_lies_in_the_range(pack, data):
    """Sums of a receipt, a slip without its line, or what is remembered never exclude the truth."""
    case = data.draw(slips(pack))
    visits = []
    for visit in case["visits"]:
        known = all(visit[name] is not None for name in PAYMENTS)
        form = data.draw(st.sampled_from(FORMS if known else ("whole",)))
        beyond = data.draw(st.integers(0, 2_000_000))
        visits.append(visit if form == "whole" else on_paper(visit, form, beyond))

    shown = engine.assess({**case, "visits": visits})

    assert [] == outside(shown, engine.assess(case))


def filled_in(visit: dict[str, Any]) -> dict[str, Any]:
    """Add every other line of the papers, as they would stand there."""
    paid = {name: fen(visit[name]) for name in PAYMENTS}
    total, in_scope = fen(visit["total"]), fen(visit["in_scope"])
    return {
        **visit,
        "out_of_scope": yuan(total - in_scope),
        "class_b_own": "0.00",
        "other_lump": yuan(sum(paid.values()) - paid["basic_paid"]),
        "own_paid": yuan(in_scope - sum(paid.values())),
        "reimbursed": yuan(sum(paid.values())),
        "commercial_paid": "0.00",
    }


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_lines_that_say_no_more_change_nothing(pack, data):
    """What follows from the other lines leaves every figure as it was."""
    case = data.draw(slips(pack))
    known = [all(visit[name] is not None for name in PAYMENTS) for visit in case["visits"]]
    visits = [filled_in(v) if k else v for v, k in zip(case["visits"], known, strict=True)]

    found, before = engine.assess({**case, "visits": visits}), engine.assess(case)

    for key in ("benefits", "visits", "total_paid", "left"):
        assert before[key] == found[key]


def test_of_a_sum_remembered_all_may_have_been_aid():
    """石台: if 50,000 of 60,000 was aid, tilt still owes (90,000 − 50,000 − 10,000) × 50 %."""
    stay = {"kind": "inpatient", "admitted": "2023-04-01", "discharged": "2023-05-01",
            "designated": True, "place": "county", "in_scope": "100000.00"}  # fmt: skip
    person = {"scheme": "resident", "status": ["tekun"], "premium": "400.00"}
    slip = {"basic_paid": "10000.00", "critical_paid": "0.00", "other_paid": "0.00"}

    shown, truth = (
        engine.assess({"region": "341722", "person": person, "visits": [stay | told]})
        for told in ({"reimbursed": "60000.00"}, slip | {"aid_paid": "50000.00"})
    )

    assert "15000.00" == truth["benefits"]["tilt_aid"]["due"]
    assert [] == outside(shown, truth)
