"""Search among the places: by name, pinyin, initials or code, with one slip forgiven."""

from collections.abc import Callable, Collection, Iterator

from engine.regions.catalogue import Region, ancestors, everywhere, get
from engine.regions.guessing import other_character, slip
from engine.regions.places import Place, places, plain, without_kind

NAME, OTHER_KIND, SOUND, NAME_START = 100, 95, 90, 80
INITIALS, SOUND_START, NAME_PART, SOUND_PART, INITIALS_START = 75, 70, 60, 40, 35

LEVELS = ("province", "city", "county", "area")
CODE_DIGITS = 6
# Two characters or letters say something; one is in half of all names.
SHORTEST_PART = 2


def search(text: str, limit: int = 20, prefer: Collection[str] = ()) -> tuple[Region, ...]:
    """The places meant by the text, best first; those at or under a code of `prefer` win ties."""
    query = plain(text)
    if not query:
        return ()
    # A guess is made only when nothing fits as typed, the wildest only when no other helps.
    scores = _rate(query, direct) or _rate(query, slip) or _rate(query, other_character)
    scores |= _successors(scores)
    found = [region for region in everywhere() if region.code in scores]
    found.sort(key=lambda region: _order(region, scores[region.code], prefer))
    return tuple(found[: max(limit, 0)])


def direct(term: str, place: Place) -> int:
    """How well the place fits the term as typed; 0 = not at all."""
    if not term.isascii():
        return _by_name(term, place.names)
    return _by_code(term, place.region.code) if term.isdigit() else _by_spelling(term, place)


def _rate(query: str, how: Callable[[str, Place], int]) -> dict[str, int]:
    rated = (
        (place.region.code, max(how(term, place) for term in _terms(query, place)))
        for place in places()
    )
    return {code: score for code, score in rated if score}


def _terms(query: str, place: Place) -> Iterator[str]:
    """The query, and what is left of it after the names of the wider places it begins with."""
    yield query
    for names in place.above:
        if query.startswith(names):
            name = next(name for name in names if query.startswith(name))
            if len(query) >= len(name) + SHORTEST_PART:
                query = query[len(name) :]
                yield query


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
