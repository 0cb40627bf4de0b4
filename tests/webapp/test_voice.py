"""What is read aloud is known by its words, and a recording is found by them."""

import json
import re

import pytest
from markupsafe import Markup

from tests.tree import ROOT
from tests.webapp.client import Visitor
from tests.webapp.steps import told_all
from webapp import voice
from webapp.voice import aloud, name_of, recorded

SCRIPT = (ROOT / "static" / "voice.js").read_text("utf-8")


def said(page: str) -> list[str]:
    """List what a page marks to be read, in order, as plain words."""
    found = re.findall(r"<(\w+)[^>]* data-say=\"\w{12}\"[^>]*>(.*?)</\1>", page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", words).split()) for _tag, words in found]


def test_a_sentence_is_named_by_its_words():
    """Markup and space make no other sentence; another word does."""
    assert name_of("先看起付线。") == name_of(Markup(' 先看<a href="#x">起付线</a>。\n'))
    assert name_of("先看起付线。") != name_of("先看封顶线。")
    assert re.fullmatch("[0-9a-f]{12}", name_of("先看起付线。"))


def test_there_is_no_recording_yet():
    """Without a list, a sentence has its name and no sound."""
    assert {} == recorded(ROOT / "no such folder")
    assert f' data-say="{name_of("您好")}"' == aloud("您好")


def test_a_recording_is_plugged_in_by_its_name(tmp_path, monkeypatch):
    """A file that the list names is offered in its language, and in no other."""
    name = name_of("您好")
    (tmp_path / "manifest.json").write_text(json.dumps({"zh-Hans-CN": [name]}), "utf-8")
    monkeypatch.setattr(voice, "recorded", lambda: recorded(tmp_path))

    assert f' data-say="{name}" data-audio="/static/audio/{name}.mp3"' == aloud("您好")
    assert "data-audio" not in aloud("您好", "bo")


@pytest.mark.parametrize("page", ["scheme", "status"])
def test_a_question_is_read_with_its_choices(page):
    """The question first, then its help, then the rows."""
    visitor = Visitor().opens(f"/331000/ask/{page}")
    read = said(visitor.text)

    assert visitor.heading == read[0]
    assert len(read) > 4


def test_a_result_is_read_in_short():
    """The sum in words, what is left, and that it is an estimate."""
    read = said(told_all().opens("/331000/result").text)

    assert "估算结果" == read[0]
    assert "五万七千五百元" in read
    assert "按您填的估算。办不办、给多少，以医保局审核为准。" in read
    assert any("自己还要付" in words for words in read)


def test_only_voices_of_the_phone_are_used():
    """A voice over the network would be told what stands on the page."""
    assert "localService" in SCRIPT


def test_the_scripts_keep_to_old_phones():
    """Nothing newer than ES2017: no optional chaining, no spread of objects."""
    scripts = [(ROOT / "static" / name).read_text("utf-8") for name in ("voice.js", "words.js")]
    new = re.compile(r"\?\.|\?\?|\{ ?\.\.\.|catch \{|\.flat\(|\.flatMap\(|replaceAll|globalThis")

    assert [] == [found for script in scripts for found in new.findall(script)]
