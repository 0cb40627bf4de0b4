"""A person at the phone: does what a page offers, by touch or by keyboard alone."""

from playwright.sync_api import Locator, Page, expect

LONGEST_WAY = 60  # presses of Tab; a page that needs more is no page for a keyboard

# The key that leads on from where the focus is, and none from the target itself.
NEXT_KEY = """target => {
  const now = document.activeElement
  if (target === now) return ''
  return target.type === 'radio' && target.name === now.name ? 'ArrowDown' : 'Tab'
}"""


class Visitor:
    """One sitting; every step waits for what it needs and fails when that is not there."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def opens(self, path: str) -> None:
        """Open an address."""
        self.page.goto(path)

    def is_asked(self, heading: str) -> None:
        """See this question, by its heading and by the title of the page."""
        expect(self.page.locator("h1")).to_have_text(heading)

    def chooses(self, label: str) -> None:
        """Choose one of the rows; help below the label is no part of its name."""
        self.touch(self.row(label))

    def fills(self, label: str, text: str) -> None:
        """Write into a field."""
        self.write(self.page.get_by_label(label, exact=True), text)

    def has_no_line(self, label: str) -> None:
        """Say that the paper has no such line."""
        self.touch(self.page.get_by_label(f"没有这一行{label}", exact=True))

    def dates(self, *days: str) -> None:
        """Write days, the parts of each, in the order of the page."""
        parts = [str(int(part)) for day in days for part in day.split("-")]
        for number, part in enumerate(parts):
            self.write(self.page.locator(".day input").nth(number), part)

    def goes_on(self, button: str = "继续") -> None:
        """Press a button by its words."""
        self.press(self.page.get_by_role("button", name=button, exact=True))

    def follows(self, link: str) -> None:
        """Follow a link by its words."""
        self.press(self.page.get_by_role("link", name=link, exact=True))

    def answers(self, question: str, *choices: str) -> None:
        """See a question, choose, and go on."""
        self.is_asked(question)
        for choice in choices:
            self.chooses(choice)
        self.goes_on()

    def writes(self, question: str, text: str) -> None:
        """See a question, write the answer, and go on."""
        self.is_asked(question)
        self.fills(question, text)
        self.goes_on()

    def reads(self, *sentences: str) -> None:
        """See these words in the text of the page."""
        for sentence in sentences:
            expect(self.page.locator("main")).to_contain_text(sentence)

    def row(self, label: str) -> Locator:
        """Find the input of a row by the first line of its label."""
        words = self.page.locator("label > span").get_by_text(label, exact=True)
        return self.page.locator(".pick").filter(has=words).locator("input")

    def touch(self, target: Locator) -> None:
        """Tap the row of an input, as wide as it is."""
        target.locator("xpath=following-sibling::label").click()

    def write(self, target: Locator, text: str) -> None:
        """Tap a field and write."""
        target.fill(text)

    def press(self, target: Locator) -> None:
        """Tap a button or a link."""
        target.click()


class KeyboardVisitor(Visitor):
    """The same without touching: Tab, arrows, Space, Enter, and letters."""

    def touch(self, target: Locator) -> None:
        """Go to the row and choose it; within radio buttons the arrows lead on."""
        self.reach(target)
        if not target.is_checked():
            self.page.keyboard.press("Space")
        expect(target).to_be_checked()

    def write(self, target: Locator, text: str) -> None:
        """Go to the field and write."""
        self.reach(target)
        self.page.keyboard.type(text)

    def press(self, target: Locator) -> None:
        """Go to the button or link, and press Enter."""
        self.reach(target)
        self.page.keyboard.press("Enter")

    def reach(self, target: Locator) -> None:
        """Press Tab, and within a group of radio buttons the arrow, until the target has focus."""
        node = target.element_handle()  # sought once, and there is but one
        for _press in range(LONGEST_WAY):
            key = node.evaluate(NEXT_KEY)
            if not key:
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"not reached by {LONGEST_WAY} keys: {target}")
