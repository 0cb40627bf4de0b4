"""Who may post, and what every answer tells the browser: strict headers and proof of origin."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Request, Response, abort

from . import state
from .reach import held, incoming

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
DENIED = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in DENIED),
}
HSTS = "max-age=31536000; includeSubDomains"
_NONCE = 8


def init(app: Flask) -> None:
    """Check every POST before its view, and put the headers on every answer."""
    app.before_request(check_origin)
    app.after_request(protect)
    hsts = () if app.config["INSECURE_LAN"] else (("Strict-Transport-Security", HSTS),)
    app.wsgi_app = _guarded(app.wsgi_app, (*HEADERS.items(), *hsts))
    app.jinja_env.globals |= {"insecure_lan": app.config["INSECURE_LAN"]}


def protect(response: Response) -> Response:
    """Let no browser and no proxy keep a page of answers."""
    if response.mimetype == "text/html":
        response.headers["Cache-Control"] = "no-store"
        response.headers["Vary"] = "HX-Request, Cookie"
    return response


def check_origin() -> None:
    """Refuse what another site sends; note what an outdated page of ours sends.

    A new visitor has no cookie, and a GET gives none: the token of the first page is bound to
    nothing, and counts only with the browser's own word that the form came from here.
    """
    request = incoming()
    if request.method in {"GET", "HEAD", "OPTIONS"}:
        return
    here = _same_origin(request)
    if here is False:
        abort(400)
    proof = request.form.get("csrf_token", "") or request.headers.get("X-CSRFToken", "")
    ours = _valid(proof, state.current().secret) or (here and _valid(proof, ""))
    held().outdated = not ours


def outdated() -> bool:
    """Tell whether this POST came without the proof that its page is ours and recent."""
    return held().get("outdated", False)


def require_recent_page() -> None:
    """Refuse a POST from an outdated page, where there is nothing typed to be kept."""
    if outdated():
        abort(400)


def token() -> str:
    """Make a proof to stand hidden in the forms of one page, never to be made again."""
    nonce = secrets.token_bytes(_NONCE)
    signature = state.ring().sign(_message(nonce, state.current().secret))
    return urlsafe_b64encode(nonce + signature).decode("ascii")


def _guarded(inner: Any, headers: Iterable[tuple[str, str]]) -> Any:
    """Put the headers on whatever leaves, all at once: one by one they cost as much as a form."""

    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        def start(status: str, others: list[tuple[str, str]], *error: Any) -> Any:
            return start_response(status, [*others, *headers], *error)

        return inner(environ, start)

    return answer


def _same_origin(request: Request) -> bool | None:
    """Whether the browser says that the form came from this site; None when it does not say."""
    site = request.headers.get("Sec-Fetch-Site", "none")
    if site != "none":
        return site == "same-origin"
    origin = request.headers.get("Origin", "null")
    if origin != "null":
        return urlsplit(origin).netloc == request.host
    return None


def _valid(proof: str, secret: str) -> bool:
    try:
        raw = urlsafe_b64decode(proof.encode("ascii"))
    except (NotBase64, UnicodeEncodeError):
        return False
    return state.ring().signed(_message(raw[:_NONCE], secret), raw[_NONCE:])


def _message(nonce: bytes, secret: str) -> bytes:
    return b"form" + nonce + secret.encode()
