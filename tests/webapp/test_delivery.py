"""Answers leave packed; files are kept for ever under their hash; and packing betrays nothing."""

import gzip
import re
import zlib

import pytest

from tests.tree import ROOT
from tests.webapp.client import Visitor, site
from tests.webapp.steps import stay, with_visits
from webapp.templating import JOINED, asset, content

CANARY = "canaryinthequery"
STATIC = ROOT / "static"


def fetch(path, *, packing="gzip, deflate, br", **headers):
    """Open an address as a browser that can unpack, or one that cannot."""
    asked = {"Accept-Encoding": packing, **headers}
    with site().test_client().get(path, headers=asked) as response:
        response.get_data()
        return response


@pytest.mark.parametrize("path", ["/", "/331000/", "/nothing"])
def test_pages_are_packed(path):
    """The packed page is the page, and much smaller."""
    packed, plain = fetch(path), fetch(path, packing="identity")

    without_proof = re.compile(rb'name="csrf_token" value="[^"]+"')
    unpacked = without_proof.sub(b"", gzip.decompress(packed.data))
    assert without_proof.sub(b"", plain.data) == unpacked
    assert "gzip" == packed.headers["Content-Encoding"]
    assert str(len(packed.data)) == packed.headers["Content-Length"]
    assert len(packed.data) < 0.6 * len(plain.data)


@pytest.mark.parametrize("packing", ["", "identity", "br", "gzip;q=0"])
def test_who_cannot_unpack_gets_it_plain(packing):
    """And a cache between us and them is told that the two differ."""
    response = fetch("/", packing=packing)

    assert "Content-Encoding" not in response.headers
    assert "Accept-Encoding" in response.headers["Vary"]
    assert "</html>" in response.text


def test_what_is_tiny_is_left_alone():
    """Two bytes do not get smaller."""
    assert b"ok\n" == fetch("/healthz").data


@pytest.mark.parametrize("name", sorted({path.name for path in STATIC.glob("*.*s")} | {*JOINED}))
def test_files_are_packed_once_and_kept_for_ever(name):
    """A file asked for by its hash never changes; a new one has a new address."""
    response = fetch(asset(name))

    assert content(name) == gzip.decompress(response.data)
    assert "public, max-age=31536000, immutable" == response.headers["Cache-Control"]


@pytest.mark.parametrize("name", ["app.js", *JOINED])
@pytest.mark.parametrize("query", ["", "?v=", "?v=0123456789ab"])
def test_a_file_without_its_hash_is_asked_for_again(name, query):
    """It may be another by now; then nothing is sent but that it is not."""
    first = fetch(f"/static/{name}{query}")
    assert "no-cache" == first.headers["Cache-Control"]

    again = fetch(f"/static/{name}{query}", **{"If-None-Match": first.headers["ETag"]})

    assert 304 == again.status_code
    assert b"" == again.data


def test_a_file_that_is_not_there_is_a_page_of_ours():
    """It is not kept for ever, whatever the address says."""
    response = fetch("/static/nothing.css?v=0123456789ab")

    assert 404 == response.status_code
    assert "no-store" == response.headers["Cache-Control"]


def test_the_proof_is_another_on_every_page():
    """What guesses a secret by the size of packed pages needs one that stays: this never does."""
    visitor = Visitor().opens("/331000/ask/premium")
    proofs = {visitor.opens("/331000/ask/premium").token() for _ in range(5)}

    assert 5 == len(proofs)
    assert len(zlib.compress("".join(proofs).encode(), 9)) > 5 * len(proofs.pop()) * 0.7


def test_no_page_of_answers_repeats_its_address():
    """And it needs a text of one's choosing beside it: no page with answers says back a query."""
    visitor = with_visits(stay(door="slip"))
    pages = ("ask/premium", "visit/aaaa/bill", "visits", "check", "result", "")
    for page in pages:
        for name in ("q", "next", "notice", "lang", CANARY):
            assert CANARY not in visitor.opens(f"/331000/{page}?{name}={CANARY}").text
