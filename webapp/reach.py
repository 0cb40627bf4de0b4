"""What this request holds and what came in with it, reached at once.

Flask's own stand-ins find it too, but at five times the price, and a page asks a hundred times.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from flask import Flask, Request, current_app, g, request

_reach = attrgetter("_get_current_object")

held: Callable[[], Any] = _reach(g)
"""Gives what is kept for the time of this request, as g."""

incoming: Callable[[], Request] = _reach(request)
"""Gives the request itself."""

running: Callable[[], Flask] = _reach(current_app)
"""Gives the site that answers it."""
