"""The site in gunicorn by its own configuration, whose processes and log a test can reach."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from tests.tree import ROOT
from tests.webapp.client import KEY

GUNICORN = [sys.executable, "-m", "gunicorn"]
PLAIN = {"INSECURE_LAN": "1", "MBS_KEYS": KEY, "WORKERS": "2", "PER_SESSION": "0"}
PATIENCE = 40  # seconds for what the configuration gives thirty


class Server:
    """One server; its port stays open while it is replaced, as a service manager keeps it."""

    def __init__(self, door: socket.socket) -> None:
        self.door = door
        self.port = door.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *, log: str = os.devnull, app: str = "", **settings: str) -> "Server":
        """Start, with settings by environment, and wait until it answers."""
        with Path(log).open("ab") as lines:
            self.process = subprocess.Popen(
                [*GUNICORN, f"--bind=fd://{self.door.fileno()}", *([app] if app else [])],
                cwd=ROOT,
                env={**os.environ, **PLAIN, **settings},
                pass_fds=[self.door.fileno()],
                stdout=lines,
                stderr=lines,
            )
        self._wait_for_answer()
        return self

    def _wait_for_answer(self) -> None:
        """Wait until it answers; who died before never will, though the port stays open."""
        for _try in range(PATIENCE):
            assert self.process.poll() is None, "the server did not start"
            try:
                urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=1).close()
            except TimeoutError:
                continue
            return
        raise TimeoutError("the server does not answer")

    def stop(self) -> int:
        """Ask to end, wait until it has, and tell how it ended."""
        self.tell(signal.SIGTERM)
        return self.process.wait(timeout=PATIENCE)

    def tell(self, number: int) -> None:
        """Send a signal to the process that holds the workers."""
        self.process.send_signal(number)

    def workers(self) -> list[int]:
        """List the processes that answer now."""
        pid = self.process.pid
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def wait_for_others(self, workers: list[int]) -> None:
        """Wait until none of some workers is there any more: an old one ends when it is idle."""
        for _try in range(PATIENCE * 100):
            if not set(workers) & set(self.workers()):
                return
            time.sleep(0.01)
        raise TimeoutError("an old worker did not end")

    def wait_for(self, line: socket.socket) -> None:
        """Wait until a worker has taken up a connection."""
        for _try in range(PATIENCE * 100):
            if self._took_up(line):
                return
            time.sleep(0.01)
        raise TimeoutError("no worker took up the connection")

    def _took_up(self, line: socket.socket) -> bool:
        """Whether the kernel counts a file for our end of a connection: it does from then on."""
        ends = [f"0100007F:{port:04X}" for port in (self.port, line.getsockname()[1])]
        rows = (row.split() for row in Path("/proc/net/tcp").read_text().splitlines())
        return any(row[1:3] == ends and row[9] != "0" for row in rows)

    def kill_workers(self) -> None:
        """End every worker at once, in the middle of whatever it does."""
        for worker in self.workers():
            os.kill(worker, signal.SIGKILL)


@contextmanager
def serving(**settings: str) -> Iterator[Server]:
    """Run the site as long as needed."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = Server(door)
        try:
            yield server.start(**settings)
        finally:
            if server.process.poll() is None:
                server.stop()
