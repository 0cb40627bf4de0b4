"""An identity that the person is not sure about: held or not, both lie in what is shown."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine
from tests.doubts import PAYMENTS, slips
from tests.ranges import outside
from tests.strategies import WORLDS, openings

PACKS = [header.id for header in engine.packs()]


def with_status(case, held, **unsure):
    """Give the case with these identities, of which some may be in doubt."""
    return {**case, "person": {**case["person"], "status": held, **unsure}}


def test_unsure_whether_a_veteran_is_no_yes():
    """石台: 优抚对象 counted as 低保 has help with the premium; who is not sure may have none."""
    case = {"region": "341722", "as_of": "2023-12-31", "visits": []}
    person = {"scheme": "resident", "premium": "400.00", "youfu_as": "dibao"}

    found = engine.assess(with_status({**case, "person": person}, [], status_unknown=["youfu"]))

    assert "depends" == found["benefits"]["premium"]["status"]
    assert {"low": "0.00", "high": "360.00"} == found["benefits"]["premium"]["amount"]
    assert "person.status_unknown" in found["missing"]


def test_an_earlier_sum_not_known_turns_between_its_ends():
    """石台: before 3.65 of which 3.04 was aided, tilt sums (19,151.49 + 0.61 − 10,000) × 50 %."""
    slip = {"in_scope": "180767.38", "basic_paid": "108460.42", "critical_paid": "10846.04",
            "other_paid": "18076.73", "aid_paid": "0.00"}  # fmt: skip
    stay = {"kind": "chronic", "discharged": "2022-11-11", "designated": True, "place": "county"}
    person = {"scheme": "resident", "premium": "400.00"}
    case = {"region": "341722", "person": person, "visits": [stay | slip]}
    shown, truth = (
        engine.assess(with_status(case, ["dibian"], opening={"aid_base": base, "aid_paid": "3.04"}))
        for base in (None, "3.65")
    )

    assert "4576.05" == truth["benefits"]["tilt_aid"]["amount"]
    assert [] == outside(shown, truth)


def test_any_stay_without_a_day_may_come_between_two_others():
    """石台: 10,000 after 3,000, before 200,000 brings 6,000; first it is 4,200, last nothing."""
    slip = dict.fromkeys(PAYMENTS, "0.00") | {"designated": True, "place": "county"}
    person = {"scheme": "resident", "status": ["dibian"], "premium": "400.00"}
    costs = {2: "3000.00", 3: "10000.00", 4: "200000.00"}
    stays = [
        slip | {"kind": "inpatient", "in_scope": cost, "discharged": f"2023-0{month}-10"}
        for month, cost in costs.items()
    ]
    case = {"region": "341722", "as_of": "2023-12-31", "person": person}

    truth = engine.assess(case | {"visits": stays})
    shown = engine.assess(case | {"visits": [stay | {"discharged": None} for stay in stays]})

    assert "6000.00" == truth["visits"][1]["aid"]
    assert [] == outside(shown, truth)


@pytest.mark.parametrize(
    "person",
    [
        {"status": ["guer"], "local_hukou": True},
        {"status": ["tekun"], "local_hukou": True, "status_since": "2018-07-01"},
        {"status": ["tekun"], "local_hukou": False, "residence_permit_years": 0},
        {"status": ["jiandang"], "local_hukou": True, "major_disease": False},
    ],
)
def test_no_tariff_for_somebody_leaves_the_slip_not_known(person):
    """六盘水 computes for whom it names, on their days: else 0 to 4,000 of 10,000 − 6,000."""
    stay = {"kind": "inpatient", "admitted": "2018-03-01", "discharged": "2018-03-10",
            "designated": True, "place": "county", "referral": "none", "public_hospital": True,
            "in_scope": "10000.00", "basic_paid": "6000.00", "other_paid": "0.00"}  # fmt: skip
    case = {"region": "520201", "person": {"scheme": "ncms", **person}, "visits": [stay]}

    found = engine.assess(case)

    assert {"low": "0.00", "high": "4000.00"} == found["visits"][0]["critical"]


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_held_or_not_lies_in_the_range(pack, data):
    """However many of the doubtful ones are held, no figure leaves its range."""
    case = data.draw(slips(pack))
    codes = st.sampled_from(WORLDS[pack].codes.split())
    unsure = data.draw(st.lists(codes, min_size=1, max_size=2, unique=True))
    held = [code for code in case["person"]["status"] if code not in unsure]
    for key in ("status_since", "status_until"):
        days = case["person"].get(key) or {}
        case["person"][key] = {code: day for code, day in days.items() if code not in unsure}

    shown = engine.assess(with_status(case, held, status_unknown=unsure))

    for number in range(len(unsure) + 1):
        for some in combinations(unsure, number):
            assert [] == outside(shown, engine.assess(with_status(case, [*held, *some])))


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_first_day_lies_in_the_range(pack, data):
    """Not knowing since when an identity is held, every day of this year or the last is inside."""
    case = data.draw(slips(pack))
    case["person"].pop("status_since", None)
    case["person"].pop("status_until", None)
    year = int(case["as_of"][:4])
    day = data.draw(st.dates(date(year - 1, 1, 1), date(year, 12, 31)))
    held = case["person"]["status"]

    shown = engine.assess(with_status(case, held, status_since=None))

    assert [] == outside(shown, engine.assess(with_status(case, held, status_since=str(day))))


@pytest.mark.parametrize("pack", PACKS)
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_earlier_sums_lie_in_the_range(pack, data):
    """Not knowing what was paid earlier in the year, what really was is inside."""
    case = data.draw(slips(pack))
    earlier = data.draw(openings(WORLDS[pack]))
    case["visits"], case["person"]["opening"] = case["visits"][:2], earlier
    open_ = {key: None if data.draw(st.booleans()) else value for key, value in earlier.items()}

    shown = engine.assess(with_status(case, case["person"]["status"], opening=open_))

    assert [] == outside(shown, engine.assess(case))


def test_an_open_sum_that_does_not_count_moves_nothing():
    """A stay before 低保 was recognised: what insurance paid for it leaves the later stay's aid."""
    person = {"scheme": "resident", "status": ["dibao"], "status_since": "2022-02-01"}
    paid = dict.fromkeys(("basic_paid", "critical_paid", "other_paid"), "0.00")
    later = {"kind": "inpatient", "discharged": "2022-06-30", "in_scope": "30000.00", **paid}
    before = later | {"discharged": "2022-01-30", "basic_paid": None}
    visits = [visit | {"designated": True} for visit in (later, before)]

    found = engine.assess({"region": "331000", "person": person, "visits": visits})

    assert "21000.00" == found["benefits"]["aid"]["amount"]
    assert "9000.00" == found["visits"][0]["left"]
    assert {"low": "0.00", "high": "30000.00"} == found["visits"][1]["left"]


def test_an_identity_may_hang_on_costs_that_nobody_has_told():
    """泰州: 低收入大病患者 need 10,000 of their own in a year; three bare stays may bring them."""
    stays = [{"discharged": f"2018-{month}-03"} for month in ("09", "10", "11")]
    case = {"region": "321202", "as_of": "2018-12-31", "visits": stays, "person": {}}
    case["person"] = {"scheme": "employee", "status": ["diruo_dabing"]}

    assert "depends" == engine.assess(case)["benefits"]["aid"]["status"]
