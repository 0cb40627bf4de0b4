"""Search among the places: by name, pinyin, initials or code, with one slip forgiven."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from engine.regions.catalogue import Region, ancestors, get
from engine.regions.clues import Clue, as_typed, sharing, with_a_slip, with_another_character
from engine.regions.guessing import other_character, slip
from engine.regions.places import Place, places, plain, without_kind

NAME, OTHER_KIND, SOUND, NAME_START = 100, 95, 90, 80
INITIALS, SOUND_START, NAME_PART, SOUND_PART, INITIALS_START = 75, 70, 60, 40, 35

LEVELS = ("province", "city", "county", "area")
CODE_DIGITS = 6
# Two characters or letters say something; one is in half of all names.
SHORTEST_PART = 2

Terms = Mapping[str, Collection[str]]
"""What may name a place, and the parents of the places it may name."""


class Way(NamedTuple):
    """A way to compare: what a place must share with a term, and how well it then fits."""

    clues: Callable[[str], Iterator[Clue]]
    fits: Callable[[str, Place], int]


def search(text: str, limit: int = 20, prefer: Collection[str] = ()) -> tuple[Region, ...]:
    """The places meant by the text, best first; those at or under a code of `prefer` win ties."""
    query = plain(text)
    if not query:
        return ()
    # A guess is made only when nothing fits as typed, the wildest only when no other helps.
    terms = _terms(query)
    scores = next(filter(None, (_rate(terms, way) for way in WAYS)), {})
    scores |= _successors(scores)
    found = [region for code in scores if (region := get(code))]
    found.sort(key=lambda region: _order(region, scores[region.code], prefer))
    return tuple(found[: max(limit, 0)])


def direct(term: str, place: Place) -> int:
    """How well the place fits the term as typed; 0 = not at all."""
    if not term.isascii():
        return _by_name(term, place.names)
    return _by_code(term, place.region.code) if term.isdigit() else _by_spelling(term, place)


def _rate(terms: Terms, way: Way) -> dict[str, int]:
    scores: dict[str, int] = {}
    for term, parents in terms.items():
        for code, place in sharing(way.clues(term)).items():
            if place.region.parent in parents:
                scores[code] = max(scores.get(code, 0), way.fits(term, place))
    return {code: score for code, score in scores.items() if score}


def _terms(query: str) -> Terms:
    """The query, and what is left of it after the names of the wider places it begins with."""
    terms: dict[str, set[str]] = {}
    for parent, above in _wider().items():
        term = query
        terms.setdefault(term, set()).add(parent)
        for names in above:
            term = _without(term, names)
            terms.setdefault(term, set()).add(parent)
    return terms


def _without(term: str, names: tuple[str, ...]) -> str:
    name = next((name for name in names if term.startswith(name)), "")
    return term[len(name) :] if len(term) >= len(name) + SHORTEST_PART else term


@cache
def _wider() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The names of all that is above a place, by its parent."""
    return MappingProxyType({place.region.parent: place.above for place in places()})


def _successors(scores: dict[str, int]) -> dict[str, int]:
    # Whoever types the name of a place that was merged should see where it went.
    regions = ((get(code), score) for code, score in scores.items())
    heirs = ((region.successor, score) for region, score in regions if region)
    return {code: max(score - 1, scores.get(code, 0)) for code, score in heirs if code}


def _order(region: Region, score: int, prefer: Collection[str]) -> tuple[int, bool, bool, int, str]:
    served = any(code in prefer for code in ancestors(region.code))
    level = LEVELS.index(region.level)
    return -score, not served, region.until is not None, level, region.code


def _by_name(term: str, names: tuple[str, ...]) -> int:
    if term in names:
        return NAME
    if without_kind(term) in names:
        return OTHER_KIND
    if any(name.startswith(term) for name in names):
        return NAME_START
    return NAME_PART if any(term in name for name in names) else 0


def _by_code(term: str, code: str) -> int:
    # Longer official codes go down to the village; their first six digits are the county's.
    if term[:CODE_DIGITS] == code:
        return NAME
    return NAME_START if len(term) >= SHORTEST_PART and code.startswith(term) else 0


def _by_spelling(term: str, place: Place) -> int:
    whole, *tails = place.spellings
    if whole in (term, without_kind(term)):
        return SOUND
    if term == place.initials:
        return INITIALS
    if whole.startswith(term):
        return SOUND_START
    if len(term) < SHORTEST_PART:
        return 0
    if any(tail.startswith(term) for tail in tails):
        return SOUND_PART
    return INITIALS_START if place.initials.startswith(term) else 0


WAYS = (
    Way(as_typed, direct),
    Way(with_a_slip, slip),
    Way(with_another_character, other_character),
)
"""The ways in their order: from what was typed to the wildest guess."""
