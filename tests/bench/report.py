"""The table of a benchmark: medians with least and most, ratios within each round."""

from statistics import median

WORKS = {
    "one": "one known person, three stays, case in, whole assessment out",
    "row": "one person, one stay, the bare evaluation",
    "lanes": "one person, 256 completions, whole assessment",
    "batch": "1,000,000 person-years, the rule",
    "all": "1,000,000 person-years, the whole document",
    "ledger": "1,000,000 persons, 8,000,000 visits, by day, month and year",
}
BARS = [
    ("one", "engine", "one", "OpenFisca"),
    ("lanes", "engine", "one", "engine"),
    ("batch", "engine", "batch", "numpy"),
    ("batch", "OpenFisca", "batch", "engine"),
    ("all", "engine", "batch", "numpy"),
    ("ledger", "engine", "ledger", "numpy"),
]
"""Ratios worth knowing: the time of the first pair over the time of the second."""


def table(found):
    """Write all measurements, and the ratios that the bars are about."""
    lines = ["", "| work | program | median ms | least | most |", "|---|---|---|---|---|"]
    for (work, who), told in found.items():
        times = [seconds(one) * 1000 for one in told]
        figures = " | ".join(f"{t:.2f}" for t in (median(times), min(times), max(times)))
        lines.append(f"| {WORKS[work]} | {who} | {figures} |")
    lines += ["", "| ratio | median | least | most |", "|---|---|---|---|"]
    lines += [line for bar in BARS if (line := ratio(found, *bar))]
    return "\n".join([*lines, ""])


def seconds(told):
    """Read a run's median; a program that works once tells its whole time."""
    return told["median_s"] if "median_s" in told else told["wall_s"]


def ratio(found, work, who, other_work, other):
    """Write how many times longer one takes than another, round by round."""
    pairs = zip(found.get((work, who), []), found.get((other_work, other), []), strict=False)
    found_ = [seconds(one) / seconds(two) for one, two in pairs]
    if not found_:
        return ""
    label = f"{work}: {who} / {other}" if work == other_work else f"{work} / {other_work}: {other}"
    return f"| {label} | {median(found_):.2f} | {min(found_):.2f} | {max(found_):.2f} |"
