"""What is not known: every way in which it could turn out lies in the range that is shown."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.cases import at
from tests.doubts import clouded, doubtful, put, slips
from tests.oracle.common import yuan
from tests.ranges import outside
from tests.test_case import case as known

PACKS = [header.id for header in engine.packs()]
drawn = settings(max_examples=30, suppress_health_check=list(HealthCheck))


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

    def shown(path, value):
        return shown_of(engine.assess(put(case, path, value)))

    changing = {d.path for d in doubts if shown(d.path, d.other) != shown(d.path, at(case, d.path))}

    assert set() == changing - set(missing)


@pytest.mark.parametrize("header", engine.packs(), ids=lambda header: header.id)
def test_nothing_known_is_never_no(header):
    """Who has told nothing yet is refused nothing, and is told what is missing."""
    found = engine.assess({"pack": header.id, "as_of": f"{header.in_force.year}-12-31"})

    assert "ineligible" not in {benefit["status"] for benefit in found["benefits"].values()}
    assert {"person.scheme", "person.status", "visits"} <= set(found["missing"])


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(data=st.data(), keep=st.sets(st.sampled_from(["scheme", "status", "premium"])))
def test_hardly_anything_known_holds_every_completion(pack, data, keep):
    """With most facts open, too many ways to try, whatever turns out is still inside."""
    case = data.draw(slips(pack))
    for key in ("status_since", "status_until", "opening"):
        case["person"].pop(key, None)
    person = {key: value for key, value in case["person"].items() if key in keep}
    days = [{"discharged": visit["discharged"]} for visit in case["visits"]]

    shown = engine.assess({**case, "person": person, "visits": days})

    assert [] == outside(shown, engine.assess(case))


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_one_fact_at_a_time_only_narrows(pack, data):
    """Each answer keeps the range inside the one before it; the last one leaves the figures."""
    case, doubts = data.draw(doubtful(pack))
    wide = engine.assess(clouded(case, doubts))

    for number in range(1, len(doubts) + 1):
        narrow = engine.assess(clouded(case, doubts[number:]))
        assert [] == outside(wide, narrow)
        wide = narrow


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_order_of_entry_is_irrelevant(pack, data):
    """Visits told in another order get the same payments, and the same is missing."""
    case, doubts = data.draw(doubtful(pack))
    told = clouded(case, doubts)
    turned = engine.assess({**told, "visits": told["visits"][::-1]})
    found = engine.assess(told)

    assert shown_of(found) == shown_of(turned)
    assert found["visits"] == turned["visits"][::-1]
    assert len(found["missing"]) == len(turned["missing"])


@given(low=st.integers(0, 20_000_000), more=st.integers(1, 20_000_000))
@settings(max_examples=40)
def test_a_tight_range_is_reached_at_both_ends(low, more):
    """Aid grows with the costs: the ends of the costs give the ends of the aid."""

    def aid(in_scope):
        return engine.assess(known(visit={"in_scope": in_scope}))["benefits"]["aid"]

    ends = [yuan(low), yuan(low + more)]
    shown = aid(ends)

    reached = [aid(end)["amount"] for end in ends]
    assert reached == ([shown["amount"]["low"], shown["amount"]["high"]]
                       if isinstance(shown["amount"], dict) else [shown["amount"]] * 2)  # fmt: skip
    assert shown.get("tight", True)
