"""明白算's engine: what a household may be entitled to under a government document, and why."""

from . import regions
from .assess import assess, choices, headers, interview, pack_for, read_paths
from .case import CaseError
from .interview import Ask, Interview
from .money import Unreadable, grouped, yuan
from .packs import Header
from .questions import LONG_AGO, PAGES, QUESTIONS, STATUSES, Door, Option, Page, Question
from .schema import schema
from .show import show

packs = headers

__all__ = [
    "LONG_AGO",
    "PAGES",
    "QUESTIONS",
    "STATUSES",
    "Ask",
    "CaseError",
    "Door",
    "Header",
    "Interview",
    "Option",
    "Page",
    "Question",
    "Unreadable",
    "assess",
    "choices",
    "grouped",
    "headers",
    "interview",
    "pack_for",
    "packs",
    "read_paths",
    "regions",
    "schema",
    "show",
    "yuan",
]
