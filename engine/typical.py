"""Typical cases of a document: each identity, insurance and kind of visit, at a few burdens."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from .casebook import Named
from .packs import Header, Pack
from .questions import QUESTIONS

BURDENS = ("8000.00", "60000.00", "300000.00")
LABELS = {
    name: {option.value: option.label for option in QUESTIONS[name].options}
    for name in ("scheme", "status", "kind")
}


def year_of(header: Header) -> int:
    """Give the first whole year in which a document is in force."""
    return header.in_force.year + 1


def person(scheme: str = "resident", status: Sequence[str] = ()) -> dict[str, Any]:
    """Give a person of whom everything simple is known."""
    return {
        "scheme": scheme,
        "status": list(status),
        "premium": "400.00",
        "local_hukou": True,
        "rural": True,
        "major_disease": True,
        "listed_disease": True,
    }


def visit(year: int, kind: str = "inpatient", in_scope: str = "60000.00") -> dict[str, Any]:
    """Give a visit that passes the usual conditions, its insurance not yet settled."""
    day = f"{year}-03-10"
    return {
        "kind": kind,
        "admitted": f"{year}-03-01",
        "discharged": day,
        "total": in_scope,
        "in_scope": in_scope,
        "other_paid": "0.00",
        "aid_paid": "0.00",
        "designated": True,
        "place": "county",
        "referral": "none",
        "public_hospital": True,
        "grassroots_first": True,
    }


def settled(pack: Pack) -> dict[str, str]:
    """Give the insurance payments that a document does not compute, as settled with nothing."""
    return {
        f"{layer}_paid": "0.00" for layer in ("basic", "critical") if layer not in pack.benefits
    }


def case(header: Header, person_: dict[str, Any], *visits: dict[str, Any]) -> dict[str, Any]:
    """Give a case under a document, asked at the end of its year."""
    return {
        "region": header.region,
        "pack": header.id,
        "as_of": f"{year_of(header)}-12-31",
        "person": person_,
        "visits": list(visits),
    }


def typical_cases(pack: Pack) -> Iterator[Named]:
    """List the typical cases of a document."""
    header, year = pack.header, year_of(pack.header)
    people = product(header.schemes, ("", *header.statuses))
    for (scheme, status), kind, burden in product(people, LABELS["kind"], BURDENS):
        someone = person(scheme, [status] if status else [])
        who = LABELS["status"].get(status, "没有身份")
        name = f"{who}，{LABELS['scheme'][scheme]}，{LABELS['kind'][kind]}，{burden}"
        yield Named(name, case(header, someone, {**visit(year, kind, burden), **settled(pack)}))
