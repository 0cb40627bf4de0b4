"""Caps on what is really paid in a year, a month or a day: each a running clip."""

import numpy as np

from ..table import Runs, Whole, marked, running, spread, starts


def clip(pays: Whole, *, cap: Whole, first: Runs, paid: Whole | None = None) -> Whole:
    """
    Cut payments (fen) where the sum of a segment would pass its cap.

    `cap` has one value a line, or one for all; `paid` is what was paid before the segment's first
    line. Where the cap changes inside a segment (another identity), each stretch goes on from what
    was paid.
    """
    if paid is None and first.alone:
        return np.minimum(pays, cap)
    after = running(pays, first)
    if paid is not None:
        after = after + paid
    if np.count_nonzero(after > cap) == 0:
        return pays
    stretch = starts(cap) if len(cap) > 1 else np.zeros(len(pays), bool)
    stretch[first.heads] = False
    if not stretch.any():
        return _cut(pays, after, cap)
    order = running(stretch.astype(np.int64), first)
    stretch[first.heads] = True
    out = pays.copy()
    for place in range(int(order.max()) + 1):
        lines = (order == place).nonzero()[0]
        before = running(np.where(order < place, out, 0), first)[lines]
        heads = marked(stretch[lines])
        opening = spread(before[heads.heads], heads)
        if paid is not None:
            opening = opening + paid[lines]
        out[lines] = _cut(pays[lines], running(pays[lines], heads) + opening, cap[lines])
    return out


def _cut(pays: Whole, after: Whole, cap: Whole) -> Whole:
    """Cut payments by the sums after them."""
    before = after - pays
    cut: Whole = np.minimum(after, cap)
    cut -= np.minimum(before, cap, out=before)
    return cut
