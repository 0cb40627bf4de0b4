"""A pack that says nonsense is refused; the refusal names file, place and reason."""

import tomllib

import pytest

from engine.packs import FOLDER, PackError, read
from tests.tree import ROOT

PACK = "331000-2020-8"
TEXT = (FOLDER / f"{PACK}.toml").read_text("utf-8")
NONSENSE = tomllib.loads((ROOT / "tests/spoiled.toml").read_text("utf-8"))


def refusal(tmp_path, text):
    """Read a pack and give the words of its refusal."""
    path = tmp_path / f"{PACK}.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(PackError) as refused:
        read(path, 2022)
    return str(refused.value)


@pytest.mark.parametrize("what", NONSENSE)
def test_nonsense_is_refused_with_its_place(what, tmp_path):
    """File, place and reason are all in the refusal."""
    old, new, place, reason = NONSENSE[what]
    assert old in TEXT

    words = refusal(tmp_path, TEXT.replace(old, new, 1))

    assert words.startswith(f"{PACK}.toml: ")
    assert place in words
    assert reason in words


def test_a_file_that_is_not_there_is_refused(tmp_path):
    """Even then the refusal names the file."""
    with pytest.raises(PackError, match=r"nowhere\.toml"):
        read(tmp_path / "nowhere.toml", 2022)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_document_held_is_read(path):
    """What we hold ourselves is not refused in any year from then to now."""
    for year in (2015, 2020, 2023, 2026, 2030):
        assert path.stem == read(path, year).id


READING = "[[reading]]"
LEFT_OUT = """[[reading]]
id = "without"
benefit = "aid"
cites = ["二(二)1"]
leaves_out = ["%s"]
message = "%%(amount)s元"

[[reading]]"""


def test_a_reading_may_leave_groups_out(tmp_path):
    """It says only who is left out; all others keep every figure of the benefit."""
    path = tmp_path / f"{PACK}.toml"
    path.write_text(TEXT.replace(READING, LEFT_OUT % "dibao", 1), "utf-8")
    pack = read(path, 2022)
    own = [tariff for tariff in pack.benefits["aid"].tariffs if tariff.members != ("dibao",)]

    assert tuple(own) == pack.readings[0].benefit.tariffs


def test_a_reading_leaves_out_only_whom_the_benefit_has(tmp_path):
    """A group without a tariff cannot be left out: it is a slip of the pen."""
    words = refusal(tmp_path, TEXT.replace(READING, LEFT_OUT % "guer", 1))

    assert "这一项本来就没有这些身份：['guer']" in words
