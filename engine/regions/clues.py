"""What a term must have in common with a place to be worth comparing with it."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from engine.regions.guessing import sound
from engine.regions.places import Place, places, without_kind

Clue = tuple[str | int, ...]
"""The kind of clue, and what must be the same."""

PREFIX = 2


def sharing(clues: Iterator[Clue]) -> Mapping[str, Place]:
    """The places that have one of the clues, by their codes."""
    return {place.region.code: place for clue in clues for place in _index().get(clue, ())}


def as_typed(term: str) -> Iterator[Clue]:
    """One of these a place has whose name, spelling, initials or code the term begins."""
    if term.isascii():
        yield "starts", term[:PREFIX]
    else:
        yield "has", term[0]


def with_a_slip(term: str) -> Iterator[Clue]:
    """One of these a place has that the term is but for one slip, or that it mentions."""
    if term.isascii():
        yield from _left_out(term)
        yield from _left_out(without_kind(term))
        return
    yield from (("opens", *pair) for pair in pairwise(term))
    for word in (term, without_kind(term)):
        yield "left", "".join(map(sound, word))
    yield from with_another_character(term)


def with_another_character(term: str) -> Iterator[Clue]:
    """One of these a place has whose name has all characters of the term but one."""
    for word in (term, without_kind(term)):
        for at, character in enumerate(word):
            yield "at", len(word), at, character
            yield "at", len(word), at, sound(character)


@cache
def _index() -> Mapping[Clue, tuple[Place, ...]]:
    rows: dict[Clue, list[Place]] = {}
    for place in places():
        for clue in {clue for clues_of in CLUES for clue in clues_of(place)}:
            rows.setdefault(clue, []).append(place)
    return MappingProxyType({clue: tuple(found) for clue, found in rows.items()})


def _written(place: Place) -> Iterator[Clue]:
    for name in place.names:
        yield "opens", *name[:PREFIX]
        yield from (("has", character) for character in name)


def _spelled(place: Place) -> Iterator[Clue]:
    for written in (*place.spellings, place.initials, place.region.code):
        yield "starts", written[:1]
        yield "starts", written[:PREFIX]
    yield from _left_out(place.spellings[0])


def _placed(place: Place) -> Iterator[Clue]:
    pairs = zip(place.region.name, place.syllables, strict=True)
    for at, signs in enumerate(pairs):
        yield from (("at", len(place.syllables), at, sign) for sign in signs)


def _left_out(spelling: str) -> Iterator[Clue]:
    """A spelling, and what is left of it without each letter: a slip keeps one of these."""
    yield "left", spelling
    yield from (("left", spelling[:at] + spelling[at + 1 :]) for at in range(len(spelling)))


CLUES: tuple[Callable[[Place], Iterator[Clue]], ...] = (_written, _spelled, _placed)
