"""The benchmarks' persons as the engine takes them: contract cases, and columns."""

from dataclasses import replace
from datetime import date

import numpy as np

from engine.assess import pack_of
from engine.case import read_case
from engine.lanes import complete
from engine.packs import load
from engine.table import CODES, Table, day_number
from tests.bench import case

GIVEN = {
    "critical_deductible": case.DB_DEDUCTIBLE,
    "critical_tiers": list(zip(case.DB_LO, case.DB_RATE, strict=True)),
    "critical_cap": case.DB_CAP,
}
GROUPS = ["tekun", "dibao", "fanpin", "jiance", "dibian", "yinbing"]
FACTS = ("slip_aid", "slip_aid_high", "other", "basic", "critical", "spread", "slot")


def only(pack, *benefits):
    """Give a document with some of its benefits alone."""
    return replace(pack, benefits={name: pack.benefits[name] for name in benefits})


def same(value, number):
    """Give a column that says the same on every line, written once."""
    return np.broadcast_to(np.int64(value), number)


def persons(held, year):
    """Lay out the columns of persons insured as residents and recognised for years."""
    number = len(held)
    columns = dict.fromkeys(("members", "held", "held_named", "held_before"), held)
    constant = {"scheme": 0, "unnamed": 0, "held_new": 0, "variant": 0, "premium": 38_000}
    constant["year"] = year
    return columns | {name: same(value, number) for name, value in constant.items()}


def shitai(people, *, whole=False):
    """Lay out person-years of 石台, one stay each: the rule alone, or the whole document."""
    burden, group, referred, in_province = people
    number, pack = len(burden), load("341722-2022-5", 2023)
    bits = [0, *(1 << pack.members.index(name) for name in GROUPS)]
    held = np.array(bits, np.int64)[group]
    # The rule's two conditions on tilted aid are one place here, so that aid itself is for all.
    near, far = (CODES["place"].index(name) for name in ("province", "outside"))
    place = np.where(referred & in_province, near, far)
    constant = dict.fromkeys(FACTS, 0) | {"kind": 0, "day": day_number(date(2023, 6, 1))}
    constant |= {"critical_open": 1, "basic_open": 0, "designated": 1, "referral": 1}
    visits = {name: same(value, number) for name, value in constant.items()}
    visits |= {"grassroots_first": same(1, number), "place": place, "in_scope": burden}
    visits |= {"held": held, "held_if_earlier": held}
    table = Table(number, persons(held, 2023), visits, np.arange(number))
    return pack if whole else only(pack, "critical", "aid", "tilt_aid"), table


def taizhou(person, day, amount, number):
    """Lay out outpatient visits of a year of 泰州, all of persons with 低保."""
    pack, lines = load("321200-2017-115", 2018), len(amount)
    dibao = 1 << pack.members.index("dibao")
    constant = dict.fromkeys(FACTS, 0) | {"kind": 2, "designated": 1, "held": dibao}
    constant |= {"held_if_earlier": dibao, "critical_open": 0, "basic_open": 0}
    visits = {name: same(value, lines) for name, value in constant.items()}
    visits |= {"in_scope": amount, "day": day.astype(np.int64) + day_number(date(2018, 1, 1))}
    table = Table(number, persons(same(dibao, number), 2018), visits, person.astype(np.intp))
    return only(pack, "outpatient_aid"), table


STAY = {
    "kind": "inpatient",
    "admitted": "2023-03-01",
    "discharged": "2023-03-20",
    "total": "120000.00",
    "in_scope": "100000.00",
    "basic_paid": "60000.00",
    "critical_paid": None,
    "other_paid": "0.00",
    "aid_paid": "0.00",
    "designated": True,
    "place": "province",
    "referral": "referred",
    "grassroots_first": False,
}


def known_case():
    """Write a case of 石台 in which nothing is open: three stays, the ordinary tariff given."""
    person = {
        "scheme": "resident",
        "status": ["dibian"],
        "status_since": "2020-01-01",
        "premium": "380.00",
        "critical_deductible": "15000.00",
        "critical_tiers": [["0.00", "60%"], ["50000.00", "65%"], ["100000.00", "75%"]],
        "critical_cap": "300000.00",
    }
    return {"region": "341722", "as_of": "2023-12-31", "person": person, "visits": stays(3)}


def stays(number):
    """Write stays of a week, a month apart."""
    months = [f"2023-{month:02}" for month in range(1, number + 1)]
    days = [{"admitted": f"{month}-03", "discharged": f"{month}-10"} for month in months]
    return [STAY | day for day in days]


def open_case():
    """Write a case with four stays of which two facts each are open: 256 completions."""
    unknown = ("designated", "grassroots_first")
    visits = [{k: v for k, v in stay.items() if k not in unknown} for stay in stays(4)]
    return known_case() | {"visits": visits}


def lanes_of(raw):
    """Count the completions of a case that are evaluated."""
    case_ = read_case(raw, today=date(2023, 12, 31))
    return complete(case_, pack_of(case_)).ledger.table.rows
