"""Axes of identities: which are held, by which class they count, and since when."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from .case import Case
from .packs import Pack
from .spans import days_of, span_of, unsure_since
from .table import AT_STAY, IN_YEAR, day_number, month_end
from .ways import PERSON, Axis, Spot, axis


def status_axes(case: Case, pack: Pack) -> Iterator[Axis]:
    """Give the identities held, one way for each class the document tells apart where open."""
    status = case.person.get("status")
    unsure = [c for c in case.person.get("status_unknown") or () if c not in (status or ())]
    if status is None and not unsure:
        yield _any_status(pack)
        return
    held = list(status or ())
    alias = pack.alias.status if pack.alias else ""
    yield axis("person.status", [_sure(case, pack, held)])
    yield from (_unsure_axis(pack, code) for code in unsure if code != alias)
    if alias in (*held, *unsure):
        yield _alias_axis(case, pack, unsure=alias in unsure)


def _way(members: int, unnamed: int) -> Mapping[Spot, int]:
    return {("members", PERSON): members, ("unnamed", PERSON): unnamed}


def _any_status(pack: Pack) -> Axis:
    """Nothing known: nobody, each class alone, or an identity the document does not name."""
    singles = [_way(1 << bit, 0) for bit in range(len(pack.members))]
    return axis("person.status", [_way(0, 0), *singles, _way(0, 1)])


def _sure(case: Case, pack: Pack, held: Sequence[str]) -> Mapping[Spot, int]:
    alias = pack.alias.status if pack.alias else ""
    sure = _members(pack, [code for code in held if code != alias])
    others = [code for code in held if code not in pack.groups]
    in_year = IN_YEAR * any(_in_year(case, code) for code in others)
    return _way(sure, in_year | AT_STAY * any(_kept(case, code) for code in others))


def _unsure_axis(pack: Pack, code: str) -> Axis:
    bit = _members(pack, [code])
    spot = (f"+members.{bit}", PERSON) if bit else ("+unnamed", PERSON)
    return axis("person.status_unknown", [{}, {spot: bit or 1}])


def _in_year(case: Case, status: str) -> bool:
    """Tell whether an identity was held on some day of the year, as far as its dates are known."""
    newyear, last = date(case.year, 1, 1), date(case.year, 12, 31)
    span = span_of(case.person, status)
    return unsure_since(case.person) or span.covers(first=newyear, last=last)


def _kept(case: Case, status: str) -> bool:
    """Tell whether a stay that began while an identity was held keeps it, as into a new year."""
    until = span_of(case.person, status).until
    stays = (v.get("admitted") for v in case.visits or () if v.get("kind") == "inpatient")
    return until is not None and any(day and day <= month_end(until) for day in stays)


def _alias_axis(case: Case, pack: Pack, *, unsure: bool) -> Axis:
    """Give the classes by which an identity may count, and none where it may not be held."""
    assert pack.alias
    given = case.person.get(pack.alias.by)
    values = [given] if given else list(pack.alias.values)
    bits = [_members(pack, [f"{pack.alias.status}:{value}"]) for value in values]
    ways = [{("+members.alias", PERSON): bit} for bit in bits]
    if unsure:
        return axis("person.status_unknown", [{}, *ways])
    return axis(f"person.{pack.alias.by}", ways)


def _members(pack: Pack, codes: Sequence[str]) -> int:
    return sum(1 << pack.members.index(c) for c in codes if c in pack.members)


def since_axis(case: Case) -> Axis:
    """Not knowing since when: all along, from the new year, the day after each visit or a loss."""
    if not unsure_since(case.person):
        return axis("person.status_since", [{}])
    newyear = date(case.year, 1, 1)
    lost = days_of(case.person.get("status_until"))
    days = [v["discharged"] for v in case.visits or () if v.get("discharged")]
    starts = [
        min([newyear, *lost]) - timedelta(1),  # before every loss: else it was had again after it
        newyear,
        *(d + timedelta(1) for d in [*days, *lost]),
        date(case.year, 12, 31),
    ]
    return axis(
        "person.status_since", [{("since", PERSON): day_number(d)} for d in dict.fromkeys(starts)]
    )
