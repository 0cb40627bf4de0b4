"""320000-2015-135, 江苏: the province's frame, at least so much."""

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
    total,
    visits_of,
    written,
    year_of,
)
from tests.oracle.ledger import Scheme, State, Tariff, pay_best, share

LAW: dict[str, Any] = {"from": date(2015, 12, 21), "rate": percent(70)}
KEY = ("dibao", "tekun", "linshi", "jingjian", "youfu", "guer", "tekun_zhigong")


def assess(case: Case) -> dict[str, Any]:
    """Assess a fully known case by the text of 江苏."""
    visits = visits_of(case)
    settle_slips(visits, ("basic", "critical", "other"))
    status = status_of(case, codes_of(case))
    aid = "ask_office" if status == "eligible" and case["person"]["scheme"] == "none" else status
    if aid == "eligible":
        pay_aid(case, visits)
    benefits = {
        "premium": premium(case),
        "aid": outcome(aid, total(visits, "aid")),
        "outpatient_aid": outcome(aid, total(visits, "outpatient_aid")),
        "deposit": deposit(case, status),
    }
    return written(case, visits, benefits)


def key_codes(case: Case) -> tuple[str, ...]:
    """List the key groups; one of them only with local registration."""
    local = case["person"]["local_hukou"]
    return tuple(code for code in KEY if code != "linshi" or local)


def status_of(case: Case, codes: list[str]) -> str:
    """Key groups are entitled, all others are for the county to say."""
    if set(codes) & set(key_codes(case)):
        return "eligible"
    return "ask_office" if codes else "ineligible"


def _is_key(case: Case, visit: Visit) -> bool:
    return any(held(case["person"], code, visit) for code in key_codes(case))


def pay_aid(case: Case, visits: list[Visit]) -> None:
    """Pay the least share that the text allows, in designated institutions."""
    kinds = {"aid": ("inpatient",), "outpatient_aid": ("outpatient", "chronic")}
    for layer, wanted in kinds.items():
        scheme = Scheme(
            layer=layer,
            counts=lambda v, wanted=wanted: (
                v.kind in wanted and v.day >= LAW["from"] and v.facts["designated"]
            ),
            codes=lambda v: frozenset({"key"} if _is_key(case, v) else ()),
            tariffs={"key": Tariff(share(LAW["rate"]))},
        )
        base = opening(case, "aid_base") if layer == "aid" else 0
        pay_best(scheme, visits, State(base=base))


def premium(case: Case) -> dict[str, str | None]:
    """Pay the whole premium of the key groups."""
    person, status = case["person"], status_of(case, codes_in_year(case))
    if person["scheme"] == "employee":
        status = "ineligible"
    paid = year_of(case) >= LAW["from"].year
    return outcome(status, fen(person["premium"]) if paid else 0)


def deposit(case: Case, status: str) -> dict[str, str | None]:
    """Tell whether no deposit may be asked."""
    stays = [visit for visit in visits_of(case) if visit.kind == "inpatient"]
    waived = any(v.day >= LAW["from"] and v.facts["designated"] and _is_key(case, v) for v in stays)
    if status == "eligible" and stays and not waived:
        status = "ineligible"
    return {"status": status, "amount": None}
