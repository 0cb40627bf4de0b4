"""Better terms than the ordinary tariff: part of its deductible, points on its rates, no cap."""

from dataclasses import dataclass
from typing import Self

from ..money import WHOLE, basis_points
from .ladder import Bands


@dataclass(frozen=True, slots=True)
class Relief:
    """What is changed against the ordinary tariff; basis points."""

    deductible: int
    points: int
    uncapped: bool

    @classmethod
    def read(cls, *, deductible: str, points: str, uncapped: bool = False) -> Self:
        """Read `than_ordinary = {deductible = "50%", points = "5%", uncapped = true}`."""
        return cls(basis_points(deductible), basis_points(points), uncapped)

    def of(self, ordinary: Bands) -> Bands:
        """Give the better tariff; a rate stays at or below 100 %."""
        bands = tuple((floor, min(rate + self.points, WHOLE)) for floor, rate in ordinary.bands)
        less = (ordinary.deductible * self.deductible + WHOLE // 2) // WHOLE
        return Bands(less, bands, None if self.uncapped else ordinary.cap)
