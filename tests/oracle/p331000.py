"""331000-2020-8, 台州: premium, inpatient aid, outpatient aid."""

from datetime import date
from typing import Any

from tests.oracle.common import (
    Case,
    Visit,
    codes_in_year,
    codes_of,
    fen,
    held,
    opening,
    outcome,
    percent,
    settle_slips,
    since,
    slices,
    sort_of,
    total,
    visits_of,
    written,
    year_of,
)
from tests.oracle.ledger import Scheme, State, Tariff, pay_best, share

LAW: dict[str, Any] = {
    "from": date(2020, 7, 1),
    "aid": {
        "tekun": [(0, percent(100))],
        "dibao": [(0, percent(70)), (5_000_000, percent(75))],
        "dibian": [(0, percent(60)), (5_000_000, percent(65))],
        "yinbing": [(0, percent(50)), (5_000_000, percent(55))],
    },
    "aid_cap": 10_000_000,
    "outpatient": {
        "tekun": (percent(100), 60_000),
        "dibao": (percent(60), 40_000),
        "dibian": (percent(60), 40_000),
        "yinbing": (percent(60), 40_000),
    },
}
NAMED = ("tekun", "dibao", "dibian", "yinbing")
PREMIUM = ("tekun", "dibao", "dibian", "qita")


def assess(case: Case) -> dict[str, Any]:
    """Assess a fully known case by the text of 台州."""
    visits = visits_of(case)
    settle_slips(visits, ("basic", "critical", "other"))
    pay_aid(case, visits)
    benefits = {"premium": premium(case)}
    for name in ("aid", "outpatient_aid"):
        benefits[name] = outcome(aid_status(case), total(visits, name))
    return written(case, visits, benefits)


def aid_status(case: Case) -> str:
    """Tell whether the identities bring aid."""
    status = sort_of(codes_of(case), gives=NAMED, named=NAMED)
    uninsured = case["person"]["scheme"] == "none"
    return "ask_office" if status == "eligible" and uninsured else status


def pay_aid(case: Case, visits: list[Visit]) -> None:
    """Let both kinds of aid pay."""
    if aid_status(case) != "eligible":
        return
    pay_best(inpatient(case), visits, State(opening(case, "aid_base"), opening(case, "aid_paid")))
    pay_best(outpatient(case), visits, State(paid=opening(case, "outpatient_aid_paid")))


def _codes(case: Case) -> Any:
    return lambda visit: frozenset(c for c in NAMED if held(case["person"], c, visit))


def _counts(*kinds: str) -> Any:
    return lambda visit: (
        visit.kind in kinds and visit.day >= LAW["from"] and visit.facts["designated"]
    )


def inpatient(case: Case) -> Scheme:
    """Describe the aid for stays and special outpatient care."""
    tariffs = {
        code: Tariff(lambda base, rows=rows: slices(base, rows), LAW["aid_cap"])
        for code, rows in LAW["aid"].items()
    }
    return Scheme("aid", _counts("inpatient", "chronic"), _codes(case), tariffs)


def outpatient(case: Case) -> Scheme:
    """Describe the aid for ordinary outpatient care."""
    tariffs = {code: Tariff(share(rate), cap) for code, (rate, cap) in LAW["outpatient"].items()}
    return Scheme("outpatient_aid", _counts("outpatient"), _codes(case), tariffs)


def premium(case: Case) -> dict[str, str | None]:
    """Pay the whole premium of four groups, next year if already insured."""
    person, year = case["person"], year_of(case)
    codes = codes_in_year(case)
    status = sort_of(codes, gives=PREMIUM, named=NAMED)
    insured = person["scheme"] != "none"
    old = [c for c in codes if not (insured and (day := since(person, c)) and day.year == year)]
    if status == "eligible" and not set(old) & set(PREMIUM):
        status = sort_of(codes, gives=(), named=(*NAMED, "qita"))
    if person["scheme"] == "employee":
        status = "ineligible"
    paid = year >= LAW["from"].year
    return outcome(status, fen(person["premium"]) if paid else 0)
