"""Help with the yearly contribution: a share of it, or a sum of which the text gives the floor."""

from dataclasses import dataclass
from typing import Self

from ..money import WHOLE, basis_points
from .amounts import pack_fen


@dataclass(frozen=True, slots=True)
class Premium:
    """A share in basis points, or at least a sum in fen; `until` is the last year it is given."""

    rate: int
    at_least: int = 0
    until: int | None = None

    @classmethod
    def read(cls, *, rate: str = "0%", at_least: str = "0元", until: int | None = None) -> Self:
        """Read a pack's row: a rate, or a floor, never both."""
        row = cls(basis_points(rate), pack_fen(at_least), until)
        if bool(row.rate) == bool(row.at_least):
            raise ValueError("参保资助要么写比例，要么写最低数")
        return row

    def pays(self, premium: int) -> int:
        """Give the help in fen towards a premium in fen, rounded half up."""
        return min(self.at_least, premium) or (premium * self.rate + WHOLE // 2) // WHOLE
