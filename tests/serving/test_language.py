"""A language that lacks a sentence says it in Chinese; an empty one, a broken one fails nothing."""

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tests.webapp.client import Visitor
from webapp import language

TAG = "ug"


@pytest.fixture
def translated(tmp_path, monkeypatch):
    """Write a language that knows these sentences only, and give a visitor who reads it."""

    def write(**sentences: str) -> Visitor:
        folder = tmp_path / TAG / "LC_MESSAGES"
        folder.mkdir(parents=True)
        catalogue = Catalog(TAG)
        for message, translation in sentences.items():
            catalogue.add(message, translation)
        with (folder / "messages.mo").open("wb") as file:
            write_mo(file, catalogue)
        visitor = Visitor()
        visitor.client.set_cookie(language.COOKIE, TAG)
        return visitor

    known = {**language.LANGUAGES, TAG: language.Language(TAG, "rtl", "ئۇيغۇرچە")}
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    monkeypatch.setattr(language, "LANGUAGES", known)
    language.catalogue.cache_clear()
    yield write
    language.catalogue.cache_clear()


def test_a_missing_sentence_is_said_in_chinese(translated):
    """What is translated stands in the language, everything else in Chinese, and no key is seen."""
    page = translated(继续="داۋاملاشتۇر").opens("/331000/ask/premium")

    assert 'lang="ug" dir="rtl"' in page.text
    assert "داۋاملاشتۇر" in page.main
    assert "个人要交多少医保费" in page.main


def test_a_language_without_a_single_sentence_is_chinese(translated):
    """Every page still says everything."""
    visitor, chinese = translated(), Visitor()

    for path in ("/", "/331000/", "/331000/ask/status"):
        assert chinese.opens(path).main == visitor.opens(path).main


@pytest.mark.parametrize("tag", ["", "zz", "../../etc", "zh-Hans-CN/..", "\x00", "💰", "ug" * 999])
def test_a_language_that_we_do_not_have_is_chinese(tag):
    """What a browser sends is only ever looked up."""
    visitor = Visitor()
    visitor.client.set_cookie(language.COOKIE, tag)

    assert 'lang="zh-Hans-CN"' in visitor.opens("/").text
