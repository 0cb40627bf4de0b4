"""Packs: one government document each, read from TOML, refused with the place when it says nonsense."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from .benefits import ELIGIBLE, Benefit, compile_picks
from .notices import Alert, Group, Notice, Paper, Reading, Step
from .operations.gate import Gate
from .operations.outside import Outside
from .operations.tariff import OPERATIONS, Tariff
from .questions import STATUSES
from .table import CODES

FOLDER = Path(__file__).parent / "packs"


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


@dataclass(frozen=True, slots=True)
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
    notices: tuple[Notice, ...]
    papers: tuple[Paper, ...]
    steps: tuple[Step, ...]

    @property
    def id(self) -> str:
        """Give the id: region, year and number of the document."""
        return self.header.id

    def having(self, benefit: Benefit) -> "Pack":
        """Give the same document with one benefit read in another way."""
        return replace(self, benefits={**self.benefits, benefit.id: benefit})

    def left_to_offices(self) -> "Pack":
        """Give the document for a place it leaves out: nothing computed, everything to be asked."""
        none = compile_picks((), members=self.members, office=())
        benefits = {
            name: replace(b, tariffs=(), picks=none, outside=None, left_out=True)
            for name, b in self.benefits.items()
        }
        return replace(self, benefits=benefits)


def ids() -> tuple[str, ...]:
    """List the ids of all packs held."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def load(pack_id: str, year: int) -> Pack:
    """Read a pack that is held, for one year."""
    return read(FOLDER / f"{pack_id}.toml", year)


def read(path: Path, year: int) -> Pack:
    """Read a pack file for one year; PackError names file, place and reason."""
    try:
        table = tomllib.loads(path.read_text("utf-8"), parse_float=_refuse_float)
    except (ValueError, OSError) as reason:
        raise PackError(f"{path.name}: {reason}") from reason
    return _Reader(path, table, year).pack()


def _refuse_float(text: str) -> Any:
    raise ValueError(f"包里不能写小数 {text}：金额写成“5万元”，比例写成“70%”")


class _Reader:
    """Reads the parts of one file; knows its name, so that a refusal can say where."""

    def __init__(self, path: Path, table: Mapping[str, Any], year: int) -> None:
        self.path, self.table, self.year = path, dict(table), year
        known = {
            "pack",
            "office",
            "group",
            "alias",
            "gate",
            "benefit",
            "alert",
            "reading",
            "warning",
            "paper",
            "step",
        }
        for extra in sorted(set(self.table) - known):
            raise PackError(f"{path.name}: {extra}: 不认识这一节")

    def part(self, place: str, make: Callable[..., Any], /, **table: Any) -> Any:
        """Make one part; what is wrong with it is told with its place."""
        try:
            return make(**table)
        except (TypeError, ValueError, KeyError) as reason:
            raise PackError(f"{self.path.name}: {place}: {reason}") from reason

    def parts(self, section: str, make: Callable[..., Any]) -> tuple[Any, ...]:
        rows = self.table.get(section, [])
        return tuple(
            self.part(f"{section}.{row.get('id', number)}", make, **row)
            for number, row in enumerate(rows, 1)
        )

    def pack(self) -> Pack:
        groups = {
            code: self.part(f"group.{code}", Group.read, code=code, **row)
            for code, row in self.table["group"].items()
        }
        alias = self.part("alias", _alias, **self.table["alias"]) if "alias" in self.table else None
        members = tuple(code for code in groups if not (alias and code == alias.status))
        members += tuple(f"{code}:else" for code, group in groups.items() if group.when)
        if alias:
            members += tuple(f"{alias.status}:{value}" for value in alias.values)
        header = self.part(
            "pack", _header, pack_id=self.path.stem, groups=groups, **self.table["pack"]
        )
        gates = {gate.id: gate for gate in self.parts("gate", Gate.read)}
        make = _Benefits(
            header=header, groups=groups, alias=alias, members=members, gates=gates, year=self.year
        )
        benefits = {b.id: b for b in self.parts("benefit", make.read)}
        readings = self.parts("reading", lambda **row: make.reading(self.table["benefit"], **row))
        return Pack(
            header=header,
            year=self.year,
            groups=groups,
            alias=alias,
            members=members,
            benefits=benefits,
            offices=self.table["office"],
            readings=readings,
            alerts=self.parts("alert", Alert.read),
            notices=self.parts("warning", Notice.read),
            papers=self.parts("paper", Paper.read),
            steps=self.parts("step", Step.read),
        )


def _alias(*, status: str, by: str, values: Sequence[str], benefits: Sequence[str]) -> Alias:
    return Alias(status, by, tuple(values), tuple(benefits))


def _header(
    *,
    pack_id: str,
    groups: Mapping[str, Group],
    in_force: date,
    cites: Sequence[str] = (),
    serves: Sequence[str],
    schemes: Sequence[str],
    **rest: Any,
) -> Header:
    unknown = set(groups) - set(STATUSES)
    if unknown:
        raise ValueError(f"没有这样的身份：{sorted(unknown)}")
    if pack_id.split("-", maxsplit=1)[0] != rest.get("region"):
        raise ValueError(f"文件名和地区代码不一致：{pack_id}")
    return Header(
        id=pack_id,
        in_force=in_force,
        in_force_cites=tuple(cites),
        serves=tuple(serves),
        schemes=tuple(schemes),
        statuses=tuple(groups),
        **rest,
    )


@dataclass(frozen=True, slots=True)
class _Benefits:
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


__all__ = ["ELIGIBLE", "Alias", "Header", "Pack", "PackError", "ids", "load", "read"]
