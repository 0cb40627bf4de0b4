"""How a numeral ends: the place of its last digit, and the number that has been read."""

from decimal import Decimal

from .numerals import Number, State


def settle(state: State) -> State:
    """Give a last digit without a word its place: 三万二 is 32,000, 三百五 is 350."""
    if state.waiting is None or not state.scale or state.zero or state.scale == 10:
        return state
    low, high = state.waiting
    if state.unit < 1:  # 三万半
        tail = Decimal(state.scale)
    elif high < 10 and state.unit == 1:
        tail = Decimal(state.scale) / 10
    else:
        return state
    unit = tail * min(state.unit, Decimal(1))
    return state._replace(waiting=(low * tail, high * tail), unit=unit)


def _is_doubtful(state: State, settled: State) -> bool:
    # 3万2000 is read, 3万25 is not: nobody can tell what it means.
    if state.waiting is None or settled is not state or state.zero:
        return False
    return state.scale >= 1000 and state.waiting[0] < state.scale / 10


def finish(state: State, place: int) -> Number | None:
    """Give the number read up to a place, None where it is none or nobody can tell which."""
    settled = settle(state)
    if _is_doubtful(state, settled):
        return None
    if state.many:
        return None
    low, high = settled.waiting or (Decimal(0), Decimal(0))
    low += settled.section[0] + settled.whole[0]
    high += settled.section[1] + settled.whole[1]
    if settled.waiting is None and not state.scale:
        return None
    return Number(low, high, place, settled.unit, state.scale, settled.about)
