"""A tariff the document relies on and does not hold: given, or estimated in a range."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from .amounts import pack_fen
from .ladder import Bands

FACTS = ("critical_deductible", "critical_tiers", "critical_cap")
"""What a person or an office may know of the ordinary critical illness tariff."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Deductibles in fen to estimate with: the usual one first, then the lowest and the highest."""

    deductibles: tuple[int, ...]

    @classmethod
    def read(cls, *, deductible: Sequence[str]) -> Self:
        """Read the estimate's deductibles: usual, lowest, highest."""
        usual, lowest, highest = map(pack_fen, deductible)
        if not lowest <= usual <= highest:
            raise ValueError(f"估算的起付线要写成 [常见, 最低, 最高]：{deductible}")
        return cls((usual, lowest, highest))

    def ordinary(self, bands: Bands, given: Mapping[str, Any]) -> list[Bands]:
        """Give the ordinary tariff: once if its deductible is given, else for each estimate."""
        tiers, cap = given.get("critical_tiers"), given.get("critical_cap")
        rates = bands.bands if tiers is None else tuple(tiers)
        most = bands.cap if cap is None else cap
        return [Bands(deductible, rates, most) for deductible in self.tried(given)]

    def tried(self, given: Mapping[str, Any]) -> tuple[int, ...]:
        """Give the deductible that is known, or else each estimate."""
        known = given.get("critical_deductible")
        return self.deductibles if known is None else (known,)
