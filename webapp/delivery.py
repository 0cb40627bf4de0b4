"""How answers leave: squeezed for whoever can unpack, and files of ours kept for ever."""

import gzip
import time
from contextlib import suppress
from functools import lru_cache

from flask import Flask, Response, request

from .templating import asset, content

TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")
FOR_EVER = "public, max-age=31536000, immutable"
QUICK = 1  # for a page, which is packed for one reader: a twentieth larger in half the time
LEAST = 500  # below this the packing weighs more than it saves
PART, MOST, LONGEST = 1 << 16, 1 << 24, 30  # bytes, bytes and seconds of hearing out


def init(app: Flask) -> None:
    """Send every text packed, and tell browsers how long a file of ours stays the same."""
    app.after_request(send)


def send(response: Response) -> Response:
    """Pack an answer, and let a file be kept if its address carries its hash."""
    if response.status_code == 413 and (request.content_length or 0) <= MOST:
        _hear_out()
    if request.endpoint == "static" and response.status_code in (200, 304):
        _keep(response)
    if not response.mimetype.startswith(TEXTS) or "Content-Encoding" in response.headers:
        return response
    vary = response.headers.get("Vary")
    response.headers["Vary"] = f"{vary}, Accept-Encoding" if vary else "Accept-Encoding"
    if response.status_code != 304 and request.accept_encodings["gzip"]:
        _pack(response)
    return response


def _hear_out() -> None:
    """Read what is too long to its end: a browser that still sends does not see an answer."""
    until = time.monotonic() + LONGEST
    with suppress(OSError):  # it gave up by itself
        while time.monotonic() < until and request.environ["wsgi.input"].read(PART):
            pass


def _keep(response: Response) -> None:
    """A new file is a new address: only what was asked for by its hash never changes."""
    name = (request.view_args or {})["filename"]
    if request.full_path.endswith(asset(name).rpartition("/")[2]):
        response.headers["Cache-Control"] = FOR_EVER


def _pack(response: Response) -> None:
    if request.endpoint == "static" and response.status_code == 200:
        packed = _packed_file((request.view_args or {})["filename"])
        response.direct_passthrough = False
        response.close()
    elif response.is_streamed or (response.content_length or 0) < LEAST:
        return
    else:
        packed = gzip.compress(response.get_data(), QUICK, mtime=0)
    response.set_data(packed)
    response.headers["Content-Encoding"] = "gzip"
    if etag := response.get_etag()[0]:
        response.set_etag(etag, weak=True)  # the same file, in another dress


@lru_cache
def _packed_file(name: str) -> bytes:
    """Pack a file once, as small as can be."""
    return gzip.compress(content(name), 9, mtime=0)
