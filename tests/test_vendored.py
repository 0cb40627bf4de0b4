"""What others wrote is here unchanged, with its licence."""

import hashlib

import pytest

from tests.tree import ROOT

VENDORED = {  # htmx 2.0.11, dist/htmx.min.js of the package htmx.org
    "htmx.min.js": "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717",
}


@pytest.mark.parametrize(("file", "sha256"), VENDORED.items())
def test_file_is_as_released(file, sha256):
    """A new version is a new hash, changed on purpose."""
    assert sha256 == hashlib.sha256((ROOT / "static" / file).read_bytes()).hexdigest()


def test_nothing_else_is_vendored():
    """Every minified file is on the list and has its licence beside it."""
    found = {path.name for path in (ROOT / "static").rglob("*.min.*")}

    assert VENDORED.keys() == found
    assert all((ROOT / "static" / f"{file.split('.')[0]}.LICENSE.txt").exists() for file in found)
