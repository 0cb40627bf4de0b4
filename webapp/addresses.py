"""Addresses: the region of a page, and after it the member of the household it is about.

/331000/check is the first member's page, /331000-k3f7/check another's. The views see the region's
code alone; links made on a member's page lead to pages of the same member.
"""

from typing import Any

from flask import Flask, abort
from werkzeug.routing import BaseConverter

import engine

from .household import FIRST
from .reach import held


class RegionConverter(BaseConverter):
    """A region's official code, six digits, and perhaps the id of a member."""

    regex = "[0-9]{6}(?:-[0-9a-z]{1,4})?"


def init(app: Flask) -> None:
    """Make addresses with regions known to an app."""
    app.url_map.converters["region"] = RegionConverter
    app.url_value_preprocessor(_look_up)
    app.url_defaults(_stay)


def of_member(region: str, person_id: str) -> str:
    """Name a region together with a member, for a link to that member's page."""
    return f"{region}-{person_id}"


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """Take the member off the region: what a view is called with."""
    return {**values, **({"region": values["region"][:6]} if "region" in values else {})}


def _look_up(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Find the region of the path once for all pages; an unknown code is no page of ours."""
    if not values or "region" not in values:
        return
    code, _dash, member = values["region"].partition("-")
    holds = held()
    holds.member = member or FIRST
    holds.region = engine.regions.get(code) or abort(404)
    holds.pack = engine.pack_for(code)
    values |= plain(values)


def _stay(_endpoint: str, values: dict[str, Any]) -> None:
    """Keep to the member of this page, where a link names only the region."""
    member = held().get("member", FIRST)
    if member != FIRST and "-" not in str(values.get("region", "-")):
        values["region"] = of_member(values["region"], member)
