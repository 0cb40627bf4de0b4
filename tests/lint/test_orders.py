"""The better identity never pays less, sums fit into whole numbers, and frames are held."""

import pytest

from engine.lint import lint_file
from engine.lint.bounds import LIMIT, largest
from engine.lint.dominance import dominates
from engine.operations.ladder import Bands
from engine.packs import FOLDER
from tests.lint.small import told

CRITICAL = 'tiers = [["0元", "60%"], ["5万元", "70%"]]'


@pytest.mark.parametrize(
    ("better", "worse", "expected"),
    [
        (Bands(0, ((0, 7000),), None), Bands(0, ((0, 6000),), None), True),
        (Bands(100, ((0, 7000),), None), Bands(0, ((0, 6000),), None), False),
        (Bands(0, ((0, 7000),), 10), Bands(0, ((0, 6000),), None), False),
        (Bands(0, ((0, 5000), (100, 9000)), None), Bands(0, ((0, 6000),), None), False),
        (Bands(0, ((0, 6000),), 10), Bands(0, ((0, 6000),), 10), True),
    ],
)
def test_dominance(better, worse, expected):
    """One tariff is better only if it pays no less at every sum, its edges included."""
    assert expected is dominates(better, worse)


def test_every_pair_is_compared_not_only_neighbours(tmp_path):
    """A row for another insurance between two rows hides nothing."""
    between = 'for = ["tekun", "dibao"]\nschemes = ["resident"]\n'
    row = f"{between}{CRITICAL}\n[[benefit.tariff]]\n"
    row += 'for = ["tekun", "dibao"]\nschemes = ["employee"]\ntiers = [["0元", "90%"]]'
    changes = (
        (f'for = ["tekun", "dibao"]\n{CRITICAL}', row),
        ('tiers = [["0元", "50%"]]', 'tiers = [["0元", "65%"]]'),
        ('deductible = "1万元"\n', ""),
    )

    assert ["benefit.critical: 第 1 档不比第 3 档高，就高算不准"] == told(tmp_path, *changes)


def test_a_better_row_that_begins_later_is_told(tmp_path):
    """Before the better row is in force the best identity would get nothing."""
    change = ('for = ["tekun", "dibao"]', 'for = ["tekun", "dibao"]\nin_force = 2021-01-01')

    assert ["benefit.critical: 第 1 档比第 2 档晚施行，早的日子就高算不准"] == told(
        tmp_path, change
    )


def test_a_higher_class_that_gets_less_in_all_is_a_note(tmp_path):
    """10,000: one gets 80 % = 8,000; the other 60 % = 6,000 and all 4,000 of the rest."""
    more = (
        '[[benefit]]\nid = "tilt_aid"\ntitle = "倾斜"\noperation = "annual"\ncites = ["二(三)"]\n'
    )
    more += 'kinds = ["inpatient"]\nminus = ["basic", "critical", "other", "aid"]\n'
    more += '[[benefit.tariff]]\nfor = ["dibao"]\ntiers = [["0元", "100%"]]\n'
    expected = "note: benefit.aid+tilt_aid: 负担 1000.00 时，tekun 合起来比 dibao 少"

    assert [expected] == told(tmp_path, more=more)


def test_large_figures_are_refused(tmp_path):
    """A thousand visits of the largest amount times the largest rate fit; a cap beyond does not."""
    assert 10**17 > largest(Bands(0, ((0, 10_000),), None))
    assert LIMIT <= largest(Bands(0, ((0, 10_000),), LIMIT // 10_000 + 1))

    zigzag = ", ".join(f'["{n}元", "{100 * (n % 2)}%"]' for n in range(50))
    found = told(tmp_path, (CRITICAL, f"tiers = [{zigzag}]"))
    assert "benefit.critical: 第 1 档的数太大，会算不下" in found


CITY = "321200-2017-115"
FRAME = "320000-2015-135"


def shortfalls(folder, *changes):
    """List what the frame says of the city's document, changed."""
    for pack in (CITY, FRAME):
        text = (FOLDER / f"{pack}.toml").read_text("utf-8")
        for old, new in changes if pack == CITY else ():
            assert old in text
            text = text.replace(old, new)
        (folder / f"{pack}.toml").write_text(text, "utf-8")
    lines = lint_file(folder / f"{CITY}.toml", 2018)
    return [line for line in lines if FRAME in line]


def test_the_frame_names_what_a_city_leaves_out(tmp_path):
    """泰州 pays no premium for two of the key groups, and its 85 % stays as it is."""
    found = shortfalls(tmp_path)

    assert any("“资助参保”没有写（临时救助对象中的大病患者、特困职工）" in line for line in found)
    assert any("“住院医疗救助”一直是 85%（低保、" in line for line in found)
    assert all(line.startswith("note: ") for line in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('for = ["tekun", "guer"]\ntiers = [["0元", "100%"]]',
         'for = ["tekun", "guer"]\ntiers = [["0元", "65%"]]',
         "“住院医疗救助”比例不到 70%（特困人员（五保）、孤儿）"),
        ('for = ["tekun", "guer"]\ntiers = [["0元", "100%"]]',
         'for = ["tekun", "guer"]\ndeductible = "1元"\ntiers = [["0元", "100%"]]',
         "“住院医疗救助”有起付线（特困人员（五保）、孤儿）"),
        ('rate = "100%"', 'rate = "90%"', "“资助参保”不到 100%"),
        ('for = ["diruo_dabing", "jiandang", "qita"]\ntiers = [["0元", "70%"]]',
         'for = ["diruo_dabing", "jiandang", "qita"]\ntiers = [["0元", "90%"]]',
         "“住院医疗救助”比“县里认定的其他困难人员”低（低保、"),
        ("any = [{ designated = [true] }]",
         'any = [{ designated = [true], place = ["county", "city"] }]',
         "这里拦住了：“门诊医疗救助”条件“不在定点医疗机构"),
        ("any = [{ designated = [true] }]",
         'any = [{ designated = [true], referral = ["none"] }]',
         "这里拦住了：“门诊医疗救助”条件“不在定点医疗机构"),
    ],
)  # fmt: skip
def test_each_constraint_of_the_frame_can_be_missed(tmp_path, old, new, expected):
    """A rate, a deductible, a rank, a place: each shortfall is told where it is made."""
    assert not any(expected in line for line in shortfalls(tmp_path))
    assert any(expected in line for line in shortfalls(tmp_path, (old, new)))


def test_a_condition_that_spares_the_referred_is_fine(tmp_path):
    """Who was referred may go anywhere."""
    gate = 'any = [{ designated = [true], place = ["county"] }, { referral = ["referred"] }]'

    assert not any(
        "拦住" in line for line in shortfalls(tmp_path, ("any = [{ designated = [true] }]", gate))
    )
