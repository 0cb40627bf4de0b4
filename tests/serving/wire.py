"""A visitor's way to a real server by sockets; and raw words, for what is no visitor."""

import socket
from contextlib import closing
from http.client import HTTPConnection
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from tests.serving.server import Server
from tests.webapp.client import Visitor
from webapp.household import Household

TIMEOUT = 20


class Wire:
    """What a `Visitor` needs of a browser, over a new connection for each request."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def test_client(self) -> "Wire":
        """Stand where a `Visitor` expects an app."""
        return self

    def get(self, url: str, *, follow_redirects: bool = False, **_more: Any) -> Any:
        """Open an address."""
        return self.ask("GET", url, follow=follow_redirects)

    def post(self, url: str, *, data: Any, headers: Any, follow_redirects: bool = False) -> Any:
        """Send a form."""
        body = urlencode(data, doseq=True)
        form = {"Content-Type": "application/x-www-form-urlencoded", **headers}
        return self.ask("POST", url, body=body, headers=form, follow=follow_redirects)

    def ask(
        self, method: str, url: str, *, body: str = "", headers: Any = None, follow: bool = False
    ) -> Any:
        """Send one request, keep its cookies, and follow where it leads."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)) as line:
            line.request(method, url, body, {**self.usual(), **(headers or {})})
            answer = line.getresponse()
            text = answer.read().decode()
        self.keep(answer.headers.get_all("Set-Cookie") or [])
        if follow and answer.status in (302, 303):
            return self.ask("GET", answer.headers["Location"], follow=True)
        asked = SimpleNamespace(full_path=url)
        return SimpleNamespace(
            status_code=answer.status, text=text, headers=answer.headers, request=asked
        )

    def usual(self) -> dict[str, str]:
        """Give the headers of every request."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Host": "localhost", **({"Cookie": cookies} if cookies else {})}

    def keep(self, headers: list[str]) -> None:
        """Keep the cookies of an answer; an empty one is dropped."""
        for header in headers:
            name, _equals, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value
        self.cookies = {name: value for name, value in self.cookies.items() if value}

    def set_cookie(self, name: str, value: str) -> None:
        """Put a cookie in."""
        self.cookies[name] = value

    def get_cookie(self, name: str) -> Any:
        """Look at a cookie."""
        return SimpleNamespace(value=self.cookies[name]) if name in self.cookies else None


def visitor_of(server: Server, *, port: int = 0) -> Visitor:
    """Make a visitor of a running server, or by another port that leads there."""
    return Visitor(Wire(port or server.port)).having(Household(secret="secret"))


def written(visitor: Visitor, url: str, **answers: str) -> bytes:
    """Write a whole POST as it goes over the wire, without sending it."""
    body = urlencode({**visitor.hidden(), **answers}).encode()
    head = [
        f"POST {url} HTTP/1.1",
        "Origin: http://localhost",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
        *(f"{name}: {value}" for name, value in visitor.client.usual().items()),
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def say(port: int, *words: bytes) -> bytes:
    """Send raw bytes and give the raw answer, up to the end of the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT) as line:
        for word in words:
            line.sendall(word)
        line.shutdown(socket.SHUT_WR)
        return hear(line)


def hear(line: socket.socket) -> bytes:
    """Read until the other side ends; a reset is an end too."""
    heard = b""
    try:
        while part := line.recv(65536):
            heard += part
    except ConnectionResetError:
        pass
    return heard
