"""What a page weighs on its way to a phone: python -m tests.bench.weight prints it as a table."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.browser import LAUNCH, PHONE
from tests.serving.server import serving
from tests.webapp.client import KEY
from tests.webapp.steps import resident, stay
from webapp.consent import VERSION
from webapp.household import Household, Person
from webapp.packing import pack
from webapp.sealing import ring_of

FIRST_VIEW, HTML, NEXT_QUESTION = 45_000, 14_000, 8_000
"""The bounds in bytes on the wire, headers included: first view whole, its HTML, next question."""

PAGES = ("/", "/331000/", "/331000/ask/scheme", "/331000/visit/aaaa/bill", "/331000/form")
PAGES += ("/331000/chat", "/331000/check", "/331000/result", "/331000/card", "/glossary")
QUESTION = "/331000/ask/scheme"
BILL = {"total": "90000.00", "in_scope": "80000.00", "basic_paid": "50000.00"}
TOLD = resident(visits=(stay(door="slip", **BILL),), done=True)


class Weight(NamedTuple):
    """What one view took: requests in all, bytes in all, and bytes of the page or fragment."""

    view: str
    requests: int
    whole: int
    html: int

    def fits(self) -> bool:
        """Tell whether it keeps to the bounds."""
        if self.view.startswith("next"):
            return self.requests == 1 and self.whole <= NEXT_QUESTION
        return self.whole <= FIRST_VIEW and self.html <= HTML


class Scale:
    """Counts what goes over the wire for one page of a browser."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.kinds: dict[str, str] = {}
        self.bytes: dict[str, int] = {}
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.responseReceived", self._begin)
        wire.on("Network.loadingFinished", self._end)

    def weigh(self, view: str) -> Weight:
        """Tell what came since the last time, but the icon, fetched whenever a browser likes."""
        for _try in range(100):  # the report of the last bytes may come after them
            if self.bytes:
                break
            self.page.wait_for_timeout(20)
        sent = {name: size for name, size in self.bytes.items() if self.kinds.get(name) != "icon"}
        html = sum(size for name, size in sent.items() if self.kinds.get(name) == "html")
        self.bytes = {}
        return Weight(view, len(sent), sum(sent.values()), html)

    def _begin(self, event: dict) -> None:
        answer = event["response"]
        kind = "html" if "html" in answer["mimeType"] else "file"
        self.kinds[event["requestId"]] = "icon" if "svg" in answer["mimeType"] else kind

    def _end(self, event: dict) -> None:
        self.bytes[event["requestId"]] = int(event["encodedDataLength"])


def weigh(browser: Browser, home: str) -> Iterator[Weight]:
    """Weigh every first view with nothing kept, and the next question with everything kept."""
    for path in PAGES:
        with _phone(browser, home, told=TOLD) as page:
            scale = Scale(page)
            page.goto(path, wait_until="networkidle")
            yield scale.weigh(f"first {path}")
    for script in (True, False):
        with _phone(browser, home, told=Person(), java_script_enabled=script) as page:
            scale = Scale(page)
            page.goto(QUESTION, wait_until="networkidle")
            scale.weigh("")
            page.locator("#main input[type=radio]").first.check(force=True)
            page.locator("#main button.main").click()
            page.wait_for_url(lambda url: not url.endswith(QUESTION))
            page.wait_for_load_state("networkidle")
            yield scale.weigh("next question" if script else "page after, without script")


@contextmanager
def _phone(browser: Browser, home: str, *, told: Person, **more: bool) -> Iterator[Page]:
    """Open a phone of someone who has told this."""
    sealed = ring_of(KEY).seal(pack(Household((told,), "secret", consent=VERSION)))
    with browser.new_context(base_url=home, **PHONE, **more) as phone:
        phone.add_cookies([{"name": "mbs", "value": sealed, "url": home}])
        yield phone.new_page()


def main() -> None:
    """Print the table."""
    say = sys.stdout.write
    say(f"{'view':34}{'requests':>9}{'bytes':>9}{'html':>9}\n")
    with serving() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**LAUNCH)
        for weight in weigh(browser, f"http://127.0.0.1:{server.port}"):
            word = "" if weight.fits() else "  too much"
            say(f"{weight.view:34}{weight.requests:9}{weight.whole:9}{weight.html:9}{word}\n")
        browser.close()


if __name__ == "__main__":
    main()
