"""The picture of a result: from the costs in scope down to what is left, one bar below the other.

Lengths are thousandths of the widest amount, whole numbers, so that the drawing needs no float.
The figures beside the bars are the text of the picture; the drawing itself says nothing more.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import engine

from .formatting import Span, fen, span

WIDTH = 1000


class Bar(NamedTuple):
    """One bar: where it begins, how long it surely is, and how much longer it may be."""

    start: int
    sure: int
    open: int

    @property
    def after(self) -> int:
        """Where the open part begins when it follows the sure one."""
        return self.start + self.sure

    @property
    def before(self) -> int:
        """Where the open part begins when it leads up to the sure one."""
        return self.start - self.open


class Chart(NamedTuple):
    """The bar of all costs in scope, one a layer, and the bar of what is left."""

    whole: str  # the costs in scope as the contract writes them, "" where they are not known
    layers: Sequence[Bar]
    left: Bar


def draw(costs: Sequence[Any], paid: Sequence[Any], left: Any) -> Chart | None:
    """Lay the layers one after the other; None where something has no bound or nothing is paid."""
    layers, rest = [span(amount) for amount in paid], span(left)
    known = bool(costs) and all(isinstance(cost, str) for cost in costs)
    whole = sum(map(fen, costs)) if known else _reach(layers, rest)
    if not whole or not layers or any(part.high is None for part in (*layers, rest)):
        return None
    bars = list(_steps(layers, whole))
    return Chart(engine.yuan(whole) if known else "", bars, _last(rest, whole))


def _reach(layers: Sequence[Span], rest: Span) -> int:
    """Give the most that all together can come to: no bar is longer than the drawing."""
    return sum(part.high or 0 for part in (*layers, rest))


def _steps(layers: Sequence[Span], whole: int) -> Iterator[Bar]:
    start = 0
    for layer in layers:
        assert layer.high is not None
        ends = (start, start + layer.low, start + layer.high)
        begin, sure, most = (_part(end, whole) for end in ends)
        yield Bar(begin, sure - begin, most - sure)
        start += layer.low


def _last(rest: Span, whole: int) -> Bar:
    """Draw what is left from the end: where it may be more, the bar reaches further back."""
    assert rest.high is not None
    least, most = _part(rest.low, whole), _part(rest.high, whole)
    return Bar(WIDTH - least, least, most - least)


def _part(amount: int, whole: int) -> int:
    return min(amount * WIDTH // whole, WIDTH)
