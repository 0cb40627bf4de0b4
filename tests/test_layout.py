"""Files and functions stay short; nobody is excepted."""

import ast

import pytest

from tests.tree import files, name

LONGEST_FILE = 250
LONGEST_FUNCTION = 40


def too_long(source: str) -> list[str]:
    """Name the functions of a Python source that are longer than we allow."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        f"{node.name} in line {node.lineno}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, functions) and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]


@pytest.mark.parametrize("path", files(".py", ".html", ".css", ".js"), ids=name)
def test_files_are_short(path):
    """A file that grows past the limit wants to be two."""
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", files(".py"), ids=name)
def test_functions_are_short(path):
    """A function that grows past the limit wants to be two."""
    assert too_long(path.read_text("utf-8")) == []


def test_a_long_function_is_found():
    """Forty lines pass and forty-one do not."""
    lines = "def long():\n" + "    pass\n" * (LONGEST_FUNCTION - 1)

    assert too_long(lines) == []
    assert too_long(lines + "    pass\n") == ["long in line 1"]
