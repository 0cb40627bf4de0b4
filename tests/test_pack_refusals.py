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
