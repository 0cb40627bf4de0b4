"""The assessment in the order of the page: nothing is lost, nothing is made up."""

from typing import Any

import pytest

from webapp.outcome import Question, arrange, place_of


def benefit(**changes: Any) -> dict[str, Any]:
    """Build one benefit of an assessment."""
    row = {
        "title": "医疗救助（住院）",
        "status": "eligible",
        "certainty": "exact",
        "amount": "100.00",
        "already_paid": "0.00",
        "due": "100.00",
        "steps": [],
        "reasons": [],
        "cites": [],
    }
    return {**row, **changes}


def found(benefits: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Build an assessment."""
    row = {
        "year": 2022,
        "benefits": benefits,
        "visits": [],
        "total_paid": "100.00",
        "left": "50.00",
        "sensitivity": [],
        "what_if": [],
        "warnings": [],
        "documents": [],
        "procedure": [],
    }
    return {**row, **changes}


def arranged(assessment: dict[str, Any], *slips: dict[str, Any]):
    """Arrange an assessment of these visits."""
    return arrange(assessment, case={"visits": list(slips)}, missing=[])


@pytest.mark.parametrize(
    ("part", "changes"),
    [
        ("given", {}),
        ("given", {"status": "depends", "amount": {"low": "0.00", "high": "9.00"}}),
        ("given", {"status": "ask_office", "amount": None}),
        ("nothing", {"amount": "0.00"}),
        ("nothing", {"status": "depends", "amount": "0.00"}),
        ("nothing", {"status": "ineligible", "amount": "0.00"}),
    ],
)
def test_every_benefit_stands_once(part, changes):
    """What gives, may give or is the office's stands first; the rest is shown too."""
    result = arranged(found({"aid": benefit(**changes)}))
    parts = {"given": result.given, "nothing": result.nothing}

    assert ["aid"] == [item.id for item in parts.pop(part)]
    assert [[]] == [list(rest) for rest in parts.values()]


def test_a_refused_benefit_shows_no_amount():
    """Not eligible is not 0 yuan: no figure is told."""
    result = arranged(found({"aid": benefit(status="ineligible", amount="0.00")}))

    assert result.nothing[0].amount is None


def test_already_paid_is_shown_when_the_slip_shows_something():
    """0 paid and not known are no lines of their own."""
    amounts = [
        arranged(found({"aid": benefit(already_paid=paid)})).given[0].already
        for paid in ("30.00", "0.00", None)
    ]

    assert ["30.00", None, None] == amounts


def test_the_layers_add_up_to_the_total():
    """What basic insurance paid by the slips is listed, though it is no benefit of the text."""
    visit = {"basic": "60.00", "critical": "0.00", "aid": "40.00", "left": "50.00"}
    result = arranged(found({"aid": benefit()}, visits=[visit, visit]), {}, {})

    assert [("基本医保", "120.00"), ("医疗救助", "80.00")] == [row[:2] for row in result.layers]


def test_a_payment_not_known_is_no_zero():
    """An open payment of one visit leaves the sum to the engine."""
    visit = {"basic": None, "aid": {"low": "0.00", "high": "40.00"}, "left": "50.00"}
    aid = benefit(amount={"low": "10.00", "high": "20.00"})
    result = arranged(found({"aid": aid}, visits=[visit]), {})

    assert [("医疗救助", {"low": "10.00", "high": "20.00"})] == [row[:2] for row in result.layers]


@pytest.mark.parametrize(
    ("source", "slip"),
    [("单子上的", {"critical_paid": "0.00"}), ("估算的", {}), ("估算的", {"critical_paid": None})],
)
def test_settled_is_told_from_estimated(source, slip):
    """A figure of the slip says so, 0.00 too; what was reckoned says that it was."""
    visit = {"basic": "60.00", "critical": "0.00", "left": "50.00"}
    result = arranged(found({}, visits=[visit]), slip)

    assert source == result.visits[0].layers[1].source


def test_what_the_text_itself_gives_is_no_estimate():
    """Where the document holds the tariff, a payment no slip shows is reckoned, not estimated."""
    visit = {"basic": "60.00", "critical": "30.00", "left": "50.00"}
    result = arranged(found({"critical": benefit()}, visits=[visit]), {})

    assert "按文件算的" == result.visits[0].layers[1].source


def test_the_doubt_about_the_document_stands_first():
    """Whether the document still holds is no note among others."""
    old, other = {"id": "superseded"}, {"id": "rare_disease"}
    result = arranged(found({}, warnings=[other, old]))

    assert ([old], [other]) == (result.headlines, result.warnings)


def test_a_warning_of_any_id_is_shown():
    """What this page knows nothing of is told by its own text, never dropped."""
    unheard_of = {"id": "may_apply.dibao", "level": "info", "text": "像是符合低保"}

    assert [unheard_of] == arranged(found({}, warnings=[unheard_of])).warnings


def test_a_limit_set_elsewhere_stands_by_the_number():
    """A sum that another text may cut says so where it stands, and that it is a lower bound."""
    limit = {"id": "limit_elsewhere"}
    result = arranged(found({"aid": benefit(certainty="at_least")}, warnings=[limit]))

    assert ([limit], [], ["至少"]) == (result.by_the_number, result.warnings, result.bounds)


def test_what_the_office_decides_is_not_in_the_sum():
    """The sum says that something is left out of it."""
    results = [arranged(found({"aid": benefit(status=s)})) for s in ("ask_office", "eligible")]

    assert [True, False] == [result.office for result in results]


def test_premium_is_beside_the_total():
    """What is not paid for visits is named beside the sum, not in it."""
    result = arranged(found({"premium": benefit(title="资助参保"), "aid": benefit()}))

    assert ["资助参保"] == [item.name for item in result.beside]


def test_what_is_missing_is_handed_on():
    """The questions that can still change something are the page's own."""
    question = Question("参加了哪种医保？", 0, "/331000/ask/scheme")
    result = arrange(found({}), case={}, missing=[question])

    assert [question] == result.missing


@pytest.mark.parametrize(
    ("split", "path"),
    [(("visits[].total", 2), "visits[2].total"), (("person.scheme", 0), "person.scheme")],
)
def test_a_path_is_split(split, path):
    """A contract path is that of a question, and a visit's number."""
    assert split == place_of(path)


@pytest.mark.parametrize(
    ("between", "low", "high"),
    [({"low": "90.00", "high": "110.00"}, "90.00", "110.00"), (None, "0.00", "0.00")],
)
def test_an_estimate_lies_between_two_ends_only_where_they_differ(between, low, high):
    """One figure is not said to lie between itself and itself."""
    estimate = benefit(certainty="estimate", low=low, high=high)

    assert between == arranged(found({"aid": estimate})).given[0].between
