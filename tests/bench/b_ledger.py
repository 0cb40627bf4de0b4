"""
泰州's outpatient aid written by hand in numpy: 85 %, 100 yuan a day, 5 times a month, 5,000 a year.

`python b_ledger.py numpychunk PERSONS` prints one line of JSON; eight visits a person on average,
sorted by person and day.
"""

import json
import sys
import time

import case
import numpy as np

DAY, TIMES, YEAR, RATE = 10_000, 5, 500_000, 8500
CHUNK = 65_536
MONTHS = np.array([0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334])


def month(day):
    """Number the months of a year's days."""
    return (np.searchsorted(MONTHS, day, "right") - 1).astype(np.int8)


def starts(*keys):
    """Mark the lines at which a key changes."""
    marks = np.zeros(len(keys[0]), bool)
    marks[0] = True
    for key in keys:
        marks[1:] |= key[1:] != key[:-1]
    return marks


def within(amounts, first):
    """Add up along each segment."""
    sums, heads = np.cumsum(amounts), np.flatnonzero(first)
    before = sums[heads] - amounts[heads]
    return sums - np.repeat(before, np.diff(np.append(heads, len(amounts))))


def clip(amounts, first, cap):
    """Cut each segment where its sum passes the cap."""
    after = within(amounts, first)
    return np.minimum(after, cap) - np.minimum(after - amounts, cap)


def pays(person, day, month_, amount):
    """Pay a chunk of whole persons."""
    paid = clip((amount * RATE + 5000) // 10_000, starts(person, day), DAY)
    paid *= within((paid > 0).astype(np.int64), starts(person, month_)) <= TIMES
    return clip(paid, starts(person), YEAR)


def run_numpychunk(person, day, month_, amount):
    """Pay all persons, cut between persons about every 64k visits."""
    out, low = np.empty(len(amount), np.int64), 0
    while low < len(amount):
        high = min(low + CHUNK, len(amount))
        if high < len(amount):
            high = int(np.searchsorted(person, person[high], "left"))
        part = slice(low, high)
        out[part] = pays(person[part], day[part], month_[part], amount[part])
        low = high
    return out


def one_by_one(person, day, month_, amount):
    """Pay visit after visit, as on paper: what the columns are checked against."""
    out, last, got, times, year = [], (-1, -1, -1), 0, 0, 0
    rows = zip(*(column.tolist() for column in (person, day, month_, amount)), strict=True)
    for who, on, in_month, costs in rows:
        year = year if who == last[0] else 0
        times = times if (who, in_month) == last[:2] else 0
        got = got if (who, in_month, on) == last else 0
        last = (who, in_month, on)
        paid = min((costs * RATE + 5000) // 10_000, DAY - got) if times < TIMES else 0
        paid = min(paid, YEAR - year)
        times, got, year = times + (paid > 0), got + paid, year + paid
        out.append(paid)
    return np.array(out, np.int64)


def main(persons, repeats=3):
    """Time the ledger and hold its beginning against the loop; the first run warms up."""
    person, day, amount = case.visits(persons)
    columns = person, day, month(day), amount
    paid, times = run_numpychunk(*columns), []
    for _ in range(repeats):
        start = time.perf_counter()
        paid = run_numpychunk(*columns)
        times.append(time.perf_counter() - start)
    end = int(np.searchsorted(person, min(20_000, persons)))
    agrees = bool((one_by_one(*(column[:end] for column in columns)) == paid[:end]).all())
    told = {"visits": len(amount), "agrees_with_loop": agrees, "check": int(paid.sum()) / 100}
    return {"engine": "ledger_numpychunk", **case.stats(times), **told}


if __name__ == "__main__":
    json.dump(main(int(sys.argv[2])), sys.stdout)
