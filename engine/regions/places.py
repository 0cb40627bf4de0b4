"""Regions in the forms in which people type them."""

import unicodedata
from functools import cache
from typing import NamedTuple

from engine.regions.catalogue import Region, ancestors, everywhere, get

KINDS = (
    *("特别行政区", "自治区", "自治州", "特区", "林区", "地区"),
    *("省", "市", "区", "县", "州", "盟"),
)
SPELLED_KINDS = ("sheng", "shi", "xian", "qu", "zhou", "meng")

LONGEST_TEXT = 64


class Place(NamedTuple):
    """A region's names and spellings; `above` holds those of its ancestors, widest first."""

    region: Region
    names: tuple[str, ...]
    syllables: tuple[str, ...]
    # The whole spelling, then what is left of it after each syllable.
    spellings: tuple[str, ...]
    initials: str
    above: tuple[tuple[str, ...], ...]


@cache
def places() -> tuple[Place, ...]:
    """All regions, in the order of the data."""
    return tuple(_place(region) for region in everywhere())


def plain(text: str) -> str:
    """The text without widths, tones, case, spaces and signs."""
    letters = unicodedata.normalize("NFKD", text[:LONGEST_TEXT]).casefold()
    # The letter ü is typed as v, since keyboards have no key for it.
    letters = letters.replace("u\u0308", "v")
    return "".join(letter for letter in letters if letter.isalnum())


def without_kind(term: str) -> str:
    """The term without the word for city, county and so on at its end, in either script."""
    kinds = SPELLED_KINDS if term.isascii() else KINDS
    if not term.endswith(kinds):
        return term
    return next(term.removesuffix(kind) for kind in kinds if term.endswith(kind))


def _place(region: Region) -> Place:
    syllables = tuple(region.pinyin.split())
    wider = [get(code) for code in reversed(ancestors(region.code)[1:])]
    return Place(
        region=region,
        names=_names(region),
        syllables=syllables,
        spellings=tuple("".join(syllables[at:]) for at in range(len(syllables))),
        initials="".join(syllable[0] for syllable in syllables),
        above=tuple((*_names(other), other.pinyin.replace(" ", "")) for other in wider if other),
    )


def _names(region: Region) -> tuple[str, ...]:
    return region.full_name, region.name, *region.also
