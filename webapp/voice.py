"""Sentences that can be read aloud: each is known by its own hash, and a recording by that."""

import json
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Flask
from markupsafe import Markup, escape

AUDIO = Path(__file__).resolve().parent.parent / "static" / "audio"
"""Recordings, once there are any: <hash>.mp3, listed in manifest.json by the language's tag."""

# Joined and not formatted: a page has dozens of them, and formatting markup is slow.
_SAY, _QUOTE = Markup(' data-say="'), Markup('"')
_AUDIO, _MP3 = Markup(' data-audio="/static/audio/'), Markup('.mp3"')


@lru_cache
def recorded(folder: Path = AUDIO) -> Mapping[str, frozenset[str]]:
    """List the hashes that have a recording, by language; where there is no list there are none."""
    listed = folder / "manifest.json"
    rows = json.loads(listed.read_text("utf-8")) if listed.is_file() else {}
    return {tag: frozenset(hashes) for tag, hashes in rows.items()}


def name_of(sentence: str) -> str:
    """Name a sentence by its words: markup and space are no part of them."""
    plain = sentence if type(sentence) is str else escape(sentence).striptags()
    words = "".join(plain.split())
    return sha256(words.encode()).hexdigest()[:12]


def aloud(sentence: str, tag: str = "zh-Hans-CN") -> Markup:
    """Mark an element as a sentence to be read, with its recording if there is one."""
    name = name_of(sentence)
    mark = _SAY + name + _QUOTE
    return mark + _AUDIO + name + _MP3 if name in recorded().get(tag, ()) else mark


def init(app: Flask) -> None:
    """Give the templates the mark."""
    app.jinja_env.globals["aloud"] = aloud
