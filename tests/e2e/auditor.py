"""A visitor who checks on every page what axe does not: focus, references, zoom, spacing, taps."""

from playwright.sync_api import Page, expect

from tests.e2e.visitor import Visitor

WIDTHS = (320, 360, 414)
SCALES = (1, 1.4, 2)

# A reader's own larger type, and the spacing of WCAG 1.4.12, as a sheet of the reader's.
READERS_SHEET = """([scale, spaced]) => {
  const sheet = new CSSStyleSheet()
  const root = document.documentElement
  document.adoptedStyleSheets = []
  const size = parseFloat(getComputedStyle(root).fontSize) * scale
  const wide = '* { line-height: 1.5 !important; letter-spacing: .12em !important;'
    + ' word-spacing: .16em !important } p { margin-bottom: 2em !important }'
  sheet.replaceSync(`html { font-size: ${size}px !important } ${spaced ? wide : ''}`)
  document.adoptedStyleSheets = [sheet]
  return [root.scrollWidth, innerWidth, ...cut()]
  function cut() {
    return [...document.querySelectorAll('main *, header *, footer *')]
      .filter(node => node.getClientRects().length && !node.closest('.unseen, .skip, .meaning'))
      .filter(node => !/^(inline|none)$/.test(getComputedStyle(node).display))
      .filter(node => getComputedStyle(node).overflow !== 'visible')
      .filter(node => node.tagName !== 'INPUT' && node.tagName !== 'TEXTAREA')
      .filter(node => node.scrollWidth > node.clientWidth + 1)
      .map(node => node.outerHTML.slice(0, 80))
  }
}"""

REFERENCES = """() => {
  const ids = [...document.querySelectorAll('[id]')].map(node => node.id)
  const refs = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns']
  const wanted = refs.flatMap(name => [...document.querySelectorAll(`[${name}]`)]
    .flatMap(node => node.getAttribute(name).trim().split(/\\s+/)))
  const anchors = [...document.querySelectorAll('a[href^="#"]')]
    .map(link => link.getAttribute('href').slice(1))
  return [
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map(id => `twice the id ${id}`),
    ...[...wanted, ...anchors].filter(id => !ids.includes(id)).map(id => `nothing named ${id}`),
  ]
}"""

MARKUP = """() => {
  const wrong = {
    'htmx on what is no form, link or button': '[hx-get], [hx-post]',
    'a form that the browser checks': 'main form[method=post]:not([novalidate])',
    'a picture that is read out': 'svg:not([role=img])',
    'required': '[required], [aria-required]',
    'a field without a name': 'main input:not([type=hidden]):not([id])',
    'text without a way to type it': 'input[type=text]:not([inputmode])',
    'a link that leads nowhere': 'a:not([href])',
  }
  const good = node => /^(A|BUTTON|FORM)$/.test(node.tagName)
    && node.getAttribute('hx-post') === node.getAttribute('action')
  return Object.entries(wrong).flatMap(([what, selector]) =>
    [...document.querySelectorAll(selector)]
      .filter(node => !selector.startsWith('[hx') || !good(node))
      .filter(node => !selector.startsWith('svg') || !node.closest('[aria-hidden=true]'))
      .map(node => `${what}: ${node.outerHTML.slice(0, 80)}`))
}"""

NARROW = """() => [...document.querySelectorAll('button, a:not(p a):not(.word), summary')]
  .filter(node => node.getClientRects().length && !node.closest('.skip'))
  .filter(node => !node.closest('details:not([open]) > :not(summary)'))
  .map(node => [node.getBoundingClientRect(), node.outerHTML.slice(0, 80)])
  .filter(([box]) => box.width < 44 || box.height < 44)
  .map(([box, html]) => `${box.width} x ${box.height}: ${html}`)"""

LEADING = """() => [...document.querySelectorAll('main p, main li, main label, main dd')]
  .filter(node => node.getClientRects().length && node.textContent.trim())
  .filter(node => !node.closest('.unseen, h1, h2, h3'))
  .map(node => [getComputedStyle(node), node.outerHTML.slice(0, 80)])
  .filter(([style]) => parseFloat(style.lineHeight) < 1.5 * parseFloat(style.fontSize) - .1)
  .filter(([style]) => parseFloat(style.fontSize) < 28)
  .map(([style, html]) => `line of ${style.lineHeight} at ${style.fontSize}: ${html}`)"""

SCRIPTS = (REFERENCES, MARKUP, NARROW, LEADING)


class Auditor(Visitor):
    """Looks at each page when its question is seen; collects what is wrong in `faults`."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.faults: list[str] = []
        self.swaps = 0

    def is_asked(self, heading: str) -> None:
        """See the question, and look at everything."""
        super().is_asked(heading)
        self.hears(heading)
        found = [fault for script in SCRIPTS for fault in self.page.evaluate(script)]
        self.faults += [f"{heading}: {fault}" for fault in [*found, *self.zoomed()]]

    def hears(self, heading: str) -> None:
        """After a swap the heading has focus; the title begins with it; the live region is old."""
        if not self.page.title().startswith(heading):
            self.faults.append(f"{heading}: the title is {self.page.title()}")
        if self.page.evaluate("window.stayed === document.getElementById('live')"):
            self.swaps += 1
            expect(self.page.locator("h1")).to_be_focused()
        self.page.evaluate("window.stayed = document.getElementById('live')")

    def zoomed(self) -> list[str]:
        """Enlarge the type and the spacing on narrow phones: nothing is cut, nothing too wide."""
        faults = []
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 740})
            for scale, spaced in [*((scale, False) for scale in SCALES), (1, True)]:
                wide, phone, *cut = self.page.evaluate(READERS_SHEET, [scale, spaced])
                if wide > phone or cut:
                    faults.append(f"{wide} on {width} at {scale}, spaced {spaced}: {cut}")
        self.page.evaluate("document.adoptedStyleSheets = []")
        self.page.set_viewport_size({"width": 360, "height": 740})
        return faults
