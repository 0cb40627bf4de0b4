"""The divisions of China by GB/T 2260 code, with the years in which a code held."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

Level = Literal["province", "city", "county", "area"]


@dataclass(frozen=True, slots=True)
class Region:
    """One place under one code; an "area" is a zone that only the statistical list codes.

    `since` and `until` are None where the code is older than 2011 or still holds. The year of a
    change belongs to both codes. `pinyin` spells the short name, one syllable a character.
    """

    code: str
    name: str
    full_name: str
    level: Level
    pinyin: str
    parent: str
    since: int | None = None
    until: int | None = None
    successor: str = ""
    also: tuple[str, ...] = ()


def get(code: str) -> Region | None:
    """The place of this code, retired or not, or None."""
    return _catalogue().get(code)


def everywhere() -> tuple[Region, ...]:
    """All places, in the order of the data."""
    return tuple(_catalogue().values())


def ancestors(code: str) -> tuple[str, ...]:
    """The codes from this one up to its province; empty when the code is not known."""
    return tuple(_climb(code))


def children(code: str, year: int | None = None) -> tuple[Region, ...]:
    """The places directly under this code; with a year, only those that held in it."""
    return tuple(
        region
        for region in everywhere()
        if region.parent == code and (year is None or current(region, year))
    )


def current(region: Region, year: int) -> bool:
    """Whether the code held on some day of the year."""
    return (region.since or year) <= year <= (region.until or year)


def describe(region: Region) -> str:
    """The full names from the province down, which tell places of one name apart."""
    names = [_catalogue()[code].full_name for code in reversed(ancestors(region.code))]
    ended = f"（至{region.until}年）" if region.until else ""
    return " ".join(names) + ended


def _climb(code: str) -> Iterator[str]:
    while region := get(code):
        yield code
        code = region.parent


@cache
def _catalogue() -> Mapping[str, Region]:
    text = Path(__file__).with_name("divisions.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    rows = [*_rows(data["divisions"]), *_rows(data["areas"])]
    codes = {code for code, *_ in rows}
    areas = {code for code, *_ in _rows(data["areas"])}
    return MappingProxyType(
        {
            code: Region(
                code=code,
                name=name,
                full_name=full_name,
                level="area" if code in areas else _level(code),
                pinyin=pinyin,
                parent=_parent(code, codes),
                also=tuple(data["also"].get(code, ())),
                **_years(data["years"].get(code, {})),
            )
            for code, name, full_name, pinyin in rows
        }
    )


def _rows(lines: Iterable[str]) -> Iterator[list[str]]:
    return (line.split(" ", 3) for line in lines)


def _level(code: str) -> Level:
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def _parent(code: str, known: set[str]) -> str:
    # Some counties stand directly under their province: no city bears their first four digits.
    wider = (code[:4] + "00", code[:2] + "0000")
    return next((other for other in wider if other != code and other in known), "")


def _years(row: dict[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in ("since", "until", "successor") if key in row}
