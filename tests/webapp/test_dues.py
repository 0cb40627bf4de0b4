"""What is still to come: the dues together, as far as they are known."""

import pytest

import engine
from webapp.dues import still_due

PAID = {"basic_paid": "60000.00", "other_paid": "0.00", "in_scope": "100000.00"}
STAY = {"kind": "inpatient", "discharged": "2022-11-10", "designated": True, **PAID}
PERSON = {"scheme": "resident", "status": ["dibian"], "status_since": "2020-01-01"}


def row(due, status="eligible", amount="500.00"):
    """Build one benefit."""
    return {"status": status, "amount": amount, "due": due}


@pytest.mark.parametrize(
    ("still", "total", "rows"),
    [
        ("300.00", "900.00", {"critical": row("0.00"), "aid": row("300.00")}),
        ("0.00", "900.00", {"aid": row("0.00")}),
        (None, "500.00", {"aid": row("500.00")}),
        (None, "900.00", {"aid": row("0.00"), "tilt_aid": row(None, "ask_office", None)}),
        (None, "900.00", {"aid": row("0.00", "ineligible", "0.00")}),
        (None, "900.00", {"premium": row("300.00")}),
        (None, "0.00", {}),
        (
            {"low": "100.00", "high": "700.00"},
            {"low": "700.00", "high": "900.00"},
            {"critical": row({"low": "0.00", "high": "600.00"}), "aid": row("100.00")},
        ),
        (
            {"low": "0.00", "high": "700.00"},
            {"low": "100.00", "high": "700.00"},
            {"critical": row({"low": "0.00", "high": None})},
        ),
    ],
)
def test_dues_are_added_up(still, total, rows):
    """Only layers of a visit count; all that is paid is told only where nothing is left open."""
    assert still == still_due(rows, total)


def test_what_a_slip_shows_is_no_longer_to_come():
    """22,200 of aid and 3,900 of tilt; with the aid on the slip 3,900 are still to come."""
    settled = {"place": "province", "referral": "referred", "critical_paid": "0.00"}
    before = assessed(**settled, aid_paid="0.00")
    after = assessed(**settled, aid_paid="22200.00")

    assert "26100.00" == still_due(before["benefits"], before["total_paid"])
    assert "3900.00" == still_due(after["benefits"], after["total_paid"])


def assessed(**known):
    """Assess one stay in 石台."""
    return engine.assess({"region": "341722", "person": PERSON, "visits": [{**STAY, **known}]})
