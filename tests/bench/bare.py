"""The least that Flask can do, beside the site in one server: what the site costs is the ratio."""

from collections.abc import Callable
from typing import Any

from flask import Flask, render_template
from jinja2 import DictLoader
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from webapp import create_app

PAGE = """<!doctype html>
<html lang="{{ language }}">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><main><h1>{{ title }}</h1>
<form method="post" action="/bare/">
{% for name, label in rows %}
<p><input type="radio" name="row" id="{{ name }}" value="{{ name }}">
<label for="{{ name }}">{{ label }}</label></p>
{% endfor %}
<button type="submit">{{ go }}</button>
</form></main></body></html>
"""
WORDS = {
    "language": "zh-Hans-CN",
    "title": "病人参加的是哪种医保？",
    "rows": [("resident", "城乡居民医保"), ("employee", "职工医保"), ("none", "没有参保")],
    "go": "继续",
}


def bare() -> Flask:
    """Make an app of one page, drawn from one template."""
    app = Flask(__name__, static_folder=None)
    app.jinja_env.loader = DictLoader({"page.html": PAGE})

    @app.get("/")
    def page() -> str:
        return render_template("page.html", **WORDS)

    return app


def beside() -> Callable[..., Any]:
    """Serve the site, and the bare page at /bare/."""
    return DispatcherMiddleware(create_app(), {"/bare": bare()})
