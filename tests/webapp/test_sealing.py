"""Sealing: only our keys open and sign, and a site without keys makes one of its own."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.sealing import Ring, own_ring, ring_of

OLD, NEW = Ring((b"o" * 32,)), Ring((b"n" * 32, b"o" * 32))


@given(st.binary(max_size=3000))
def test_what_was_sealed_opens(plain):
    """Bytes come back as they were, also after the key was renewed."""
    assert plain == OLD.open(OLD.seal(plain)) == NEW.open(OLD.seal(plain))


@given(st.binary(max_size=100), st.integers(0, 10_000))
def test_one_changed_letter_is_noticed(plain, place):
    """Whatever letter is changed, nothing opens: no answer can be altered from outside."""
    sealed = NEW.seal(plain)
    at = place % (len(sealed) - 1)  # the last letter may carry bits that mean nothing
    other = "A" if sealed[at] != "A" else "B"

    with pytest.raises(ValueError, match="none of the keys"):
        NEW.open(sealed[:at] + other + sealed[at + 1 :])


def test_a_key_taken_away_opens_nothing():
    """What only the new key can open stays closed to the old one."""
    with pytest.raises(ValueError, match="none of the keys"):
        OLD.open(NEW.seal(b"answers"))


def test_signatures_follow_the_ring():
    """A signature of the old key counts while that key is in the ring."""
    assert NEW.signed(b"form", OLD.sign(b"form"))
    assert not OLD.signed(b"form", NEW.sign(b"form"))
    assert not NEW.signed(b"another", OLD.sign(b"form"))


@pytest.mark.parametrize("text", ["", ",", "c2hvcnQ=", "not base64!", "é"])
def test_keys_that_are_none(text):
    """A site with bad keys does not start."""
    with pytest.raises(ValueError, match="MBS_KEYS"):
        ring_of(text)


def test_keys_are_not_shown():
    """A ring in a log or a traceback names no key."""
    assert "oooo" not in repr(OLD)


def test_workers_that_start_together_share_one_key(tmp_path):
    """The first to write wins whole; the file is its owner's alone."""
    with ThreadPoolExecutor(8) as workers:
        rings = list(workers.map(own_ring, [tmp_path / "instance"] * 8))

    assert 1 == len(set(rings))
    file = tmp_path / "instance" / "keys"
    assert 0o600 == stat.S_IMODE(file.stat().st_mode)
    assert [file] == list(file.parent.iterdir())
