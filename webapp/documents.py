"""The document by which a person is reckoned: that of the card they came with, or today's."""

from typing import Any

import engine

from .household import Person


def held(pack_id: str) -> Any:
    """Give a document by its id, or None where it is not held, or no longer."""
    return next((header for header in engine.packs() if header.id == pack_id), None)


def document_of(person: Person, region: str) -> Any:
    """Give the document of a person in a place; None where no document serves it."""
    return kept_by(person, region) or engine.pack_for(region)


def kept_by(person: Person, region: str) -> Any:
    """Give the older document a person stays under, where it ever served this place."""
    own = held(person.pack) if person.pack else None
    return own if own and set(own.serves) & set(engine.regions.ancestors(region)) else None
