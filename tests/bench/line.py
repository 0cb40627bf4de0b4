"""One kept connection to a local server, as a browser has it, for thousands of requests."""

import asyncio
import gzip
from typing import NamedTuple

TIMEOUT = 60


class Answer(NamedTuple):
    """What came back, and how long it took in seconds."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        """Give the page, unpacked."""
        packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()


class Line:
    """Sends one request after another; who finds the connection closed opens another."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None
        self.cookie = ""
        self.reopened = 0

    async def ask(
        self, method: str, path: str, body: bytes = b"", *, packed: bool = True
    ) -> Answer:
        """Send a request and wait for the whole answer."""
        began = asyncio.get_running_loop().time()
        try:
            status, headers, found = await self._ask(method, path, body, packed)
        except (ConnectionError, asyncio.IncompleteReadError):
            self.reopened += self.writer is not None
            self.close()
            status, headers, found = await self._ask(method, path, body, packed)
        if cookie := headers.get("set-cookie", ""):
            self.cookie = cookie.partition(";")[0]
        return Answer(status, headers, found, asyncio.get_running_loop().time() - began)

    def close(self) -> None:
        """Let go of the connection."""
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None

    async def _ask(
        self, method: str, path: str, body: bytes, packed: bool
    ) -> tuple[int, dict[str, str], bytes]:
        async with asyncio.timeout(TIMEOUT):
            if self.writer is None:
                self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
            self.writer.write(self._head(method, path, len(body), packed) + body)
            return await self._answer()

    def _head(self, method: str, path: str, length: int, packed: bool) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "Origin: http://localhost"]
        lines += ["Accept-Encoding: gzip"] if packed else []
        lines += [f"Cookie: {self.cookie}"] if self.cookie else []
        if length:
            lines += ["Content-Type: application/x-www-form-urlencoded"]
            lines += [f"Content-Length: {length}"]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    async def _answer(self) -> tuple[int, dict[str, str], bytes]:
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        pairs = (line.partition(": ")[::2] for line in head[1:] if line)
        headers = {name.lower(): value for name, value in pairs}
        body = await self.reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection") == "close":
            self.close()
        return int(head[0].split()[1]), headers, body
