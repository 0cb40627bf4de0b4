"""How gunicorn serves the site; read by itself when it is started in this folder."""

import os
import socket
import struct
from typing import Any

from flask import Flask

wsgi_app = "webapp:create_app()"
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"

# Reckoning is work for a processor: a process each; the threads are for who is slow to send.
workers = int(os.environ.get("WORKERS") or os.cpu_count() or 2)
worker_class = "gthread"
threads = 8
# Loaded once before the workers part: one key, one copy of the documents, one count of requests.
preload_app = True

# Longer than a proxy keeps its own end open (60 s), or it would send into a closed connection.
keepalive = 75
timeout = 30
graceful_timeout = 30
backlog = 2048
worker_connections = 1000

# The cookie of a large household takes 4 KB of a header's 8; no address of ours is long.
limit_request_line = 2048
limit_request_fields = 64
limit_request_field_size = 8190

control_socket_disable = True

# The site writes its own line for each request, without address and answers: see webapp/logs.py.
accesslog = None
loglevel = os.environ.get("LOG_LEVEL", "info").lower()
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "webapp.logs.Lines"}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"level": loglevel.upper(), "handlers": ["lines"]},
    "loggers": {
        "gunicorn.error": {"level": loglevel.upper(), "handlers": ["lines"], "propagate": False}
    },
}

# Seconds for which a phone may be silent in the middle of sending.
STALL = int(os.environ.get("STALL", "15"))


def when_ready(server: Any) -> None:
    """Be ready before the workers part: no first visitor waits for a page to be compiled.

    And let go of whoever stops in the middle of sending, or a few such would hold every thread.
    """
    if isinstance(app := server.app.wsgi(), Flask):
        for name in app.jinja_env.list_templates(["html"]):
            app.jinja_env.get_template(name)
    patience = struct.pack("ll", STALL, 0)
    for listener in server.LISTENERS:  # what is accepted there inherits it
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, patience)
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, patience)
