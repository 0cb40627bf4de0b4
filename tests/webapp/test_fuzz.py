"""Whatever is posted, in whatever order: no answer of the site is a failure of the site."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

import engine
from tests.webapp.client import Visitor, site

APP = site()
PAGES = st.sampled_from([*engine.PAGES, "door", "nothing"])
REGIONS = st.sampled_from(["331000", "341722", "110000", "999999"])
TEXTS = st.one_of(
    st.sampled_from(["", "0", "460", "1.2万", "２０２２", "11", "-1", "1e9", "yes", "no", "none"]),
    st.sampled_from([o.value for q in engine.QUESTIONS.values() for o in q.options]),
    st.sampled_from(["slip", "receipt", "memory", "2022-11-10", "0 60%\n50000 65%", "9" * 30]),
    st.text(max_size=20),
)
ENDINGS = st.sampled_from(["", "-none", "-year", "-month", "-day"])
NAMES = st.builds(str.__add__, st.sampled_from(list(engine.QUESTIONS)), ENDINGS)
KEYS = NAMES | st.sampled_from(["unsure", "accept", "next", "door", "visit", "csrf_token"])
FORMS = st.dictionaries(KEYS, st.lists(TEXTS, min_size=1, max_size=3), max_size=12)
ACTIONS = st.sampled_from(["add", "remove", "restore", "done"])
EXPECTED = {200, 400, 404, 422}


class Stranger(RuleBasedStateMachine):
    """Someone who presses, types and goes back without any plan, in one sitting."""

    def __init__(self) -> None:
        super().__init__()
        self.visitor = Visitor(APP).opens("/331000/ask/scheme")

    @rule(region=REGIONS, page=PAGES, form=FORMS, proven=st.booleans())
    def answers(self, region, page, form, proven):
        """Post anything to a page about the person."""
        self.post(f"/{region}/ask/{page}", form, proven=proven)

    @rule(region=REGIONS, page=PAGES, form=FORMS, place=st.integers(0, 5))
    def answers_about_a_visit(self, region, page, form, place):
        """Post anything to a page about a visit that is there, or is not."""
        self.post(f"/{region}/visit/{self.visit(place)}/{page}", form)

    @rule(page=PAGES, place=st.integers(0, 5), typed=st.lists(TEXTS, min_size=20, max_size=20))
    def fills_in(self, page, place, typed):
        """Post something to every field of a page."""
        names = engine.PAGES[page].questions if page in engine.PAGES else (page,)
        parts = [f"{n}{end}" for n in names for end in ("", "-year", "-month", "-day")]
        form = {part: [typed[number % len(typed)]] for number, part in enumerate(parts)}
        self.post(f"/331000/ask/{page}", form)
        self.post(f"/331000/visit/{self.visit(place)}/{page}", form)

    @rule(action=ACTIONS, place=st.integers(0, 5))
    def presses(self, action, place):
        """Press a button of the list of visits."""
        self.post(f"/331000/visits/{action}", {"visit": [self.visit(place)]})

    @rule(region=REGIONS, page=st.sampled_from(["", "visits", "check", "result"]))
    def looks(self, region, page):
        """Open a page, whatever was answered so far."""
        self.visitor.opens(f"/{region}/{page}")

    @rule(sealed=st.text(max_size=40))
    def tampers(self, sealed):
        """Put something else into the cookie."""
        self.visitor.client.set_cookie("mbs", sealed)
        self.visitor.opens("/331000/check")

    @rule(htmx=st.booleans())
    def changes_the_way(self, htmx):
        """Go on with the script, or without."""
        self.visitor.htmx = htmx

    @invariant()
    def nothing_failed(self):
        """Each answer is a page, or a refusal in words."""
        assert self.visitor.status in EXPECTED
        assert self.visitor.heading

    def post(self, url: str, form: dict[str, list[str]], *, proven: bool = True) -> None:
        """Post a form, with the proof of the open page or without."""
        token = self.visitor.token() if proven else ""
        self.visitor.posts(url, {"csrf_token": token, **form})

    def visit(self, place: int) -> str:
        """Give the id of a visit that is there, else one that is not."""
        try:
            visits = self.visitor.told().person.visits
        except ValueError:
            return "zzzz"
        return visits[place].id if place < len(visits) else "zzzz"


TestStranger = Stranger.TestCase
TestStranger.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
