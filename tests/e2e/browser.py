"""Debian's Chromium as a small phone, and what no page may do in it."""

import re
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

# The shell draws the same pages without a window around each, in little more than half the work.
SHELL, WHOLE = Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium")

LAUNCH = {
    "executable_path": SHELL if SHELL.exists() else WHOLE,
    "args": [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        # No name is resolved: a page that needs another host cannot pass.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ],
}

PHONE = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "locale": "zh-CN",
    "timezone_id": "Asia/Shanghai",
}

# Chromium logs every answer of 400 and more, but a refused form is answered with 422 on purpose.
REFUSED = re.compile(r"the server responded with a status of 4\d\d")


def enlarge(context: BrowserContext, *, home: str) -> None:
    """Let a phone be one on which 长辈版 was chosen."""
    context.add_cookies([{"name": "elder", "value": "on", "url": home}])


def watch(context: BrowserContext, *, home: str) -> list[str]:
    """Return a list that fills with what goes wrong on any page of this context."""
    faults: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" and not REFUSED.search(message.text):
            faults.append(f"console: {message.text}")

    def see_request(request: Request) -> None:
        if not request.url.startswith((f"{home}/", "data:", "blob:")):
            faults.append(f"another host: {request.url}")

    def see_response(response: Response) -> None:
        if response.status >= 500:
            faults.append(f"{response.status}: {response.url}")

    context.on("console", hear)
    context.on("weberror", lambda error: faults.append(f"script: {error.error}"))
    context.on("request", see_request)
    context.on("response", see_response)
    return faults
