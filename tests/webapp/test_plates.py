"""Pages kept with gaps: everyone sees what would have been drawn for them, and nobody's answers."""

import gc

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.webapp.client import Visitor, site
from webapp.household import FIRST, Household, Person
from webapp.plates import Plates

SCHEME = "/331000/ask/scheme"
CANARY = "519.26"
PAGES = ("scheme", "status", "status_since", "premium", "visits", "family", "income", "opening")
REGIONS = ("331000", "341722", "520200", "321200", "320500")
KINDS = ("", "self", "mother", "father", "other", "child")


class Drawn(Plates):
    """Plates that keep nothing."""

    def print(self, _plate, draw, **_line):
        """Draw every page anew."""
        return draw()


def drawing():
    """Make a site that draws every page for its reader."""
    app = site()
    app.extensions["mbs-plates"] = Drawn()
    return app


KEEPING, DRAWING = site(), drawing()

answers = st.fixed_dictionaries(
    {},
    optional={
        "scheme": st.sampled_from(["resident", "employee", "none"]),
        "status": st.sampled_from([["dibao"], ["tekun", "youfu"], []]),
        "status_since": st.sampled_from(["2017-05-01", "1901-01-01"]),
        "premium": st.sampled_from(["380.00", CANARY]),
        "visits": st.booleans(),
    },
)
people = st.lists(st.tuples(st.sampled_from(KINDS), answers), min_size=1, max_size=3)


def household_of(told):
    """Make a household of people of whom this was told."""
    ids = (FIRST, "k3f7", "m2p9")
    rows = zip(ids, told, strict=False)
    return Household(tuple(Person(answers=known, id=id_, who=who) for id_, (who, known) in rows))


def seen(app, household, url, *, elder):
    """Read a page without the proofs in its forms."""
    visitor = Visitor(app).having(household)
    if elder:
        visitor.client.set_cookie("elder", "on")
    visitor.opens(url)
    return visitor.url, visitor.text.replace(visitor.token(), "")


@settings(max_examples=250)
@given(
    told=people, region=st.sampled_from(REGIONS), page=st.sampled_from(PAGES),
    second=st.booleans(), more=st.sampled_from(["", "?next=check", "?notice=gone"]),
    elder=st.booleans(),
)  # fmt: skip
def test_a_page_is_what_would_have_been_drawn(told, region, page, second, more, elder):
    """Whatever others looked at before, each sees the page of their own answers and words."""
    member = "-k3f7" if second and len(told) > 1 else ""
    household, url = household_of(told), f"/{region}{member}/ask/{page}{more}"

    assert seen(DRAWING, household, url, elder=elder) == seen(KEEPING, household, url, elder=elder)


def kept():
    """Read all plates there are."""
    return repr([plates._kept for plates in gc.get_objects() if isinstance(plates, Plates)])


def test_neither_what_was_typed_nor_whose_it_is_is_kept():
    """An amount, the secret of a cookie and the proof of a form stand in no plate."""
    visitor = Visitor(KEEPING).opens("/331000/ask/premium").sends(premium=CANARY)
    visitor.opens("/331000/ask/premium").opens(SCHEME).sends(scheme="resident").opens(SCHEME)

    assert "城乡居民" in kept()
    for private in (CANARY, visitor.token(), visitor.told().secret):
        assert private not in kept()


def test_every_reader_gets_a_proof_of_their_own():
    """Two who see the same question send forms that cannot stand for each other."""
    one, other = (Visitor(KEEPING).opens(SCHEME) for _someone in range(2))

    assert 3 == one.text.count(one.token())
    assert one.token() != other.token()
    assert "\0" not in one.text + other.text


def test_only_so_many_are_kept():
    """A year of visitors takes no more room than a day of them."""
    plates = Plates()
    for number in range(3_000):
        with KEEPING.test_request_context("/"):
            plates.print((number,), lambda: "", line="")

    assert len(plates._kept) <= 1024
