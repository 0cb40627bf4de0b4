"""The search for a place: what people type, and what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import regions
from engine.regions.guessing import one_slip

PLACES = regions.everywhere()
SERVED = ("331000", "341722", "321200", "320000", "520200")
BOTH_TAIZHOU = ["321200", "331000"]


def found(text: str, **options) -> list[str]:
    """List the codes that a search gives."""
    return [region.code for region in regions.search(text, **options)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("台州", "331000"),
        ("台州市", "331000"),
        (" 台 州 ", "331000"),
        ("泰州", "321200"),
        ("浙江台州", "331000"),
        ("浙江省 台州市", "331000"),
        ("江苏省泰州市", "321200"),
        ("台州 天台", "331023"),
        ("浙江省台州市天台县", "331023"),
        ("zhejiang taizhou", "331000"),
        ("浙江taizhou", "331000"),
        ("331000", "331000"),
        ("３３１０００", "331000"),
        ("3310", "331000"),
        ("331002001003", "331002"),
        ("32", "320000"),
        ("石台", "341722"),
        ("shitai", "341722"),
        ("水城", "520204"),
        ("水城县", "520221"),
        ("盘县", "520222"),
        ("盘水", "520200"),
        ("六枝", "520203"),
        ("医药高新区", "321271"),
        ("泰州医药高新区", "321271"),
        ("钟山经济开发区", "520200"),
        ("九华山", "341700"),
        ("石埭", "341722"),
        ("泰县", "321204"),
        ("楚州", "320803"),
        ("淮安区", "320803"),
        ("海门县", "320614"),
        ("xuyi", "320830"),
        ("Lǚliáng", "141100"),
        ("吕梁", "141100"),
        ("panshui", "520200"),
        ("吉林市", "220200"),
        ("仙桃", "429004"),
        ("北京", "110000"),
        ("我住在泰州市", "321200"),
        ("江苏泰州姜堰张甸镇", "321204"),
    ],
)
def test_what_is_typed_comes_first(text, code):
    """The place that is meant heads the list."""
    assert code == found(text)[0]


@pytest.mark.parametrize("text", ["taizhou", "tai zhou", "Tái Zhōu", "TAIZHOU", "taizhoushi", "tz"])
def test_both_taizhou_come_and_are_told_apart(text):
    """台州 and 泰州 sound alike, so both stand first, each with its province."""
    first = regions.search(text)[:2]

    assert BOTH_TAIZHOU == sorted(region.code for region in first)
    assert {"浙江省 台州市", "江苏省 泰州市"} == {regions.describe(r) for r in first}


@pytest.mark.parametrize(
    "text", ["桃州", "太州", "台洲", "taizou", "tiazhou", "taizhouu", "台zhou"]
)
def test_one_slip_is_forgiven(text):
    """A wrong letter, or another character of the same or nearly the same sound, does no harm."""
    assert set(BOTH_TAIZHOU) <= set(found(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("石苔", "341722"),
        ("六磐水", "520200"),
        ("六盘山", "520200"),
        ("池洲市", "341700"),
        ("liuhe", "320116"),
        ("shaanxi", "610000"),
        ("浙江台洲", "331000"),
    ],
)
def test_other_slips_are_forgiven_too(text, code):
    """A wrong character, and a reading that most people would choose."""
    assert code in found(text)


def test_a_slip_ranks_below_what_fits():
    """Nothing is guessed where something fits as typed."""
    assert ["320500", "341300"] == found("suzhou")[:2]
    assert "320300" not in found("suzhou")


def test_near_sounds_come_before_other_characters():
    """The wildest guess is made only when no nearer one is found."""
    assert ["520200"] == found("六盘山")
    assert "320400" not in found("桃州")


@pytest.mark.parametrize(
    ("old", "new"), [("姜堰市", "321204"), ("崇安区", "320213"), ("海门市", "320614")]
)
def test_old_names_show_where_they_went(old, new):
    """The place that took over stands next to the retired one."""
    assert new in found(old)[:2]


@pytest.mark.parametrize("text", ["", " ", "，。", "🙂", "qqqqqq", "0", "龘龘龘"])
def test_nothing_is_found_for_nothing(text):
    """Text that names no place gives an empty list, not an error."""
    assert [] == found(text)


def test_preferred_places_win_ties():
    """Places under a document come first among equals, and only among equals."""
    assert "331000" == found("taizhou", prefer={"331000"})[0]
    assert "321200" == found("taizhou", prefer={"320000"})[0]
    assert "110000" == found("北京", prefer=SERVED)[0]


def test_the_list_is_no_longer_than_asked():
    """A limit cuts the list; none or less gives nothing."""
    assert 20 == len(found("州"))
    assert 3 == len(found("州", limit=3))
    assert [] == found("州", limit=0)
    assert [] == found("州", limit=-1)


def forms(region: regions.Region) -> set[str]:
    """List all that a place is called."""
    initials = "".join(syllable[0] for syllable in region.pinyin.split())
    return {region.name, region.full_name, region.pinyin, initials, *region.also}


def test_every_place_is_found_by_all_it_is_called():
    """Names, spelling and initials lead to each place there is."""
    asked = {text: found(text, limit=200) for region in PLACES for text in forms(region)}

    assert [] == [
        (region.code, text)
        for region in PLACES
        for text in forms(region)
        if region.code not in asked[text]
    ]


def test_every_place_is_first_by_its_code():
    """A code means one place."""
    assert [] == [r.code for r in PLACES if found(r.code, limit=1) != [r.code]]


def path(region: regions.Region) -> str:
    """Name province, city and county, which codes that followed each other may share."""
    return regions.describe(region).split("（")[0]


def test_every_place_is_first_by_its_whole_path():
    """Province, city and county together mean one place."""
    assert [] == [r.code for r in PLACES if path(regions.search(path(r))[0]) != path(r)]


@given(st.text())
def test_search_never_fails(text):
    """Whatever is typed gives a list of known places."""
    assert all(regions.get(code) for code in found(text))


@given(st.text("台泰州市县区省江苏浙池石六盘水taizhou 0123ü·（", max_size=12))
def test_search_never_fails_near_real_names(text):
    """Nor does what looks much like a name; and no place comes twice."""
    codes = found(text, limit=1000)

    assert len(codes) == len(set(codes))


@given(st.text("abc", min_size=1, max_size=6), st.data())
def test_one_slip_is_one(word, data):
    """A letter left out, added or swapped is one slip, either way round."""
    at = data.draw(st.integers(0, len(word) - 1))
    changed = [
        word[:at] + word[at + 1 :],
        word[:at] + "x" + word[at:],
        word[:at] + "x" + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    ]

    assert all(one_slip(word, other) and one_slip(other, word) for other in changed)
    assert not one_slip(word, word[:at] + "xy" + word[at:])
    assert not one_slip(word + "x", "x" + word + "y")
