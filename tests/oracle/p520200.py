"""520200-2017-84, 六盘水: premium, insurance without a line, aid and major aid."""

from datetime import date
from fractions import Fraction
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
    read_visit,
    run,
    sort_of,
    total,
    visits_of,
    written,
    year_of,
)
from tests.oracle.ledger import clip

LAW: dict[str, Any] = {
    "from": date(2017, 8, 10),
    "premium": {"dibao": 3_000, "diruo": 1_000},
    "basic": {"ncms": percent(80), "points": percent(10)},
    "critical": {"ncms": percent(75), "urban": percent(80), "resident": percent(80)},
    "major": {"points": percent(5), "cap": 4_500_000},
    "permit_years": 1,
}
TEN = (
    "tekun", "jingjian", "jingshen", "zhaoshi", "dibao",
    "jiandang", "aizi", "youfu", "diruo", "zifei", "qita",
)  # fmt: skip
FULL = ("tekun", "jingjian", "zhaoshi")
DEPOSIT = ("tekun", "dibao", "jingjian", "youfu", "jiandang")


def assess(case: Case) -> dict[str, Any]:
    """Assess a fully known case by the text of 六盘水."""
    visits = pay_insurance(case)
    pay_aid(case, visits)
    benefits = {
        "premium": premium(case),
        "basic": insurance(case, total(visits, "basic")),
        "critical": insurance(case, total(visits, "critical")),
        "aid": outcome(aid_status(case), total(visits, "aid")),
        "major_aid": outcome(major_status(case), total(visits, "major_aid")),
        "deposit": deposit(case),
    }
    return written(case, visits, benefits)


def local_codes(case: Case, codes: list[str]) -> list[str]:
    """Keep the identities of a person who lives here."""
    person = case["person"]
    lives = person["local_hukou"] or person["residence_permit_years"] >= LAW["permit_years"]
    return codes if lives else []


def counted(case: Case) -> tuple[str, ...]:
    """List the groups that count; one of them only with a major disease."""
    ill = case["person"]["major_disease"]
    codes = local_codes(case, codes_of(case))
    return tuple(c for c in TEN if c in codes and (c != "jiandang" or ill))


def is_member(case: Case, visit: Visit) -> bool:
    """Tell whether a stay is that of a recognised person under this text."""
    known = any(held(case["person"], code, visit) for code in counted(case))
    return known and visit.kind == "inpatient" and visit.day >= LAW["from"]


def in_reach(visit: Visit) -> bool:
    """Designated hospitals in the city, public hospitals elsewhere."""
    near = visit.facts["place"] in ("county", "city")
    return bool(visit.facts["designated"] if near else visit.facts["public_hospital"])


def computes(case: Case, index: int, layer: str) -> bool:
    """Tell whether this text gives what a slip does not show."""
    visit, scheme = read_visit(index, case["visits"][index]), case["person"]["scheme"]
    known = scheme in (LAW["critical"] if layer == "critical" else ("ncms", "urban"))
    return known and is_member(case, visit) and in_reach(visit)


def basic_rate(case: Case) -> Fraction:
    """Tell the raised share of basic insurance."""
    person = case["person"]
    if person["scheme"] == "ncms":
        rate: Fraction = LAW["basic"]["ncms"]
        return rate
    return min(percent(person["basic_rate"]) + LAW["basic"]["points"], Fraction(1))


def pay_insurance(case: Case) -> list[Visit]:
    """Let insurance pay without a line; what a slip shows goes first."""
    visits, scheme = visits_of(case), case["person"]["scheme"]
    sums = {"basic": 0, "critical": opening(case, "critical_base")}
    for visit in visits:
        counts = is_member(case, visit) and in_reach(visit) and scheme in LAW["critical"]
        for layer in ("basic", "critical"):
            owed, amount = visit.rest, visit.slip[layer]
            if counts and amount is None:
                rate = basic_rate(case) if layer == "basic" else LAW["critical"][scheme]
                amount = run(lambda base, rate=rate: base * rate, sums[layer], owed)
            sums[layer] += owed * counts
            visit.pay(layer, amount or 0)
        visit.pay("other", visit.slip["other"] or 0)
    return visits


def insurance(case: Case, amount: int) -> dict[str, str | None]:
    """Tell whether the raised insurance is for this person."""
    status = sort_of(local_codes(case, codes_of(case)), gives=counted(case), named=TEN)
    if case["person"]["scheme"] not in LAW["critical"]:
        status = "ineligible"
    return outcome(status, amount)


def aid_status(case: Case) -> str:
    """Aid needs a rate and a limit that this text does not hold."""
    person = case["person"]
    status = sort_of(local_codes(case, codes_of(case)), gives=counted(case), named=TEN)
    open_ = not (person.get("aid_rate") and person.get("aid_cap")) or person["scheme"] == "none"
    return "ask_office" if status == "eligible" and open_ else status


def major_status(case: Case) -> str:
    """Major aid is for the listed diseases only, whoever it is."""
    return aid_status(case) if case["person"]["listed_disease"] else "ineligible"


def pay_aid(case: Case, visits: list[Visit]) -> None:
    """Let aid pay up to its limit, and major aid on what the limit has left."""
    if aid_status(case) != "eligible":
        return
    person = case["person"]
    rate, cap = percent(person["aid_rate"]), fen(person["aid_cap"]) or 0
    raised = min(rate + LAW["major"]["points"], Fraction(1))
    base, paid, more = opening(case, "aid_base"), opening(case, "aid_paid"), 0
    for visit in (v for v in visits if is_member(case, v)):
        owed = visit.rest
        visit.pay("aid", clip(run(lambda x: x * rate, base, owed), cap, paid))
        paid += visit.paid["aid"]
        if person["listed_disease"]:
            over = run(lambda x: max(x - cap / rate, Fraction(0)) * raised, base, owed)
            visit.pay("major_aid", clip(over, LAW["major"]["cap"], more))
            more += visit.paid["major_aid"]
        base += owed


def premium(case: Case) -> dict[str, str | None]:
    """Pay the whole premium, or at least a fixed sum, by the best group."""
    person, codes = case["person"], local_codes(case, codes_in_year(case))
    whole = fen(person["premium"]) or 0
    sums = dict.fromkeys(FULL, whole)
    sums["diruo"] = min(LAW["premium"]["diruo"], whole)
    if person["rural"]:
        sums["dibao"] = min(LAW["premium"]["dibao"], whole)
    best = [sums[code] for code in codes if code in sums]
    status = "eligible" if best else "ask_office" if codes else "ineligible"
    if person["scheme"] == "employee":
        status = "ineligible"
    paid = year_of(case) >= LAW["from"].year
    return outcome(status, max(best, default=0) if paid else 0)


def deposit(case: Case) -> dict[str, str | None]:
    """Tell whether no deposit may be asked in a hospital of the county."""
    listed = [code for code in DEPOSIT if code in counted(case)]
    status = sort_of(local_codes(case, codes_of(case)), gives=listed, named=TEN)
    stays = [visit for visit in visits_of(case) if visit.kind == "inpatient"]
    waived = any(
        visit.day >= LAW["from"]
        and visit.facts["place"] == "county"
        and visit.facts["designated"]
        and any(held(case["person"], code, visit) for code in listed)
        for visit in stays
    )
    if status == "eligible" and stays and not waived:
        status = "ineligible"
    return {"status": status, "amount": None}
