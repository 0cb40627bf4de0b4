"""A browser without a screen: it keeps the cookie, follows the page's own forms, reads the page."""

import re
from dataclasses import replace
from functools import cache
from html import unescape
from typing import Any

from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache

from webapp import create_app
from webapp.consent import VERSION
from webapp.household import Household
from webapp.language import SOURCE, current
from webapp.packing import pack, unpack
from webapp.sealing import ring_of

KEY = "MDEyMzQ1Njc4OWFiY2RlZg=="
OTHER_KEY = "ZmVkY2JhOTg3NjU0MzIxMA=="
HOME = "http://localhost"


def site(**config: Any) -> Flask:
    """Make a site for tests; a failure is raised and not shown."""
    settings = {"TESTING": True, "INSECURE_LAN": True, "KEYS": KEY, "PER_SESSION": 0}
    app = create_app({**settings, **config})
    app.jinja_env.bytecode_cache = compiled()
    return app


class Compiled(BytecodeCache):
    """Keeps what the pages are compiled to, which takes longest of all, for the next site."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a page that was compiled before; the words of other languages are written anew."""
        if current() is SOURCE and bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a page that was compiled."""
        if current() is SOURCE:
            self.kept[bucket.key] = bucket.bytecode_to_string()


@cache
def compiled() -> Compiled:
    """Give the one of this process: compiled by its code, so never kept longer."""
    return Compiled()


class Visitor:
    """One sitting, with the script of htmx or without it; most begin where consent was given."""

    def __init__(
        self, app: Flask | None = None, *, htmx: bool = False, agreed: bool = True
    ) -> None:
        self.client = (app or site()).test_client()
        self.htmx = htmx
        self.url, self.text, self.status = "", "", 0
        self.headers: Any = {}
        if agreed:
            self.having(Household())

    def having(self, household: Household) -> "Visitor":
        """Begin with answers given before."""
        return self.seal(replace(household, consent=VERSION))

    def seal(self, household: Household) -> "Visitor":
        """Begin with just this cookie."""
        self.client.set_cookie("mbs", ring_of(KEY).seal(pack(household)))
        return self

    def told(self) -> Household:
        """Read what the browser keeps."""
        return unpack(ring_of(KEY).open(self.cookie() or ""))

    def opens(self, url: str) -> "Visitor":
        """Open an address, following redirects."""
        return self._took(self.client.get(url, follow_redirects=True))

    def sends(self, url: str = "", **answers: Any) -> "Visitor":
        """Send the form of the page that is open, as a browser of today does."""
        return self.posts(url or self.action(), {**self.hidden(), **_form(answers)})

    def posts(self, url: str, data: Any, *, origin: str | None = HOME) -> "Visitor":
        """Post anything anywhere."""
        headers = {"Origin": origin} if origin else {}
        if self.htmx:
            headers["HX-Request"] = "true"
        return self._took(
            self.client.post(url, data=data, headers=headers, follow_redirects=not self.htmx)
        )

    def action(self) -> str:
        """Give the address of the main form: the first within <main>."""
        main = self.text.partition("<main")[2]
        return unescape(re.search(r'<form method="post" action="([^"]+)"', main)[1])

    def hidden(self) -> dict[str, str]:
        """Give what the main form carries along unseen."""
        form = self.text.partition("<main")[2].partition("</form>")[0]
        found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
        return dict(found) or {"csrf_token": self.token()}

    def token(self) -> str:
        """Give the proof that stands in the page's forms."""
        found = re.findall(r'name="csrf_token" value="([^"]+)"', self.text)
        return found[-1] if found else ""

    def cookie(self) -> str | None:
        """Give the sealed answers as the browser keeps them."""
        kept = self.client.get_cookie("mbs")
        return kept and kept.value

    @property
    def heading(self) -> str:
        """Give the words of the one heading."""
        return words(re.search(r"<h1[^>]*>(.*?)</h1>", self.text, re.DOTALL)[1])

    @property
    def title(self) -> str:
        """Give the title."""
        return unescape(re.search(r"<title>(.*?)</title>", self.text, re.DOTALL)[1])

    @property
    def main(self) -> str:
        """Give the words of the main part."""
        return words(self.text.partition("<main")[2].partition("</main>")[0].partition(">")[2])

    def summary(self) -> list[tuple[str, str]]:
        """Give the faults told first on the page: the field and the sentence."""
        found = re.findall(r'<li><a href="#([^"]+)">(.*?)</a></li>', self.text)
        return [(field, words(sentence)) for field, sentence in found]

    def links(self) -> dict[str, str]:
        """Give the links of the main part by their words."""
        main = self.text.partition("<main")[2]
        found = re.findall(r'<a[^>]*href="([^"]+)"[^>]*>(.*?)</a>', main, re.DOTALL)
        return {words(label): unescape(url) for url, label in found}

    def back(self) -> str:
        """Give the address of the way back."""
        return unescape(re.search(r'<a class="back" href="([^"]+)"', self.text)[1])

    def _took(self, response: Any) -> "Visitor":
        self.status, self.text, self.headers = response.status_code, response.text, response.headers
        self.url = response.headers.get("HX-Push-Url") or response.request.full_path.rstrip("?")
        return self


def words(markup: str) -> str:
    """Give the text of a piece of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def _form(answers: dict[str, Any]) -> dict[str, Any]:
    """Write keys as field names: admitted_year -> admitted-year, total_none -> total-none."""
    parts = re.compile(r"_(year|month|day|none|long)$")
    return {parts.sub(r"-\1", key): value for key, value in answers.items()}
