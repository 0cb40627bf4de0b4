"""What is wrong with a case is refused with its path and a sentence in Chinese; nothing crashes."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engine

STAY = {
    "kind": "inpatient",
    "admitted": "2022-03-01",
    "discharged": "2022-03-10",
    "total": "90000.00",
    "in_scope": "80000.00",
    "basic_paid": "0.00",
    "critical_paid": "0.00",
    "other_paid": "0.00",
    "designated": True,
}


def case(person=None, visit=None, **outer):
    """Make a case of 台州 with one stay."""
    told = {"scheme": "resident", "status": ["dibao"], "premium": "460.00"} | (person or {})
    visits = [STAY | (visit or {})]
    return {"region": "331000", "as_of": "2022-12-31", "person": told, "visits": visits} | outer


WRONG = [
    ("case", "不是一个个案"),
    ("case", None),
    ("case", []),
    ("wether", case(wether="rain")),
    ("region", case(region=None)),
    ("region", case(region=331000)),
    ("region", case(region="3310")),
    ("region", case(region="台州")),
    ("region", case(region="３３１０００")),
    ("region", case(region="110000")),
    ("pack", case(pack="331000-1999-1")),
    ("pack", case(pack="../331000-2020-8")),
    ("pack", case(pack=5)),
    ("as_of", case(as_of="2022-02-30")),
    ("as_of", case(as_of="20221231")),
    ("as_of", case(as_of="2022-W10-1")),
    ("as_of", case(as_of="22-12-31")),
    ("as_of", case(as_of=20221231)),
    ("as_of", case(as_of="")),
    ("as_of", case(as_of="0001-01-01")),
    ("as_of", case(as_of="9999-12-31")),
    ("person", case() | {"person": "low income"}),
    ("person", case() | {"person": []}),
    ("person.age", case({"age": 70})),
    ("person.scheme", case({"scheme": "farmer"})),
    ("person.scheme", case({"scheme": ["resident"]})),
    ("person.status", case({"status": "dibao"})),
    ("person.status", case({"status": {"dibao": True}})),
    ("person.status[1]", case({"status": ["dibao", "rich"]})),
    ("person.status[0]", case({"status": [["dibao"]]})),
    ("person.status_unknown[0]", case({"status_unknown": ["none"]})),
    ("person.status_since", case({"status_since": "someday"})),
    ("person.status_since.dibao", case({"status_since": {"dibao": "2022-13-01"}})),
    ("person.status_since[0]", case({"status_since": {"rich": "2022-01-01"}})),
    ("person.premium", case({"premium": 460})),
    ("person.premium", case({"premium": 460.0})),
    ("person.premium", case({"premium": "460"})),
    ("person.premium", case({"premium": "-1.00"})),
    ("person.premium", case({"premium": ["2.00", "1.00"]})),
    ("person.premium", case({"premium": ["1.00", "2.00", "3.00"]})),
    ("person.premium", case({"premium": {"low": "1.00"}})),
    ("person.basic_rate", case({"basic_rate": "170%"})),
    ("person.basic_rate", case({"basic_rate": 70})),
    ("person.rural", case({"rural": "yes"})),
    ("person.rural", case({"rural": 1})),
    ("person.residence_permit_years", case({"residence_permit_years": -1})),
    ("person.residence_permit_years", case({"residence_permit_years": True})),
    ("person.residence_permit_years", case({"residence_permit_years": "1"})),
    ("person.critical_tiers", case({"critical_tiers": []})),
    ("person.critical_tiers", case({"critical_tiers": [5]})),
    ("person.critical_tiers", case({"critical_tiers": [["1.00", "60%"]]})),
    ("person.critical_tiers", case({"critical_tiers": [["0.00", "60%", "x"]]})),
    ("person.critical_tiers", case({"critical_tiers": [{"from": "0.00", "rate": "60%"}]})),
    ("person.opening", case({"opening": []})),
    ("person.opening.aid", case({"opening": {"aid": "1.00"}})),
    ("person.opening.aid_paid", case({"opening": {"aid_paid": 1}})),
    ("visits", case(visits="none")),
    ("visits", case(visits={"0": STAY})),
    ("visits[0]", case(visits=["stay"])),
    ("visits[0].doctor", case(visit={"doctor": "x"})),
    ("visits[0].kind", case(visit={"kind": "dental"})),
    ("visits[0].total", case(visit={"total": 90000})),
    ("visits[0].total", case(visit={"total": "100000000.00"})),
    ("visits[0].in_scope", case(visit={"in_scope": "8万"})),
    ("visits[0].designated", case(visit={"designated": "true"})),
    ("visits[0].place", case(visit={"place": "moon"})),
    ("visits[0].whole_year", case(visit={"whole_year": 1})),
    ("visits[0].discharged", case(visit={"discharged": "2022-02-31"})),
    ("visits[0].discharged", case(visit={"discharged": "2022-02-28"})),
    ("visits[0].discharged", case(visit={"admitted": None, "discharged": "0001-01-01"})),
    ("visits[0].discharged", case(visit={"admitted": None, "discharged": "9999-12-31"})),
    ("visits[1].discharged", case(visits=[STAY, STAY | {"discharged": "2022-1-5"}])),
    ("visits", case(visits=[STAY, STAY | {"admitted": None, "discharged": "2023-01-01"}])),
]


@pytest.mark.parametrize(("at", "raw"), WRONG, ids=lambda value: str(value)[:60])
def test_what_is_wrong_is_named(at, raw):
    """The path is the contract's, the sentence is Chinese."""
    with pytest.raises(engine.CaseError) as refused:
        engine.assess(raw)

    assert at == refused.value.at
    assert any("一" <= sign <= "鿿" for sign in refused.value.message)


def test_two_years_are_told_apart_in_words():
    """The refusal names both years."""
    with pytest.raises(engine.CaseError, match="2022年和2023年"):
        engine.assess(case(visits=[STAY, {"discharged": "2023-01-01"}]))


@pytest.mark.parametrize(
    "raw",
    [
        {"region": "331000"},
        {"region": "331000", "person": None, "visits": None, "pack": None, "as_of": None},
        {"region": "331000", "person": {}, "visits": []},
        {"region": "331000", "visits": [{}]},
        {"pack": "331000-2020-8"},
        case({"premium": [None, None]}),
        case({"premium": ["300.00", None]}),
        case({"status_since": None, "status_until": None}),
        case({"status_since": {"dibao": None}}),
        case(visit={"in_scope": ["30000.00", "40000.00"]}),
        case(id="row 7"),
    ],
    ids=lambda raw: json.dumps(raw, ensure_ascii=False)[:60],
)
def test_what_is_not_known_is_no_error(raw):
    """Absent and null stand for not known, everywhere."""
    assert "331000-2020-8" == engine.assess(raw)["pack"]


def test_a_range_of_one_figure_is_that_figure():
    """From 80,000 to 80,000 is 80,000."""
    range_ = engine.assess(case(visit={"in_scope": ["80000.00", "80000.00"]}))

    assert engine.assess(case()) == range_


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(["1.00", "2022-01-01", "dibao", "70%"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
FIELDS = engine.schema()["$defs"]["case"]["properties"]
OUTER = ["region", "pack", "as_of", "person", "visits"]
PERSON = sorted(FIELDS["person"]["properties"])
VISIT = sorted(FIELDS["visits"]["items"]["properties"])


@settings(max_examples=300)
@given(
    person=st.dictionaries(st.sampled_from(PERSON), JUNK, max_size=2),
    visit=st.dictionaries(st.sampled_from(VISIT), JUNK, max_size=2),
    outer=st.dictionaries(st.sampled_from(OUTER), JUNK, max_size=1),
)
def test_junk_is_read_or_refused(person, visit, outer):
    """Whatever JSON comes, there is an assessment or an error with a path."""
    try:
        told = engine.assess(case(person, visit) | outer)["benefits"]
    except engine.CaseError as refused:
        told = refused.at and refused.message
    assert told
