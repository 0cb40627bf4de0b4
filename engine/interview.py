"""What to ask next: the first screen with a fact that can still change something shown."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .breakpoints import is_amount
from .case import Case
from .lanes import Lanes, complete, missing_paths, telling
from .operations.gate import Gate
from .ordering import Ask, by_change, visits_first
from .packs import Pack
from .payments import Money, tell_brought, tell_totals, untold
from .questions import BY_PATH, PAGES, Page
from .ways import gates

_PLACE = re.compile(r"visits\[(\d+)\]")
_PAGE_OF = {name: page for page in PAGES.values() for name in page.questions}
_PERSON_ORDER = tuple(q.path for q in BY_PATH.values() if not q.of_visit)


@dataclass(frozen=True)
class Interview:
    """Where the interview stands for what is known so far."""

    case: Case
    pack: Pack
    unsure: frozenset[str]

    @cached_property
    def open(self) -> tuple[Ask, ...]:
        """List every screen that can still change something shown: what can change most first."""
        quick = self._quick
        asks = self._asks(telling(quick))
        if quick.too_many:
            return visits_first(asks.values())
        if asks:
            return by_change(asks, quick)
        whole = complete(_asking(self.case), self.pack)
        asks = self._asks(missing_paths(whole))
        return visits_first(asks.values()) if whole.too_many else by_change(asks, whole)

    @cached_property
    def total(self) -> Money:
        """
        Give all payments of the year as far as they are known: one figure, or its ends.

        While nothing is known of visits it is what the document itself brings: whatever insurance
        pays beside it has no end yet. None: nothing can be said yet.
        """
        told = self._tell(self._quick)
        if told not in (None, untold()) and any(map(is_amount, self._quick.axes)):
            # Between its ends an open amount may pay more than at them: look there as well.
            told = self._tell(complete(_asking(self.case), self.pack))
        return None if told == untold() else told

    def _tell(self, lanes: Lanes) -> Money:
        return tell_brought(lanes) if self.case.visits is None else tell_totals(lanes)[0]

    @cached_property
    def _quick(self) -> Lanes:
        return complete(_asking(self.case), self.pack, estimates=False)

    def _asks(self, paths: Iterable[str]) -> dict[str, Ask]:
        """Name the screen of every path that is asked for."""
        wanted = (path for path in (*paths, *_undated(self.case)) if self._asked(path))
        return {path: Ask(_page(path).id, _visit(path)) for path in wanted}

    @property
    def next(self) -> Ask | None:
        """Name the next screen; None when nothing more can change."""
        return self.open[0] if self.open else None

    @cached_property
    def unused(self) -> tuple[str, ...]:
        """Name the answers given that cannot change anything, seen in the order of asking."""
        return (*self._unused_of_person(), *self._unused_of_visits())

    def _asked(self, path: str) -> bool:
        question = BY_PATH.get(_PLACE.sub("visits[]", path))
        return question is not None and not question.offered and path not in self.unsure

    def _unused_of_person(self) -> Iterator[str]:
        """Ask again from the start: an answer that would not be asked for is not used."""
        known: dict[str, Any] = {}
        given = {
            path for path in _PERSON_ORDER if _given(self.case, path) and not BY_PATH[path].offered
        }
        for path in (p for p in _PERSON_ORDER if p in given):
            partial = _with(self.case, known)
            wanted = set(telling(complete(_asking(partial), self.pack, estimates=False)))
            if path in wanted or (path == "person.status" and "person.status_unknown" in wanted):
                known[path] = True
            else:
                yield path

    def _unused_of_visits(self) -> Iterator[str]:
        visit_gates = [gate for gate in gates(self.pack) if gate.of_visit]
        for number, visit in enumerate(self.case.visits or ()):
            for fact in _moot(visit, visit_gates):
                yield f"visits[{number}].{fact}"


def _page(path: str) -> Page:
    return _PAGE_OF[BY_PATH[_PLACE.sub("visits[]", path)].id]


def _visit(path: str) -> int | None:
    match = _PLACE.match(path)
    return int(match[1]) if match else None


def _asking(case: Case) -> Case:
    """Take a missing first day of an identity as not known: the interview asks for it."""
    if "status_since" in case.person or not (
        case.person.get("status") or case.person.get("status_unknown")
    ):
        return case
    person = {**case.person, "status_since": None}
    return Case(case.region, case.pack, case.as_of, person, case.visits, case.opening)


def _undated(case: Case) -> Iterator[str]:
    """A visit's day decides the year and the version, so it is always asked."""
    for number, visit in enumerate(case.visits or ()):
        if visit.get("discharged") is None:
            yield f"visits[{number}].discharged"


def _given(case: Case, path: str) -> bool:
    if path == "visits":
        return case.visits is not None
    if path == "person.status":
        return any(case.person.get(key) is not None for key in ("status", "status_unknown"))
    return path.startswith("person.") and case.person.get(path.removeprefix("person.")) is not None


def _with(case: Case, known: Collection[str]) -> Case:
    """Keep only some of the person's answers."""
    keys = {path.removeprefix("person.") for path in known} | (
        {"status_unknown"} if "person.status" in known else set()
    )
    person = {key: value for key, value in case.person.items() if key in keys}
    visits = case.visits if "visits" in known else None
    return Case(case.region, case.pack, case.as_of, person, visits, {})


def _moot(visit: Mapping[str, Any], gates_: Collection[Gate]) -> Iterator[str]:
    """Name facts of a visit after which, given those asked before, no gate turns either way."""
    known: dict[str, Any] = {}
    for question in BY_PATH.values():
        fact = question.path.removeprefix("visits[].")
        if (
            question.of_visit
            and any(fact in gate.facts for gate in gates_)
            and visit.get(fact) is not None
        ):
            if any(_turns(gate, known, fact) for gate in gates_):
                known[fact] = visit[fact]
            else:
                yield fact


def _turns(gate: Gate, known: Mapping[str, Any], fact: str) -> bool:
    """Tell whether a fact can still decide a gate: some row holds it and is not yet refused."""
    rows = [
        row
        for row in gate.rows
        if not any(t.fact in known and not t.allows(known[t.fact]) for t in row)
    ]
    passed = any(all(t.fact in known for t in row) for row in rows)
    return not passed and any(t.fact == fact for row in rows for t in row)


__all__ = ["Ask", "Interview"]
