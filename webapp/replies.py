"""How a POST is answered: with the next page itself for htmx, by a redirect for everyone else."""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from flask import Response, current_app, g, make_response, redirect, request, url_for

from .addresses import plain


def go(endpoint: str, **values: Any) -> Response:
    """Lead on to a page; htmx gets it in the same round trip, drawn by the page's own view."""
    url = url_for(endpoint, **values)
    if "HX-Request" not in request.headers:
        return redirect(url, 303)
    response = make_response(_draw(url))
    response.headers.setdefault("HX-Push-Url", url)
    return response


def query(name: str) -> str:
    """Give a parameter of the page that is drawn, whichever request draws it."""
    return g.get("query", request.args).get(name, "")


def sent(name: str) -> str:
    """Give what a form sent in a field; whoever only looks at a page has sent nothing."""
    return request.form.get(name, "") if request.method == "POST" else ""


def _draw(url: str) -> Any:
    parts = urlsplit(url)
    adapter = current_app.create_url_adapter(request)
    assert adapter is not None
    path = parts.path.removeprefix(request.root_path)
    endpoint, values = adapter.match(path, method="GET")
    g.query = dict(parse_qsl(parts.query))
    return current_app.view_functions[endpoint](**plain(values))
