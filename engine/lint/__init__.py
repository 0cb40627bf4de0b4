"""What can be wrong with a pack although it can be read."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..clock import today
from ..packs import FOLDER, Pack, PackError, read, read_table
from .bounds import check_bounds
from .dominance import check_order, check_sums
from .finding import Check, Finding
from .frames import check_frames
from .gates import check_gates
from .groups import check_groups
from .references import check_references
from .tables import check_table
from .tariffs import check_tariffs

CHECKS: Sequence[Check] = (
    check_groups,
    check_references,
    check_gates,
    check_tariffs,
    check_bounds,
    check_order,
    check_sums,
)
"""What is looked at in every pack, in the order of telling."""


def lint(folder: Path = FOLDER, year: int | None = None) -> list[str]:
    """List what is to be said of all packs of a folder; problems first, then the notes."""
    found = [line for path in sorted(folder.glob("*.toml")) for line in lint_file(path, year)]
    return sorted(found, key=is_note)


def is_note(line: str) -> bool:
    """Tell whether a line is a remark that does not fail."""
    return line.startswith("note: ")


def lint_file(path: Path, year: int | None = None) -> list[str]:
    """List what is to be said of one pack file, each with file, place and reason."""
    try:
        table = read_table(path)
        packs = [read(path, y) for y in sorted(_years(path, year or today().year))]
        found = [*check_table(table), *_checked(packs), *check_frames(packs[-1], path.parent)]
    except PackError as reason:
        return [str(reason)]
    return list(dict.fromkeys(finding.told(path.name) for finding in found))


def _years(path: Path, last: int) -> Iterable[int]:
    """Give the years in which a pack may say different things: begun, a tariff ended, today."""
    first = read(path, last).header.in_force.year
    tariffs = [t for b in read(path, first).benefits.values() for t in b.tariffs]
    ended = {until + 1 for t in tariffs if (until := getattr(t.row, "until", None))}
    return {first, last, *ended}


def _checked(packs: Sequence[Pack]) -> Iterator[Finding]:
    for check in CHECKS:
        for pack in packs:
            yield from check(pack)


__all__ = ["CHECKS", "Finding", "is_note", "lint", "lint_file"]
