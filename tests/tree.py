"""The project's own files, as the tests about the tree see them."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The folder of pyproject.toml."""

FOLDERS = ("engine", "webapp", "static", "tests")


def files(*endings: str) -> list[Path]:
    """List our files with one of these endings; what others wrote is named *.min.* and left out."""
    found = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    return sorted(path for path in found if path.suffix in endings and ".min." not in path.name)


def name(path: Path) -> str:
    """Tell a file's path from the root, as messages and editors show it."""
    return path.relative_to(ROOT).as_posix()
