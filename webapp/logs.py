"""Log lines: one JSON object each; the kind of page, never which one, by whom, or what was said."""

import json
import logging
import time
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from flask import Flask, Response

from .reach import held, incoming

LOG = logging.getLogger("webapp.access")
REQUEST = "%(method)s %(route)s %(status)s %(ms)s ms"

# The server tells the address and the very bytes of what it could not read; we tell that it was so.
_UNREADABLE = "Invalid request"


class Lines(logging.Formatter):
    """Write each record as one line of JSON that no message can break or make longer."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line: when, how grave, who says it, and what."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "of": record.name,
            **_said(record),
        }
        return json.dumps(told, ensure_ascii=False)


def init(app: Flask) -> None:
    """Write a line for every request, after everything else has had its say."""
    app.before_request(_begin)
    app.after_request(_write)


def lines_of(trace: TracebackType | None) -> str:
    """Tell where a failure came from, file by file: its message could hold an answer."""
    frames = traceback.extract_tb(trace)
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)


def _said(record: logging.LogRecord) -> Mapping[str, Any]:
    if isinstance(record.args, Mapping):
        return record.args
    if record.exc_info and record.exc_info[0]:
        kind, _error, trace = record.exc_info
        return {"message": str(record.msg), "error": kind.__name__, "at": lines_of(trace)}
    message = record.getMessage()
    return {"message": _UNREADABLE if message.startswith(_UNREADABLE) else message}


def _begin() -> None:
    held().began = time.perf_counter()


def _write(response: Response) -> Response:
    request = incoming()
    rule = request.url_rule  # None where nothing of ours was asked for: then the method too is odd
    now = time.perf_counter()
    spent = now - held().get("began", now)
    told = {
        "method": request.method if rule else "-",
        "route": rule.rule if rule else "-",
        "status": response.status_code,
        "ms": round(spent * 1000, 1),
    }
    LOG.info(REQUEST, told)
    return response
