"""The words that are explained: plain, short, once on a page, and without any script."""

import re

import pytest

from tests.webapp.client import Visitor
from webapp import create_app
from webapp.glossary import GROUPS, SPELLINGS, explained, words_in, words_used

WORDS = [word for group in GROUPS for word in group.words]


@pytest.fixture
def page():
    """Give a request, for which words are explained once."""
    with create_app({"INSECURE_LAN": True}).test_request_context("/"):
        yield


def test_there_are_enough():
    """At least sixty words, each with an id and spellings of its own."""
    spellings = [spelling for word in WORDS for spelling in (word.word, *word.also)]

    assert len(WORDS) >= 60
    assert len(WORDS) == len({word.id for word in WORDS})
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.word)
def test_an_explanation_is_short_and_plain(word):
    """At most forty characters, and not by the word itself or by rarer ones."""
    assert 4 < len(word.means) <= 40
    assert len(word.example) <= 40
    assert word.word not in word.means
    assert re.fullmatch("[a-z-]+", word.id)
    assert bool(word.document) == bool(word.clause)


def test_a_word_is_a_link_to_what_it_means(page):
    """The first time on a page the word is a link, the second time only a word."""
    assert (
        '先看<a class="word" id="at-qifuxian" href="#word-qifuxian">起付线</a>，再看起付线。'
        == explained("先看起付线，再看起付线。")
    )
    assert "起付线" == explained("起付线")
    assert ["起付线"] == [word.word for word, _plain in words_used()]


def test_a_word_in_a_fold_is_linked_besides(page):
    """Who does not open the fold still finds the word explained; the way back has one id."""
    folded, plain = explained("起付线", folded=True), explained("起付线")

    assert 'id="at-qifuxian"' in folded
    assert '<a class="word" href="#word-qifuxian">起付线</a>' == plain
    assert "起付线" == explained("起付线", folded=True)


def test_the_longest_spelling_wins(page):
    """特困职工 is not 特困, and 低保边缘家庭 is not 低保."""
    assert ["特困职工", "低保边缘"] == [word.word for word in words_in(["特困职工和低保边缘家庭"])]
    assert 1 == explained("特困职工").count("<a")


def test_other_text_stays_as_it_is(page):
    """What is not markup of ours is escaped; markup of ours keeps its tags."""
    assert "&lt;b&gt;没有词" == explained("<b>没有词")
    assert SPELLINGS["起付标准"] is SPELLINGS["起付线"]


def test_all_words_stand_on_one_page():
    """Every word has an anchor, its meaning, and where it is defined."""
    visitor = Visitor().opens("/glossary")

    assert [] == [word for word in WORDS if f'<dt id="{word.id}">' not in visitor.text]
    assert [] == [word for word in WORDS if word.means not in visitor.main]
    assert "见国务院令第649号 第九条" in visitor.main
    assert '<a href="/glossary">' in visitor.text.partition("<footer")[2]


def test_a_question_brings_the_meaning_along():
    """The explanation is in the page already, with a way back to the word, no script needed."""
    visitor = Visitor().opens("/110000/")
    word = SPELLINGS["大病保险"]

    assert f'href="#word-{word.id}"' in visitor.text
    meaning = visitor.text.partition(f'id="word-{word.id}"')[2].partition("</div>")[0]
    assert word.means in meaning
    assert f'href="#at-{word.id}"' in meaning


def test_rows_of_a_choice_are_no_links():
    """A tap on a row chooses it: what its words mean stands in a fold below."""
    visitor = Visitor().opens("/331000/ask/status")
    labels = re.findall(r"<label.*?</label>", visitor.text, re.DOTALL)

    assert [] == [label for label in labels if "<a" in label]
