"""A way to the server that is cut: before a request arrives, or before its answer comes back."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.serving.wire import TIMEOUT

RESET = struct.pack("ii", 1, 0)  # to linger for no time: the close is a reset
WHOLE = 1 << 20


@contextmanager
def cut(port: int, *, after: bool) -> Iterator[int]:
    """Open a port that passes one request on, or not, and then resets the connection."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        helper = threading.Thread(target=_serve, args=(door, port, after))
        helper.start()
        yield door.getsockname()[1]
        helper.join(TIMEOUT)


def _serve(door: socket.socket, port: int, after: bool) -> None:
    line, _address = door.accept()
    with line:
        request = _request(line)
        if after:
            with socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT) as onward:
                onward.sendall(request)
                assert onward.recv(WHOLE)  # the server has answered; nobody will hear it
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)


def _request(line: socket.socket) -> bytes:
    """Read one whole request, by the length that it names."""
    heard = line.recv(WHOLE)
    head, _blank, body = heard.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    while len(body) < length:
        body += line.recv(WHOLE)
    return head + b"\r\n\r\n" + body
