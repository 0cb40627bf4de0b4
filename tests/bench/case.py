"""
The work: a person-year under 石台县〔2022〕5号 (五)(七)(八), and random persons to do it for.

Given are what basic insurance left of the in-scope costs, the group, and whether the person was
sent by referral within the province; wanted are critical insurance, aid, tilted aid and the rest,
each payment rounded once, half up, to the fen. The document gives critical insurance only in
relation to an ordinary tariff; that tariff is chosen here. `python case.py N` writes N persons.
"""

import math
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np

GROUPS = ["pu_tong", "te_kun", "di_bao", "fan_pin", "jian_ce", "di_bian", "yin_bing"]
DB_DEDUCTIBLE = 1_500_000  # fen; rates are basis points
DB_LO = [0, 5_000_000, 10_000_000, 20_000_000]  # above the deductible
DB_RATE = [6000, 6500, 7500, 8000]
DB_CAP = 30_000_000
SPECIAL = [0, 1, 1, 1, 0, 0, 0]
DB_BONUS = 500
MA_DEDUCTIBLE = [0, 0, 0, 150_000, 300_000, 300_000, 1_000_000]
MA_RATE = [0, 9000, 7500, 7000, 6000, 6000, 5000]
MA_CAP = 5_000_000
TILT_LINE, TILT_RATE, TILT_CAP = 1_000_000, 5000, 5_000_000
NOCAP = 1 << 60
FOLDER = Path(".bench")


def half_up(amount):
    """Round an exact number of fen half up."""
    return math.floor(amount + Fraction(1, 2))


def oracle(burden, group, referred, in_province):
    """Give the four results for one person in fen, by exact fractions."""
    special = SPECIAL[group]
    over = max(Fraction(burden) - Fraction(DB_DEDUCTIBLE, 1 + special), 0)
    tops = [*DB_LO[1:], None]
    owed = sum(
        max((over if top is None else min(over, top)) - low, 0)
        * Fraction(rate + DB_BONUS * special, 10_000)
        for low, top, rate in zip(DB_LO, tops, DB_RATE, strict=True)
    )
    critical = half_up(owed if special else min(owed, DB_CAP))
    rest = burden - critical
    share = Fraction(MA_RATE[group], 10_000) * max(rest - MA_DEDUCTIBLE[group], 0)
    aid = half_up(min(share, MA_CAP))
    rest -= aid
    tilt = 0
    if group and referred and in_province:
        tilt = half_up(min(max(rest - TILT_LINE, 0) * Fraction(TILT_RATE, 10_000), TILT_CAP))
    return critical, aid, tilt, rest - tilt


def make(number, seed=7):
    """Draw persons: amounts to the fen up to 800,000 yuan, half of them with a heavy tail."""
    rng = np.random.default_rng(seed)
    even = rng.random(number) < 0.5
    flat = rng.integers(0, 80_000_001, number)
    tail = np.exp(rng.random(number) * np.log(80_000_000)).astype(np.int64)
    group = rng.integers(0, 7, number).astype(np.uint8)
    referred = rng.random(number) < 0.8
    in_province = rng.random(number) < 0.9
    return np.where(even, flat, tail).astype(np.int64), group, referred, in_province


def visits(persons, seed=3):
    """Draw outpatient visits of a year: some persons come several times on a day or in a month."""
    rng = np.random.default_rng(seed)
    each = rng.poisson(8, persons)
    number = int(each.sum())
    person = np.repeat(np.arange(persons, dtype=np.int32), each)
    day = rng.integers(0, 365, number).astype(np.int16)
    burst = rng.random(number) < 0.3
    day[burst] = (day[burst] // 60) * 60
    day = day[np.lexsort((day, person))]
    return person, day, np.exp(rng.random(number) * np.log(300_000)).astype(np.int64)


def load(number):
    """Read the persons that `python case.py N` wrote."""
    file = np.load(FOLDER / f"in_{number}.npz")
    return file["b"], file["g"], file["rf"], file["ip"]


def stats(times):
    """Give median, least and most."""
    rows = sorted(times)
    middle = len(rows) // 2
    median = rows[middle] if len(rows) % 2 else (rows[middle - 1] + rows[middle]) / 2
    return {"median_s": median, "min_s": rows[0], "max_s": rows[-1]}


def memory(field):
    """Read VmHWM (the peak) or VmRSS of this process, in MB."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(field))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    b, g, rf, ip = make(int(sys.argv[1]))
    np.savez(FOLDER / f"in_{sys.argv[1]}.npz", b=b, g=g, rf=rf, ip=ip)
