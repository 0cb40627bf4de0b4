"""341722-2022-5, 石台: the whole chain of a resident of the county."""

from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle import p341722_aid as relief
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
    since,
    slices,
    sort_of,
    total,
    visits_of,
    written,
    year_of,
)
from tests.oracle.ledger import clip

LAW: dict[str, Any] = {
    "from": date(2022, 10, 8),
    "premium": {
        "tekun": percent(100),
        "dibao": percent(90),
        "fanpin": percent(80),
        "jiance": percent(50),
    },
    "transition": date(2025, 12, 31),
    "deductible": (1_500_000, 2_000_000, 1_000_000),
    "tiers": [
        (0, percent(60)),
        (5_000_000, percent(65)),
        (10_000_000, percent(75)),
        (20_000_000, percent(80)),
    ],
    "tilted": {"share": percent(50), "points": percent(5)},
}
TILTED = ("tekun", "dibao", "fanpin")
DEPOSIT = ("tekun", "dibao", "jiance")
POOLED = ("inpatient", "chronic")


def assess(case: Case) -> dict[str, Any]:
    """Assess a fully known case by the text of 石台."""
    visits = pay_insurance(case, default=LAW["deductible"][0])
    relief.pay_aid(case, visits, LAW["from"])
    status = relief.aid_status(case)
    benefits = {
        "premium": premium(case),
        "critical": critical(case, visits),
        "aid": outcome(status, total(visits, "aid")),
        "tilt_aid": outcome(status, total(visits, "tilt_aid")),
        "deposit": deposit(case),
        "retroactive": relief.retroactive(case, visits, LAW["from"]),
    }
    return written(case, visits, benefits)


def pay_insurance(case: Case, *, default: int) -> list[Visit]:
    """Let basic insurance, critical illness insurance and supplements pay."""
    visits = visits_of(case)
    base, paid = opening(case, "critical_base"), opening(case, "critical_paid")
    for visit in visits:
        visit.pay("basic", visit.slip["basic"] or 0)
        amount, owed = visit.slip["critical"] or 0, visit.rest
        counts = _is_pooled(visit)
        if counts and visit.slip["critical"] is None:
            amount = tariff_pays(case, visit, (base, paid, default))
        visit.pay("critical", amount)
        visit.pay("other", visit.slip["other"] or 0)
        base, paid = base + owed * counts, paid + visit.paid["critical"]
    return visits


def computes(case: Case, index: int, layer: str) -> bool:
    """Tell whether this text gives what a slip does not show."""
    visit = read_visit(index, case["visits"][index])
    resident = case["person"]["scheme"] in RESIDENTS
    return layer == "critical" and resident and _is_pooled(visit)


def _is_pooled(visit: Visit) -> bool:
    return visit.kind in POOLED and visit.day >= LAW["from"]


def tariff_pays(case: Case, visit: Visit, year: tuple[int, int, int]) -> int:
    """Pay one visit by the given or the supposed tariff."""
    base, paid, default = year
    person = case["person"]
    tilted = any(held(person, code, visit) for code in TILTED)
    line = Fraction(_given_line(case) if _given_line(case) is not None else default)
    given = person.get("critical_tiers")
    tiers = [(fen(at), percent(rate)) for at, rate in given] if given else LAW["tiers"]
    if tilted:
        line *= 1 - LAW["tilted"]["share"]
        tiers = [(at, min(rate + LAW["tilted"]["points"], Fraction(1))) for at, rate in tiers]
    amount = run(lambda sum_: slices(max(sum_ - line, Fraction(0)), tiers), base, visit.rest)
    return clip(amount, None if tilted else fen(person.get("critical_cap")), paid)


def _given_line(case: Case) -> int | None:
    return fen(case["person"].get("critical_deductible"))


def critical(case: Case, visits: list[Visit]) -> dict[str, str | None]:
    """Tell what critical illness insurance pays a resident, with the bounds of an estimate."""
    if case["person"]["scheme"] not in RESIDENTS:
        return outcome("ineligible")
    benefit = outcome("eligible", total(visits, "critical"))
    open_ = any(v.slip["critical"] is None for v in visits)
    if open_ and _given_line(case) is None:
        for name, line in zip(("low", "high"), LAW["deductible"][1:], strict=True):
            bound = pay_insurance(case, default=line)
            benefit |= {name: outcome("eligible", total(bound, "critical"))["amount"]}
    return benefit


def premium(case: Case) -> dict[str, str | None]:
    """Pay the share of the best group recognised before this year."""
    person, year = case["person"], year_of(case)
    insured = person["scheme"] != "none"
    codes = codes_in_year(case)
    classes = {
        relief.class_of(person, code)
        for code in codes
        if not (insured and (day := since(person, code)) and day.year == year)
    }
    over = year > LAW["transition"].year
    paying = {
        code: rate
        for code, rate in LAW["premium"].items()
        if code in classes and not (over and code in ("fanpin", "jiance"))
    }
    status = sort_of(codes, gives=(), named=relief.NAMED)
    if paying:
        status = "eligible"
    elif over and classes & {"fanpin", "jiance"}:
        status = "ask_office"
    if person["scheme"] == "employee":
        status = "ineligible"
    started = year >= LAW["from"].year
    whole = fen(person["premium"]) or 0
    return outcome(status, run(lambda x: x * max(paying.values(), default=0), 0, whole * started))


def deposit(case: Case) -> dict[str, str | None]:
    """Tell whether no deposit may be asked."""
    person, codes = case["person"], codes_of(case)
    status = sort_of(codes, gives=DEPOSIT, named=relief.NAMED)
    stays = [visit for visit in visits_of(case) if visit.kind == "inpatient"]
    if status == "eligible" and stays and not any(_waived(person, visit) for visit in stays):
        status = "ineligible"
    return {"status": status, "amount": None}


def _waived(person: Any, visit: Visit) -> bool:
    facts = visit.facts
    return (
        visit.day >= LAW["from"]
        and any(held(person, code, visit) for code in DEPOSIT)
        and facts["designated"]
        and facts["place"] in ("county", "city")
        and facts["referral"] == "referred"
        and facts["grassroots_first"]
    )
