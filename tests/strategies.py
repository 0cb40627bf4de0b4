"""Fully known cases drawn at random, with an eye for the places where rules turn."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.oracle import computes
from tests.oracle.common import yuan


class World(NamedTuple):
    """What is worth drawing for one document."""

    region: str
    start: date
    years: tuple[int, ...]
    codes: str
    turns: tuple[int, ...]
    extra: dict[str, Any]


def _money(low: int, high: int) -> Any:
    return st.integers(low, high).map(yuan)


def _rates(*ends: int) -> Any:
    return st.integers(*ends).map(lambda rate: f"{rate}%")


def _seldom(values: Any) -> Any:
    return st.integers(0, 5).flatmap(lambda die: values if die else st.none())


TIERS = st.sampled_from(
    [[["0.00", "60%"]], [["0.00", "55%"], ["30000.00", "70%"]], [["0.00", "50%"], ["0.03", "97%"]]]
)
CLASSES = ("tekun", "dibao", "fanpin", "jiance", "dibian", "yinbing")
WORLDS = {
    "331000-2020-8": World(
        region="331000",
        start=date(2020, 7, 1),
        years=(2020, 2020, 2022, 2019),
        codes="tekun dibao dibian yinbing qita guer",
        turns=(5_000_000, 10_000_000, 60_000, 66_667),
        extra={},
    ),
    "341722-2022-5": World(
        region="341722",
        start=date(2022, 10, 8),
        years=(2022, 2023, 2023, 2026),
        codes="tekun dibao fanpin jiance dibian yinbing youfu guer",
        turns=(150_000, 300_000, 1_000_000, 1_500_000, 5_000_000, 7_500_000, 20_000_000),
        extra={
            "youfu_as": st.sampled_from(CLASSES),
            "critical_deductible": st.none() | st.integers(0, 1_000_000).map(lambda x: yuan(2 * x)),
            "critical_tiers": st.none() | TIERS,
            "critical_cap": st.none() | _money(0, 9_000_000),
        },
    ),
    "321200-2017-115": World(
        region="321202",
        start=date(2017, 7, 1),
        years=(2017, 2018, 2018),
        codes="dibao tekun jingjian youfu guer diruo_jingshen diruo_dabing diruo_dabing "
        "jiandang tekun_zhigong qita dibian",
        turns=(1_000_000, 1_500_000, 10_000_000, 11_765),
        extra={"local_hukou": st.just(True)},
    ),
    "320000-2015-135": World(
        region="320100",
        start=date(2015, 12, 21),
        years=(2015, 2019, 2019),
        codes="dibao tekun linshi jingjian youfu guer tekun_zhigong diruo jiandang",
        turns=(10_000,),
        extra={"local_hukou": st.booleans()},
    ),
    "520200-2017-84": World(
        region="520200",
        start=date(2017, 8, 10),
        years=(2017, 2017, 2018, 2016),
        codes="tekun jingjian jingshen zhaoshi dibao jiandang aizi youfu diruo zifei qita guer",
        turns=(4_285_714, 10_000_000),
        extra={
            "rural": st.booleans(),
            "local_hukou": st.sampled_from([True] * 5 + [False]),
            "residence_permit_years": st.integers(0, 2),
            "major_disease": st.sampled_from([True, True, False]),
            "listed_disease": st.sampled_from([True, True, False]),
            "basic_rate": _rates(40, 100),
            "aid_rate": _seldom(_rates(20, 100)),
            "aid_cap": _seldom(_money(100, 6_000_000)),
        },
    ),
}


def _amounts(turns: tuple[int, ...]) -> Any:
    near = st.tuples(st.sampled_from(turns), st.integers(-2, 2)).map(sum)
    return st.one_of(
        st.integers(0, 400), st.integers(0, 3_000_000), near, st.integers(0, 30_000_000)
    )


def _days(year: int, start: date) -> Any:
    near = st.sampled_from([start + timedelta(days) for days in (-1, 0, 1)])
    within = st.dates(date(year, 1, 1), date(year, 12, 31))
    packed = st.dates(date(year, 11, 1), date(year, 11, 4))
    return st.one_of(within, packed, near) if start.year == year else within | packed


@st.composite
def people(draw: Any, world: World, year: int) -> dict[str, Any]:
    """Draw a person with identities that may come and go."""
    least = draw(st.sampled_from([0, 1, 1, 1, 2]))
    kinds = st.sampled_from(world.codes.split())
    codes = draw(st.lists(kinds, min_size=least, max_size=3, unique=True))
    schemes = ["resident", "resident", "ncms", "ncms", "urban", "urban", "employee", "none"]
    person = {
        "scheme": draw(st.sampled_from(schemes)),
        "status": codes,
        "premium": draw(_money(10_000, 60_000)),
    }
    days = st.dates(date(year - 1, 6, 1), date(year, 12, 31))
    since = {code: draw(days) for code in codes if draw(st.booleans())}
    until = {
        code: draw(st.dates(since.get(code, date(year - 1, 11, 1)), date(year + 1, 1, 31)))
        for code in codes
        if draw(st.integers(0, 3)) == 0
    }
    for key, found in (("status_since", since), ("status_until", until)):
        if found:
            person[key] = {code: str(day) for code, day in found.items()}
    extra = {key: draw(values) for key, values in world.extra.items()}
    person |= {key: value for key, value in extra.items() if value is not None}
    if draw(st.integers(0, 3)) == 0:
        person["opening"] = draw(openings(world))
    return person


@st.composite
def openings(draw: Any, world: World) -> dict[str, str]:
    """Draw sums of the year before the first visit."""
    base = draw(_amounts(world.turns))
    paid = draw(st.integers(0, min(base, 10_000_000)))
    critical = draw(_amounts(world.turns))
    sums = {
        "aid_base": base,
        "aid_paid": paid,
        "critical_base": critical,
        "critical_paid": draw(st.integers(0, critical)),
        "outpatient_aid_paid": draw(st.integers(0, 500_000)),
        "tilt_paid": draw(st.integers(0, min(5_000_000, base - paid))),
    }
    return {key: yuan(value) for key, value in sums.items() if draw(st.booleans())}


@st.composite
def visits(draw: Any, world: World, year: int) -> dict[str, Any]:
    """Draw a visit with a whole slip."""
    kind = draw(st.sampled_from(["inpatient", "inpatient", "inpatient", "chronic", "outpatient"]))
    day = draw(_days(year, world.start))
    in_scope = draw(_amounts(world.turns))
    shares = [draw(st.sampled_from([0, 0, 30, 60, 80, 110])) for _ in range(3)]
    basic = in_scope * shares[0] // 100
    critical = (in_scope - basic) * shares[1] // 200 if basic <= in_scope else 0
    visit = {
        "kind": kind,
        "discharged": str(day),
        "total": yuan(in_scope * 2 + 100),
        "in_scope": yuan(in_scope),
        "basic_paid": yuan(basic),
        "critical_paid": yuan(0 if kind == "outpatient" else critical),
        "other_paid": yuan(in_scope * shares[2] // 300),
        "aid_paid": "0.00",
        "designated": draw(st.sampled_from([True, True, True, True, True, False])),
        "place": draw(st.sampled_from(["county", "county", "city", "province", "outside"])),
        "referral": draw(st.sampled_from(["none", "referred", "referred", "emergency"])),
        "public_hospital": draw(st.booleans()),
    }
    visit["grassroots_first"] = visit["referral"] == "referred" and draw(st.booleans())
    if kind == "inpatient":
        visit["admitted"] = str(day - timedelta(draw(st.integers(0, 50))))
    return visit


@st.composite
def cases(draw: Any, pack: str) -> dict[str, Any]:
    """Draw a whole case; a slip may lack what the document computes itself."""
    world = WORLDS[pack]
    year = draw(st.sampled_from(world.years))
    least = draw(st.integers(0, 3))
    drawn = draw(st.lists(visits(world, year), min_size=least, max_size=6))
    # On one day the larger goes first: equal amounts would leave the order open.
    apart = {(visit["discharged"], visit["in_scope"]): visit for visit in drawn}
    person = draw(people(world, year))
    if person["scheme"] == "none":
        paid = {"basic_paid": "0.00", "critical_paid": "0.00", "other_paid": "0.00"}
        apart = {key: visit | paid for key, visit in apart.items()}
    case = {
        "region": world.region,
        "pack": pack,
        "as_of": f"{year}-12-31",
        "person": person,
        "visits": list(apart.values()),
    }
    for index, visit in enumerate(case["visits"]):
        for layer in ("basic", "critical"):
            if computes(pack, case, index, layer) and draw(st.booleans()):
                visit[f"{layer}_paid"] = None
    return case
