"""The printed schema is the contract: all our cases and all their assessments fit it."""

import re

import pytest

import engine
from tests.cases import read_book
from tests.oracle import PACKS

SCHEMA = engine.schema()["$defs"]
CASES = [case for pack in PACKS for case in read_book(pack)]
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "null": type(None),
}


def faults(schema, value, at="$"):
    """List where a value does not fit the part of JSON Schema that ours is written in."""
    unknown = set(schema) - KNOWN
    assert not unknown, unknown
    return [fault for key in schema for fault in KEYWORDS.get(key, _free)(schema, value, at)]


def _free(schema, value, at):
    return []


def _type(schema, value, at):
    wanted = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    fits = any(isinstance(value, TYPES[name]) for name in wanted)
    return (
        []
        if fits and (not isinstance(value, bool) or "boolean" in wanted)
        else [f"{at}: {value!r}"]
    )


def _enum(schema, value, at):
    return [] if value in schema["enum"] else [f"{at}: {value!r}"]


def _any(schema, value, at):
    return (
        [] if any(not faults(one, value, at) for one in schema["anyOf"]) else [f"{at}: {value!r}"]
    )


def _pattern(schema, value, at):
    fits = not isinstance(value, str) or re.search(schema["pattern"], value)
    return [] if fits else [f"{at}: {value!r}"]


def _properties(schema, value, at):
    if not isinstance(value, dict):
        return []
    known = schema.get("properties", {})
    extra = schema.get("additionalProperties", True)
    found = [
        f for k in value.keys() & known.keys() for f in faults(known[k], value[k], f"{at}.{k}")
    ]
    for key in value.keys() - known.keys():
        found += [f"{at}.{key}"] if extra is False else []
        found += faults(extra, value[key], f"{at}.{key}") if isinstance(extra, dict) else []
    return found


def _required(schema, value, at):
    return [
        f"{at}.{key}" for key in schema["required"] if isinstance(value, dict) and key not in value
    ]


def _items(schema, value, at):
    rows = value if isinstance(value, list) else []
    return [
        fault for i, row in enumerate(rows) for fault in faults(schema["items"], row, f"{at}[{i}]")
    ]


def _bounds(schema, value, at):
    size = len(value) if isinstance(value, list) else value
    if isinstance(size, bool) or not isinstance(size, int):
        return []
    low = schema.get("minItems", schema.get("minimum", size))
    high = schema.get("maxItems", schema.get("maximum", size))
    return [] if low <= size <= high else [f"{at}: {value!r}"]


KEYWORDS = {
    "type": _type,
    "enum": _enum,
    "anyOf": _any,
    "pattern": _pattern,
    "properties": _properties,
    "additionalProperties": _properties,
    "required": _required,
    "items": _items,
    "minItems": _bounds,
    "maxItems": _bounds,
    "minimum": _bounds,
    "maximum": _bounds,
}
KNOWN = {*KEYWORDS, "format", "prefixItems"}


@pytest.mark.parametrize("written", CASES, ids=repr)
def test_cases_and_assessments_fit(written):
    """What goes in and what comes out is as the schema says."""
    assert [] == faults(SCHEMA["case"], written.case)
    assert [] == faults(SCHEMA["assessment"], engine.assess(written.case))


@pytest.mark.parametrize(
    "case",
    [
        {"region": 331000},
        {"person": {"premium": 460}},
        {"person": {"premium": "460"}},
        {"person": {"age": 70}},
        {"person": {"status": ["rich"]}},
        {"visits": [{"kind": "dental"}]},
        {"visits": [{"total": ["1.00"]}]},
        {"wether": "rain"},
    ],
    ids=str,
)
def test_a_wrong_case_does_not_fit(case):
    """What the engine refuses, the schema refuses too."""
    assert [] != faults(SCHEMA["case"], case)


def test_every_money_of_the_engine_fits():
    """A year's sum may be larger than a single amount may be."""
    visit = {"kind": "inpatient", "discharged": "2022-03-10", "total": "99999999.99",
             "in_scope": "99999999.99", "basic_paid": "0.00", "critical_paid": "0.00",
             "other_paid": "0.00", "aid_paid": "0.00", "designated": True}  # fmt: skip
    case = {"region": "331000", "as_of": "2022-12-31", "visits": [visit] * 3}
    case["person"] = {"scheme": "resident", "status": ["dibao"], "premium": "460.00"}

    assert [] == faults(SCHEMA["assessment"], engine.assess(case))
