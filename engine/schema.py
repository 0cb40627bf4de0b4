"""The contract as JSON Schema, made from the catalogue so that the two cannot differ."""

from typing import Any

from .case import OPENING
from .ledger import LAYERS
from .questions import QUESTIONS, STATUSES, Question

MONEY = {"type": "string", "pattern": r"^\d{1,8}\.\d{2}$"}
SUM = {"type": "string", "pattern": r"^-?\d+\.\d{2}$"}
END = {"anyOf": [MONEY, {"type": "null"}]}
AMOUNT = {
    "anyOf": [
        MONEY,
        {"type": "array", "items": END, "minItems": 2, "maxItems": 2},
        {"type": "null"},
    ]
}
DATE = {"type": ["string", "null"], "format": "date"}
RATE = {"type": "string", "pattern": r"^\d{1,3}(\.\d{1,2})?%$"}
TIERS = {
    "type": ["array", "null"],
    "items": {"type": "array", "prefixItems": [MONEY, RATE], "minItems": 2},
}
STATUS = {"type": ["array", "null"], "items": {"enum": list(STATUSES)}}
SUM_END = {"anyOf": [SUM, {"type": "null"}]}
DAYS = {"anyOf": [DATE, {"type": "object", "additionalProperties": DATE}]}
PAID = {
    "anyOf": [
        SUM,
        {"type": "null"},
        {
            "type": "object",
            "required": ["low", "high"],
            "properties": {"low": SUM, "high": SUM_END},
        },
    ]
}
TYPES: dict[str, Any] = {
    "amount": AMOUNT,
    "date": DATE,
    "yesno": {"type": ["boolean", "null"]},
    "tiers": TIERS,
    "number": {"type": ["integer", "null"], "minimum": 0, "maximum": 120},
    "rate": {"anyOf": [RATE, {"type": "null"}]},
}


def schema() -> dict[str, Any]:
    """Give the input and the output of `assess` as one JSON Schema with two definitions."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {"case": _case(), "assessment": _assessment()},
        "oneOf": [{"$ref": "#/$defs/case"}, {"$ref": "#/$defs/assessment"}],
    }


def _object(properties: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False, **rest}


def _fact(question: Question) -> dict[str, Any]:
    if question.type == "choice":
        return {"enum": [*(option.value for option in question.options), None]}
    return dict(TYPES[question.type])


def _case() -> dict[str, Any]:
    person = {
        q.id: _fact(q)
        for q in QUESTIONS.values()
        if q.path == f"person.{q.id}" and q.type in (*TYPES, "choice")
    }
    person |= {
        "status": STATUS,
        "status_unknown": STATUS,
        "status_since": DAYS,
        "status_until": DAYS,
    }
    person["opening"] = _object(dict.fromkeys(OPENING, AMOUNT))
    visit = {q.id: _fact(q) for q in QUESTIONS.values() if q.of_visit}
    visit["whole_year"] = TYPES["yesno"]
    return _object(
        {
            "id": {"type": "string"},
            "region": {"type": "string", "pattern": "^[0-9]{6}$"},
            "pack": {"type": ["string", "null"]},
            "as_of": DATE,
            "person": _object(person),
            "visits": {"type": ["array", "null"], "items": _object(visit)},
        }
    )


def _sentence(**more: Any) -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "type": "object",
        "required": ["message", "text"],
        "properties": {"message": text, "values": {"type": "object"}, "text": text, **more},
    }


def _benefit() -> dict[str, Any]:
    cites = {"type": "array", "items": {"type": "string"}}
    step = _sentence(amount={"type": "string"}, cites=cites)
    reason = _sentence(met={"type": ["boolean", "null"]}, cites=cites)
    return {
        "type": "object",
        "required": [
            "status", "certainty", "amount", "already_paid", "due", "steps", "reasons", "cites",
        ],
        "properties": {
            "status": {"enum": ["eligible", "ineligible", "depends", "ask_office"]},
            "certainty": {"enum": ["none", "at_least", "at_most", "estimate", "range", "exact"]},
            **dict.fromkeys(("amount", "already_paid", "due"), PAID),
            **dict.fromkeys(("low", "high"), SUM_END),
            "tight": {"type": "boolean"},
            "cites": cites,
            "steps": {"type": "array", "items": step},
            "reasons": {"type": "array", "items": reason},
        },
    }  # fmt: skip


LISTS = ("sensitivity", "what_if", "warnings", "documents", "procedure")


def _assessment() -> dict[str, Any]:
    row = {name: PAID for name in (*LAYERS, "left") if name != "other"}
    return {
        "type": "object",
        "required": ["pack", "year", "benefits", "visits", "total_paid", "left", "missing", *LISTS],
        "properties": {
            "pack": {"type": "string"},
            "year": {"type": "integer"},
            "engine": {"type": "string"},
            "benefits": {"type": "object", "additionalProperties": _benefit()},
            "visits": {"type": "array", "items": {"type": "object", "properties": row}},
            **dict.fromkeys(("total_paid", "left"), PAID),
            "missing": {"type": "array", "items": {"type": "string"}},
            **{name: {"type": "array"} for name in LISTS},
        },
    }
