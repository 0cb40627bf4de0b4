"""A person in the chat: types, taps, and reads what the site says, hears and asks."""

import re
from html import unescape

from tests.webapp.client import Visitor, words

BUTTON = re.compile(r"<button([^>]*)>(.*?)</button>", re.DOTALL)
ROW = re.compile(
    r'<input type="checkbox" name="([^"]+)"[^>]* value="([^"]*)"[^>]*>'
    r"\s*<label[^>]*>\s*<span>(.*?)</span>"
)


class Talker:
    """One chat without a screen; taps are found by their words."""

    def __init__(self, region: str, visitor: Visitor | None = None) -> None:
        self.visitor = (visitor or Visitor()).opens(f"/{region}/chat")
        self.url = f"/{region}/chat"
        self.ticked: list[tuple[str, str]] = []

    def says(self, text: str) -> "Talker":
        """Type a message and send it."""
        return self._sends({"text": text})

    def ticks(self, label: str) -> "Talker":
        """Tick one of several."""
        rows = {words(shown): (name, value) for name, value, shown in ROW.findall(self.now)}
        self.ticked.append(rows[label])
        return self

    def taps(self, label: str) -> "Talker":
        """Press a button by its first words."""
        name, value = self.buttons()[label]
        data = {key: [one for k, one in self.ticked if k == key] for key, _one in self.ticked}
        self.ticked = []
        return self._sends({**data, **({name: value} if name else {})})

    def changes(self, question: str) -> "Talker":
        """Press 改 beside an answer."""
        return self.taps(f"改{question}")

    def buttons(self) -> dict[str, tuple[str, str]]:
        """Give the buttons of the main part: their words, and what they send."""
        found = {}
        for attributes, shown in BUTTON.findall(self.page):
            name = re.search(r'name="([^"]+)"', attributes)
            value = re.search(r'value="([^"]*)"', attributes)
            label = words(re.sub(r"<small>.*?</small>", "", shown))
            found[label] = (name[1] if name else "", unescape(value[1]) if value else "")
        return found

    @property
    def page(self) -> str:
        """Give the main part."""
        return self.visitor.text.partition("<main")[2].partition("</main>")[0]

    @property
    def now(self) -> str:
        """Give what is asked now."""
        return self.page.partition('id="now"')[2].partition("</section>")[0]

    @property
    def question(self) -> str:
        """Give the words of what is asked now."""
        return self.visitor.heading

    def heard(self) -> list[str]:
        """Give the pieces that were understood and wait to be confirmed."""
        pieces = self.page.partition('class="chips"')[2].partition("</ul>")[0]
        return [words(one) for one in re.findall(r"<li><span>(.*?)</span>", pieces)]

    def replies(self) -> str:
        """Give all that the site says back."""
        found = re.findall(r'<div class="bubble back-said.*?</div>', self.page, re.DOTALL)
        return " ".join(map(words, found))

    def turns(self) -> dict[str, str]:
        """Give the answers that stand in the transcript, by question."""
        rows = re.findall(
            r'<li><p class="bubble">(.*?)</p>\s*<p class="bubble mine"><span>(.*?)</span>',
            self.page,
            re.DOTALL,
        )
        return {words(question): words(answer) for question, answer in rows}

    def _sends(self, data: dict) -> "Talker":
        self.visitor.posts(self.url, {**self._carried(), **data})
        return self

    def _carried(self) -> dict[str, str]:
        rows = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.page)
        return {name: unescape(value) for name, value in rows}
