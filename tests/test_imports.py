"""The site knows the engine by its front door only; import-linter holds the rest of the layers."""

import ast

from tests.tree import ROOT, files, name

MODULES = {path.stem for path in (ROOT / "engine").iterdir()}


def behind_the_door(source: str) -> list[str]:
    """List what a source imports of the engine other than its public names."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [item.name for item in node.names if item.name.startswith("engine.")]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found += _taken_from(node)
    return found


def _taken_from(node: ast.ImportFrom) -> list[str]:
    if node.module == "engine":
        return [f"engine.{item.name}" for item in node.names if item.name in MODULES]
    return [node.module] if (node.module or "").startswith("engine.") else []


def test_the_site_uses_the_front_door():
    """Everything behind `engine` may change without the site."""
    site = (path for path in files(".py") if "webapp" in path.parts)
    taken = {name(path): behind_the_door(path.read_text("utf-8")) for path in site}

    assert {} == {file: names for file, names in taken.items() if names}


def test_a_back_door_is_found():
    """Each way to write an import is seen."""
    fine = "import engine\nfrom engine import QUESTIONS\n"
    wrong = "import engine.money\nfrom engine.packs import x\nfrom engine import money\n"

    assert ["engine.money", "engine.packs", "engine.money"] == behind_the_door(fine + wrong)
