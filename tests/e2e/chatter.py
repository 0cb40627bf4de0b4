"""A person in the chat: types and taps as a dialogue is written."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.visitor import Visitor
from tests.talk.dialogues import Line


class Chatter:
    """One sitting in the chat of a place, from the consents on."""

    def __init__(self, page: Page, region: str) -> None:
        self.page = page
        page.goto(f"/{region}/chat")
        consents(Visitor(page))
        page.goto(f"/{region}/chat")

    def follows(self, line: Line) -> None:
        """Do what a line of a script says, or see that it is so."""
        if line.kind == "说":
            self.page.locator("#text").fill(line.words)
            self.presses(self.button("发送"))
        elif line.kind == "勾":
            self.page.locator(".pick label").filter(has_text=line.words).first.click()
        elif line.kind in "点改":
            self.presses(self.button(("改" if line.kind == "改" else "") + line.words))
        elif line.kind == "问":
            expect(self.page.locator("h1")).to_have_text(line.words)
        else:
            self.sees(line)

    def sees(self, line: Line) -> None:
        """See what was heard, what is said back, or a figure."""
        main = self.page.locator("main")
        for words in line.words.split("；"):
            expect(main).to_contain_text(words)

    def button(self, label: str) -> Locator:
        """Find the button that begins with these words."""
        name = re.compile("^" + r"\s*".join(map(re.escape, label)))
        return self.page.locator("main").get_by_role("button", name=name).first

    def presses(self, target: Locator) -> None:
        """Press, and wait until the next page is there."""
        target.click()
        expect(self.page.locator("main[aria-busy=true], .htmx-request")).to_have_count(0)


def consents(visitor: Visitor) -> None:
    """Tick both boxes and come to the first question."""
    visitor.chooses("同意用看病和费用的信息来估算")
    visitor.chooses("同意用身份和收入的信息来估算")
    visitor.goes_on("同意，开始")
    visitor.is_asked("给谁算？")
