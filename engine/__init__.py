"""明白算's engine: what a household may be entitled to under a government document, and why."""

from typing import Any, NamedTuple

from .money import Unreadable, grouped, yuan
from .questions import PAGES, QUESTIONS, STATUSES, Door, Option, Page, Question


class Ask(NamedTuple):
    """The next screen: a page of the catalogue, and which visit it is about."""

    page: str
    visit: int | None = None
