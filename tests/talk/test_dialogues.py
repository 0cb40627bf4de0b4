"""Whole dialogues, one or more for each document, and what comes out of them."""

import pytest

import engine
from tests.talk.dialogues import Dialogue, Line, dialogues
from tests.talk.talker import Talker
from webapp.case import case_of

EVERY = dialogues()


def follow(talker: Talker, line: Line) -> None:
    """Do what a line says, or see that it is so."""
    does = {"说": talker.says, "点": talker.taps, "勾": talker.ticks, "改": talker.changes}
    if line.kind in does:
        does[line.kind](line.words)
        assert 200 == talker.visitor.status, talker.page
    elif line.kind == "问":
        assert line.words == talker.question
    elif line.kind == "听":
        assert line.words.split("；") == talker.heard()
    elif line.kind == "答":
        assert line.words in talker.replies()
    else:
        assert line.kind == "算"
        assert _close(line.words) in _close(talker.visitor.main)


@pytest.mark.parametrize("dialogue", EVERY, ids=lambda dialogue: dialogue.name)
def test_a_dialogue_goes_as_written(dialogue: Dialogue):
    """Every question, every piece heard and every reply stand in the page as the script says."""
    talker = Talker(dialogue.region)

    for line in dialogue.lines:
        follow(talker, line)


@pytest.mark.parametrize("dialogue", EVERY, ids=lambda dialogue: dialogue.name)
def test_a_dialogue_ends_in_the_figures_of_the_result(dialogue: Dialogue):
    """The chat's last turn and the page of the result tell the same total and the same rest."""
    talker = Talker(dialogue.region)
    for line in dialogue.lines:
        follow(talker, line)
    last = talker.now

    page = talker.visitor.opens(f"/{dialogue.region}/result").text

    for figure in ('<p class="sum">', '<div class="figure left"'):
        shown = last.partition(figure)[2].partition("</bdi>")[0].rpartition(">")[2]
        assert shown
        assert shown in page.partition(figure)[2].partition("</div>")[0]


@pytest.mark.parametrize("pack", engine.packs(), ids=lambda pack: pack.id)
def test_every_document_has_a_dialogue(pack):
    """None of the documents is left without one that was talked through."""
    assert pack.id in {engine.pack_for(dialogue.region).id for dialogue in EVERY}


def test_the_dialogues_reach_the_amounts_reckoned_by_hand():
    """台州 57,500.00 of aid; 石台 22,200.00 of aid and 3,900.00 of tilt."""
    found = {dialogue.name: _benefits(dialogue) for dialogue in EVERY}

    assert "57500.00" == found["taizhou"]["aid"]["amount"]
    assert "22200.00" == found["shitai"]["aid"]["amount"]
    assert "3900.00" == found["shitai"]["tilt_aid"]["amount"]


def _close(words: str) -> str:
    """Take out the spaces: a name and its figure stand in two places of a line."""
    return words.replace(" ", "")


def _benefits(dialogue: Dialogue) -> dict:
    talker = Talker(dialogue.region)
    for line in dialogue.lines:
        follow(talker, line)
    told = talker.visitor.told()
    return engine.assess(case_of(told, told.person, dialogue.region)[0])["benefits"]
