"""341722-2022-5, 石台: aid, tilted aid, and aid asked for afterwards."""

import copy
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.oracle.common import (
    Case,
    Visit,
    codes_of,
    held,
    opening,
    outcome,
    percent,
    since,
    sort_of,
    total,
    year_of,
)
from tests.oracle.ledger import Scheme, State, Tariff, Tilt, pay_best, share

LAW: dict[str, Any] = {
    "aid": {
        "tekun": (0, percent(90)),
        "dibao": (0, percent(75)),
        "fanpin": (150_000, percent(70)),
        "jiance": (300_000, percent(60)),
        "dibian": (300_000, percent(60)),
        "yinbing": (1_000_000, percent(50)),
    },
    "aid_cap": 5_000_000,
    "tilt": (1_000_000, percent(50)),
    "tilt_cap": 5_000_000,
}
AIDED = tuple(LAW["aid"])
NAMED = (*AIDED, "youfu")


def class_of(person: Mapping[str, Any], code: str) -> str:
    """Tell by which class the county treats an identity."""
    return person["youfu_as"] if code == "youfu" else code


def aid_status(case: Case) -> str:
    """Tell whether the identities bring aid; the uninsured are out."""
    status = sort_of(codes_of(case), gives=NAMED, named=NAMED)
    return "ineligible" if case["person"]["scheme"] == "none" else status


def pay_aid(case: Case, visits: list[Visit], start: date) -> None:
    """Let aid and tilted aid pay what insurance has left."""
    if aid_status(case) != "eligible":
        return
    paid = opening(case, "aid_paid")
    base = opening(case, "aid_base")
    state = State(base, paid, max(0, base - paid), opening(case, "tilt_paid"))
    pay_best(_scheme(case["person"], start), visits, state)


def _scheme(person: Mapping[str, Any], start: date) -> Scheme:
    tariffs = {
        code: Tariff(share(rate, line), LAW["aid_cap"]) for code, (line, rate) in LAW["aid"].items()
    }
    line, rate = LAW["tilt"]
    return Scheme(
        layer="aid",
        counts=lambda visit: visit.day >= start and _covered(visit),
        codes=lambda visit: frozenset(
            class_of(person, code) for code in NAMED if held(person, code, visit)
        ),
        tariffs=tariffs,
        tilt=Tilt(
            counts=lambda visit: visit.facts["place"] != "outside",
            tariff=Tariff(share(rate, line), LAW["tilt_cap"]),
        ),
    )


def _covered(visit: Visit) -> bool:
    facts = visit.facts
    near = facts["place"] in ("county", "city")
    sent = facts["referral"] in ("referred", "emergency")
    return visit.kind in ("inpatient", "chronic") and facts["designated"] and (near or sent)


def retroactive(case: Case, visits: list[Visit], start: date) -> dict[str, str | None]:
    """Tell what the identities would bring, had they been held all year."""
    year = year_of(case)
    new = [
        code
        for code in codes_of(case)
        if code in NAMED and (day := since(case["person"], code)) and day.year == year
    ]
    status = sort_of(codes_of(case), gives=new, named=NAMED)
    if case["person"]["scheme"] == "none" or status != "eligible":
        return outcome("ineligible" if case["person"]["scheme"] == "none" else status)
    again = copy.deepcopy(visits)
    for visit in again:
        visit.paid = {k: v for k, v in visit.paid.items() if k in ("basic", "critical", "other")}
    pay_aid(_held_all_year(case, new), again, start)
    return outcome("eligible", max(0, _relief(again) - _relief(visits)))


def _relief(visits: list[Visit]) -> int:
    return total(visits, "aid") + total(visits, "tilt_aid")


def _held_all_year(case: Case, new: list[str]) -> Case:
    person = dict(case["person"])
    first = f"{year_of(case)}-01-01"
    days = {code: since(person, code) for code in person["status"]}
    person["status_since"] = {
        code: first if code in new else str(day) for code, day in days.items() if day
    }
    return {**case, "person": person}
