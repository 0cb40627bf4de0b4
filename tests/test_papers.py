"""Papers and steps are listed once, only for what a person may have, and 12393 comes last."""

import pytest

import engine
from tests.cases import names_in, read_book
from tests.oracle import PACKS
from tests.test_case import case

CASES = [written for pack in PACKS for written in read_book(pack)]


@pytest.mark.parametrize("written", CASES, ids=repr)
def test_each_paper_is_listed_once(written):
    """No paper twice, each with a benefit that is not refused, each marked where it is from."""
    found = engine.assess(written.case)
    refused = {name for name, b in found["benefits"].items() if b["status"] == "ineligible"}

    papers = found["documents"]

    assert len(papers) == len(names_in(papers)) == len({paper["text"] for paper in papers})
    assert all(paper["why"] and not refused & set(paper["why"]) for paper in papers)
    assert all((paper["source"] == "document") == bool(paper["cites"]) for paper in papers)


@pytest.mark.parametrize("written", CASES, ids=repr)
def test_the_hotline_is_the_last_step(written):
    """Nobody is left without somebody to call, and no step stands there twice."""
    steps = engine.assess(written.case)["procedure"]

    assert "hotline" == steps[-1]["id"]
    assert len(steps) == len(names_in(steps))


def test_papers_serve_several_benefits_at_once():
    """One slip serves inpatient and outpatient aid: it is asked for once, with both reasons."""
    papers = {paper["id"]: paper for paper in engine.assess(case())["documents"]}

    assert ["aid", "outpatient_aid"] == papers["settlement"]["why"]
    assert ["premium"] == papers["premium_nothing"]["why"]


def test_who_has_no_identity_brings_nothing():
    """In 台州, in no group, there is nothing to claim and nothing to bring."""
    found = engine.assess(case({"status": []}))

    assert [] == found["documents"]
    assert ["hotline"] == [step["id"] for step in found["procedure"]]


def test_one_stop_and_afterwards_are_told_apart():
    """What is settled at the hospital and what is claimed afterwards are different ways."""
    ways = {step["id"]: step["way"] for step in engine.assess(case())["procedure"]}

    assert "one_stop" == ways["one_stop"]
    assert "afterwards" == ways["afterwards"]


def test_a_place_that_is_left_out_gets_no_papers_of_that_document():
    """靖江 goes its own way: of 泰州's document nothing is said, only whom to call."""
    found = engine.assess(case(region="321282", pack="321200-2017-115", as_of="2022-12-31"))

    told = [found[name] for name in ("documents", "what_if", "warnings")]
    assert [[], [], []] == told
    assert ["hotline"] == [step["id"] for step in found["procedure"]]
