"""Which lines of a paper are still worth asking for."""

from collections.abc import Collection, Iterator

import engine

from ..case import BILL, door_of, known_answers, lines_of
from ..household import Mark, Visit

SUMS = ("basic_paid", "other_lump", "own_paid")
"""The lines of a receipt that add up to what is in scope."""

BEHIND = ("critical_paid", "other_paid", "aid_paid")
"""What a receipt puts into one box."""

WHOLE = ("total", "out_of_scope")
"""What is asked only where the costs in scope do not stand on the paper."""


def lines_left(visit: Visit, place: int, missing: Collection[str]) -> list[str]:
    """Name the lines not yet told that can change something, in the order of the paper."""
    door = door_of(visit)
    if door is None:
        return []
    prefix = f"visits[{place}]."
    open_here = {path.removeprefix(prefix) for path in missing if path.startswith(prefix)}
    wanted = set(_wanted(visit, open_here & set(BILL.questions)))
    known = known_answers(visit)
    asked = (name for name in lines_of(door) if name in wanted and name not in visit.answers)
    return [name for name in asked if engine.QUESTIONS[name].applies(known)]


def _wanted(visit: Visit, missing: Collection[str]) -> Iterator[str]:
    yield from missing
    if visit.door == "memory" and missing:
        yield from ("total", "reimbursed")
    if visit.door == "receipt":
        yield from SUMS if "in_scope" in missing else ()
        yield from ("other_lump",) if set(BEHIND) & set(missing) else ()
    if "in_scope" in missing and _not_on_paper(visit):
        yield from WHOLE


def _not_on_paper(visit: Visit) -> bool:
    """Whether the lines that tell the costs in scope were looked for in vain."""
    lines = SUMS if visit.door == "receipt" else ("in_scope",)
    return any(isinstance(visit.answers.get(name), Mark) for name in lines)
