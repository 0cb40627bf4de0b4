"""Households whose cards are made in tests, and what a phone reads from a card."""

import io
import re
from dataclasses import replace
from html import unescape

import pypdfium2
import zxingcpp
from PIL import Image

from tests.webapp.client import Visitor
from tests.webapp.steps import resident, stay
from webapp.household import Household, Mark, Person

BILL = {
    "total": "90000.00",
    "in_scope": "80000.00",
    "out_of_scope": "10000.00",
    "basic_paid": "30000.00",
    "critical_paid": "0.00",
    "other_paid": Mark.NO_LINE,
    "aid_paid": Mark.NO_LINE,
}


def member(person_id: str = "1", who: str = "", *, bills: int = 0, **answers) -> Person:
    """Make someone on 低保 who was in hospital so many times."""
    visits = tuple(stay(f"aaa{place}", door="slip", **BILL) for place in range(bills))
    told = resident(visits=visits, id=person_id, who=who, done=True)
    return replace(told, answers={**told.answers, "visits": bool(bills), **answers})


def family() -> tuple[Person, ...]:
    """Make five people, of whom three were in hospital."""
    return (
        member("1", "self", bills=1),
        member("aaaa", "wife", bills=1, status=["dibao", "youfu"]),
        member("bbbb", "son"),
        member("cccc", "mother", bills=1, status=["dibian"]),
        member("dddd", "father", status=["tekun"]),
    )


def holding(*persons: Person, app=None) -> Visitor:
    """Open the site as someone who told of these people."""
    return Visitor(app).having(Household(persons, "secret"))


def address_of(visitor: Visitor) -> str:
    """Give the address that the open card offers for copying."""
    return unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", visitor.text)[1])


def codes_in(picture: Image.Image) -> list[str]:
    """Read every code of a picture, as a phone would."""
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def picture_of(png: bytes) -> Image.Image:
    """Look at a PNG."""
    return Image.open(io.BytesIO(png))


def pages_of(pdf: bytes) -> list[pypdfium2.PdfPage]:
    """Open a PDF and give its pages."""
    return list(pypdfium2.PdfDocument(pdf))


def seen(page: pypdfium2.PdfPage, *, dpi: int = 150) -> Image.Image:
    """Look at a printed page as a scanner of so many dots an inch does."""
    return page.render(scale=dpi / 72, grayscale=True).to_pil()
