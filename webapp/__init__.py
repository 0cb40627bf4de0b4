"""The site: asks and shows; what is due is computed by the engine alone."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask

from . import (
    addresses,
    consent,
    delivery,
    errors,
    limits,
    logs,
    plates,
    security,
    standings,
    state,
    templating,
    wording,
)
from .card import press
from .sealing import own_ring, ring_of
from .site import Site
from .views import (
    card,
    check,
    health,
    home,
    interview,
    opening,
    pages,
    people,
    result,
    session,
    sheet,
    visits,
)
from .views import chat as chat_view
from .views import consent as consent_view

ROOT = Path(__file__).resolve().parent.parent
PARTS = (
    logs, delivery, addresses, security, limits, consent, standings, plates, state, errors, press,
)  # fmt: skip
ASKING = (consent_view, people, interview, sheet, chat_view, visits, check, result, card)
VIEWS = (home, pages, *ASKING, opening, session, health)


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Make the site: its settings, its keys, its pages."""
    app = Site(__name__, static_folder=ROOT / "static", instance_path=str(ROOT / "instance"))
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
    templating.equip(app)
    app.jinja_env.globals |= wording.WORDS
    for part in PARTS:
        part.init(app)
    for view in VIEWS:
        app.register_blueprint(view.bp)
    return app
