"""321200-2017-115, 泰州市区: critical illness insurance, inpatient and outpatient aid."""

from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle import p321200_outpatient as clinic
from tests.oracle.common import (
    RESIDENTS,
    Case,
    Visit,
    codes_in_year,
    codes_of,
    fen,
    held,
    opening,
    outcome,
    percent,
    read_visit,
    run,
    slices,
    sort_of,
    total,
    visits_of,
    written,
    year_of,
)
from tests.oracle.ledger import Scheme, State, Tariff, pay_best, share

LAW: dict[str, Any] = {
    "from": {"employee": date(2017, 7, 1), "resident": date(2018, 1, 1), "aid": date(2018, 1, 1)},
    "line": {"ordinary": 1_500_000, "group": 1_000_000},
    "rates": {
        "employee": (percent(60), percent(70)),
        "resident": (percent(50), percent(60)),
        "points": percent(10),
    },
    "edge": 10_000_000,
    "aid": {
        "tekun": percent(100),
        "guer": percent(100),
        "dibao": percent(85),
        "jingjian": percent(85),
        "youfu": percent(85),
        "diruo_jingshen": percent(85),
        "tekun_zhigong": percent(85),
        "diruo_dabing": percent(70),
        "jiandang": percent(70),
        "qita": percent(70),
    },
    "diruo_dabing": 1_000_000,
}
NAMED = tuple(LAW["aid"])
PREMIUM = ("tekun", "guer", "dibao", "jingjian", "youfu", "diruo_jingshen")
CLINIC = (*PREMIUM, "tekun_zhigong")
OTHERS = ("321281", "321282", "321283")


def assess(case: Case) -> dict[str, Any]:
    """Assess a fully known case by the text of 泰州."""
    codes = tuple(code for code in NAMED if code != "diruo_dabing" or is_diruo_dabing(case))
    visits = pay_insurance(case, codes)
    pay_aid(case, visits, codes)
    benefits = {
        "premium": premium(case),
        "critical": critical(case, visits),
        "aid": outcome(aid_status(case, codes), total(visits, "aid")),
        "outpatient_aid": outcome(aid_status(case, CLINIC), total(visits, "outpatient_aid")),
    }
    if case["region"] in OTHERS:
        visits = pay_slips(case)
        benefits = {name: outcome("ask_office") for name in benefits}
    return written(case, visits, benefits)


def pay_slips(case: Case) -> list[Visit]:
    """Let nothing but the slips pay."""
    visits = visits_of(case)
    for visit in visits:
        for layer in ("basic", "critical", "other"):
            visit.pay(layer, visit.slip[layer] or 0)
    return visits


def start_of(scheme: str) -> date:
    """Tell from when critical illness insurance of a scheme follows this text."""
    day: date = LAW["from"]["employee" if scheme == "employee" else "resident"]
    return day


def pay_insurance(case: Case, groups: tuple[str, ...]) -> list[Visit]:
    """Let basic insurance, critical illness insurance and supplements pay."""
    person, visits = case["person"], visits_of(case)
    base = opening(case, "critical_base")
    for visit in visits:
        visit.pay("basic", visit.slip["basic"] or 0)
        owed, amount = visit.rest, visit.slip["critical"] or 0
        counts = _is_pooled(visit, person["scheme"])
        if counts and visit.slip["critical"] is None:
            group = any(held(person, code, visit) for code in groups)
            amount = tariff_pays(person["scheme"], group, (base, owed))
        visit.pay("critical", amount)
        visit.pay("other", visit.slip["other"] or 0)
        base += owed * counts
    return visits


def computes(case: Case, index: int, layer: str) -> bool:
    """Tell whether this text gives what a slip does not show."""
    visit, scheme = read_visit(index, case["visits"][index]), case["person"]["scheme"]
    return layer == "critical" and scheme != "none" and _is_pooled(visit, scheme)


def _is_pooled(visit: Visit, scheme: str) -> bool:
    return visit.kind != "outpatient" and visit.day >= start_of(scheme)


def tariff_pays(scheme: str, group: bool, sums: tuple[int, int]) -> int:
    """Pay one visit; the bands lie on the year's burden itself."""
    low, high = LAW["rates"]["employee" if scheme == "employee" else "resident"]
    more = LAW["rates"]["points"] if group else Fraction(0)
    line = LAW["line"]["group" if group else "ordinary"]
    rows = [(line, low + more), (LAW["edge"], high + more)]
    return run(lambda base: slices(base, rows), *sums)


def is_diruo_dabing(case: Case) -> bool:
    """Test the year's inpatient burden at the ordinary tariff."""
    left = opening(case, "aid_base")
    for visit in pay_insurance(case, ()):
        left += visit.rest * (visit.kind == "inpatient")
    return left >= LAW["diruo_dabing"]


def critical(case: Case, visits: list[Visit]) -> dict[str, str | None]:
    """Tell what critical illness insurance pays an insured person."""
    insured = case["person"]["scheme"] in (*RESIDENTS, "employee")
    return outcome("eligible" if insured else "ineligible", total(visits, "critical"))


def aid_status(case: Case, gives: tuple[str, ...]) -> str:
    """Tell whether the identities bring one kind of aid."""
    status = sort_of(codes_of(case), gives=gives, named=NAMED)
    uninsured = case["person"]["scheme"] == "none"
    return "ask_office" if status == "eligible" and uninsured else status


def pay_aid(case: Case, visits: list[Visit], codes: tuple[str, ...]) -> None:
    """Let aid for stays and aid for other visits pay."""
    person = case["person"]
    if aid_status(case, codes) == "eligible":
        scheme = Scheme(
            layer="aid",
            counts=lambda v: v.kind == "inpatient" and v.day >= LAW["from"]["aid"],
            codes=lambda v: frozenset(code for code in codes if held(person, code, v)),
            tariffs={code: Tariff(share(rate)) for code, rate in LAW["aid"].items()},
        )
        pay_best(scheme, visits, State(base=opening(case, "aid_base")))
    if aid_status(case, CLINIC) == "eligible":
        clinic.pay(
            [v for v in visits if any(held(person, code, v) for code in CLINIC)],
            start=LAW["from"]["aid"],
            paid=opening(case, "outpatient_aid_paid"),
        )


def premium(case: Case) -> dict[str, str | None]:
    """Pay the whole premium of six groups."""
    person, codes = case["person"], codes_in_year(case)
    status = "ask_office" if codes else "ineligible"
    if set(codes) & set(PREMIUM):
        status = "eligible"
    if person["scheme"] == "employee":
        status = "ineligible"
    paid = year_of(case) >= LAW["from"]["aid"].year
    return outcome(status, fen(person["premium"]) if paid else 0)
