"""A document as one table: nothing that it says is left out, and every column stands straight."""

import re

import pytest

from engine.lint.tables import numbers, rows
from engine.money import basis_points, percent
from engine.operations.amounts import pack_fen
from engine.operations.ladder import Bands
from engine.packs import FOLDER, PackError, ids, read_table
from engine.show import show
from engine.show.figures import amount, tell
from engine.show.grid import Row, Section, pad, table, wide, wrap


def told(number):
    """Write a number of a pack as the table does; what counts from nothing has no figure."""
    if number.endswith("元"):
        return amount(pack_fen(number)) if pack_fen(number) else ""
    if number.endswith("%"):
        points = percent(basis_points(number))
        return points.removesuffix("%") if points != "0%" else ""
    return number


def parts_of(pack):
    """List the parts of a pack whose figures are told as figures, without their conditions."""
    table = read_table(FOLDER / f"{pack}.toml")
    parts = [row for name, _, row in rows(table) if name in ("benefit", "group", "alert", "likely")]
    return [{key: value for key, value in row.items() if key != "any"} for row in parts]


@pytest.mark.parametrize("pack", ids())
def test_every_number_of_a_document_is_shown(pack):
    """Rates, amounts, days and counts of every benefit, group and alert stand in the table."""
    shown = show(pack, as_markdown=True)
    figures = {number for row in parts_of(pack) for number in numbers(row)}

    assert [] == [number for number in sorted(figures) if told(number) not in shown]


@pytest.mark.parametrize("pack", ids())
def test_every_clause_and_sentence_is_shown(pack):
    """Whatever a part says in words, and the clauses it cites, stand in the table."""
    shown = show(pack, as_markdown=True)
    for section, _, row in rows(read_table(FOLDER / f"{pack}.toml")):
        keys = ("met", "unmet", "newly", *(() if section == "constraint" else ("message",)))
        said = [row[key] for key in keys if key in row]
        pieces = [piece for text in said for piece in re.split(r"%\(\w+\)s", text)]
        assert [] == [piece for piece in pieces if piece not in shown], section
        assert "、".join(row.get("cites", ())) in shown


@pytest.mark.parametrize("width", [60, 80, 100, 140])
@pytest.mark.parametrize("pack", ids())
def test_columns_stand_straight(pack, width):
    """No line is wider than the terminal, and the second column always begins at one place."""
    lines = show(pack, width=width).splitlines()
    heads = [line for line in lines if line.startswith("条件") and "结果" in line]

    assert 1 == len({wide(head.partition("结果")[0]) for head in heads})
    assert [] == [line for line in lines[1:] if wide(line) > width + 2]


def test_chinese_takes_two_places():
    """Padding and breaking count places, not characters; a closing mark is not left alone."""
    assert 7 == wide("低保abc")
    assert "低保  |" == pad("低保", 6) + "|"
    assert ["低保边", "缘。"] == wrap("低保边缘。", 6)
    assert ["低保边。", "缘"] == wrap("低保边。缘", 6)


def test_a_long_condition_stands_beside_its_result():
    """A row of several lines keeps its cells beside each other."""
    section = Section("甲", (Row("一" * 20, "二", ("三",)), Row("四", "五")))
    lines = list(table([section], 60))

    assert lines[4].startswith("一" * 9)
    assert "二" in lines[4]
    assert lines[4].endswith("三")
    assert lines[-1].startswith("四")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (Bands(0, ((0, 7000),), None), "付 70%"),
        (Bands(150_000, ((0, 7350),), 5_000_000), "超过 1,500元 的部分：付 73.5%；一年最多 5万元"),
        (
            Bands(0, ((0, 0), (1_500_000, 5000), (10_000_000, 6000)), None),
            "1.5万元以下 不付，1.5万元到10万元 付 50%，10万元以上 付 60%",
        ),
        (None, "有"),
    ],
)
def test_figures_in_words(row, expected):
    """Bands are told from one edge to the next."""
    assert expected == tell(row)


@pytest.mark.parametrize(
    ("fen", "expected"),
    [
        (5_000_000, "5万元"),
        (1_500_000, "1.5万元"),
        (1_500_001, "15,000.01元"),
        (150_000, "1,500元"),
        (40_050, "400.50元"),
        (0, "0元"),
    ],
)
def test_amounts_as_people_say_them(fen, expected):
    """Ten thousands where they are round, yuan else, and no fen is lost."""
    assert expected == amount(fen)


def test_markdown_is_a_table():
    """Each section has its heading and as many cells in every row."""
    lines = show(ids()[0], as_markdown=True).splitlines()

    assert lines[0].startswith(f"# {ids()[0]}")
    assert {4} == {line.count("|") for line in lines if line.startswith("|")}
    assert "## 对下面文件的要求" in lines


def test_a_file_can_be_shown(tmp_path):
    """A pack that is being written is shown from where it lies; a name that is none is refused."""
    path = tmp_path / f"{ids()[0]}.toml"
    path.write_text((FOLDER / path.name).read_text("utf-8"), "utf-8")

    assert show(ids()[0]) == show(str(path))
    with pytest.raises(PackError, match="没有这份文件"):
        show("000000-0-0")
