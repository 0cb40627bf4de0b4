"""Nothing is asked in vain, and nothing is read that nobody is asked: packs against questions."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product, zip_longest
from typing import Any, NamedTuple

from .assess import assess
from .case import CaseError
from .clock import today
from .operations.given import Given
from .operations.overflow import Beyond
from .packs import Pack, ids, load
from .questions import BY_PATH, QUESTIONS, Option, Question
from .reads import reads
from .typical import case, person, settled, visit, year_of

PERSON, VISIT = "person.", "visits[]."
_DAY = re.compile(r"-\d\d-\d\d")
Case = dict[str, Any]
Changes = Mapping[str, Any]
"""Contract paths with another value; one with None is taken away."""

SITUATIONS: Mapping[str, Changes] = {
    "designated rural major_disease youfu_as": {},
    "public_hospital": {"visits[].place": "province"},
    "place": {"visits[].place": "province", "visits[].referral": "referred"},
    "opening_aid_paid": {"visits[].in_scope": "400000.00", "visits[].total": "500000.00"},
    "basic_rate aid_rate aid_cap": {
        "person.scheme": "urban",
        "person.aid_rate": "50%",
        "person.aid_cap": "20000.00",
        "person.basic_rate": "50%",
        "visits[].basic_paid": None,
        "visits[].critical_paid": None,
    },
    "income_per_head dibao_line assets_ok household_income": {
        "person.income_per_head": "900.00",
        "person.dibao_line": "600.00",
        "person.assets_ok": True,
        "person.household_income": "30000.00",
    },
    "residence_permit_years": {"person.local_hukou": False},
    "out_of_scope": {"visits[].in_scope": None, "visits[].out_of_scope": "20000.00"},
    "own_paid other_lump": {
        "visits[].in_scope": None,
        "visits[].basic_paid": "10000.00",
        "visits[].other_lump": "0.00",
        "visits[].own_paid": "50000.00",
        "visits[].critical_paid": None,
    },
    "reimbursed": {
        f"visits[].{name}": None
        for name in ("in_scope", "basic_paid", "critical_paid", "other_paid", "aid_paid")
    },
    "opening_outpatient_aid_paid": {"visits[].kind": "outpatient"},
    "admitted status_until": {"person.status_until": "-02-15"},
    "discharged status_since": {"person.status_since": "-04-01"},
    "opening_critical_paid critical_cap": {
        "person.critical_cap": "30000.00",
        "visits[].critical_paid": None,
    },
}
"""
What else may have to be so for an answer to count, under the questions for which it is tried first.

All are tried for every question; days are of the year of the case.
"""

TRIED: Mapping[str, Sequence[Any]] = {
    "amount": ("0.00", "900.00", "30000.00", "45000.00", "400000.00"),
    "date": ("-02-01", "-03-05", "-05-01", "-11-01"),
    "number": (0, 1),
    "rate": ("40%", "70%"),
    "tiers": ([["0.00", "50%"]], [["0.00", "90%"]]),
    "visits": ([], None),
    "yesno": (True, False),
}
"""Answers to try where a question has no options."""


class Answer(NamedTuple):
    """One answer to a question: how it is named, and what it changes in a case."""

    name: str
    changes: Changes


def check_reach() -> list[str]:
    """List facts that nobody is asked for, and answers that change nothing anywhere."""
    packs = [load(pack_id, today().year) for pack_id in ids()]
    found = [f"{pack.id}.toml: {line}" for pack in packs for line in unasked(pack)]
    for question in QUESTIONS.values():
        place = f"questions.toml: {question.id}"
        if any(question.path in reads(pack) for pack in packs):
            found += (f"{place}: {line}" for line in unheard(question, packs))
        else:
            found.append(f"{place}: 没有哪份文件用到它")
    return found


def unasked(pack: Pack) -> Iterator[str]:
    """Tell which facts of the person a pack takes figures from that no question fills."""
    wanted = [(alert.of, "amount") for alert in pack.alerts if alert.of]
    wanted += [(pack.alias.by, "choice")] if pack.alias else []
    for benefit in pack.benefits.values():
        for tariff in benefit.tariffs:
            if isinstance(tariff.row, Given | Beyond):
                wanted += [(tariff.row.rate_of, "rate"), (tariff.row.cap_of, "amount")]
    for fact, kind in dict.fromkeys(wanted):
        question = BY_PATH.get(PERSON + fact)
        if fact and (question is None or question.type != kind):
            yield f"没有哪个问题问到：{fact}"


def unheard(question: Question, packs: Sequence[Pack]) -> Iterator[str]:
    """Tell which answers to a question change nothing in any pack."""
    if question.id == "status":
        yield from _unheard_identities(question, packs)
    else:
        reading = [pack for pack in packs if question.path in reads(pack)]
        rounds = zip_longest(*(_situations(pack, question.id) for pack in reading))
        situations = (case_ for round_ in rounds for case_ in round_ if case_)
        yield from (_dead(name) for name in _deaf(question, situations))


def _deaf(question: Question, situations: Iterator[Case]) -> list[str]:
    """Name the answers that make no difference; without options any two that differ will do."""
    answers = _answers(question)
    deaf = set(range(len(answers)))
    chosen = bool(question.options) or question.type == "yesno"
    for situation in situations:
        deaf -= _telling(answers, situation)
        if not deaf or (len(deaf) < len(answers) and not chosen):
            return []
    return [answers[number].name for number in sorted(deaf)]


def _dead(name: str) -> str:
    return f"选“{name}”在哪份文件里都不改变结果"


def _unheard_identities(question: Question, packs: Sequence[Pack]) -> Iterator[str]:
    """An identity must count in a pack that names it, not only be told that it is unknown."""
    for option in question.options:
        codes = set(option.codes or option.unsure_of or (option.value,))
        naming = [pack for pack in packs if codes & set(pack.header.statuses)]
        answers = [Answer("", {"person.status": []}), _identity(option)]
        if not any(_telling(answers, case_) for pack in naming for case_ in _alone(pack)):
            yield _dead(option.label)


def _identity(option: Option) -> Answer:
    if option.unsure_of:
        changes = {"person.status": [], "person.status_unknown": list(option.unsure_of)}
        return Answer(option.label, changes)
    return Answer(option.label, {"person.status": list(option.codes or (option.value,))})


def _answers(question: Question) -> list[Answer]:
    if question.options:
        return [Answer(o.label, {question.path: o.value}) for o in question.options]
    return [Answer(str(value), {question.path: value}) for value in TRIED[question.type]]


def _alone(pack: Pack, question: str = "") -> Iterator[Case]:
    """Give a pack's base case in every situation, nobody recognised."""
    year = year_of(pack.header)
    seen = visit(year) | {"total": "90000.00", "basic_paid": "0.00", "critical_paid": "0.00"}
    base = case(pack.header, person(pack.header.schemes[0]), seen | settled(pack))
    for asked in sorted(SITUATIONS, key=lambda names: question not in names.split()):
        yield changed(base, SITUATIONS[asked])


def _situations(pack: Pack, question: str) -> Iterator[Case]:
    """Give the cases in which an answer may count, the likelier ones first."""
    bases = list(_alone(pack, question))
    asking = [code for code, group in pack.groups.items() if group.when]
    asking += [pack.alias.status] if pack.alias else []
    others = [code for code in pack.header.statuses if code not in asking]
    plain = others[len(others) // 2]
    first = [(bases[0], [code]) for code in asking]
    first += [(base, status) for base in bases for status in ([plain], [])]
    rest = [(base, [code]) for base, code in product(bases, (*asking, *others))]
    for base, status in (*first, *rest):
        yield changed(base, {"person.status": status})


def changed(base: Case, changes: Changes) -> Case:
    """Give a case with some paths changed, in every visit where it is about a visit."""
    found: Case = json.loads(json.dumps(base))
    for path, value in changes.items():
        in_year = f"{base['as_of'][:4]}{value}" if _DAY.fullmatch(str(value)) else value
        for table, key in _places(found, path):
            table[key] = in_year
    return found


def _places(case_: Case, path: str) -> Iterator[tuple[Case, str]]:
    """Find where a path is written; visits stay as they are unless they are taken away."""
    if path.startswith(VISIT):
        yield from ((entry, path.removeprefix(VISIT)) for entry in case_["visits"])
    elif path.startswith("opening."):
        yield case_["person"].setdefault("opening", {}), path.removeprefix("opening.")
    elif path.startswith(PERSON):
        yield case_["person"], path.removeprefix(PERSON)
    else:
        yield case_, path


def _telling(answers: Sequence[Answer], base: Case) -> set[int]:
    """Number the answers that come out differently from some other answer."""
    found = {n: _result(changed(base, answer.changes)) for n, answer in enumerate(answers)}
    told = {n: result for n, result in found.items() if result is not None}
    return {n for n, result in told.items() if any(result != other for other in told.values())}


def _result(raw: Case) -> str | None:
    """Give all that a person is shown as outcome, to be compared; None where the case is none."""
    try:
        found = assess(raw)
    except CaseError:
        return None
    keys = ("status", "amount", "due")
    benefits = {n: [b[key] for key in keys] for n, b in found["benefits"].items()}
    shown = [benefits, *(found[key] for key in ("total_paid", "left", "warnings", "what_if"))]
    return json.dumps(shown, ensure_ascii=False)
