"""The catalogue: every question once, how its answer is read, and what shares a screen with it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from .readers import READERS, Raw

LONG_AGO = "2000-01-01"
"""The day that stands for 好几年了: before anything that a document held here can count."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice; a name of today may stand for a code, or for codes only the office can tell."""

    value: str
    label: str
    help: str = ""
    codes: tuple[str, ...] = ()
    unsure_of: tuple[str, ...] = ()
    family: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for one path of the contract; `[]` in the path stands for a visit."""

    id: str
    path: str
    type: str
    label: str
    why: str
    help: str = ""
    where: str = ""
    receipt_label: str = ""
    receipt_where: str = ""
    none: str = ""
    no_line: str | None = None
    no_line_for: Mapping[str, str] | None = None
    long_ago: str = ""
    offered: bool = False
    optional: bool = False
    shared: bool = False
    label_of: str = ""
    only_if: Mapping[str, tuple[str, ...]] | None = None
    label_for: Mapping[str, str] | None = None
    options: tuple[Option, ...] = ()

    @property
    def of_visit(self) -> bool:
        """Whether each visit has an answer of its own."""
        return self.path.startswith("visits[]")

    def at(self, visit: int | None = None) -> str:
        """Name the path of one visit: visits[].total -> visits[2].total."""
        return self.path if visit is None else self.path.replace("[]", f"[{visit}]")

    def applies(self, visit: Mapping[str, Any]) -> bool:
        """Tell whether a visit can have this fact (only a stay has a day of admission)."""
        return all(
            visit.get(fact) in (*values, None) for fact, values in (self.only_if or {}).items()
        )

    def without_line(self, kind: object) -> str | None:
        """Give what "the paper has no such line" means for a kind of visit; None is not known."""
        return (self.no_line_for or {}).get(str(kind), self.no_line) or None

    def read(self, raw: Raw) -> Any:
        """Read what a form sent as the contract's value; Unreadable says how to mend it."""
        values = tuple(option.value for option in self.options)
        return READERS[self.type](raw, values)

    def codes(self, values: Any) -> tuple[list[str], list[str]]:
        """Split chosen options into codes held and codes only the office can tell."""
        chosen = [option for option in self.options if option.value in values]
        held = {code for o in chosen if not o.unsure_of for code in (o.codes or (o.value,))}
        unsure = {code for o in chosen for code in o.unsure_of} - held
        return sorted(held), sorted(unsure)


@dataclass(frozen=True, slots=True)
class Door:
    """One paper from which a bill can be copied, with its lines in the paper's own order."""

    id: str
    title: str
    help: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Questions that stand together on one screen."""

    id: str
    title: str
    questions: tuple[str, ...]
    doors: tuple[Door, ...] = ()


def _tuples(table: Mapping[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in table.items()}


def _question(row: dict[str, Any]) -> Question:
    options = tuple(Option(**_tuples(option)) for option in row.pop("option", []))
    return Question(**row, options=options)


def _page(row: dict[str, Any]) -> Page:
    doors = tuple(Door(**_tuples(door)) for door in row.pop("door", []))
    return Page(**_tuples(row), doors=doors)


def _pages(rows: list[dict[str, Any]], questions: Mapping[str, Question]) -> dict[str, Page]:
    shared = {name: page for page in map(_page, rows) for name in page.questions}
    in_order = (shared.get(q.id, Page(q.id, q.label, (q.id,))) for q in questions.values())
    return {page.id: page for page in in_order}


_CATALOGUE = tomllib.loads(files(__package__).joinpath("questions.toml").read_text("utf-8"))

QUESTIONS: Mapping[str, Question] = {row["id"]: _question(row) for row in _CATALOGUE["question"]}
"""Every question by id, in the order of asking."""

PAGES: Mapping[str, Page] = _pages(_CATALOGUE["page"], QUESTIONS)
"""Every screen by id, in the order of asking."""

STATUSES: tuple[str, ...] = tuple(
    o.value for o in QUESTIONS["status"].options if not o.codes and not o.unsure_of
)
"""The contract's identities; a status is the bit of its place here."""

BY_PATH: Mapping[str, Question] = {q.path: q for q in QUESTIONS.values()}
"""Every question by the contract path it fills."""
