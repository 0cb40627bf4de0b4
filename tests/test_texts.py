"""Every number of an official text is in its pack or waived: no text is needed to test how."""

from datetime import date

import pytest

from engine.lint.tables import rows
from engine.packs import FOLDER, PackError, ids, read_table
from engine.texts import check_text, check_texts, read_waivers
from engine.texts.clauses import read_path, split, within
from engine.texts.numerals import find

TABLE = {
    "pack": {"in_force": date(2020, 7, 1)},
    "group": {"tekun": {"cites": ["一"]}, "dibao": {"cites": ["一"]}},
    "benefit": [
        {
            "id": "aid",
            "cites": ["二(一)"],
            "tariff": [{"for": ["dibao"], "tiers": [["0元", "70%"], ["5万元", "75%"]]}],
        }
    ],
}
TEXT = """关于办法的通知
一、对象
两类人。
二、办法
（一）住院。比例70%，5万元以上提高5%。
（二）门诊。
三、自2020年7月1日起。
"""


def test_a_text_whose_numbers_are_all_in_the_pack():
    """Rates, amounts, days, the rise between two bands, and how many kinds of people there are."""
    assert [] == list(check_text(TABLE, (), TEXT))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("70%", "71%", "二(一): 原文的 71% 没有写进去，也没有说明"),
        ("5万元", "5.1万元", "二(一): 原文的 5.1万元 没有写进去，也没有说明"),
        ("5%。", "6%。", "二(一): 原文的 6% 没有写进去，也没有说明"),
        ("两类人", "三类人", "一: 原文的 三类 没有写进去，也没有说明"),
        ("7月1日", "7月2日", "三: 原文的 2020年7月2日 没有写进去，也没有说明"),
        ("门诊。", "门诊，比例70%。", "二(二): 原文的 70% 没有写进去，也没有说明"),
        ("的通知", "的第2次通知", "文首: 原文的 2次 没有写进去，也没有说明"),
    ],
)
def test_a_number_that_no_part_of_the_pack_has(old, new, expected):
    """The same number under another clause is another number."""
    assert [expected] == list(check_text(TABLE, (), TEXT.replace(old, new)))


def test_a_waiver_excuses_one_number_at_one_clause():
    """What is waived is not told; a waiver that excuses nothing is."""
    text = TEXT.replace("门诊。", "门诊，比例60%。")
    waiver = {"at": "二(二)", "numbers": ["60%"], "why": "另有规定"}

    assert [] == list(check_text(TABLE, (waiver,), text))
    assert ["waivers: 二(二) 的 60% 不用说明了，请删掉"] == list(check_text(TABLE, (waiver,), TEXT))
    elsewhere = {**waiver, "at": "二(一)"}
    assert 2 == len(list(check_text(TABLE, (elsewhere,), text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("超过一万元", [("一万元", "money", 1_000_000)]),
        ("15000元", [("15000元", "money", 1_500_000)]),
        ("4.5万元", [("4.5万元", "money", 4_500_000)]),
        ("30 万元(含)", [("30万元", "money", 30_000_000)]),
        ("12,000元", [("12,000元", "money", 1_200_000)]),
        ("百分之五", [("百分之五", "rate", 500)]),
        ("5个百分点", [("5个百分点", "rate", 500)]),
        ("73.5%", [("73.5%", "rate", 7_350)]),
        ("2020 年 7 月 1 日", [("2020年7月1日", "day", date(2020, 7, 1).toordinal())]),
        ("二十五种", [("二十五种", "kinds", 25)]),
        ("每月5次", [("5次", "count", 5)]),
        ("一百二十岁", [("一百二十岁", "count", 120)]),
        ("〔2015〕135号、第649号、ZJJC73-2020-0001", []),
        ("统一办理，同一类人", []),
    ],
)
def test_numbers_of_a_text(text, expected):
    """Arabic and Chinese numerals are read; names of documents are not numbers."""
    assert expected == [tuple(number) for number in find(text)]


def test_clauses_are_split_at_their_headings():
    """A deeper heading lies in the one before it; a new part begins anew."""
    text = "头\n一、甲\n（一）乙\n1．丙\n2. 丁\n（二）戊\n## 二、己\n- (一) 庚\n"

    assert ["", "一", "一(一)", "一(一)1", "一(一)2", "一(二)", "二", "二(一)"] == [
        clause.id for clause in split(text)
    ]


@pytest.mark.parametrize(
    ("clause", "cite", "expected"),
    [
        ("二(三)1", "二(三)", True),
        ("二(三)", "二(三)1", True),
        ("二(三)1", "二(三)2", False),
        ("十一(三)", "十", False),
        ("三(七)", "(七)", True),
        ("三(七)", "(六)", False),
        ("", "一", False),
    ],
)
def test_one_clause_within_another(clause, cite, expected):
    """Articles that run on through the parts are cited without the part."""
    assert expected is within(read_path(clause), read_path(cite))


def test_texts_are_found_by_the_id_in_their_name(tmp_path):
    """A pack without its text is only remarked; no text at all is a problem."""
    assert [f"{tmp_path}: 没有一份原文对得上"] == check_texts(tmp_path)

    (tmp_path / f"原文-{ids()[0]}.txt").write_text("一、第3次", "utf-8")
    found = check_texts(tmp_path)
    assert f"{ids()[0]}.toml: 一: 原文的 3次 没有写进去，也没有说明" in found
    assert f"note: {ids()[1]}.toml: 没有找到原文 …{ids()[1]}.txt" in found


@pytest.mark.parametrize("pack", ids())
def test_every_waiver_says_why(pack):
    """A waiver names a clause, numbers and a reason in our own short words."""
    waivers = read_waivers(FOLDER / "waivers" / f"{pack}.toml")

    assert waivers
    assert [] == [row for row in waivers if len(row["why"]) > 30 or not row["numbers"]]


def test_a_waiver_without_a_reason_is_refused(tmp_path):
    """Who leaves a number out says why."""
    path = tmp_path / "331000-2020-8.toml"
    path.write_text('[[waiver]]\nat = "一"\nnumbers = ["5%"]\nwhy = ""\n', "utf-8")

    with pytest.raises(PackError, match="要写 at、numbers、why"):
        read_waivers(path)


@pytest.mark.parametrize("pack", ids())
def test_every_clause_that_a_pack_cites_can_be_read(pack):
    """A clause that is misspelt would claim nothing."""
    table = read_table(FOLDER / f"{pack}.toml")
    cites = {cite for _, _, row in rows(table) for cite in row.get("cites", ())}

    assert [] == [cite for cite in cites if "".join(read_path(cite)) != cite]
