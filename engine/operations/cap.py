"""Caps on what is really paid in a year, a month or a day: each a running clip."""

import numpy as np

from ..table import Flags, Whole, running, spread, starts


def clip(pays: Whole, *, cap: Whole, first: Flags, paid: Whole | None = None) -> Whole:
    """
    Cut payments (fen) where the sum of a segment would pass its cap.

    `cap` has one value a line; `paid` is what was paid before the segment's first line. Where the
    cap changes inside a segment (another identity), each stretch goes on from what was paid.
    """
    paid = np.zeros(len(pays), np.int64) if paid is None else paid
    stretch = first | starts(cap)
    if (stretch == first).all():
        return _clip(pays, cap=cap, first=first, paid=paid)
    out = pays.copy()
    order = running(stretch.astype(np.int64), first)
    for place in range(1, int(order.max()) + 1):
        lines = np.flatnonzero(order == place)
        before = running(np.where(order < place, out, 0), first)[lines]
        heads = stretch[lines]
        opening = paid[lines] + spread(before[heads], heads)
        out[lines] = _clip(pays[lines], cap=cap[lines], first=heads, paid=opening)
    return out


def _clip(pays: Whole, *, cap: Whole, first: Flags, paid: Whole) -> Whole:
    after = paid + running(pays, first)
    cut: Whole = np.minimum(after, cap) - np.minimum(after - pays, cap)
    return cut
