"""The counties that the catalogue has no rows for, by name: whose home they are, and how far."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import engine

SHORTEST = 2
HEAD = slice(0, 2)  # 玉屏 of 玉屏侗族自治县
KIND = re.compile(r"(?:自治)?[县市旗]$")


class County(NamedTuple):
    """A county: its official code, its name, and the short name it is called by, "" for none."""

    code: str
    name: str
    short: str


@cache
def counties() -> tuple[County, ...]:
    """List the counties in the order of their codes."""
    return tuple(_read(_data()["county"]))


@cache
def plain_words() -> frozenset[str]:
    """List the short names that are plain words too: 富裕, 延长."""
    return frozenset(_data()["plain"].split())


def known(code: str) -> str:
    """Give the narrowest code around a place that the catalogue has, "" where there is none."""
    wider = (code, code[:4] + "00", code[:2] + "0000")
    return next((one for one in wider if code and engine.regions.get(one)), "")


def _read(rows: dict[str, str]) -> Iterator[County]:
    for city, names in rows.items():
        for row in names.split():
            code, name = city + row[:2], row[2:]
            yield County(code, name, _short(name))


def _short(name: str) -> str:
    if "自治" in name:
        return name[HEAD]
    short = KIND.sub("", name)
    return short if short != name and len(short) >= SHORTEST else ""


def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("counties.toml").read_text("utf-8"))
