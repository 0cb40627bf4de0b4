"""Facts that fit an identity nobody has recognised: the office is named, and nothing is paid."""

import pytest

import engine

STAY = {
    "kind": "inpatient", "admitted": "2018-03-01", "discharged": "2018-03-05",
    "total": "20000.00", "in_scope": "20000.00", "basic_paid": "0.00", "critical_paid": "0.00",
    "other_paid": "0.00", "aid_paid": "0.00", "designated": True, "public_hospital": True,
    "place": "county", "referral": "none",
}  # fmt: skip


def hints(region, **facts):
    """Assess a person of no identity, and list the identities whose tests the facts fit."""
    person = {"scheme": "resident", "status": [], "premium": "100.00", "local_hukou": True}
    case = {"region": region, "as_of": "2018-12-31", "person": {**person, **facts}}
    found = engine.assess({**case, "visits": [STAY]})
    assert {"ineligible"} == {b["status"] for n, b in found["benefits"].items() if "aid" in n}
    return [w["id"] for w in found["warnings"] if w["id"].startswith("may_apply.")]


@pytest.mark.parametrize(
    ("income", "expected"),
    [("249.99", []), ("250.00", ["may_apply.diruo_jingshen"]),
     ("499.99", ["may_apply.diruo_jingshen"]), ("500.00", [])],
)  # fmt: skip
def test_taizhou_counts_from_the_line_to_below_its_double(income, expected):
    """泰州: the 低保 line itself is inside, its double is outside."""
    facts = {"dibao_line": "250.00", "assets_ok": True}

    assert expected == hints("321200", income_per_head=income, **facts)


@pytest.mark.parametrize(
    ("income", "expected"),
    [("250.00", []), ("250.01", ["may_apply.diruo"]), ("500.00", ["may_apply.diruo"]),
     ("500.01", [])],
)  # fmt: skip
def test_liupanshui_counts_above_the_line_up_to_its_double(income, expected):
    """六盘水: the 低保 line itself is outside, its double is inside."""
    assert expected == hints("520200", income_per_head=income, dibao_line="250.00")


@pytest.mark.parametrize(
    ("income", "expected"), [("40000.00", ["may_apply.zifei"]), ("40000.01", [])]
)
def test_half_of_the_household_income(income, expected):
    """六盘水: costs of half the household's income are enough, a fen less is not."""
    assert expected == hints("520200", household_income=income)


def test_property_must_fit_too():
    """泰州: income alone is not enough, and what is not known is no hint."""
    facts = {"income_per_head": "300.00", "dibao_line": "250.00"}

    assert [] == hints("321200", assets_ok=False, **facts)
    assert [] == hints("321200", **facts)
