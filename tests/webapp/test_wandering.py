"""However one wanders, with two pages open, what was answered last is what is kept and shown."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.webapp.client import Visitor

ANSWERS = {
    "scheme": ("scheme", ["resident", "employee", "none"]),
    "status": ("status", ["dibao", "tekun", "none"]),
    "premium": ("premium", ["460", "0", "１２３.5"]),
    "local_hukou": ("local_hukou", ["yes", "no"]),
}
"""Some questions that any document's site can be asked for by address, with answers as typed."""

STORED = {
    "none": {"scheme": "none", "status": []},
    "460": "460.00",
    "0": "0.00",
    "１２３.5": "123.50",
    "yes": True,
    "no": False,
    "dibao": ["dibao"],
    "tekun": ["tekun"],
}

PAGES = st.sampled_from(sorted(ANSWERS))
TABS = st.sampled_from(["one", "two"])


def stored(question: str, typed: str) -> object:
    """Give what a typed answer is kept as."""
    kept = STORED.get(typed, typed)
    return kept[question] if isinstance(kept, dict) else kept


class Wanderer(RuleBasedStateMachine):
    """Two pages of one browser; the model is the last answer to each question."""

    def __init__(self) -> None:
        super().__init__()
        self.browser = Visitor()
        self.tabs: dict[str, tuple[str, dict[str, str]]] = {}
        self.last: dict[str, object] = {}

    @rule(tab=TABS, page=PAGES)
    def opens(self, tab, page):
        """Open a question, or come back to it: it shows what is kept."""
        self.browser.opens(f"/520200/ask/{page}")
        self.tabs[tab] = (page, self.browser.hidden())
        for value in ANSWERS[page][1]:
            shown = f'value="{value}" checked' in self.browser.text
            if page != "premium":
                assert shown == (self.last.get(page) == stored(page, value))

    @rule(tab=TABS, choice=st.integers(0, 2), taps=st.integers(1, 3))
    def answers(self, tab, choice, taps):
        """Answer the page of a tab, however old, tapping once or thrice: the last answer counts."""
        if tab not in self.tabs:
            return
        page, hidden = self.tabs[tab]
        name, values = ANSWERS[page]
        typed = values[choice % len(values)]
        for _tap in range(taps):
            self.browser.posts(f"/520200/ask/{page}", {**hidden, name: typed})
            assert 200 == self.browser.status
        self.last[page] = stored(page, typed)

    @rule(tab=TABS)
    def sends_nothing(self, tab):
        """An empty page is refused, and takes no answer back."""
        if tab in self.tabs:
            page, hidden = self.tabs[tab]
            self.browser.posts(f"/520200/ask/{page}", hidden)
            assert 422 == self.browser.status

    @rule(tab=TABS)
    def stays_too_long(self, tab):
        """A page whose proof has gone comes back as typed, and one more press is enough."""
        if tab not in self.tabs:
            return
        page, hidden = self.tabs[tab]
        name, values = ANSWERS[page]
        data = {**hidden, "csrf_token": "gone", name: values[0]}
        self.browser.posts(f"/520200/ask/{page}", data)
        assert 422 == self.browser.status
        self.browser.posts(f"/520200/ask/{page}", {**self.browser.hidden(), name: values[0]})
        self.last[page] = stored(page, values[0])

    @rule()
    def looks(self):
        """Looking at any page changes nothing."""
        for path in ("check", "result", "form", "people", "visits"):
            assert self.browser.opens(f"/520200/{path}").status == 200

    @invariant()
    def keeps_the_last_answer(self):
        """The cookie holds the last answer to each question, and nothing else."""
        assert self.last == dict(self.browser.told().person.answers)


TestWandering = Wanderer.TestCase
TestWandering.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
