"""A page whose proof is bad, old or another's: every single thing typed comes back."""

import re
from html import unescape

import pytest

from tests.webapp.client import KEY, OTHER_KEY, Visitor, site
from tests.webapp.steps import resident, stay
from webapp.household import Household

PAGES = {
    "one amount": "/331000/ask/premium",
    "one choice": "/331000/ask/scheme",
    "several ticks": "/331000/ask/status",
    "a day": "/331000/ask/status_since",
    "figures of a place": "/520200/ask/standards",
    "earlier payments": "/331000/ask/opening",
    "the days of a stay": "/331000/visit/aaaa/stay",
    "a paper": "/331000/visit/aaaa/door",
    "a bill": "/331000/visit/aaaa/bill",
}
FIELD = re.compile(r'<input type="(?P<kind>text|radio|checkbox)"(?P<rest>[^>]*)>')
AREA = re.compile(r'<textarea name="([^"]+)"')
ATTRIBUTE = re.compile(r'(name|value)="([^"]*)"')


def filled(markup: str) -> dict[str, str]:
    """Write into every field of a page's main form, and choose the last of each group."""
    form = markup.partition("<main")[2].partition("</form>")[0]
    answers = {name: f"typed {name}" for name in AREA.findall(form)}
    for field in FIELD.finditer(form):
        told = dict(ATTRIBUTE.findall(field["rest"]))
        answers[told["name"]] = (
            f"typed {told['name']}" if field["kind"] == "text" else told.get("value", "on")
        )
    return answers


def shown(markup: str) -> dict[str, str]:
    """Read what stands in every field of a page, and what is chosen."""
    form = markup.partition("<main")[2].partition("</form>")[0]
    found = dict(re.findall(r'<textarea name="([^"]+)"[^>]*>\n?([^<]*)<', form))
    for field in FIELD.finditer(form):
        told = dict(ATTRIBUTE.findall(field["rest"]))
        if field["kind"] == "text" or " checked" in field["rest"]:
            found[told["name"]] = unescape(told.get("value", "on"))
    return found


def at(path: str, *, keys: str = KEY, secret: str = "secret") -> Visitor:
    """Open a page in the middle of a sitting."""
    household = Household((resident(visits=(stay(door="slip"),)),), secret)
    return Visitor(site(KEYS=keys)).having(household).opens(path)


PROOFS = {
    "missing": lambda _path: "",
    "spoiled": lambda path: at(path).token()[:-4] + "AAAA",
    "of a key that is gone": lambda path: at(path, keys=f"{OTHER_KEY},{KEY}").token(),
    "of another sitting": lambda path: at(path, secret="another").token(),
}


@pytest.mark.parametrize("proof", PROOFS.values(), ids=PROOFS)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_what_was_typed_comes_back(path, proof):
    """Nothing is kept, nothing is lost, and it says that one more tap is enough."""
    visitor = at(path)
    before, typed = visitor.cookie(), filled(visitor.text)

    visitor.posts(path, {**typed, "csrf_token": proof(path)}, origin=None)

    assert 422 == visitor.status
    assert before == visitor.cookie()
    assert typed
    assert typed == shown(visitor.text)
    assert "放久了" in visitor.main


def test_the_same_tap_again_is_taken():
    """The page that came back has a proof of its own."""
    visitor = at(PAGES["one amount"])
    visitor.posts(PAGES["one amount"], {"premium": "461", "csrf_token": ""}, origin=None)

    visitor.posts(visitor.action(), {**visitor.hidden(), "premium": "461"}, origin=None)

    assert "461.00" == visitor.told().person.answers["premium"]
