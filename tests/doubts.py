"""Doubt cast on a known case: facts blanked or widened, each with another possible value."""

from copy import deepcopy
from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.oracle import computes
from tests.oracle.common import fen, yuan
from tests.strategies import CLASSES, WORLDS, cases

PAYMENTS = ("basic_paid", "critical_paid", "other_paid", "aid_paid")
CHOICES = {
    "kind": ("inpatient", "chronic", "outpatient"),
    "designated": (True, False),
    "place": ("county", "city", "province", "outside"),
    "referral": ("none", "referred", "emergency"),
    "public_hospital": (True, False),
    "grassroots_first": (True, False),
}
SCHEMES = ("resident", "employee", "ncms", "urban", "none")


class Doubt(NamedTuple):
    """A path that is not known, what stands there instead, and another value that it could have."""

    path: str
    blank: Any
    other: Any


def part(case: dict[str, Any], path: str) -> tuple[dict[str, Any], str]:
    """Find the table that holds a path, and the key in it."""
    outer, _, key = path.rpartition(".")
    if not outer:
        return case, key
    return (case["person"] if outer == "person" else case["visits"][int(outer[7:-1])]), key


def put(case: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """Give the case with another value at a path."""
    changed = deepcopy(case)
    table, key = part(changed, path)
    table[key] = value
    if key == "discharged":
        table.pop("admitted", None)
    return changed


def clouded(case: dict[str, Any], doubts: list[Doubt]) -> dict[str, Any]:
    """Give the case with every doubtful fact blanked or widened."""
    for doubt in doubts:
        case = put(case, doubt.path, doubt.blank)
    return case


@st.composite
def slips(draw: Any, pack: str) -> dict[str, Any]:
    """Draw a known case whose slips are possible: what was paid is within what is in scope."""
    case = draw(cases(pack))
    case["visits"] = case["visits"][:3]
    for visit in case["visits"]:
        left = fen(visit["in_scope"]) or 0
        visit["aid_paid"] = yuan(draw(st.sampled_from([0, 0, left // 3])))
        for name in PAYMENTS:
            if visit[name] is not None:
                visit[name] = yuan(min(fen(visit[name]) or 0, left))
                left -= fen(visit[name]) or 0
    return case


@st.composite
def amounts(draw: Any, path: str, value: str, ends: tuple[int, int]) -> Doubt:
    """Doubt an amount: not known, between two ends, at least or at most."""
    here, other = fen(value) or 0, draw(st.integers(*ends))
    low, high = (yuan(end) for end in sorted((here, other)))
    return Doubt(
        path, draw(st.sampled_from([None, [low, high], [low, None], [None, high]])), yuan(other)
    )


@st.composite
def of_person(draw: Any, case: dict[str, Any], pack: str) -> Doubt:
    """Doubt a fact of the person."""
    options: dict[str, Any] = {
        "scheme": st.sampled_from(SCHEMES),
        "status": st.sampled_from(WORLDS[pack].codes.split()).map(lambda code: [code])
        | st.just([]),
        "premium": st.integers(0, 60_000).map(yuan),
    }
    if "youfu_as" in case["person"]:
        options["youfu_as"] = st.sampled_from(CLASSES)
    key = draw(st.sampled_from(sorted(options)))
    return Doubt(f"person.{key}", None, draw(options[key]))


@st.composite
def of_visit(draw: Any, case: dict[str, Any], pack: str) -> Doubt:
    """Doubt a fact of a visit."""
    number = draw(st.integers(0, len(case["visits"]) - 1))
    visit, at = case["visits"][number], f"visits[{number}]"
    paid = sum(fen(visit[name]) or 0 for name in PAYMENTS)
    in_scope = fen(visit["in_scope"]) or 0
    known = [n for n in PAYMENTS if visit[n] is not None and not _tariff(pack, case, number, n)]
    key = draw(
        st.sampled_from([*(k for k in CHOICES if k in visit), "in_scope", *known, "discharged"])
    )
    if key in CHOICES:
        return Doubt(f"{at}.{key}", None, draw(st.sampled_from(CHOICES[key])))
    if key == "discharged":
        days = st.dates(
            *(
                WORLDS[pack].start.replace(year=int(case["as_of"][:4]), month=m, day=d)
                for m, d in ((1, 1), (12, 31))
            )
        )
        return Doubt(f"{at}.{key}", None, str(draw(days)))
    ends = (paid, fen(visit["total"]) or 0) if key == "in_scope" else (0, in_scope - paid)
    return draw(amounts(f"{at}.{key}", visit[key], ends))


def _tariff(pack: str, case: dict[str, Any], number: int, name: str) -> bool:
    """Tell whether the document computes what a slip does not show: blank is then an answer."""
    return computes(
        pack, put(case, f"visits[{number}].{name}", None), number, name[: -len("_paid")]
    )


@st.composite
def doubtful(draw: Any, pack: str) -> tuple[dict[str, Any], list[Doubt]]:
    """Draw a known case, and doubts about one to four of its facts."""
    case = draw(slips(pack))
    kinds = [of_person, of_visit] if case["visits"] else [of_person]
    drawn = [draw(draw(st.sampled_from(kinds))(case, pack)) for _ in range(draw(st.integers(1, 4)))]
    doubts = list({doubt.path: doubt for doubt in drawn}.values())
    if any(doubt.path == "person.status" for doubt in doubts):
        # Days of identities that are not known are not known either.
        for key in ("status_since", "status_until"):
            case["person"].pop(key, None)
    if any(doubt.path in ("person.scheme", "person.status") for doubt in doubts):
        # Whether a blank line is an answer, as the document computes it, hangs on who it is.
        blank = (".basic_paid", ".critical_paid")
        doubts = [d for d in doubts if d.blank is not None or not d.path.endswith(blank)]
    return case, doubts
