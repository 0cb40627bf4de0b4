"""The application: Flask, with what our pages need of it, and without what none of them uses."""

from typing import Any

from flask import Flask, Request, Response, request
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.sansio.http import parse_cookie
from werkzeug.utils import cached_property

from .logs import lines_of
from .reach import held, incoming
from .templating import JOINED, content
from .typesetting import Typesetting

MOST = 4096


class Sent(Request):
    """What a browser sends."""

    @cached_property
    def cookies(self) -> ImmutableMultiDict[str, str]:
        """Read them from their one line; to search all headers for more takes longer."""
        return parse_cookie(self.environ.get("HTTP_COOKIE"), cls=ImmutableMultiDict)


class Site(Flask):
    """The application; what it logs of a failure is where it was, never what it was about."""

    jinja_environment, request_class = Typesetting, Sent

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._addresses: dict[tuple[Any, ...], str] = {}

    def url_for(self, endpoint: str, **values: Any) -> str:
        """Give an address within the site, built once: an address holds no answer."""
        if values.get("_external"):
            return super().url_for(endpoint, **values)
        key = (endpoint, incoming().script_root, held().get("member"), *values.items())
        if key not in self._addresses:
            if len(self._addresses) >= MOST:
                self._addresses.clear()
            self._addresses[key] = super().url_for(endpoint, **values)
        return self._addresses[key]

    def send_static_file(self, filename: str) -> Response:
        """Send a file of ours, or several as one."""
        if filename not in JOINED:
            return super().send_static_file(filename)
        kind = "text/css" if filename.endswith(".css") else "text/javascript"
        response = Response(content(filename), mimetype=kind)
        response.cache_control.no_cache = True  # unless it is asked for by its hash
        response.add_etag()
        return response.make_conditional(request)

    def ensure_sync(self, function: Any) -> Any:
        """Take every view as it is: none of ours waits for another."""
        return function

    def log_exception(self, exc_info: Any) -> None:
        """Log the kind of failure and the lines it went through: a message could hold an answer."""
        kind, _value, trace = exc_info
        self.logger.error("%s in %s: %s", kind.__name__, request.endpoint, lines_of(trace))
