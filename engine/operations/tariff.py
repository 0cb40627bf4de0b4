"""One row of a benefit: for whom, under which insurance, and the operation's own figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from ..table import CODES, codes_of
from .counter import Counter
from .given import Given
from .ladder import Bands
from .overflow import Beyond
from .premium import Premium
from .relief import Relief


class Nothing:
    """A right without figures."""

    @classmethod
    def read(cls) -> None:
        """Read a row that has no figure."""


OPERATIONS: Mapping[str, Any] = {
    "annual": Bands,
    "counter": Counter,
    "overflow": Beyond,
    "premium": Premium,
    "retroactive": Nothing,
    "right": Nothing,
}
"""Every operation of the vocabulary, and what reads its figures."""


@dataclass(frozen=True, slots=True)
class Tariff:
    """The figures (`row`) for some identities, or for everyone."""

    members: tuple[str, ...]
    everyone: bool
    schemes: tuple[str, ...]
    row: Any
    in_force: date | None = None

    @classmethod
    def read(cls, operation: str, table: Mapping[str, Any]) -> Self:
        """Read a `[[benefit.tariff]]`; what the operation does not know is refused."""
        figures = dict(table)
        members = tuple(figures.pop("for", ()))
        everyone = bool(figures.pop("everyone", False))
        schemes = tuple(figures.pop("schemes", CODES["scheme"]))
        if bool(members) == everyone:
            raise ValueError("每一档要么写 for，要么写 everyone = true")
        relief = figures.pop("than_ordinary", None)
        in_force = figures.pop("in_force", None)
        codes_of("scheme", schemes)
        given = figures.pop("given", None)
        if (relief or given) and figures:
            raise ValueError(f"这一档不能再写 {sorted(figures)}")
        if relief or given:
            row = Relief.read(**relief) if relief else Given.read(**given)
        else:
            row = OPERATIONS[operation].read(**figures)
        return cls(members, everyone, schemes, row, in_force)

    @property
    def scheme_codes(self) -> Sequence[int]:
        """Give the insurance schemes as numbers of the column."""
        return codes_of("scheme", self.schemes)
