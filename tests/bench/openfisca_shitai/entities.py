"""The one entity: a person."""

from openfisca_core.entities import build_entity

Person = build_entity(
    key="person",
    plural="persons",
    label="参保人",
    doc="一个参保人",
    is_person=True,
)
entities = [Person]
