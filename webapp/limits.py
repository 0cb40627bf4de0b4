"""Who asks too fast is asked to wait, in words; when in doubt, nobody is.

A limit guards the others against a loop or a flood; it is never worth an answer of a person. So
what cannot be counted is let through, and what was typed comes back on the page that says wait.
"""

import math
import mmap
import os
import time
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address
from secrets import token_bytes
from typing import Any

from flask import Flask, Request, Response, make_response, render_template

from . import state
from .reach import incoming, running

SETTINGS = {"PER_SESSION": 60, "PER_ADDRESS": 600, "PROXIES": 0}
"""Requests a minute, 0 for any number, and how many proxies of ours stand in front.

Of an address many are taken, since a whole town may share one with its carrier.
"""

FREE = ("session", "health")
"""What is never counted, beside files: clearing one's answers, and watching the site."""

_MINUTE = 60 * 10**9
_ROWS, _SLOTS = 2, 1 << 15


class Counter:
    """How far ahead of its pace each key is: a table of one size, which holds no key.

    Made before the workers part, it is the memory of all of them. Each key has a slot in every
    row, and the least of them counts: two keys would have to meet twice to hinder each other.
    Nothing is locked; what two workers write at once is at worst one request uncounted.
    """

    def __init__(self) -> None:
        self._salt = token_bytes(16)
        self._slots = memoryview(mmap.mmap(-1, _ROWS * _SLOTS * 8)).cast("q")

    def wait(self, key: str, *, per_minute: int, now: int) -> int:
        """Count one request at a time in ns; tell after how many seconds it would be in time.

        The allowance of a minute may be used at once; it comes back at an even pace.
        """
        step = _MINUTE // per_minute
        places = self._places(key)
        paid = max(now, min(self._slots[place] for place in places)) + step
        if paid > now + _MINUTE:
            return math.ceil((paid - now - _MINUTE) / 10**9)
        for place in places:
            self._slots[place] = max(self._slots[place], paid)
        return 0

    def _places(self, key: str) -> tuple[int, ...]:
        digest = blake2b(key.encode(), digest_size=4 * _ROWS, key=self._salt).digest()
        numbers = memoryview(digest).cast("I")
        return tuple(row * _SLOTS + number % _SLOTS for row, number in enumerate(numbers))


def init(app: Flask) -> None:
    """Count requests; where there is no memory to count in, everyone is let through."""
    for name, default in SETTINGS.items():
        app.config.setdefault(name, int(os.environ.get(name) or default))
    try:
        app.extensions["mbs-counter"] = Counter()
    except OSError as error:
        app.logger.warning("no limits: %s", error.strerror)
        return
    app.before_request(check)


def check() -> Response | None:
    """Let a request through, or ask to wait."""
    request = incoming()
    if request.endpoint == "static" or request.blueprint in FREE:
        return None
    config = running().config
    seconds = max(
        _wait("session", state.current().secret, config["PER_SESSION"]),
        _wait("address", _network(request, config["PROXIES"]), config["PER_ADDRESS"]),
    )
    return _ask_to_wait(seconds) if seconds else None


def _wait(kind: str, who: str, per_minute: int) -> int:
    if not who or not per_minute:
        return 0
    counter: Counter = running().extensions["mbs-counter"]
    return counter.wait(f"{kind} {who}", per_minute=per_minute, now=time.monotonic_ns())


def _network(request: Request, hops: int) -> str:
    """Name where a request comes from; nothing, if that could be a proxy in front of everyone."""
    route = request.access_route if hops else ()
    try:
        address = ip_address(route[-hops] if 0 < hops <= len(route) else request.remote_addr or "")
    except ValueError:
        return ""
    if not address.is_global:
        return ""
    if isinstance(address, IPv6Address):
        return str(int(address) >> 64)  # one house has all the addresses of its network
    return str(address)


def _ask_to_wait(seconds: int) -> Response:
    """Say how long; what was sent stands in the page, and one tap sends it again."""
    request = incoming()
    sent: list[tuple[str, Any]] = list(request.form.items(multi=True))
    page = render_template(
        "errors/wait.html", seconds=seconds, sent=sent, url=request.full_path.rstrip("?")
    )
    response = make_response(page, 429)
    response.headers["Retry-After"] = str(seconds)
    return response
