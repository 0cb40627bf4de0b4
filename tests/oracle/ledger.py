"""Aid over a year: every identity is tried, stretch by stretch, and the best is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from tests.oracle.common import Visit, run, stretches

Pays = Callable[[int], Fraction]
Row = tuple[Visit, int, int]


@dataclass(frozen=True)
class Tariff:
    """What one identity is paid of the year's burden, and the limit of a year."""

    pays: Pays
    cap: int | None = None


@dataclass(frozen=True)
class Tilt:
    """A second payment on what the first has left."""

    counts: Callable[[Visit], bool]
    tariff: Tariff


@dataclass(frozen=True)
class State:
    """The sums of the year so far."""

    base: int = 0
    paid: int = 0
    tilt_base: int = 0
    tilt_paid: int = 0


@dataclass(frozen=True)
class Scheme:
    """One benefit: its layers, its visits, its identities in the document's order."""

    layer: str
    counts: Callable[[Visit], bool]
    codes: Callable[[Visit], frozenset[str]]
    tariffs: Mapping[str, Tariff]
    tilt: Tilt | None = None


def clip(amount: int, cap: int | None, paid: int) -> int:
    """Keep a payment within what a limit still leaves."""
    return amount if cap is None else max(0, min(amount, cap - paid))


def _pay_tilt(tilt: Tilt, visit: Visit, left: int, state: State) -> tuple[int, State]:
    if not tilt.counts(visit):
        return 0, state
    amount = run(tilt.tariff.pays, state.tilt_base, left)
    amount = min(clip(amount, tilt.tariff.cap, state.tilt_paid), left)
    after = replace(state, tilt_base=state.tilt_base + left, tilt_paid=state.tilt_paid + amount)
    return amount, after


def _walk(
    scheme: Scheme, visits: list[Visit], tariff: Tariff, state: State
) -> tuple[list[Row], State]:
    rows = []
    for visit in filter(scheme.counts, visits):
        base = visit.rest
        aid = min(clip(run(tariff.pays, state.base, base), tariff.cap, state.paid), base)
        state = replace(state, base=state.base + base, paid=state.paid + aid)
        more = 0
        if scheme.tilt:
            more, state = _pay_tilt(scheme.tilt, visit, base - aid, state)
        rows.append((visit, aid, more))
    return rows, state


def pay_best(scheme: Scheme, visits: list[Visit], state: State) -> None:
    """Pay a year's visits, each stretch of equal identities by its best identity."""
    payments: list[Row] = []
    for codes, stretch in stretches(visits, scheme.codes):
        walks = [
            _walk(scheme, stretch, tariff, state)
            for code, tariff in scheme.tariffs.items()
            if code in codes
        ]
        if walks:
            rows, state = max(walks, key=lambda walk: sum(row[1] + row[2] for row in walk[0]))
            payments += rows
    for visit, aid, more in payments:
        visit.pay(scheme.layer, aid)
        if scheme.tilt:
            visit.pay("tilt_aid", more)


def share(rate: Fraction, above: int | Fraction = 0) -> Pays:
    """Pay one rate on all that is above a line."""
    return lambda base: max(base - above, Fraction(0)) * rate
