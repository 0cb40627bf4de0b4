"""Cards as files: a few processes lay them out, a few people wait for them, all others are told so.

The processes start with the first card and end after a silence; one that hangs is stopped.
"""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, Queue
from threading import BoundedSemaphore, Timer
from typing import Any

from flask import Flask, current_app

COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("printer.py")))
"""Run by itself, without the rest of the site: it starts sooner, and holds less."""

PARTS = ("weasyprint", "pypdfium2", "PIL")
READY = b"ready\n"


class Busy(Exception):
    """As many are waiting as may wait."""


class Absent(Exception):
    """What lays out cards is not installed, or does not start here."""


class Printer:
    """One process, started when there is something to print."""

    def __init__(self, *, seconds: float) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def make(self, job: dict[str, Any]) -> bytes:
        """Have one card made; Absent when no process comes up, Busy when it takes too long."""
        process = self._running()
        with self._at_most(process):
            try:
                process.stdin.write(json.dumps(job).encode() + b"\n")
                process.stdin.flush()
                size = int(process.stdout.readline() or -1)
                made = process.stdout.read(size) if size >= 0 else b""
            except (OSError, ValueError):
                made = b""
        if not made:
            self.stop()
            raise Busy
        return made

    def stop(self) -> None:
        """End the process and wait until it is gone."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()

    def _running(self) -> Any:
        if self._process and self._process.poll() is None:
            return self._process
        self.stop()
        process = self._process = subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what goes wrong with a card could be told with its words
        )
        with self._at_most(process):
            up = process.stdout.readline() == READY
        if not up:
            late = process.wait() == -signal.SIGKILL
            self.stop()
            raise Busy if late else Absent
        return process

    @contextmanager
    def _at_most(self, process: Any) -> Iterator[None]:
        """Stop a process that takes longer; whoever reads from it then finds the end."""
        watch = Timer(self._seconds, process.kill)
        watch.start()
        try:
            yield
        finally:
            watch.cancel()


class Press:
    """So many printers, and so many people who may wait for one."""

    def __init__(self, *, printers: int, waiting: int, seconds: float) -> None:
        self._seconds = seconds
        self._turns = BoundedSemaphore(printers + waiting)
        self._printers: Queue[Printer] = Queue()
        for _printer in range(printers):
            self._printers.put(Printer(seconds=seconds))

    def make(self, **job: Any) -> bytes:
        """Have one card made when it is its turn; Busy when too many are before it."""
        if not installed():
            raise Absent
        if not self._turns.acquire(blocking=False):
            raise Busy
        try:
            printer = self._printers.get(timeout=self._seconds)
        except Empty:
            raise Busy from None
        else:
            try:
                return printer.make(job)
            finally:
                self._printers.put(printer)
        finally:
            self._turns.release()

    def close(self) -> None:
        """Stop every printer that is not at work."""
        while not self._printers.empty():
            self._printers.get().stop()


def init(app: Flask) -> None:
    """Give a site its press: one printer for each worker, and two who wait."""
    app.extensions["mbs-press"] = Press(printers=1, waiting=2, seconds=15)


def press() -> Press:
    """Give the press of the running site."""
    return current_app.extensions["mbs-press"]


def installed() -> bool:
    """Tell whether cards can be made into files here, as far as can be seen without trying."""
    return all(find_spec(part) for part in PARTS)
