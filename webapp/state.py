"""The household of this request: read from its encrypted cookie, and put back when it changed."""

import secrets
from dataclasses import replace

from flask import Flask, Response
from werkzeug.http import dump_cookie

from .documents import document_of
from .household import FIRST, Household
from .packing import pack, unpack
from .reach import held, incoming, running
from .sealing import Ring

DAY = 24 * 60 * 60
_ROOM = 4093  # what the strictest browser keeps of a cookie, its attributes included
ID_LENGTH = 4
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


class Full(Exception):
    """The answers no longer fit into the one cookie that browsers keep whole."""


def current() -> Household:
    """Give the household as this request knows it, fresh when there is none to read."""
    holds = held()
    try:
        return holds.household
    except AttributeError:  # not asked for before
        holds.household = _about(_read(), holds.get("member", FIRST))
        return holds.household


def keep(household: Household) -> None:
    """Hold the changed household for the rest of this request, and send it back with the answer."""
    made = replace(household, secret=household.secret or secrets.token_urlsafe(12))
    header = cookie_header(ring().seal(pack(made)))
    if len(header) > _ROOM:
        raise Full
    holds = held()
    holds.cookie, holds.household = header, made


def show_member(person_id: str) -> None:
    """Go on with another member: the page and its links are about that one now."""
    holds, household = held(), _about(current(), person_id)
    holds.member, holds.household = person_id, household
    holds.pack = document_of(household.person, holds.region.code)


def forget() -> None:
    """Drop everything: the cookie is removed with the answer."""
    holds = held()
    holds.household, holds.cookie = Household(), cookie_header("", age=0)


def unreadable() -> bool:
    """Tell whether the browser sent a cookie that none of our keys opens."""
    current()
    return held().get("unreadable", False)


def new_id() -> str:
    """Make a short random id for a visit or a member."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(ID_LENGTH))


def proposed_id(name: str) -> str:
    """Take the id that our page proposed in a field, so that a second tap adds nothing twice."""
    proposed = incoming().form.get(name, "")
    return proposed if proposed.isalnum() and len(proposed) == ID_LENGTH else new_id()


def ring() -> Ring:
    """Give the keys of the running site."""
    return running().extensions["mbs-ring"]


def cookie_name() -> str:
    """Name the cookie; browsers refuse the prefix of safety over plain http."""
    return "mbs" if running().config["INSECURE_LAN"] else "__Host-mbs"


def cookie_header(value: str, *, age: int = DAY) -> str:
    """Write the cookie as it is sent."""
    return dump_cookie(
        cookie_name(),
        value,
        max_age=age,
        sync_expires=False,  # every browser we serve goes by the age, and a date takes room
        secure=not running().config["INSECURE_LAN"],
        httponly=True,
        samesite="Lax",
        max_size=0,
    )


def init(app: Flask) -> None:
    """Send the cookie back after each request that changed the household."""
    app.after_request(_send)


def _about(household: Household, person_id: str) -> Household:
    return household if household.shown == person_id else replace(household, shown=person_id)


def _read() -> Household:
    sealed = incoming().cookies.get(cookie_name())
    if not sealed:
        return Household()
    try:
        return unpack(ring().open(sealed))
    except ValueError:
        held().unreadable = True
        return Household()


def _send(response: Response) -> Response:
    if header := held().get("cookie"):
        response.headers.add("Set-Cookie", header)
    return response
