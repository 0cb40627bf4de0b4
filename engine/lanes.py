"""What is not known as many possible persons, all evaluated at once and compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np

from .axes import VARIANT, find_axes
from .benefits import ELIGIBLE, INELIGIBLE, NAMES, Benefit
from .breakpoints import Refined, refine
from .case import Case
from .columns import build
from .evaluate import evaluate
from .fallback import few_enough
from .granting import stand
from .ledger import Ledger
from .looseness import BOUND, is_loose, loosen
from .packs import Pack
from .probing import probe
from .scenarios import Scenario, laid_over, worth_trying
from .table import Flags, Whole, joined
from .ways import Axis, Spot, count, grows, settled, visit_facts


@dataclass(frozen=True, eq=False)
class Lanes:
    """
    All completions of a case, evaluated; the rows of the ledger are the lanes.

    `wide` has the same lanes once more for each change of the case that was tried.
    """

    case: Case
    pack: Pack
    axes: tuple[Axis, ...]
    ledger: Ledger
    wide: Ledger
    too_many: bool
    open_paths: tuple[str, ...]
    loose: bool = False
    tried: tuple[Scenario, ...] = ()

    def under(self, scenario: str) -> tuple[Ledger, slice] | None:
        """Give a ledger and the rows of it that are the lanes under one change, if it was tried."""
        names = [one.id for one in self.tried]
        place, rows = names.index(scenario) + 1 if scenario in names else 0, self.ledger.table.rows
        return (self.wide, slice(place * rows, (place + 1) * rows)) if place else None

    @cached_property
    def known(self) -> bool:
        """Whether every fact that the document reads is known."""
        return not self.too_many and all(axis.known or not axis.paths[0] for axis in self.axes)

    @cached_property
    def open_axes(self) -> list[Axis]:
        """List the axes that have more than one way."""
        return [axis for axis in self.axes if not axis.known]

    def grid(self, column: Whole) -> Whole:
        """Lay the grid's lanes out with one dimension an open axis, those beside it left out."""
        return column[: prod(self._sizes)].reshape(self._sizes)

    @cached_property
    def _sizes(self) -> list[int]:
        return [len(axis.ways) for axis in self.open_axes]

    @cached_property
    def probed(self) -> bool:
        """Whether there are lanes beside the grid, as it had no place for all turning points."""
        return self.ledger.table.rows > prod(self._sizes)

    @cached_property
    def open_spots(self) -> frozenset[Spot]:
        """Name what the open axes set."""
        return frozenset(spot for axis in self.open_axes for way in axis.ways for spot in way)

    @cached_property
    def asked_spots(self) -> frozenset[Spot]:
        """Name what the open axes set that can be asked: readings are tried as they are."""
        return frozenset(
            s for axis in self.open_axes if axis.paths[0] for w in axis.ways for s in w
        )

    @cached_property
    def brought(self) -> dict[str, frozenset[int]]:
        """Name the visits that bring something into each benefit's sum in some lane."""
        bases = {name: self.ledger.held(trace.base) for name, trace in self.ledger.traces.items()}
        slot = self.ledger.table.visits["slot"]
        return {
            name: frozenset(np.unique(slot[base != 0]).tolist()) for name, base in bases.items()
        }

    @cached_property
    def standings(self) -> dict[str, set[int]]:
        """Give every standing of each benefit that some lane has."""
        return {name: set(column.tolist()) for name, column in self.ledger.standing.items()}

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Name the open paths that can change something shown, as `telling` does."""
        return tuple(_all_telling(self))

    @cached_property
    def alone(self) -> bool:
        """Whether one lane, with the usual figures, is all there is."""
        return self.ledger.table.rows == 1

    @cached_property
    def usual(self) -> Flags:
        """Mark the lanes computed with the usual figures where a text holds none."""
        usual: Flags = self.ledger.table.persons["variant"] == 0
        return usual

    def per_visit(self, layers: Sequence[str]) -> dict[str, Whole]:
        """Give each layer's payments as lanes x visits, visits in the order given."""
        table, paid = self.ledger.table, self.ledger.visits
        none = np.zeros(len(table.owner), np.int64)
        columns = np.array([paid.get(layer, none) for layer in layers])
        return dict(zip(layers, table.by_visit(columns), strict=True))


def complete(case: Case, pack: Pack, *, estimates: bool = True, what_ifs: bool = False) -> Lanes:
    """
    Evaluate every completion of a case, and what it is worth trying otherwise if that is asked.

    If there are too many, the visits' completions are left out: standings are still told.
    """
    found = find_axes(case, pack)
    axes = settled(
        [one.first() if VARIANT in one.ways[0] and not estimates else one for one in found]
    )
    used, too_many = few_enough(axes)
    finer = refine(case, pack, used) if estimates and not too_many else Refined(used)
    used = finer.axes
    tried = worth_trying(case, pack, used) if what_ifs and not too_many else ()
    wide = finer.ledger or _evaluate(case, pack, finer, tried)
    ledger = wide.block(0, count(used)) if tried else wide
    open_paths = tuple(path for a in axes if not a.known for path in a.paths if path)
    if too_many:
        _stand_whatever_the_visits(pack, ledger, case, open_paths)
    loose = is_loose(pack, used, ledger)
    if loose:  # a bound says nothing of what a change would bring
        ledger, used, tried = loosen(pack, ledger), [*used, BOUND], ()
    return Lanes(case, pack, tuple(used), ledger, wide, too_many, open_paths, loose, tried)


def _evaluate(case: Case, pack: Pack, finer: Refined, tried: Sequence[Scenario]) -> Ledger:
    """Evaluate the lanes of some axes, the changes tried, and what is beside a grid too small."""
    table = build(case, pack, finer.axes, laid_over(tried))
    if not finer.fits:
        table = joined(table, probe(case, pack, finer.axes))
    return evaluate(pack, table, case.person)


def _stand_whatever_the_visits(
    pack: Pack, ledger: Ledger, case: Case, open_paths: Sequence[str]
) -> None:
    """A right that one visit's facts refuse may stand with others: take the person's standing."""
    for benefit in pack.benefits.values():
        if _hangs_on_visits(benefit, open_paths):
            stand(ledger, benefit, case.person)


def _hangs_on_visits(benefit: Benefit, open_paths: Sequence[str]) -> bool:
    """Tell whether a right looks at an open fact of a visit; sums are nothing to it."""
    facts = {"kind", "discharged", "admitted", *(fact for g in benefit.gates for fact in g.facts)}
    looked_at = (path.rpartition(".")[2] in facts for path in open_paths if "[" in path)
    return benefit.operation == "right" and any(looked_at)


def shown(lanes: Lanes) -> list[Whole]:
    """List every column of lanes that a person is shown: standings and amounts of the benefits."""
    ledger = lanes.ledger
    columns = []
    for benefit in lanes.pack.benefits:
        standing = ledger.standing[benefit]
        columns += [standing, np.where(standing == ELIGIBLE, ledger.amount(benefit), 0)]
    return columns


def telling(lanes: Lanes) -> Iterator[str]:
    """Name every open path that can still change something shown, in the catalogue's order."""
    if lanes.too_many:
        yield from (path for path in lanes.open_paths if _may_matter(lanes, path))
    elif not lanes.known:
        yield from lanes.told


def _all_telling(lanes: Lanes) -> Iterator[str]:
    grids = [lanes.grid(column) for column in shown(lanes) if (column != column[0]).any()]
    for number, axis in enumerate(lanes.open_axes):
        if axis.paths[0]:
            yield from _telling(axis, [grid.swapaxes(0, number) for grid in grids])


def missing_paths(lanes: Lanes) -> list[str]:
    """List what can still change something shown, each path once."""
    if lanes.too_many:
        lanes = complete(lanes.case, lanes.pack, estimates=False)
    return list(dict.fromkeys(telling(lanes)))


def _may_matter(lanes: Lanes, path: str) -> bool:
    """Tell whether some benefit that is not refused in every lane may look at a path."""
    given = [b for b in lanes.pack.benefits.values() if max(lanes.standings[b.id]) > INELIGIBLE]
    fact = path.rpartition(".")[2]
    if path == "person.premium":
        return any(b.operation == "premium" for b in given)
    if path.startswith("visits") and fact in visit_facts(lanes.pack):
        return any(fact in gate.facts for b in given for gate in b.gates)
    return bool(given)


def _telling(axis: Axis, grids: list[Whole]) -> Iterator[str]:
    moving = [grid for grid in grids if (grid != grid[:1]).any()]
    if not moving:
        return
    if axis.classes.ndim == 1:
        yield from axis.paths
        return
    for place, path in enumerate(axis.paths):
        spread = [grid[axis.classes].swapaxes(0, place) for grid in moving]
        if any((grid != grid[:1]).any() for grid in spread):
            yield path


def unbounded(lanes: Lanes, column: Whole) -> bool:
    """Tell whether a column still grows at the far end of an amount that has no upper end."""
    open_ = [(n, one) for n, one in enumerate(lanes.open_axes) if one.open]
    return any(grows(one, lanes.grid(column).swapaxes(0, n)) for n, one in open_)


def standing_of(lanes: Lanes, benefit: str) -> str:
    """Say whether a benefit is given, refused, left to the office, or depends on the unknown."""
    found = lanes.standings[benefit]
    left_out = lanes.too_many and _hangs_on_visits(lanes.pack.benefits[benefit], lanes.open_paths)
    if len(found) > 1 or (left_out and ELIGIBLE in found):
        return "depends"
    return NAMES[next(iter(found))]
