"""Reads the benefits of a pack against the groups and gates of the same file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .benefits import Benefit, compile_picks
from .document import Alias, Header
from .notices import Group, Reading
from .operations.gate import Gate
from .operations.outside import Outside
from .operations.tariff import OPERATIONS, Tariff
from .table import CODES


@dataclass(frozen=True, slots=True)
class BenefitReader:
    """Reads benefits against the groups and gates of the same file."""

    header: Header
    groups: Mapping[str, Group]
    alias: Alias | None
    members: tuple[str, ...]
    gates: Mapping[str, Gate]
    year: int

    def read(
        self,
        *,
        id: str,
        operation: str,
        cites: Sequence[str],
        tariff: Sequence[Mapping[str, Any]],
        office: Mapping[str, str] | None = None,
        kinds: Sequence[str] = CODES["kind"],
        gates: Sequence[str] = (),
        outside: Mapping[str, Any] | None = None,
        minus: Sequence[str] = (),
        **rest: Any,
    ) -> Benefit:
        """Read one `[[benefit]]`."""
        if operation not in OPERATIONS:
            raise ValueError(f"没有这种算法：{operation}")
        if not cites:
            raise ValueError("每一项都要写依据的条款 cites")
        tariffs, ended = self.tariffs(id, operation, tariff)
        left = {**(office or {}), **dict.fromkeys(ended, "")}
        self.check(code for t in tariffs for code in t.members)
        self.check(left)
        return Benefit(
            id=id,
            operation=operation,
            cites=tuple(cites),
            tariffs=tariffs,
            office=left,
            picks=compile_picks(tariffs, members=self.members, office=self.aliased(id, left)),
            kinds=tuple(CODES["kind"].index(kind) for kind in kinds),
            minus=tuple(minus),
            gates=tuple(self.gates[gate] for gate in gates),
            outside=Outside.read(**outside) if outside else None,
            **{"in_force": self.header.in_force, **rest},
        )

    def tariffs(
        self, benefit: str, operation: str, rows: Sequence[Mapping[str, Any]]
    ) -> tuple[tuple[Tariff, ...], list[str]]:
        read = [Tariff.read(operation, row) for row in rows]
        ended = [t for t in read if getattr(t.row, "until", None) and self.year > t.row.until]
        live = [
            replace(t, members=self.aliased(benefit, t.members)) for t in read if t not in ended
        ]
        return tuple(live), [code for t in ended for code in t.members]

    def aliased(self, benefit: str, codes: Sequence[str] | Mapping[str, str]) -> tuple[str, ...]:
        """Add to the identities those whom the county treats like them."""
        if not self.alias or benefit not in self.alias.benefits:
            return tuple(codes)
        return (*codes, *(f"{self.alias.status}:{code}" for code in codes))

    def check(self, codes: Any) -> None:
        unknown = set(codes) - {*self.members, *self.groups}
        if unknown:
            raise ValueError(f"文件的对象里没有这些身份：{sorted(unknown)}")

    def reading(
        self,
        benefits: Sequence[Mapping[str, Any]],
        *,
        id: str,
        benefit: str,
        message: str,
        cites: Sequence[str],
        **change: Any,
    ) -> Reading:
        """Read another reading of a clause: the same benefit with some keys changed."""
        row = next(row for row in benefits if row["id"] == benefit)
        return Reading(id, message, tuple(cites), self.read(**{**row, **change}))
