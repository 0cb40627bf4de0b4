"""How far one is: told on every question, reckoned once, and nothing of it is an answer."""

import engine
from tests.webapp.client import Visitor, site
from tests.webapp.steps import told_all, told_of_person
from webapp import standings
from webapp.standings import MOST, Standings

KNOWN = {"region": "331000", "person": {"scheme": "resident", "status": ["dibao"]}}


def strip(visitor: Visitor) -> str:
    """Read the line above a question."""
    part = visitor.text.partition('<p class="so-far">')[2].partition("</p>")[0]
    return " ".join(part.replace("<", " <").split())


def test_nothing_is_said_before_the_first_answer():
    """The first question has no line about a range."""
    assert "" == strip(Visitor().opens("/331000/ask/scheme"))


def test_from_the_first_answer_on_the_range_and_the_rest_are_told():
    """A range with both ends, and as long as visits may come, at least how many questions."""
    visitor = Visitor().opens("/331000/ask/scheme").sends(scheme="resident")

    assert "现在估" in strip(visitor)
    assert "至少还差" in strip(visitor)


def test_the_range_ends_in_the_amount():
    """When all is answered the line of any question says what the result says."""
    visitor = told_all().opens("/331000/ask/scheme")

    assert "57,500" in strip(visitor)
    assert "都问完了" in strip(visitor)


def test_who_has_no_help_is_told_nothing_is_open():
    """In no group of 台州 nothing more is asked."""
    visitor = told_of_person(status={"status": "none"}).opens("/331000/ask/scheme")

    assert "都问完了" in strip(visitor)


def test_no_bare_nought_while_something_is_open():
    """What the office decides for the uninsured is in no sum: 0 would send them away."""
    visitor = Visitor().opens("/331000/ask/scheme").sends(scheme="none")

    assert "个问题" in strip(visitor)
    assert "现在估" not in strip(visitor)


def test_the_same_answers_are_reckoned_once(monkeypatch):
    """The second page with the same answers asks the engine nothing."""
    kept, asked = Standings(), []
    monkeypatch.setattr(standings, "_reckon", lambda *told: asked.append(told) or (told,))

    assert kept.of(KNOWN, ()) == kept.of(dict(KNOWN), ())
    kept.of(KNOWN, ("visits",))

    assert 2 == len(asked)


def test_a_step_is_reckoned_once(monkeypatch):
    """What was reckoned to go on is what the page it leads to says, though it is fetched anew."""
    visitor, told, reckon = Visitor().opens("/331000/ask/scheme"), [], standings._reckon
    monkeypatch.setattr(standings, "_reckon", lambda *case: told.append(case) or reckon(*case))

    visitor.sends(scheme="resident")

    assert "现在估" in strip(visitor)
    assert 1 == len(told)


def test_what_is_not_used_is_found_once(monkeypatch):
    """Coming back to the answers asks the engine nothing, even where all of them are used."""
    told, visitor = [], told_all()
    monkeypatch.setattr(standings, "_unused", lambda *case: told.append(case) or ())

    visitor.opens("/331000/check").opens("/331000/check")

    assert 1 == len(told)


def test_what_is_kept_is_bounded_and_no_answer(monkeypatch):
    """However many come, the oldest goes; keys are digests, and values name pages and sums."""
    kept = Standings()
    monkeypatch.setattr(standings, "_reckon", lambda *_told: ())
    for number in range(MOST + 10):
        kept.of({**KNOWN, "number": number}, ())

    assert MOST == len(kept._kept)
    assert "dibao" not in str(dict(kept._kept))


def test_the_standing_is_the_engine_s():
    """The range is that of the assessment."""
    told = KNOWN | {"visits": [{"kind": "outpatient", "in_scope": "1000.00"}]}
    app = site()
    with app.app_context():
        found = standings.standing_of(told, ())

    assert engine.assess(told)["total_paid"] == found.total
