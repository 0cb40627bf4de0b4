"""How a POST is answered: with the next page itself for htmx, by a redirect for everyone else."""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from flask import Response, current_app, make_response, redirect, url_for

from .addresses import plain
from .reach import held, incoming


def go(endpoint: str, **values: Any) -> Response:
    """Lead on to a page; htmx gets it in the same round trip, drawn by the page's own view."""
    url = url_for(endpoint, **values)
    if "HX-Request" not in incoming().headers:
        return redirect(url, 303)
    response = make_response(_draw(url))
    response.headers.setdefault("HX-Push-Url", url)
    return response


def query(name: str) -> str:
    """Give a parameter of the page that is drawn, whichever request draws it."""
    holds = held()
    given = holds.query if "query" in holds else incoming().args
    if name not in given:  # looked for first: to miss it costs an exception
        return ""
    return given[name]


def sent(name: str) -> str:
    """Give what a form sent in a field; whoever only looks at a page has sent nothing."""
    request = incoming()
    return request.form.get(name, "") if request.method == "POST" else ""


def _draw(url: str) -> Any:
    parts = urlsplit(url)
    request = incoming()
    adapter = current_app.create_url_adapter(request)
    assert adapter is not None
    path = parts.path.removeprefix(request.root_path)
    endpoint, values = adapter.match(path, method="GET")
    held().query = dict(parse_qsl(parts.query))
    return current_app.view_functions[endpoint](**plain(values))
