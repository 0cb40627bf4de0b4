"""Stretches of an interview that many tests begin with."""

from typing import Any

from tests.webapp.client import Visitor
from webapp.household import Household, Mark, Person, Visit

YES = {"designated": "yes", "public_hospital": "yes", "grassroots_first": "no"}
CHOSEN = {"kind": "inpatient", "place": "county", "referral": "none", **YES}
STAY = {
    "admitted_year": "2022",
    "admitted_month": "11",
    "admitted_day": "1",
    "discharged_year": "2022",
    "discharged_month": "11",
    "discharged_day": "10",
}
SLIP = {
    "total": "90000",
    "in_scope": "80000",
    "out_of_scope": "1万",
    "basic_paid": "0",
    "critical_paid": "0",
    "other_paid_none": "1",
    "aid_paid_none": "1",
}
PERSON = {
    "scheme": {"scheme": "resident"},
    "status": {"status": "dibao"},
    "status_since": {"unsure": "1"},
    "visits": {"visits": "yes"},
    "premium": {"premium": "460"},
}


def resident(**changed: Any) -> Person:
    """Make a person who has answered all about themselves, and has seen a doctor."""
    answers = {"scheme": "resident", "status": ["dibao"], "status_since": Mark.UNSURE}
    return Person(**{"answers": {**answers, "premium": "460.00", "visits": True}, **changed})


def stay(visit_id: str = "aaaa", *, door: str = "", **changed: Any) -> Visit:
    """Make a stay of November 2022, of which everything but the bill is told."""
    answers = {"kind": "inpatient", "admitted": "2022-11-01", "discharged": "2022-11-10"}
    known = {"designated": True, "place": "county", "referral": "none"}
    return Visit(visit_id, {**answers, **known, **changed}, door)


def with_visits(*visits: Visit, region: str = "331000", **changed: Any) -> Visitor:
    """Open the list of these visits."""
    household = Household((resident(visits=visits, **changed),), "secret")
    return Visitor().having(household).opens(f"/{region}/visits")


def told_of_person(region: str = "331000", *, htmx: bool = False, **changed: Any) -> Visitor:
    """Answer what is asked about the person: a resident on 低保, who saw a doctor."""
    visitor = Visitor(htmx=htmx).opens(f"/{region}/ask/scheme")
    return answer_all(visitor, {**PERSON, **changed})


def told_of_visit(visitor: Visitor, **changed: Any) -> Visitor:
    """Answer what is asked about a visit: a stay, told from a slip."""
    pages = {name: {name: value} for name, value in CHOSEN.items()}
    return answer_all(
        visitor, {**pages, "stay": STAY, "door": {"door": "slip"}, "bill": SLIP, **changed}
    )


def told_all(region: str = "331000", *, htmx: bool = False, **changed: Any) -> Visitor:
    """Answer everything, up to the list of visits."""
    return told_of_visit(told_of_person(region, htmx=htmx), **changed)


def answer_all(visitor: Visitor, answers: dict[str, Any]) -> Visitor:
    """Answer page after page, in whatever order they are asked, until one is not among these."""
    while (page := page_of(visitor)) in answers:
        visitor.sends(**answers[page])
        assert visitor.status == 200, visitor.summary()
        assert page_of(visitor) != page
    return visitor


def page_of(visitor: Visitor) -> str:
    """Name the page that is open: the last part of its address."""
    return visitor.url.partition("?")[0].rpartition("/")[2]
