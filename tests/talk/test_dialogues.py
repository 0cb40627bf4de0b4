"""Whole dialogues, one or more for each document, and what comes out of them."""

import pytest

import engine
from tests.talk.dialogues import Dialogue, Line, dialogues
from tests.talk.talker import Talker

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
    """Questions, pieces heard and replies are the script's; the figures are those of the result."""
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


def _close(words: str) -> str:
    """Take out the spaces: a name and its figure stand in two places of a line."""
    return words.replace(" ", "")
