"""The lint says what is wrong with a pack, where, and why; and nothing of a pack that is fine."""

import pytest

from engine.lint import is_note, lint
from tests.lint.small import told, written

GATE = "any = [{ designated = [true] }]"
AID = 'for = ["dibao"]\ntiers = [["0元", "60%"]]'
CRITICAL = 'tiers = [["0元", "60%"], ["5万元", "70%"]]'
OFFICE = 'office = { qita = "“%(group)s”请问%(office)s" }'
QITA = 'qita = { cites = ["一"], office = "civil" }'
MINUS = 'minus = ["basic"]'
UNFILLED, NAMES = "这句话填不出来", "%(group)s、%(office)s"


def test_the_small_document_is_fine(tmp_path):
    """What the other tests change has nothing wrong to begin with."""
    assert [] == told(tmp_path)


def test_the_packs_held_have_no_problem():
    """Our own documents pass; what they only leave to be remarked does not fail."""
    assert [] == [line for line in lint() if not is_note(line)]


@pytest.mark.parametrize(
    ("old", "new", "place", "reason"),
    [
        ('in_force = 2020-07-01\n', "", "pack", "in_force"),
        ('[office]\n', '[offices]\n', "office", "少了这一节"),
        ('cites = ["二(一)"]', "cites = []", "benefit.critical", "cites"),
        (AID, 'for = ["dibian"]\ntiers = [["0元", "60%"]]', "benefit.aid", "dibian"),
        ('"60%"]]\ncap', '"160%"]]\ncap', "benefit.aid", "100%"),
        ('"60%"]]\ncap', '60.5]]\ncap', "60.5", "小数"),
        ('["5万元", "70%"]', '["0元", "70%"]', "benefit.critical", "一段比一段高"),
        (QITA, QITA.replace("civil", "civl"), "qita", "没有这个部门：civl"),
        (QITA, QITA.replace('"一"', ""), "group.qita", "写依据的条款"),
        ('at_least = "30万元"\ncites = ["三"]', 'at_least = "30万元"\ncites = []',
         "alert.large", "写依据的条款"),
        (GATE + '\ncites = ["二"]', GATE + "\ncites = []", "gate.designated", "写依据的条款"),
        (GATE, 'any = [{ designatd = [true] }]', "gate.designated", "designatd"),
        ('cap = "10万元"\n[[ben', 'capp = "1元"\n[[ben', "benefit.aid", "capp"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(tmp_path, old, new, place, reason):
    """One line names the file, the place and the reason."""
    found = told(tmp_path, (old, new))

    assert 1 == len(found)
    assert place in found[0]
    assert reason in found[0]


def test_numbers_of_another_reading_have_their_clause_too(tmp_path):
    """Whatever is told of a document says where it stands."""
    more = '[[reading]]\nid = "other"\nbenefit = "aid"\ncites = []\nmessage = "%(amount)s"\n'
    more += '[[reading.tariff]]\nfor = ["dibao"]\ntiers = [["0元", "65%"]]\n'

    assert ["reading.other: 另一种读法要写依据的条款 cites"] == told(tmp_path, more=more)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('in_force = 2020-07-01\ncites = ["五"]', "in_force = 2020-07-01",
         "note: pack.in_force: 施行的日子没有条款，照发文日算"),
        ('id = "critical"\n', 'id = "critical"\nin_force = "2018"\n',
         "benefit.critical: in_force 要写成日期，如 2018-01-01：2018"),
        ("“%(group)s”请问%(office)s", "救助 70%",
         f"benefit.aid.office.qita: {UNFILLED}（incomplete format）。能填的：{NAMES}"),
        ("总费用到了 %(line)s", "总费用到了 %(lin)s",
         f"alert.large.message: {UNFILLED}（'lin'）。能填的：%(total)s、%(line)s"),
        (OFFICE, "", "group.qita: 没有哪一项用到这个身份"),
        ('way = "one_stop"\nbenefits = ["aid"]', 'way = "one_stop"\nbenefits = ["ad"]',
         "step.one: 文件里没有这一项：ad"),
        (MINUS, 'minus = ["basic", "aid"]', "benefit.critical: minus 的 aid 要写在它前面"),
        (MINUS, 'counts_with = "aid"', "benefit.critical: counts_with 的 aid 要写在它前面"),
        ('sum = "total"', 'sum = "totals"', "alert.large: sum 只能是 total 或 rest：totals"),
        ('at_least = "30万元"', 'at_least = "30万元"\nof = "provincial_income"\nshare = "5%"',
         "alert.large: 要么写 at_least，要么写 of 和 share"),
    ],
)  # fmt: skip
def test_names_and_clauses(tmp_path, old, new, expected):
    """Numbers have clauses, days are days, sentences can be filled, names lead somewhere."""
    assert expected in told(tmp_path, (old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('for = ["tekun"]', 'for = ["tekun", "dibao"]',
         "benefit.aid: 第 1 档和第 2 档都写了 dibao（resident、employee、ncms、urban、none）"),
        ('for = ["tekun"]', 'for = ["tekun", "tekun"]', "benefit.aid: 第 1 档把 tekun 写了两遍"),
        ('everyone = true', 'everyone = true\nschemes = []', "benefit.critical: 第 2 档谁也用不到"),
        ('office = { qita =', 'office = { dibao = "问", qita =',
         "benefit.aid: office 的 dibao 已经有自己的一档，不会问部门"),
        (CRITICAL, 'tiers = [["0元", "60%"], ["5万元", "0%"]]',
         "benefit.critical: 第 1 档: 第 2 段断了，前面一段还付"),
        (CRITICAL, 'tiers = [["0元", "60%"], ["5万元", "60%"]]',
         "benefit.critical: 第 1 档: 第 2 段和前一段一样"),
        (CRITICAL, 'tiers = [["0元", "60%"], ["5万元", "55%"]]',
         "note: benefit.critical: 第 1 档: 第 2 段的比例比前一段低"),
        (CRITICAL, CRITICAL + '\ncap = "3万元"',
         "benefit.critical: 第 1 档: 最后一段用不到，之前已经封顶"),
        (AID, 'for = ["dibao"]\ntiers = [["0元", "0%"]]', "benefit.aid: 第 2 档: 一分也不付"),
    ],
)  # fmt: skip
def test_tariffs(tmp_path, old, new, expected):
    """Nobody stands in two rows, every row can be picked, and bands have no gap."""
    assert expected in told(tmp_path, (old, new))


def test_a_row_behind_a_closed_gate_is_dead(tmp_path):
    """A tariff for employees under a condition for residents is for nobody."""
    gate = '[[gate]]\nid = "residents"\nany = [{ scheme = ["resident"] }]\n'
    gate += 'cites = ["二"]\nmet = "居民"\nunmet = "职工"\n\n[[benefit]]\nid = "critical"'
    changes = (
        ('[[benefit]]\nid = "critical"', gate),
        ('minus = ["basic"]', 'minus = ["basic"]\ngates = ["residents"]'),
        ('for = ["tekun", "dibao"]', 'for = ["tekun", "dibao"]\nschemes = ["employee"]'),
    )

    assert ["benefit.critical: 第 1 档谁也用不到"] == told(tmp_path, *changes)


@pytest.mark.parametrize(
    ("gate", "expected"),
    [
        ("any = [{ designated = [2] }]", "gate.designated: 这个条件永远满足不了"),
        ("any = [{ designated = [true, false] }]", "gate.designated: 这个条件谁都满足，等于没有"),
        ("any = [{ residence_permit_years = { at_least = 121 } }]",
         "gate.designated: 这个条件永远满足不了"),
        ("any = [{ designated = [true] }, { designated = [2] }]",
         "gate.designated: any 的第 2 行永远满足不了"),
    ],
)  # fmt: skip
def test_conditions(tmp_path, gate, expected):
    """A condition can be met and can be failed; one year more than anybody can answer cannot."""
    assert expected in told(tmp_path, (GATE, gate))


def test_a_condition_at_the_largest_answer_can_be_met(tmp_path):
    """A hundred and twenty years can be answered."""
    gate = "any = [{ residence_permit_years = { at_least = 120 } }]"

    assert [] == told(tmp_path, (GATE, gate))


def test_conditions_that_exclude_each_other(tmp_path):
    """Two conditions that pass alone may never pass together."""
    other = '[[gate]]\nid = "elsewhere"\nany = [{ designated = [false] }]\n'
    other += 'cites = ["二"]\nmet = "不定点"\nunmet = "定点"\n\n[[benefit]]\nid = "critical"'
    changes = (
        ('[[benefit]]\nid = "critical"', other),
        ('gates = ["designated"]', 'gates = ["designated", "elsewhere"]'),
    )

    assert ["benefit.aid: 几个条件不能同时满足"] == told(tmp_path, *changes)


def test_a_pack_is_read_for_every_year_that_differs(tmp_path):
    """A tariff that has ended today was there when the document began, and is looked at."""
    more = '[[benefit]]\nid = "premium"\ntitle = "资助"\noperation = "premium"\ncites = ["四"]\n'
    more += '[[benefit.tariff]]\nfor = ["dibao", "dibao"]\nrate = "50%"\nuntil = 2020\n'

    assert ["benefit.premium: 第 1 档把 dibao 写了两遍"] == told(tmp_path, more=more)


def test_all_files_of_a_folder_are_looked_at(tmp_path):
    """Problems come before notes, each with its file."""
    written(tmp_path, ('cites = ["五"]\n', ""))
    (tmp_path / "331000-2021-1.toml").write_text("[pack]", "utf-8")

    assert [
        "331000-2021-1.toml: office: 少了这一节",
        "note: 331000-2020-1.toml: pack.in_force: 施行的日子没有条款，照发文日算",
    ] == lint(tmp_path, 2022)
