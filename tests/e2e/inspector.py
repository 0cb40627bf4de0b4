"""A visitor who looks at every page with a measure in hand."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.accessible import violations
from tests.e2e.visitor import Visitor

SMALLEST_TEXT, SMALLEST_FOR_ELDERS = 16, 21
SMALLEST_TARGET, APART, ROW, ROW_FOR_ELDERS = 44, 8, 48, 60

TEXT_SIZES = """() => [...document.querySelectorAll('body *')]
  .filter(node => node.offsetParent && !node.closest('.unseen, .skip'))
  .filter(node => [...node.childNodes].some(part => part.nodeType === 3 && part.data.trim()))
  .map(node => parseFloat(getComputedStyle(node).fontSize))"""

HEIGHTS = """selector => [...document.querySelectorAll(selector)]
  .filter(node => node.offsetParent && !node.closest('.skip'))
  .map(node => [node.getBoundingClientRect().height, node.outerHTML.slice(0, 90)])"""

# What can be tapped, each as large as it is and as far from the next as the norm says. A row with
# its box is one target; what stands in running text is none of its own, by the norm too.
TARGETS = """([smallest, apart]) => {
  const seen = node => node.getClientRects().length && !node.closest('.unseen, .skip')
    && !node.closest('details:not([open]) > :not(summary)')
  const running = node => node.closest('p, li, dt, dd, h1, h2, h3, legend, label')
    && getComputedStyle(node).display === 'inline'
  const one = node => node.tagName === 'LABEL' ? node.closest('.pick') : !node.closest('.pick')
  const all = 'a, button, summary, select, textarea, label, input:not([type=hidden])'
  const found = [...document.querySelectorAll(all)]
    .filter(node => seen(node) && one(node) && !running(node))
    .map(node => [node.getBoundingClientRect(), node.outerHTML.slice(0, 90)])
  const gap = (a, b) => Math.round(Math.max(
    Math.max(a.left, b.left) - Math.min(a.right, b.right),
    Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom)))
  return [
    ...found.filter(([box]) => Math.round(Math.min(box.width, box.height)) < smallest)
      .map(([box, html]) => `${box.width} by ${box.height} px: ${html}`),
    ...found.flatMap(([box, html], place) => found.slice(place + 1)
      .filter(([other]) => gap(box, other) < apart)
      .map(([other, next]) => `${gap(box, other)} px between ${html} and ${next}`)),
  ]
}"""


ONCE = ("h1", "main", "[role=status]", "title")
NEVER = ("[required]", "input[type=number]", "[style]", "[placeholder]", "form:not([action])")

# What there must be one of, and what must not be there.
STRUCTURE = """([once, never]) => {
  const ids = [...document.querySelectorAll('[id]')].map(node => node.id)
  const count = what => document.querySelectorAll(what).length
  return [
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map(id => `twice the id ${id}`),
    ...once.filter(what => count(what) !== 1).map(what => `not one ${what}`),
    ...never.filter(count).map(what => `there is ${what}`),
  ]
}"""


class Inspector(Visitor):
    """Measures each page when its question is seen; collects what is wrong in `faults`."""

    def __init__(self, page: Page, *, elder: bool = False) -> None:
        super().__init__(page)
        self.elder, self.faults, self.titles = elder, [], []

    def is_asked(self, heading: str) -> None:
        """See the question, and measure the page."""
        super().is_asked(heading)
        self.measure(heading)

    def measure(self, where: str) -> None:
        """Look at the page as it stands."""
        structure = self.page.evaluate(STRUCTURE, [ONCE, NEVER])
        found = [*violations(self.page), *self.sizes(), *structure]
        self.faults += [f"{where}: {fault}" for fault in found]
        self.titles.append(self.page.title())

    def sizes(self) -> list[str]:
        """Measure texts, targets, rows, and whether the page is wider than the phone."""
        text = min(self.page.evaluate(TEXT_SIZES))
        rows = self.page.evaluate(HEIGHTS, ".pick:not(.small) label, .main, .other, a.row")
        targets = self.page.evaluate(TARGETS, [SMALLEST_TARGET, APART])
        wide, phone = self.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        row = ROW_FOR_ELDERS if self.elder else ROW
        smallest = SMALLEST_FOR_ELDERS if self.elder else SMALLEST_TEXT
        return [
            *([f"text of {text} px"] if text < smallest else []),
            *([f"{wide} px wide"] if wide > phone else []),
            *(f"{height} px high: {what}" for height, what in rows if height < row),
            *targets,
        ]


class Stumbler(Inspector):
    """Forgets to answer the first time, and expects to be told kindly."""

    def is_asked(self, heading: str) -> None:
        """See the question, go on without an answer, and see what is to be mended."""
        Visitor.is_asked(self, heading)
        if self.page.locator("main form button:text-is('继续')").count():
            self.goes_on()
            expect(self.page).to_have_title(re.compile("^出错："))
            expect(self.page.locator("#err")).to_be_focused()
            expect(self.page.locator("h1")).to_have_text(heading)
            self.measure(f"{heading} 出错")
