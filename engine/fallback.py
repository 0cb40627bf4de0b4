"""Where the completions of a case are too many: enough of them to tell who has a benefit at all."""

from collections.abc import Sequence

from .ways import MOST, PERSON, Axis, Spot, axis, count


def few_enough(axes: Sequence[Axis]) -> tuple[list[Axis], bool]:
    """Leave out what decides no standing, until there are few enough; tell whether that was so."""
    if count(axes) <= MOST:
        return list(axes), False
    beside, fewer = [_stays(axes), _burdens(axes)], list(axes)
    for decides in (_not_of_visits, _no_amount):
        fewer = [one if decides(one) else one.first() for one in fewer]
        if count([*fewer, *beside]) <= MOST:
            break
    return [*fewer, *beside], True


def _not_of_visits(one: Axis) -> bool:
    return all(visit == PERSON for way in one.ways for _, visit in way)


def _no_amount(one: Axis) -> bool:
    return one.paths[0] != "person.premium" and not one.paths[0].startswith("person.opening")


def _stays(axes: Sequence[Axis]) -> Axis:
    """Let all stays be short, or all begun long ago: one may have kept an identity lost (A12)."""
    open_ = [one for one in axes if one.paths[0].endswith(".admitted") and not one.known]
    begun: dict[Spot, int] = {spot: day for one in open_ for spot, day in one.ways[-1].items()}
    return axis("", [{}, begun] if begun else [{}])


def _burdens(axes: Sequence[Axis]) -> Axis:
    """Let the own share be as large as it can, or nothing: an identity may hang on its sum."""
    open_ = [one for one in axes if one.paths[0].startswith("visits[") and not one.known]
    large: dict[Spot, int] = {}
    small: dict[Spot, int] = {}
    for one in open_:
        fact = one.paths[0].rpartition(".")[2]
        if fact == "in_scope":
            large |= one.ways[-1]
        elif fact == "kind" or fact.endswith("_paid"):
            small |= one.ways[-1]
    return axis("", [{}, *(way for way in (large, small) if way)])
