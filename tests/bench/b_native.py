"""
The 石台 rule written by hand in numpy, whole numbers of fen, 64k persons at a time.

`python b_native.py numpy64k (batch|error) N` prints one line of JSON.
"""

import json
import sys
import time

import case
import numpy as np

CHUNK = 65_536


def tables():
    """Look-up tables by group: deductible, bonus and cap of critical insurance; line, rate."""
    rows = (
        [case.DB_DEDUCTIBLE // (1 + special) for special in case.SPECIAL],
        [case.DB_BONUS * special for special in case.SPECIAL],
        [case.NOCAP if special else case.DB_CAP for special in case.SPECIAL],
        case.MA_DEDUCTIBLE,
        case.MA_RATE,
    )
    return [np.array(row, np.int64) for row in rows]


DEDUCTIBLE, BONUS, CAP, LINE, RATE = tables()


def rounded(owed):
    """Round fen times basis points half up, in place."""
    owed += 5000
    owed //= 10_000
    return owed


def critical(burden, group):
    """Pay critical insurance: each band adds its rate's rise on what lies above its floor."""
    over = np.maximum(burden - DEDUCTIBLE[group], 0)
    owed = over * (case.DB_RATE[0] + BONUS[group])
    for floor, rate, below in zip(case.DB_LO[1:], case.DB_RATE[1:], case.DB_RATE[:-1], strict=True):
        owed += np.maximum(over - floor, 0) * (rate - below)
    paid = rounded(owed)
    return np.minimum(paid, CAP[group], out=paid)


def pays(burden, group, referred, in_province):
    """Give the four results for a chunk of persons."""
    first = critical(burden, group)
    rest = burden - first
    aid = np.maximum(rest - LINE[group], 0)
    aid *= RATE[group]
    np.minimum(rounded(aid), case.MA_CAP, out=aid)
    rest -= aid
    tilt = np.maximum(rest - case.TILT_LINE, 0)
    tilt *= case.TILT_RATE
    np.minimum(rounded(tilt), case.TILT_CAP, out=tilt)
    tilt *= (group != 0) & referred & in_province
    rest -= tilt
    return first, aid, tilt, rest


def pay(*columns):
    """Pay all persons, chunk by chunk."""
    number = len(columns[0])
    out = [np.empty(number, np.int64) for _ in range(4)]
    for low in range(0, number, CHUNK):
        part = slice(low, min(low + CHUNK, number))
        for column, values in zip(out, pays(*(c[part] for c in columns)), strict=True):
            column[part] = values
    return out


def batch(number, repeats=5):
    """Time the batch; the first run warms up."""
    columns = case.load(number)
    found, times = pay(*columns), []
    for _ in range(repeats):
        start = time.perf_counter()
        found = pay(*columns)
        times.append(time.perf_counter() - start)
    check = sum(int(column.sum()) for column in found) / 100
    return {"n": number, **case.stats(times), "peak_mb": case.memory("VmHWM"), "check": check}


def error(number):
    """Count the persons for whom any of the four results is not exact."""
    columns = case.make(number, seed=11)
    found = zip(*(column.tolist() for column in pay(*columns)), strict=True)
    people = zip(*(column.tolist() for column in columns), strict=True)
    wrong = sum(case.oracle(*one) != got for one, got in zip(people, found, strict=True))
    return {"n": number, "persons_any_wrong": wrong}


if __name__ == "__main__":
    mode = {"batch": batch, "error": error}[sys.argv[2]]
    json.dump({"engine": "numpy64k"} | mode(int(sys.argv[3])), sys.stdout)
