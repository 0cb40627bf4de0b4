"""The sentences of the site: short, whole, and fit for translation."""

import re

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from markupsafe import Markup

from tests.tree import ROOT
from webapp import create_app
from webapp.language import catalogue, mark, tell, translate

LONGEST = 30
FORBIDDEN = re.compile("一定|(?<!低)保证|可领取|系统繁忙")


def messages() -> list[str]:
    """List every sentence that the extraction finds."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    keywords = {**DEFAULT_KEYWORDS, "mark": None}
    found = extract_from_dir(
        ROOT,
        methods,
        options,
        keywords=keywords,
        directory_filter=lambda folder: "/." not in str(folder),
    )
    return sorted({message for _file, _line, message, _comments, _context in found})


MESSAGES = messages()


def sentences(message: str) -> list[str]:
    """Split a message; a place to fill counts as one character."""
    plain = re.sub(r"%\(\w+\)s", "X", message)
    return [part for part in re.split(r"[。！？：；，]", plain) if part]


def test_templates_and_tables_are_searched():
    """Words of a template, of a module and of a table are all found."""
    assert {"估算结果", "至少 %(amount)s 元", "要问经办窗口"} <= set(MESSAGES)


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_can_be_filled(message):
    """No sign of per cent stands alone: it would break the filling in some language."""
    assert "%" not in re.sub(r"%\(\w+\)s", "", message)


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_is_short_and_promises_nothing(message):
    """Each clause is short; no word decides what only the office can."""
    assert [] == [part for part in sentences(message) if len(part) > LONGEST]
    assert not FORBIDDEN.search(message)


def test_a_missing_translation_is_chinese():
    """A sentence without translation stands as it was written."""
    assert "没有这一句" == catalogue("bo").gettext("没有这一句")
    assert "估算" == mark("估算")


def test_what_is_filled_in_is_escaped():
    """Beside markup of ours, a text of someone else's is only text."""
    with create_app({"INSECURE_LAN": True}).test_request_context("/"):
        filled = translate("%(a)s 和 %(b)s", a=Markup("<b>"), b="<i>")

    assert "<b> 和 &lt;i&gt;" == filled


def test_the_engine_speaks_chinese():
    """Where nothing is translated, the engine's own sentence is shown."""
    said = {"message": "还差 %(amount)s", "values": {"amount": "1.00"}, "text": "还差 1.00"}

    assert "还差 1.00" == tell(said)
