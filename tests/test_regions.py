"""The catalogue of places: whole, well formed, and true to the years."""

from collections import Counter
from itertools import pairwise

import pytest

from engine import regions

PLACES = regions.everywhere()
RETIRED = [region for region in PLACES if region.until]

WHOLE = {
    "331000": "椒江区 黄岩区 路桥区 三门县 天台县 仙居县 温岭市 临海市 玉环市",
    "341700": "贵池区 东至县 石台县 青阳县",
    "321200": "海陵区 高港区 姜堰区 兴化市 靖江市 泰兴市 泰州医药高新技术产业开发区",
    "520200": "钟山区 六枝特区 水城区 盘州市",
    "320000": "南京市 无锡市 徐州市 常州市 苏州市 南通市 连云港市 淮安市 盐城市 扬州市 镇江市 "
    "泰州市 宿迁市",
    "320600": "崇川区 通州区 海门区 如东县 启东市 如皋市 海安市 南通经济技术开发区",
    "321100": "京口区 润州区 丹徒区 丹阳市 扬中市 句容市 镇江新区",
}

CHANGES = [
    ("520221", "水城县", 2020, "520204", "水城区"),
    ("520222", "盘县", 2017, "520281", "盘州市"),
    ("331021", "玉环县", 2017, "331083", "玉环市"),
    ("321284", "姜堰市", 2012, "321204", "姜堰区"),
    ("320684", "海门市", 2020, "320614", "海门区"),
    ("320611", "港闸区", 2020, "320613", "崇川区"),
    ("320602", "崇川区", 2020, "320613", "崇川区"),
    ("320621", "海安县", 2018, "320685", "海安市"),
    ("320829", "洪泽县", 2016, "320813", "洪泽区"),
    ("320202", "崇安区", 2015, "320213", "梁溪区"),
    ("320203", "南长区", 2015, "320213", "梁溪区"),
    ("320204", "北塘区", 2015, "320213", "梁溪区"),
    ("320405", "戚墅堰区", 2015, "320412", "武进区"),
]

READINGS = {
    "331000": "tai zhou",
    "320830": "xu yi",
    "321003": "han jiang",
    "320324": "sui ning",
    "320382": "pi zhou",
    "320481": "li yang",
    "320116": "lu he",
    "320203": "nan chang",
    "320507": "xiang cheng",
    "320903": "yan du",
    "321183": "ju rong",
    "321302": "su cheng",
    "321322": "shu yang",
    "520200": "liu pan shui",
    "520203": "liu zhi",
    "341702": "gui chi",
    "511100": "le shan",
    "211300": "chao yang",
    "500000": "chong qing",
    "340300": "beng bu",
    "341600": "bo zhou",
    "341300": "su zhou",
    "341500": "lu an",
    "331100": "li shui",
    "330800": "qu zhou",
    "411100": "luo he",
    "140400": "chang zhi",
    "540300": "chang du",
    "350200": "xia men",
    "441900": "dong guan",
    "469027": "le dong",
}


def counted(level: str, year: int, under: str = "") -> int:
    """Count the places of a level that held in a year, not counting what ended in it."""
    return sum(
        region.level == level
        and region.code.startswith(under)
        and regions.current(region, year)
        and region.until != year
        for region in PLACES
    )


def test_codes_are_six_digits_and_unique():
    """A code names one place."""
    codes = [region.code for region in PLACES]

    assert [] == [code for code in codes if not (len(code) == 6 and code.isdecimal())]
    assert [] == [code for code, times in Counter(codes).items() if times > 1]


def test_rows_are_in_the_order_of_their_codes():
    """A row is found where one looks for it."""
    rows = [region.code for region in PLACES if region.level != "area"]

    assert [] == [pair for pair in pairwise(rows) if pair[0] >= pair[1]]


def stands_well(region: regions.Region) -> bool:
    """Tell whether a parent's digits begin its child's code, all the way up to a province."""
    chain = [regions.get(code) for code in regions.ancestors(region.code)]
    steps = [
        lower.parent == upper.code
        and lower.level != upper.level
        and lower.code.startswith(upper.code[: 2 if upper.level == "province" else 4])
        for lower, upper in pairwise(chain)
    ]
    return chain[0] == region and chain[-1].level == "province" and all(steps)


def test_parents_chain_up_by_prefix():
    """Every place stands under what its code says, and ends at a province."""
    assert [] == [region.code for region in PLACES if not stands_well(region)]


def is_well_spelled(region: regions.Region) -> bool:
    """Tell whether the full name begins with the short one, and each character has a syllable."""
    syllables = region.pinyin.split(" ")
    plain = all(s.isascii() and s.isalpha() and s.islower() for s in syllables)
    begins = region.level == "area" or region.full_name.startswith(region.name)
    return plain and begins and len(region.name) == len(syllables)


def test_names_and_spellings_are_well_formed():
    """Names and pinyin fit each other, character by character."""
    assert [] == [region.code for region in PLACES if not is_well_spelled(region)]


def test_the_country_is_whole():
    """As many places as the Ministry of Civil Affairs counts at the end of a year."""
    assert 34 == counted("province", 2024)
    assert 333 == counted("city", 2024)
    assert 334 == counted("city", 2016)
    assert 95 == counted("county", 2021, "32")
    assert 96 == counted("county", 2016, "32")


@pytest.mark.parametrize(("code", "names"), WHOLE.items(), ids=WHOLE)
def test_served_regions_have_all_their_parts(code, names):
    """Each city, district and county under a region with a document is there."""
    assert sorted(names.split()) == sorted(r.full_name for r in regions.children(code, 2024))


@pytest.mark.parametrize(("old", "name", "year", "new", "new_name"), CHANGES)
def test_changed_codes_lead_on(old, name, year, new, new_name):
    """A retired code is still known, with its last year and the code that followed."""
    region = regions.get(old)

    assert (name, year, new) == (region.full_name, region.until, region.successor)
    assert new_name == regions.get(new).full_name


def leads_on(region: regions.Region) -> bool:
    """Tell whether the next code holds from the change at the latest, and still does."""
    heir = regions.get(region.successor)
    return heir.until is None and max(heir.since or 0, region.since or 0) <= region.until


def test_no_year_is_without_a_code():
    """Every retired code has a follower without a gap."""
    assert [] == [region.code for region in RETIRED if not leads_on(region)]


def test_the_year_of_a_change_has_both_codes():
    """Visits of that year lie on either side of the day."""
    old, new = regions.get("520221"), regions.get("520204")

    assert [True, True, False] == [regions.current(old, year) for year in (2019, 2020, 2021)]
    assert [False, True, True] == [regions.current(new, year) for year in (2019, 2020, 2021)]


@pytest.mark.parametrize(("code", "pinyin"), READINGS.items(), ids=READINGS)
def test_places_are_read_as_there(code, pinyin):
    """Names are spelled as the place says them, not as the character is mostly read."""
    assert pinyin == regions.get(code).pinyin


def test_ancestors_go_from_the_place_up():
    """A document for a province or a city serves what is under it."""
    assert ("331002", "331000", "330000") == regions.ancestors("331002")
    assert ("520221", "520200", "520000") == regions.ancestors("520221")
    assert ("429004", "420000") == regions.ancestors("429004")
    assert ("321271", "321200", "320000") == regions.ancestors("321271")
    assert ("110000",) == regions.ancestors("110000")
    assert () == regions.ancestors("999999")


def test_children_of_a_year_leave_out_other_years():
    """Without a year, retired codes are among the children; with one, only what held."""
    every = {region.code for region in regions.children("520200")}

    assert {"520221", "520204"} <= every
    assert {"520201", "520203", "520221", "520281"} == {
        region.code for region in regions.children("520200", 2018)
    }


def test_unknown_codes_are_none():
    """What is no code of a place gives nothing, and no error."""
    assert [None] * 4 == [regions.get(code) for code in ("", "000000", "3310", "台州")]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("331000", "浙江省 台州市"),
        ("321200", "江苏省 泰州市"),
        ("341722", "安徽省 池州市 石台县"),
        ("520221", "贵州省 六盘水市 水城县（至2020年）"),
        ("429004", "湖北省 仙桃市"),
        ("110000", "北京市"),
    ],
)
def test_places_are_told_apart_by_what_they_lie_in(code, words):
    """The description names the province, and the end of a retired code."""
    assert words == regions.describe(regions.get(code))


def test_no_two_places_look_the_same():
    """A person who chooses from a list can tell its lines apart."""
    described = Counter(regions.describe(region) for region in PLACES)

    assert [] == [words for words, times in described.items() if times > 1]
