"""Papers to bring and steps to take, merged over the benefits that a person may have."""

from collections.abc import Collection, Iterator
from typing import Any

from .packs import Pack
from .sentences import say


def list_papers(pack: Pack, benefits: Collection[str]) -> list[dict[str, Any]]:
    """List each paper once, with the benefits it serves."""
    return [
        {
            "id": paper.id,
            **say(paper.message),
            "from": paper.origin,
            "original": paper.original,
            "source": paper.source,
            "why": why,
            "cites": list(paper.cites),
        }
        for paper in pack.papers
        if (why := [b for b in paper.benefits if b in benefits])
    ]


def list_steps(pack: Pack, benefits: Collection[str]) -> list[dict[str, Any]]:
    """List the procedure in order; 12393 is always the last step."""
    return [
        *_steps(pack, benefits),
        {
            "id": "hotline",
            "way": "ask",
            "cites": [],
            **say("不清楚的，打 12393 问医保。外地打要加当地区号。"),
        },
    ]


def _steps(pack: Pack, benefits: Collection[str]) -> Iterator[dict[str, Any]]:
    for step in pack.steps:
        if set(step.benefits) & set(benefits):
            yield {"id": step.id, "way": step.way, **say(step.message), "cites": list(step.cites)}
