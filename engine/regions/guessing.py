"""What a person may have meant whose text fits no place as typed."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from engine.regions.places import Place, without_kind

HOMOPHONE, NEAREST, MENTIONED, OTHER_CHARACTER = 30, 25, 20, 10

# The narrowest place named in a whole address is the one meant.
NARROWNESS = {"province": 0, "city": 1, "area": 2, "county": 2}
# In shorter spellings one slip makes nearly any place of nearly any other.
SHORTEST_SPELLING = 4


def slip(term: str, place: Place) -> int:
    """How well the place fits if one slip was made, or if more was typed than its name."""
    if term.isascii():
        return NEAREST if _misspelled(term, place.spellings[0]) else 0
    if any(name in term for name in place.names):
        return MENTIONED + NARROWNESS[place.region.level]
    return max(_by_ear(term, place), _by_ear(without_kind(term), place))


def other_character(term: str, place: Place) -> int:
    """A place whose name has one quite other character."""
    words = (term, without_kind(term))
    fits = any(len(word) > 1 and len(_unlike(word, place) or "") == 1 for word in words)
    return OTHER_CHARACTER if fits else 0


def one_slip(typed: str, meant: str) -> bool:
    """Whether at most one letter is missing, too many, wrong, or swapped with its neighbour."""
    same = 0
    while typed[same : same + 1] == meant[same : same + 1] != "":
        same += 1
    left, right = typed[same:], meant[same:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] in (right, right[1:]) or left == right[1:]


def sound(character: str) -> str:
    """The usual reading of a character, or itself where none is known."""
    return _sounds().get(character, character)


def _misspelled(term: str, spelling: str) -> bool:
    words = (term, without_kind(term))
    return any(len(word) >= SHORTEST_SPELLING and one_slip(word, spelling) for word in words)


def _by_ear(term: str, place: Place) -> int:
    # A term may mix both scripts, as someone types who lacks one character.
    if "".join(map(sound, term)) == place.spellings[0]:
        return HOMOPHONE
    unlike = _unlike(term, place)
    if unlike is None:
        return 0
    if not unlike:
        return HOMOPHONE
    near = len(unlike) == 1 < len(term) and one_slip(*unlike[0])
    return NEAREST if near else 0


def _unlike(term: str, place: Place) -> list[tuple[str, str]] | None:
    """The pairs of sounds that differ, character by character; None where lengths differ."""
    if len(term) != len(place.syllables):
        return None
    triples = zip(term, place.region.name, place.syllables, strict=True)
    return [
        (sound(typed), syllable)
        for typed, meant, syllable in triples
        if typed != meant and sound(typed) != syllable
    ]


@cache
def _sounds() -> Mapping[str, str]:
    text = Path(__file__).with_name("sounds.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text).items()
    return {character: sound for sound, characters in rows for character in characters}
