"""Whether a page can be used by everyone, as far as axe-core can tell."""

from importlib.resources import files

from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Where script is off, Chromium fires no timer, for which axe would wait for ever.
RUN = """async options => {
    const later = window.setTimeout
    window.setTimeout = act => { Promise.resolve().then(act) }
    try {
      const { violations } = await axe.run(options)
      return violations.flatMap(rule => rule.nodes.map(node =>
        `${rule.id}: ${rule.help}: ${node.target.join(' ')}`))
    } finally { window.setTimeout = later }
}"""

OPTIONS = {
    "preload": False,  # our style sheet is of our own host and needs no second look
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},  # off unless asked for
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """List what axe finds on the page as it stands: rule, help, and where."""
    if page.evaluate("!window.axe"):  # it outlives a swap, and takes long to read
        page.evaluate(AXE)
    return page.evaluate(RUN, OPTIONS)


def assert_accessible(page: Page) -> None:
    """Fail with the whole list when axe finds anything on the page as it stands."""
    assert [] == violations(page)
