"""The site as it really runs: in gunicorn, on a free port."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import urlopen

from tests.tree import ROOT

GUNICORN = [sys.executable, "-m", "gunicorn"]
# A test is faster than a person: it is not asked to wait.
SETTINGS = {"INSECURE_LAN": "1", "PER_SESSION": "0", "LOG_LEVEL": "warning"}


@contextmanager
def serving() -> Iterator[str]:
    """Run the site over plain http as long as needed, and give its address."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        home = f"http://127.0.0.1:{door.getsockname()[1]}"
        server = subprocess.Popen(
            [*GUNICORN, f"--bind=fd://{door.fileno()}"],
            cwd=ROOT,
            env={**os.environ, **SETTINGS},
            pass_fds=[door.fileno()],
        )
    # Here only the server still holds the door: if it died, this refuses at once.
    try:
        urlopen(home, timeout=30).close()
        yield home
    finally:
        server.terminate()
        server.wait(timeout=40)
