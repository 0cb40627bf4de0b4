"""Everything that people read: questions, packs, what the engine told of every case, the site."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any

import engine
from tests.cases import HERE, read_book
from tests.tree import ROOT
from tests.webapp.test_words import MESSAGES
from webapp import glossary

CASES = [written for book in sorted(HERE.glob("*.toml")) for written in read_book(book.stem)]
TOLD_OF_QUESTIONS = ("label", "help", "why", "where", "receipt_label", "receipt_where", "none")
TOLD_OF_PACKS = {"message", "met", "unmet", "refused", "newly"}
CHINESE = re.compile("[一-龥]")
POLICY_WORDS = [
    word
    for line in (ROOT / "tests/webapp/policy_words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
]


def asked() -> dict[str, str]:
    """Give every text of every question, by where it stands."""
    texts = {}
    for question in engine.QUESTIONS.values():
        for part in TOLD_OF_QUESTIONS:
            texts[f"{question.id}.{part}"] = getattr(question, part)
        for option in question.options:
            texts[f"{question.id}.{option.value}"] = option.label
            texts[f"{question.id}.{option.value}.help"] = option.help
    for page in engine.PAGES.values():
        for door in page.doors:
            texts[f"{page.id}.{door.id}"] = f"{door.title}。{door.help}"
    return {where: text for where, text in texts.items() if text}


def packed() -> dict[str, str]:
    """Give every sentence of every pack: conditions, refusals, warnings, papers, steps, titles."""
    return {
        f"{path.stem}{where}": text
        for path in sorted((ROOT / "engine/packs").glob("*.toml"))
        for where, text in _strings(tomllib.loads(path.read_text("utf-8")), "")
    }


def _strings(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _strings(inner, f"{where}[{place}]")
    elif isinstance(value, str) and CHINESE.search(value) and _is_read(where):
        yield where, value


def _is_read(where: str) -> bool:
    """Tell sentences and names from the document's own title and number."""
    parts = re.findall(r"[a-z_]+", where)
    return bool(TOLD_OF_PACKS & {parts[-1]}) or parts[:2] in (
        ["benefit", "title"],
        ["benefit", "office"],
    )


@cache
def assessed() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Assess every case of every document that is no refusal of nonsense."""
    found = []
    for written in CASES:
        try:
            found.append((repr(written), engine.assess(written.case)))
        except engine.CaseError:
            continue
    return tuple(found)


def told() -> dict[str, str]:
    """Give every sentence that the engine told of any case, with its places still open."""
    messages = (message for _name, found in assessed() for message in _messages(found))
    return {message: message for message in messages}


def _messages(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "message" in value:
            yield value["message"]
        for inner in value.values():
            yield from _messages(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _messages(inner)


def everything() -> dict[str, str]:
    """Give all of it."""
    return {**asked(), **packed(), **told(), **{message: message for message in MESSAGES}}


def sentences(text: str) -> list[str]:
    """Split a text at its full stops; a place to fill is no character of ours."""
    plain = re.sub(r"%\(\w+\)s", "", text)
    return [part for part in re.split(r"[。！？；?]", plain) if CHINESE.search(part)]


def length(sentence: str) -> int:
    """Count the Chinese characters."""
    return len(CHINESE.findall(sentence))


def unexplained(text: str) -> list[str]:
    """List the policy words of a text for which there is no explanation."""
    rest = glossary.PATTERN.sub("□", text)
    return [word for word in POLICY_WORDS if word in rest]


def left_dark(page: str) -> list[str]:
    """List the policy words of a page that it does not explain itself; titles of laws aside."""
    main = page.partition("<main")[2].partition("</main>")[0]
    explained = set(re.findall(r'id="word-([\w-]+)"', main))
    for fold in re.findall(r'<details class="tip words">(.*?)</details>', main, re.DOTALL):
        explained |= {glossary.SPELLINGS[word].id for word in re.findall(r"<dt>(.*?)</dt>", fold)}
    read = re.sub(r'<details class="tip words">.*?</details>', "", main, flags=re.DOTALL)
    read = re.sub(r'<cite>.*?</cite>|《.*?》|<p class="clause".*?</p>', "", read, flags=re.DOTALL)
    text = unescape(re.sub(r"<[^>]+>", "", read.partition('<div class="meaning"')[0]))
    dark = {word.word for word in glossary.words_in([text]) if word.id not in explained}
    return sorted(dark | set(unexplained(text)))
