"""The process that lays out cards, run as a file by itself: it takes one job after another.

A job is a line of JSON on standard input; the answer is a line with its length, then so many bytes.
It stands apart from the site: no page waits for a layout, and a crash costs one card.
"""

import io
import json
import os
import select
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageOps
from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

STYLES = Path(__file__).resolve().parents[2] / "static" / "card.css"
SIZES = (None, 15, 14, 13, 12, 11, 10.5)
"""Sizes of type in points: that of the styles first, then smaller while a card is too long."""

IDLE = 300  # seconds without a job, after which a site that prints nothing keeps no memory for it
WIDTH = 1080  # points of the picture: three for each of a narrow phone
LIGHT = 200_000  # bytes that a picture may weigh


class Refusing(URLFetcher):
    """A card is whole by itself: whatever its page asked for would not be ours."""

    def fetch(self, *_asked: Any, **_how: Any) -> Any:
        """Fetch nothing."""
        raise ValueError("a card fetches nothing")


def main() -> None:
    """Answer jobs until none has come for a while."""
    jobs, answers = sys.stdin.fileno(), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints does not get between the answers
    answers.write(b"ready\n")
    answers.flush()
    for job in _jobs(jobs):
        made = draw(job["html"]) if job["kind"] == "png" else lay_out(job["html"], job["pages"])
        answers.write(b"%d\n" % len(made) + made)
        answers.flush()


def lay_out(html: str, pages: int) -> bytes:
    """Make a PDF of so many pages, in the largest type that they hold."""
    for size in SIZES:
        document = _render(html, f".sheet.sheet.sheet {{ font-size: {size}pt }}" if size else "")
        if len(document.pages) <= pages:
            break
    return document.write_pdf()


def draw(html: str) -> bytes:
    """Make a picture for the phone: one long page, cut where it ends."""
    page = pypdfium2.PdfDocument(_render(html).write_pdf())[0]
    drawn = page.render(scale=WIDTH / page.get_width(), grayscale=True).to_pil()
    foot = ImageOps.invert(drawn).getbbox()[3] + WIDTH // 20
    drawn = drawn.crop((0, 0, drawn.width, min(foot, drawn.height)))
    return next(light for light in _lighter(drawn) if len(light) <= LIGHT)


def _render(html: str, more: str = "") -> Any:
    styles = CSS(string=STYLES.read_text("utf-8") + more)
    return HTML(string=html, url_fetcher=Refusing()).render(stylesheets=[styles])


def _lighter(drawn: Image.Image) -> Iterator[bytes]:
    """Give the picture with fewer and fewer greys; black and white alone always fits."""
    for greys in (16, 8, 4, 2):
        picture = io.BytesIO()
        few = drawn.quantize(greys, dither=Image.Dither.NONE)
        few.save(picture, "png", optimize=True)
        yield picture.getvalue()


def _jobs(source: int) -> Iterator[dict[str, Any]]:
    """Read jobs; the end of the input, or a long silence, is the end."""
    waiting = b""
    while select.select([source], [], [], IDLE)[0] and (more := os.read(source, 65536)):
        waiting += more
        while b"\n" in waiting:
            line, _newline, waiting = waiting.partition(b"\n")
            yield json.loads(line)


if __name__ == "__main__":
    main()
