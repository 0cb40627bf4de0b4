"""Where an interview stands, reckoned once for the same answers; no answer is kept.

A page asks twice, to go on and to say how far one is, and many people's first answers are alike.
What is remembered is found by a digest under a key of this process alone: from a memory dump
nobody could read what was told.
"""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from typing import Any, NamedTuple

from flask import Flask

import engine

from .checks import today
from .reach import running

MOST = 2048
_NAME = "mbs-standings"


class Standing(NamedTuple):
    """What is still open, and the range of what is paid so far: pages and figures, no answers."""

    open: tuple[engine.Ask, ...]
    total: Any  # "123.00", {"low", "high"}, or None while nothing can be said


class Standings:
    """What was reckoned last in this process, by a digest of the answers it stands for."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._kept: OrderedDict[bytes, Any] = OrderedDict()

    def of(self, case: dict[str, Any], unsure: tuple[str, ...]) -> Standing:
        """Give where an interview stands."""
        found: Standing = self._known("standing", _reckon, case, unsure)
        return found

    def unused(self, case: dict[str, Any], unsure: tuple[str, ...]) -> tuple[str, ...]:
        """Name the answers of an interview that cannot change anything."""
        found: tuple[str, ...] = self._known("unused", _unused, case, unsure)
        return found

    def _known(self, what: str, reckon: Callable[..., Any], *told: Any) -> Any:
        """Give what is known or else reckoned; what has not been asked for longest is dropped."""
        digest = blake2b(repr((what, told, today())).encode(), key=self._key).digest()
        self._kept[digest] = self._kept.pop(digest) if digest in self._kept else reckon(*told)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return self._kept[digest]


def init(app: Flask) -> None:
    """Give an app its memory."""
    app.extensions[_NAME] = Standings()


def standing_of(case: dict[str, Any], unsure: tuple[str, ...]) -> Standing:
    """Give where the interview of a case stands."""
    standings: Standings = running().extensions[_NAME]
    return standings.of(case, unsure)


def unused_of(case: dict[str, Any], unsure: tuple[str, ...]) -> tuple[str, ...]:
    """Name the answers that cannot change anything."""
    standings: Standings = running().extensions[_NAME]
    return standings.unused(case, unsure)


def _unused(case: dict[str, Any], unsure: tuple[str, ...]) -> tuple[str, ...]:
    return engine.interview(case, unsure).unused


def _reckon(case: dict[str, Any], unsure: tuple[str, ...]) -> Standing:
    interview = engine.interview(case, unsure)
    return Standing(interview.open, interview.total)
