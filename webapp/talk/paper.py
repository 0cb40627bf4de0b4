"""Which lines of a paper are asked, one by one, in the order of the paper."""

from collections.abc import Collection, Iterator

import engine

from ..case import door_of, known_answers, lines_of
from ..household import Mark, Visit

SUMS = ("basic_paid", "other_lump", "own_paid")
"""The lines of a receipt that add up to what is in scope."""

WHOLE = ("total", "out_of_scope")
"""What is asked only where the costs in scope do not stand on the paper."""

SELDOM = ("class_b_own",)
"""What the costs in scope already leave out."""


def lines_left(visit: Visit, reads: Collection[str]) -> list[str]:
    """Name the lines not yet told, of those that the document reads.

    A line counts even where it could be computed: a printed 0 says that it is settled.
    """
    door = door_of(visit)
    if door is None:
        return []
    wanted, known = set(_wanted(visit, reads)), known_answers(visit)
    asked = (name for name in lines_of(door) if name in wanted and name not in visit.answers)
    return [name for name in asked if engine.QUESTIONS[name].applies(known)]


def _wanted(visit: Visit, reads: Collection[str]) -> Iterator[str]:
    if visit.door == "memory":
        yield from ("total", "reimbursed")
        return
    if visit.door == "receipt":
        yield from SUMS
    for question in engine.QUESTIONS.values():
        if question.path in reads and question.id not in (*WHOLE, *SELDOM):
            yield question.id
    if _not_on_paper(visit):
        yield from WHOLE


def _not_on_paper(visit: Visit) -> bool:
    """Whether the lines that tell the costs in scope were looked for in vain."""
    lines = SUMS if visit.door == "receipt" else ("in_scope",)
    return any(isinstance(visit.answers.get(name), Mark) for name in lines)
