"""What every template may use: the language, the face for elders, figures, addresses of files."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Flask

from . import clauses, formatting, glossary, language, pieces, voice
from .reach import incoming

STATIC = Path(__file__).resolve().parent.parent / "static"
ELDER = "elder"
JOINED = {
    "site-paper-words.css": ("site.css", "paper.css", "words.css"),
    "app-words-voice.js": ("app.js", "words.js", "voice.js"),
}
"""What every page needs is sent as one file: on a slow network each request costs a wait."""


@lru_cache
def asset(name: str) -> str:
    """Give the address of a file of ours: it changes with the file, so it may be kept for ever."""
    return f"/static/{name}?v={sha256(content(name)).hexdigest()[:12]}"


def content(name: str) -> bytes:
    """Read a file of ours, or the several of which it is made."""
    return b"\n".join((STATIC / part).read_bytes() for part in JOINED.get(name, (name,)))


def face() -> dict[str, object]:
    """Tell the templates how this reader reads."""
    cookies = incoming().cookies
    return {"language": language.current(), ELDER: ELDER in cookies and cookies[ELDER] == "on"}


def equip(app: Flask) -> None:
    """Give an app's templates their words, figures and files."""
    for part in (clauses, glossary, voice, pieces):
        part.init(app)
    app.context_processor(face)
    app.jinja_env.globals |= {
        "_": language.translate,
        "asset": asset,
        "clauses": clauses.clauses,
        "tell": language.tell,
    }
    app.jinja_env.filters |= {
        name: getattr(formatting, name)
        for name in ("money", "rounded", "about", "spoken", "date", "percent", "figure")
    }
