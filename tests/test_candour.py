"""No check is silenced and no test is passed over."""

import ast
import io
import re
import tokenize

import pytest

from tests.tree import files, name

SILENCER = re.compile(r"\b(noqa|TODO|FIXME|XXX)\b|type:\s*ignore|ruff:\s*(noqa|disable)|fmt:\s*off")
PASSED_OVER = {"skip", "skipif", "xfail", "importorskip"}


def silencers(source: str) -> list[str]:
    """List the comments that put something off or switch a check off."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    comments = (token.string for token in tokens if token.type == tokenize.COMMENT)
    return [comment for comment in comments if SILENCER.search(comment)]


def passed_over(source: str) -> list[str]:
    """List the uses of pytest's ways not to run a test."""
    nodes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute))
    return [node.attr for node in nodes if node.attr in PASSED_OVER]


@pytest.mark.parametrize("path", files(".py"), ids=name)
def test_nothing_is_silenced(path):
    """A finding is mended, not hidden; what is left to do is not noted in code."""
    assert [] == silencers(path.read_text("utf-8"))


@pytest.mark.parametrize("path", [p for p in files(".py") if "tests" in p.parts], ids=name)
def test_every_test_runs(path):
    """A test that does not run proves nothing."""
    assert [] == passed_over(path.read_text("utf-8"))


def test_what_hides_is_found():
    """The two searches see what they are for, and not a word in a text."""
    assert ["# noqa: E501"] == silencers('x = "TODO"  # noqa: E501\n')
    assert ["skip", "xfail"] == passed_over('pytest.mark.skip\npytest.xfail("why")\n')
