"""What people read is short, plain, honest about its reach, and never a dead end."""

import re

import pytest

import engine
from tests.webapp.texts import (
    POLICY_WORDS,
    asked,
    assessed,
    everything,
    length,
    packed,
    sentences,
    told,
    unexplained,
)

TEXTS = everything()
PROMISES = re.compile("一定|(?<![低医])保证|可领取|肯定|百分百|包报")
ENDS = "。？！：）”"
BLAME = re.compile("(?<!建档立卡)贫困户|欠债|穷人|懒")


def test_all_kinds_of_texts_are_looked_at():
    """Questions, packs, the engine's templates and the site are all there, hundreds of each."""
    assert [True] * 4 == [len(found) > 60 for found in (asked(), packed(), told(), TEXTS)]


@pytest.mark.parametrize("where", TEXTS)
def test_a_sentence_is_short(where):
    """No sentence has more than thirty characters, no paragraph more than three sentences."""
    parts = sentences(TEXTS[where])

    assert [] == [part for part in parts if length(part) > 30]
    assert len(parts) <= 3


def test_a_text_that_goes_on_after_a_full_stop_has_one_at_its_end():
    """Of several sentences the last ends like the others."""
    texts = [text for where, text in TEXTS.items() if where not in asked()]

    assert [] == [text for text in texts if "。" in text[:-1] and text[-1] not in ENDS]


def test_a_warning_and_a_step_are_whole_sentences():
    """What stands in a paragraph of its own ends like one."""
    found = [assessment for _name, assessment in assessed()]
    texts = {row["text"] for one in found for row in (*one["warnings"], *one["procedure"])}

    assert set() == {text for text in texts if text[-1] not in ENDS}


def test_sentences_are_short_on_the_whole():
    """The mean of all sentences is at most eighteen characters."""
    lengths = [length(part) for text in TEXTS.values() for part in sentences(text)]

    assert sum(lengths) / len(lengths) <= 18


@pytest.mark.parametrize("question", engine.QUESTIONS.values(), ids=lambda one: one.id)
def test_a_question_is_short_and_says_why(question):
    """A question has at most 24 characters, and a reason to ask it of at most thirty."""
    labels = [question.label, question.receipt_label, *(question.label_for or {}).values()]

    assert max(map(length, labels)) <= 24
    assert 0 < length(question.why) <= 30


@pytest.mark.parametrize("where", TEXTS)
def test_nothing_is_promised_and_nobody_blamed(where):
    """No word decides what only the office can, and none looks down on anyone."""
    assert not PROMISES.search(TEXTS[where])
    assert not BLAME.search(TEXTS[where])


@pytest.mark.parametrize("where", TEXTS)
def test_no_policy_word_is_left_unexplained(where):
    """Whatever word of the policies stands in a text has an explanation."""
    assert [] == unexplained(TEXTS[where])


def test_the_list_of_policy_words_is_long():
    """There are at least 150, each once; one that nobody explains is found."""
    assert len(POLICY_WORDS) == len(set(POLICY_WORDS)) >= 150
    assert ["梯次减负"] == unexplained("这叫梯次减负，先看起付线。")


def test_a_refusal_gives_a_reason_and_a_question_for_an_office_names_the_office():
    """No benefit is refused without a reason; what is left to an office says to which."""
    silent = []
    for name, found in assessed():
        for benefit, row in found["benefits"].items():
            said = [reason["text"] for reason in row["reasons"] if reason["met"] is not True]
            if row["status"] == "ineligible" and not said:
                silent.append((name, benefit))
            if row["status"] == "ask_office" and not any(
                re.search("局|窗口|部门|总工会|12393", text) for text in said
            ):
                silent.append((name, benefit))

    assert [] == silent
