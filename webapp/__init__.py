"""The site: asks and shows; what is due is computed by the engine alone."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask, abort, g
from werkzeug.routing import BaseConverter

import engine

from . import errors, security, state, templating, wording
from .sealing import own_ring, ring_of
from .views import check, health, home, interview, pages, result, session, visits

ROOT = Path(__file__).resolve().parent.parent
VIEWS = (home, pages, interview, visits, check, result, session, health)


class RegionConverter(BaseConverter):
    """A region's official code in a path: six digits."""

    regex = "[0-9]{6}"


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Make the site: its settings, its keys, its pages."""
    app = errors.Site(__name__, static_folder=ROOT / "static", instance_path=str(ROOT / "instance"))
    app.config.from_mapping(
        INSECURE_LAN=os.environ.get("INSECURE_LAN") == "1",
        KEYS=os.environ.get("MBS_KEYS", ""),
        MAX_CONTENT_LENGTH=64 * 1024,
        MAX_FORM_MEMORY_SIZE=64 * 1024,
        MAX_FORM_PARTS=200,
    )
    app.config.from_mapping(config or {})
    keys = app.config["KEYS"]
    app.extensions["mbs-ring"] = ring_of(keys) if keys else own_ring(Path(app.instance_path))
    app.url_map.converters["region"] = RegionConverter
    app.url_value_preprocessor(_look_up_region)
    templating.equip(app)
    app.jinja_env.globals |= wording.WORDS
    for part in (security, state, errors):
        part.init(app)
    for view in VIEWS:
        app.register_blueprint(view.bp)
    return app


def _look_up_region(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Find the region of the path once for all pages; an unknown code is no page of ours."""
    if values and "region" in values:
        g.region = engine.regions.get(values["region"]) or abort(404)
        g.pack = engine.pack_for(g.region.code)
