"""A rate and a limit written in another text: known only if the person or the office tells them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from ..money import WHOLE, basis_points
from .ladder import Bands


@dataclass(frozen=True, slots=True)
class Given:
    """Names of the person's facts to take the rate and the yearly cap from; points are added."""

    rate_of: str
    cap_of: str
    points: int

    @classmethod
    def read(cls, *, rate_of: str, cap_of: str = "", points: str = "0%") -> Self:
        """Read `given = {rate_of = "aid_rate", cap_of = "aid_cap"}`."""
        return cls(rate_of, cap_of, basis_points(points))

    def of(self, person: Mapping[str, Any]) -> Bands | None:
        """Give the tariff, or None while a figure is not known; no rate passes 100 %."""
        rate, cap = person.get(self.rate_of), person.get(self.cap_of) if self.cap_of else None
        if rate is None or (self.cap_of and cap is None):
            return None
        return Bands(0, ((0, min(rate + self.points, WHOLE)),), cap)
