"""Consent: asked apart for health and for money matters, kept with the answers, never ticked by us.

中华人民共和国个人信息保护法 articles 14, 28 and 29: sensitive information needs a separate consent.
"""

from dataclasses import replace
from typing import Any

from flask import Flask
from markupsafe import Markup

from .language import mark
from .reach import held, incoming
from .replies import go, sent
from .security import outdated, token
from .state import current, keep

VERSION = "1"
"""The text people agreed to; a text that asks for more gets a new number and is asked again."""

ASKED = {
    "health": mark("同意用看病和费用的信息来估算"),
    "money": mark("同意用身份和收入的信息来估算"),
}
"""Each consent with its sentence: two boxes, for neither stands for the other."""

WAYS = {"chat": "chat.show", "sheet": "sheet.show"}
"""Where who came for the chat or for the one page goes on, instead of to the questions."""

_PROOF = Markup('<input type="hidden" name="csrf_token" value="%s">')
_AGREED = _PROOF + Markup('<input type="hidden" name="agreed" value="%s">')

FREE = ("consent", "home", "pages", "session", "health", "static")
"""What may be seen without: the places, the rules in general, the way to clear everything."""


def init(app: Flask) -> None:
    """Lead everyone who has not agreed to the question, before any page that asks or tells."""
    app.before_request(require)
    app.jinja_env.globals["csrf"] = csrf


def agreed_to() -> str:
    """Give the version that was agreed to, if it is today's: by the cookie or by a form of ours."""
    return VERSION if VERSION in (current().consent, held().get("agreed")) else ""


def csrf() -> Markup:
    """Give what each form carries unseen: the proof that it is ours, and what was agreed to."""
    holds, household = held(), current()
    of, fields = holds.get("fields", (None, Markup("")))
    if of is not household:  # else they stand in another form of this page
        agreed = agreed_to()
        fields = _AGREED % (token(), agreed) if agreed else _PROOF % token()
        holds.fields = household, fields
    return fields


def agree() -> None:
    """Note that both were agreed to."""
    keep(replace(current(), consent=VERSION))


def require() -> Any:
    """Ask first; a form of ours that says it was agreed to is believed, and so loses nothing.

    A browser that drops its cookie between a page and its answer would else lose what was typed.
    """
    request = incoming()
    held().agreed, kind = sent("agreed"), request.blueprint
    if kind is None or kind in FREE:
        return None
    if agreed_to():
        if current().consent != VERSION and not outdated():
            agree()
        return None
    region = (request.view_args or {}).get("region")
    way = kind if kind in WAYS else None
    return go("consent.ask", region=region, next=way) if region else None
