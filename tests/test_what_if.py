"""What would be otherwise: whoever makes the change and asks again is told the same."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.doubts import PAYMENTS, put, slips

REFERRED = {"referral": "referred", "grassroots_first": True}
PACKS = [header.id for header in engine.packs()]


def changed(case, paths):
    """Give the case with these paths set."""
    for path, value in paths.items():
        case = put(case, path, value)
    return case


def test_a_right_is_no_amount():
    """石台: who were recognised would pay no deposit, which is not 0.00 yuan of help."""
    person = {"scheme": "resident", "status": [], "premium": "400.00"}

    found = engine.assess({"region": "341722", "person": person, "visits": []})

    row = next(row for row in found["what_if"] if row["id"] == "recognised.tekun")
    assert {"status": "eligible", "amount": None} == row["benefits"]["deposit"]


def test_only_what_the_document_computes_is_not_settled():
    """石台: a visit to the outpatients has no critical insurance that could still come."""
    paid = dict.fromkeys(PAYMENTS, "0.00")
    slip = {"in_scope": "50000.00", **paid, "designated": True, "place": "county"} | REFERRED
    visits = [slip | {"kind": "chronic", "discharged": "2023-03-01"},
              slip | {"kind": "outpatient", "discharged": "2023-04-01"}]  # fmt: skip
    person = {"scheme": "resident", "status": ["dibian"], "premium": "400.00"}

    found = engine.assess({"region": "341722", "person": person, "visits": visits})

    row = next(row for row in found["what_if"] if row["id"] == "critical_open")
    assert {"visits[0].critical_paid": None} == row["set"]


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_change_brings_what_it_says(pack, data):
    """An assessment of the changed case gives the standings and amounts that were told."""
    case = data.draw(slips(pack))

    for row in engine.assess(case)["what_if"]:
        if row["set"]:
            after = engine.assess(changed(case, row["set"]))["benefits"]
            for name, told in row["benefits"].items():
                assert told["status"] == after[name]["status"]
                assert told["amount"] in (None, after[name]["amount"])
