"""
The order of asking: what can still change most comes first, in an order that makes sense to people.

Who pays, who the person is and which visits there are come before all else: every payment hangs on
them. Then the largest change in yuan; the pages of one visit stand together; what another answer
may spare comes after it; ties stay in the order of the catalogue.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby, permutations, product
from typing import NamedTuple, TypeVar

from .lanes import Lanes
from .questions import PAGES, QUESTIONS
from .sensitivity import changes
from .sparing import spares


class Ask(NamedTuple):
    """A screen to show: a page of the catalogue, and which visit it is about."""

    page: str
    visit: int | None = None


Block = tuple[Ask, ...]
"""Screens that stand together: those of one visit, or one about the person."""

FIRST = ("scheme", "status", "youfu_as", "status_since", "visits")
"""Pages on whose answers every row of every document hangs: who pays, who it is, which visits."""

LEADS = ("kind", "stay")
"""What a visit is and on which day decides all else that is asked about it."""

UNBOUNDED = 1 << 60
"""The change of what has no upper end: larger than any other."""

BEGUN = UNBOUNDED << 1
"""A visit once begun is told to its end."""

_ORDER = {page: number for number, page in enumerate(PAGES)}
_MONEY = {
    page.id
    for page in PAGES.values()
    if all(QUESTIONS[name].type == "amount" for name in page.questions)
}
"""Pages that spare nothing: an amount of 0 would, but nobody is asked for that hope."""


def by_catalogue(asks: Iterable[Ask]) -> tuple[Ask, ...]:
    """Put screens in the order of the catalogue: about the person, then visit by visit."""
    return tuple(sorted(set(asks), key=_place))


def visits_first(asks: Iterable[Ask]) -> tuple[Ask, ...]:
    """
    Put the visits before what else is asked about the person.

    For where too much is open to see what matters: told visits make most of the rest needless.
    """
    return tuple(sorted(by_catalogue(asks), key=_after_visits))


def _after_visits(ask: Ask) -> bool:
    return ask.visit is None and ask.page not in FIRST


def _place(ask: Ask) -> tuple[bool, int, int]:
    return ask.page not in FIRST, -1 if ask.visit is None else ask.visit, _ORDER[ask.page]


def by_change(wanted: Mapping[str, Ask], lanes: Lanes) -> tuple[Ask, ...]:
    """Put the screens of some open paths in order: those that can change most first."""
    asks = by_catalogue(wanted.values())
    first = [ask for ask in asks if ask.page in FIRST]
    later = [ask for ask in asks if ask.page not in FIRST]
    if len(later) > 1:
        sizes, spared = _sizes(later, wanted, lanes), _spared(wanted, lanes)
        blocks = [_lined_up(block, sizes, spared) for block in _blocks(later)]
        sums = {b: max(sizes[ask] for ask in b) + BEGUN * _begun(b) for b in blocks}
        apart = {
            (one, other)
            for one, other in permutations(blocks, 2)
            if not _begun(other) and any(pair in spared for pair in product(one, other))
        }
        later = [ask for block in _lined_up(blocks, sums, apart) for ask in block]
    return (*first, *later)


def _apart(ask: Ask) -> str | int:
    return ask.page if ask.visit is None else ask.visit


def _blocks(asks: Sequence[Ask]) -> list[Block]:
    return [tuple(same) for _, same in groupby(asks, key=_apart)]


def _begun(block: Block) -> bool:
    """Tell whether the screens are those of a visit of which the kind has been told."""
    return block[0].visit is not None and all(ask.page != LEADS[0] for ask in block)


def _sizes(asks: Sequence[Ask], wanted: Mapping[str, Ask], lanes: Lanes) -> dict[Ask, int]:
    """Tell how much each screen can change, in fen: as much as its most telling question."""
    sizes = {ask: UNBOUNDED if ask.page in LEADS else 0 for ask in asks}
    for path, change in changes(lanes).items():
        ask = wanted.get(path)
        if ask in sizes:
            sizes[ask] = max(sizes[ask], UNBOUNDED if change is None else change)
    return sizes


def _spared(wanted: Mapping[str, Ask], lanes: Lanes) -> set[tuple[Ask, Ask]]:
    """Pair screens with those that they can make needless."""
    pairs = {(wanted.get(first), wanted.get(path)) for first, path in spares(lanes)}
    return {
        (one, other)
        for one, other in pairs
        if one and other and one != other and one.page not in _MONEY and other.page not in LEADS
    }


Node = TypeVar("Node", Ask, Block)


def _lined_up(
    nodes: Sequence[Node], sizes: Mapping[Node, int], before: Collection[tuple[Node, Node]]
) -> tuple[Node, ...]:
    """Put the largest first, but what may be spared after what spares it; ties as they stood."""
    waiting, done = list(nodes), []
    while waiting:
        ready = [n for n in waiting if not _must_wait(n, waiting, before)] or waiting
        best = max(
            ready, key=lambda n: max(sizes[m] for m in waiting if m == n or (n, m) in before)
        )
        waiting.remove(best)
        done.append(best)
    return tuple(done)


def _must_wait(node: Node, waiting: Sequence[Node], before: Collection[tuple[Node, Node]]) -> bool:
    """Tell whether another spares a node; where each spares the other, the earlier goes first."""
    place = waiting.index(node)
    return any(
        (other, node) in before and ((node, other) not in before or number < place)
        for number, other in enumerate(waiting)
        if other != node
    )
