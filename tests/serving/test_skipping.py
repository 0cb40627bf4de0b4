"""Who types an address in the middle is led to what is still to be asked; nothing is made up."""

from collections.abc import Iterator

import pytest
from werkzeug.routing import Rule

import engine
from tests.webapp.client import Visitor, site
from tests.webapp.steps import resident, stay, with_visits
from webapp.household import Household

APP = site()
REGION = "331000"
PARTS = {"visit": "zzzz", "filename": "app.js", "region": REGION}
PAGES = [page.id for page in engine.PAGES.values()]


def addresses() -> list[str]:
    """List every page that can be opened, with each question's where one is named."""
    with APP.test_request_context():
        rules = [rule for rule in APP.url_map.iter_rules() if "GET" in rule.methods]
        found = {path for rule in rules for path in _of(rule)}
    return sorted(path for path in found if "." not in path)


def _of(rule: Rule) -> Iterator[str]:
    for page in [*PAGES, "door"] if "page" in rule.arguments else [""]:
        yield rule.build({**PARTS, "page": page}, append_unknown=False)[1]


PEOPLE = {
    "who agreed to nothing": Visitor(APP, agreed=False),
    "who answered nothing": Visitor(APP),
    "who answered one question": Visitor(APP).having(Household(secret="secret")),
    "whose visit has no bill": Visitor(APP).having(
        Household((resident(visits=(stay(),)),), "secret")
    ),
}


@pytest.mark.parametrize("path", addresses())
@pytest.mark.parametrize("visitor", PEOPLE.values(), ids=PEOPLE)
def test_every_address_leads_to_something(visitor, path):
    """A page, or that there is none; never a failure, and looking changes nothing."""
    before = visitor.cookie()
    visitor.opens(path)

    assert visitor.status in (200, 404)
    assert before == visitor.cookie()


@pytest.mark.parametrize("name", ["result", "check", "visits", "card", "people", "form"])
def test_nothing_is_asked_or_told_before_it_was_agreed(name):
    """Whichever page is opened, the consent comes first."""
    visitor = Visitor(APP, agreed=False).opens(f"/{REGION}/{name}")

    assert f"/{REGION}/consent" == visitor.url.partition("?")[0]


@pytest.mark.parametrize("name", ["result", "card"])
def test_without_an_answer_there_is_no_amount(name):
    """It begins at the beginning."""
    visitor = Visitor(APP).opens(f"/{REGION}/{name}")

    assert f"/{REGION}/" == visitor.url
    assert 'class="worth"' not in visitor.text


@pytest.mark.parametrize("name", ["kind", "stay", "bill", "door"])
def test_a_visit_that_is_not_there_leads_to_the_list(name):
    """So does one that was removed in another tab."""
    visitor = with_visits(stay()).opens(f"/{REGION}/visit/zzzz/{name}")

    assert f"/{REGION}/visits?notice=gone" == visitor.url


def test_the_paper_is_chosen_before_the_bill():
    """The bill is copied from a paper; without one chosen, that is asked first."""
    visitor = with_visits(stay()).opens(f"/{REGION}/visit/aaaa/bill")

    assert f"/{REGION}/visit/aaaa/door" == visitor.url
