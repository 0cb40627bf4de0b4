"""Packs: one government document each, read from TOML, refused with the place of what is wrong."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from .benefit_reader import BenefitReader
from .document import Alias, Header, Pack, PackError
from .likely import Likely
from .notices import Alert, Constraint, Group, Notice, Paper, Step
from .operations.gate import Gate
from .questions import STATUSES

FOLDER = Path(__file__).parent / "packs"

NEEDED = ("pack", "office", "group", "benefit")
"""Sections without which a pack says nothing."""

SECTIONS = (
    *NEEDED,
    "alias",
    "gate",
    "reading",
    "constraint",
    "likely",
    "alert",
    "warning",
    "paper",
    "step",
)
"""Every section that a pack may have."""


@cache
def ids() -> tuple[str, ...]:
    """List the ids of all packs held."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def load(pack_id: str, year: int) -> Pack:
    """Read a pack that is held, for one year."""
    return read(FOLDER / f"{pack_id}.toml", year)


def locate(name: str) -> Path:
    """Find the file of a pack by its id, or take the file that is named."""
    path = Path(name) if name.endswith(".toml") else FOLDER / f"{name}.toml"
    if not path.is_file():
        raise PackError(f"没有这份文件：{name}")
    return path


def read(path: Path, year: int) -> Pack:
    """Read a pack file for one year; PackError names file, place and reason."""
    return _Reader(path, read_table(path), year).pack()


def read_table(path: Path) -> Mapping[str, Any]:
    """Read the sections of a pack file as they are written."""
    try:
        return tomllib.loads(path.read_text("utf-8"), parse_float=_refuse_float)
    except (ValueError, OSError) as reason:
        raise PackError(f"{path.name}: {reason}") from reason


def _refuse_float(text: str) -> Any:
    raise ValueError(f"包里不能写小数 {text}：金额写成“5万元”，比例写成“70%”")


class _Reader:
    """Reads the parts of one file; knows its name, so that a refusal can say where."""

    def __init__(self, path: Path, table: Mapping[str, Any], year: int) -> None:
        self.path, self.table, self.year = path, dict(table), year
        for lacking in (name for name in NEEDED if name not in self.table):
            raise PackError(f"{path.name}: {lacking}: 少了这一节")
        for extra in sorted(set(self.table) - set(SECTIONS)):
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
        make = BenefitReader(
            header=header, groups=groups, alias=alias, members=members, gates=gates, year=self.year
        )
        listed = self.parts("benefit", make.read)
        benefits = {b.id: b for b in listed}
        for b in listed:
            self.part(f"benefit.{b.id}", _once, name=b.id, names=[other.id for other in listed])
        for code, group in groups.items():
            self.part(f"group.{code}", _housed, office=group.office, offices=self.table["office"])
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
            constraints=self.parts("constraint", Constraint.read),
            likely=self.parts("likely", Likely.read),
            alerts=self.parts("alert", Alert.read),
            notices=self.parts("warning", Notice.read),
            papers=self.parts("paper", Paper.read),
            steps=self.parts("step", Step.read),
        )


def _once(*, name: str, names: Sequence[str]) -> None:
    if names.count(name) > 1:
        raise ValueError(f"同一项写了两次：{name}")


def _housed(*, office: str, offices: Mapping[str, str]) -> None:
    if office not in offices:
        raise ValueError(f"没有这个部门：{office}")


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
    if not isinstance(in_force, date):
        raise TypeError(f"in_force 要写日期，不加引号：{in_force!r}")
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


__all__ = ["FOLDER", "Header", "Pack", "PackError", "ids", "load", "locate", "read"]
