"""Reads the benefits of a pack against the groups and gates of the same file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .benefits import Benefit, compile_picks
from .document import Alias, Header
from .ledger import LAYERS
from .notices import Group, Reading
from .operations.gate import Gate
from .operations.outside import Outside
from .operations.tariff import OPERATIONS, Tariff
from .table import CODES, codes_of

BENEFITS = ("premium", *LAYERS, "deposit", "retroactive")
"""The benefits of the contract."""


@dataclass(frozen=True, slots=True)
class BenefitReader:
    """Reads benefits against the groups and gates of the same file."""

    header: Header
    groups: Mapping[str, Group]
    alias: Alias | None
    members: tuple[str, ...]
    gates: Mapping[str, Gate]
    year: int

    def read(self, *, operation: str, cites: Sequence[str], **rest: Any) -> Benefit:
        """Read one `[[benefit]]`."""
        if operation not in OPERATIONS:
            raise ValueError(f"没有这种算法：{operation}")
        if not cites:
            raise ValueError("每一项都要写依据的条款 cites")
        name = rest["id"]
        if name not in BENEFITS:
            raise ValueError(f"合同里没有这一项：{name}")
        tariffs, ended = self._tariffs(name, operation, rest.pop("tariff"))
        left = {**rest.pop("office", {}), **dict.fromkeys(ended, "")}
        self._check(code for t in tariffs for code in t.members)
        self._check(left)
        outside = rest.pop("outside", None)
        return Benefit(
            operation=operation,
            cites=tuple(cites),
            tariffs=tariffs,
            office=left,
            picks=compile_picks(tariffs, members=self.members, office=self.aliased(name, left)),
            kinds=codes_of("kind", rest.pop("kinds", CODES["kind"])),
            minus=tuple(_layers(rest.pop("minus", ()))),
            gates=tuple(self.gates[gate] for gate in rest.pop("gates", ())),
            outside=Outside.read(**outside) if outside else None,
            **{"in_force": self.header.in_force, **rest},
        )

    def _tariffs(
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

    def _check(self, codes: Any) -> None:
        unknown = set(codes) - {*self.members, *self.groups}
        if unknown:
            raise ValueError(f"文件的对象里没有这些身份：{sorted(unknown)}")

    def reading(
        self,
        benefits: Sequence[Mapping[str, Any]],
        *,
        benefit: str,
        cites: Sequence[str],
        leaves_out: Sequence[str] = (),
        **rest: Any,
    ) -> Reading:
        """Read another reading: the same benefit with some keys changed, or without some groups."""
        row = next((row for row in benefits if row.get("id") == benefit), None)
        if row is None:
            raise ValueError(f"没有这一项：{benefit}")
        if not cites:
            raise ValueError("另一种读法要写依据的条款 cites")
        name, message = rest.pop("id"), rest.pop("message")
        if leaves_out:
            rest["tariff"] = _without(rest.get("tariff", row["tariff"]), leaves_out)
        other = self.read(**{**row, **rest})
        return Reading(name, message, tuple(cites), other, other.counts_as(self.read(**row)))


def _without(tariffs: Sequence[Mapping[str, Any]], codes: Sequence[str]) -> list[Mapping[str, Any]]:
    """Take some identities out of all tariffs; they have what is for everyone, or nothing."""
    absent = set(codes).difference(*(row.get("for", ()) for row in tariffs))
    if absent:
        raise ValueError(f"这一项本来就没有这些身份：{sorted(absent)}")
    left = [
        {**row, "for": [code for code in row["for"] if code not in codes]} if "for" in row else row
        for row in tariffs
    ]
    return [row for row in left if row.get("for") or row.get("everyone")]


def _layers(names: Sequence[str]) -> Sequence[str]:
    unknown = set(names) - set(LAYERS)
    if unknown:
        raise ValueError(f"没有这一层支付：{sorted(unknown)}")
    return names
