"""A government document as the engine holds it, ready to be evaluated for one year."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from .benefits import Benefit, compile_picks
from .likely import Likely
from .notices import Alert, Constraint, Group, Notice, Paper, Reading, Step


class PackError(ValueError):
    """A pack that cannot be read: file, place and reason."""


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the first article."""

    id: str
    region: str
    title: str
    number: str
    issuer: str
    in_force: date
    in_force_cites: tuple[str, ...]
    serves: tuple[str, ...]
    schemes: tuple[str, ...]
    statuses: tuple[str, ...] = ()
    leaves_out: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alias:
    """An identity that the county treats as one of the others."""

    status: str
    by: str
    values: tuple[str, ...]
    benefits: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Pack:
    """One document for one calendar year, ready to be evaluated."""

    header: Header
    year: int
    groups: Mapping[str, Group]
    alias: Alias | None
    members: tuple[str, ...]
    benefits: Mapping[str, Benefit]
    offices: Mapping[str, str]
    alerts: tuple[Alert, ...]
    readings: tuple[Reading, ...]
    constraints: tuple[Constraint, ...]
    likely: tuple[Likely, ...]
    notices: tuple[Notice, ...]
    papers: tuple[Paper, ...]
    steps: tuple[Step, ...]

    @property
    def id(self) -> str:
        """Give the id: region, year and number of the document."""
        return self.header.id

    @cached_property
    def insurance(self) -> "Pack":
        """Give the layers of insurance alone, as the document computes them."""
        return replace(self, benefits={k: b for k, b in self.benefits.items() if b.insurance})

    @cached_property
    def at_once(self) -> "Pack":
        """Give the document without what is paid for the time before an identity."""
        benefits = {k: b for k, b in self.benefits.items() if b.operation != "retroactive"}
        return replace(self, benefits=benefits)

    def having(self, benefit: Benefit) -> "Pack":
        """Give the same document with one benefit read in another way."""
        if benefit not in self._readings:
            benefits = {**self.benefits, benefit.id: benefit}
            self._readings[benefit] = replace(self, benefits=benefits)
        return self._readings[benefit]

    @cached_property
    def _readings(self) -> dict[Benefit, "Pack"]:
        return {}

    def left_to_offices(self) -> "Pack":
        """Give the document for a place it leaves out: nothing computed, everything to be asked."""
        return self._left

    @cached_property
    def _left(self) -> "Pack":
        none = compile_picks((), members=self.members, office=())
        benefits = {
            name: replace(b, tariffs=(), picks=none, outside=None, left_out=True)
            for name, b in self.benefits.items()
        }
        return replace(
            self, benefits=benefits, alerts=(), readings=(), likely=(), notices=(), papers=(),
            steps=(),
        )  # fmt: skip
