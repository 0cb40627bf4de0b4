"""Two documents held against each other: what changes is told case by case, and nothing else."""

import json

import pytest

import engine
from engine.casebook import BookError, read_cases
from engine.differences import assess_by, diff, differences
from engine.packs import FOLDER, ids, load, locate
from engine.typical import typical_cases
from tests.cases import HERE, read_book

TAIZHOU = "331000-2020-8"
CASE = {
    "region": "331000",
    "as_of": "2022-12-31",
    "person": {"scheme": "resident", "status": ["dibao"], "premium": "400.00"},
    "visits": [
        {
            "kind": "inpatient", "admitted": "2022-03-01", "discharged": "2022-03-10",
            "total": "90000.00", "in_scope": "80000.00", "basic_paid": "0.00",
            "critical_paid": "0.00", "other_paid": "0.00", "aid_paid": "0.00", "designated": True,
        }
    ],
}  # fmt: skip


def moved(folder, *changes, name=f"{TAIZHOU}.toml"):
    """Write a document with some pieces changed, and give its path as the command line takes it."""
    text = (FOLDER / f"{TAIZHOU}.toml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def lines(folder, *cases):
    """Write cases, one a line."""
    path = folder / "cases.jsonl"
    path.write_text("\n".join(json.dumps(case) for case in cases), "utf-8")
    return path


def test_a_document_does_not_differ_from_itself(tmp_path):
    """Nothing is told where nothing changes, whichever way the document is named."""
    number = len(read_book(TAIZHOU))

    assert f"{number} 个例子，没有变化" == diff(TAIZHOU, moved(tmp_path))


def test_what_changes_is_told_by_case_with_amount_and_clause(tmp_path):
    """80,000: 30,000 above the edge at 80 % instead of 75 % are 1,500 more."""
    other = moved(tmp_path, ('["5万元", "75%"]', '["5万元", "80%"]'))

    assert [
        "第 1 行",
        "    医疗救助（住院和门诊慢特病）：57,500.00 → 59,000.00（多 1,500.00）［二(二)1］",
        "    合计：57,500.00 → 59,000.00（多 1,500.00）",
        "    自己还要付：22,500.00 → 21,000.00（少 1,500.00）",
        "2 个例子，1 个有变化；合计多 1,500.00",
        "变化最大：第 1 行，多 1,500.00",
    ] == diff(TAIZHOU, other, lines(tmp_path, CASE, {**CASE, "visits": []})).splitlines()


def test_a_clause_that_moves_is_told_on_both_sides(tmp_path):
    """The amount of the old clause becomes the amount of the new one."""
    changes = (('["5万元", "75%"]', '["5万元", "80%"]'), ('cites = ["二(二)1"]', 'cites = ["三"]'))

    told = diff(TAIZHOU, moved(tmp_path, *changes), lines(tmp_path, CASE))
    assert "（多 1,500.00）［二(二)1］ → ［三］" in told


def test_a_benefit_that_ends_or_begins(tmp_path):
    """What only one of the documents knows is told as such; so are standings and warnings."""
    there, back = TAIZHOU, "341722-2022-5"
    told = diff(there, back, lines(tmp_path, CASE))

    assert "    门诊救助：没有了，原来符合 0.00［二(二)2］" in told
    assert "    倾斜救助：新有" in told
    assert "    不再提醒：罕见病" in told
    assert "    新提醒：罕见病" in diff(back, there, lines(tmp_path, CASE))


def test_a_case_that_cannot_be_read_keeps_the_others(tmp_path):
    """It is told with its place, and the next one is compared."""
    bad = {**CASE, "visits": [{"total": 5}]}
    told = diff(TAIZHOU, moved(tmp_path), lines(tmp_path, bad, CASE)).splitlines()

    assert "第 1 行" == told[0]
    assert told[1].startswith("    算不了：visits[0].total")
    assert told[2].startswith("2 个例子，1 个有变化")


def test_a_new_document_without_cases_is_tried_with_typical_ones(tmp_path):
    """Each identity, insurance and kind of visit at each burden."""
    one = moved(tmp_path, name="331000-2021-1.toml")
    other = moved(tmp_path, ('cap = "400元"', 'cap = "500元"'), name="331000-2021-2.toml")
    told = diff(one, other)

    assert "低保，城乡居民医保，普通门诊，8000.00" in told
    assert "400.00 → 500.00（多 100.00）" in told
    assert "因病致贫重病患者，职工医保，普通门诊，8000.00" in told
    assert "住院" not in told.replace("（住院", "")


@pytest.mark.parametrize("pack", ids())
def test_typical_cases_are_fully_known(pack):
    """A typical case is read by its own document and asks for nothing simple."""
    document = load(pack, 2022)
    header, cases = document.header, list(typical_cases(document))

    assert len(header.schemes) * (1 + len(header.statuses)) * 9 == len(cases)
    for named in cases[:: len(cases) // 6]:
        assert pack == engine.assess(named.case)["pack"]


@pytest.mark.parametrize("pack", ids())
def test_cases_are_read_and_assessed_as_everywhere(pack):
    """The same book gives the same cases here as in the tests, and each the same assessment."""
    named = read_cases(HERE / f"{pack}.toml")

    assert [(w.name, w.case) for w in read_book(pack)] == [tuple(case) for case in named]
    for case in named[::9]:
        wanted = engine.assess({**case.case, "pack": pack})
        assert [] == list(differences(wanted, assess_by(locate(pack), case.case)))


def test_ranges_are_told_without_a_difference():
    """Where an amount is not one figure, its ends are told."""
    bare = {"title": "救助", "status": "eligible", "cites": ["二"]}
    base = {"warnings": [], "left": "0.00"}
    ends = {"low": "1000.00", "high": None}
    old = {**base, "benefits": {"aid": {**bare, "amount": "5.00"}}, "total_paid": "5.00"}
    new = {**base, "benefits": {"aid": {**bare, "amount": ends}}, "total_paid": ends}

    assert [
        "救助：5.00 → 1,000.00 到 不封顶［二］",
        "合计：5.00 → 1,000.00 到 不封顶",
    ] == list(differences(old, new))


@pytest.mark.parametrize("text", ["{", "[[case]]"])
def test_cases_that_cannot_be_read_are_refused(tmp_path, text):
    """A broken file is named, not traced back."""
    path = tmp_path / f"cases.{'toml' if '[' in text else 'jsonl'}"
    path.write_text(text, "utf-8")

    with pytest.raises(BookError, match="这份例子读不了"):
        read_cases(path)
