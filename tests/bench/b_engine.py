"""
The same work done by the engine, run from the project's folder; prints one line of JSON.

`python -m tests.bench.b_engine (one | row | lanes | batch N | all N | error N | ledger PERSONS)`
"""

import json
import sys
import time

import engine
from engine.batch.chunks import pay_chunks
from engine.evaluate import evaluate
from tests.bench import case, tables

LAYERS = ["critical", "aid", "tilt_aid", "left"]


def timed(work, *, repeats, warm):
    """Time some work after some runs that warm up."""
    times = []
    for number in range(repeats + warm):
        start = time.perf_counter()
        work()
        if number >= warm:
            times.append(time.perf_counter() - start)
    return case.stats(times)


def one():
    """Time one fully known person with three stays: case in, whole assessment out."""
    person = tables.known_case()
    assert engine.assess(person)["missing"] == []
    return timed(lambda: engine.assess(person), repeats=200, warm=20)


def row():
    """Time the bare evaluation of a table of one person with one stay."""
    pack, table = tables.shitai(case.make(1))
    return timed(lambda: evaluate(pack, table, tables.GIVEN), repeats=200, warm=20)


def lanes():
    """Time a person of whom so much is open that 256 completions are evaluated."""
    person = tables.open_case()
    assert tables.lanes_of(person) == 256
    return timed(lambda: engine.assess(person), repeats=40, warm=5)


def batch(number, *, whole=False, repeats=5):
    """Time the batch: columns laid out, evaluated in chunks, four results kept."""
    people, paid = case.load(number), {}

    def work():
        pack, table = tables.shitai(people, whole=whole)
        paid.update(pay_chunks(pack, table, LAYERS, given=tables.GIVEN))

    told = timed(work, repeats=repeats, warm=1)
    check = sum(int(column.sum()) for column in paid.values()) / 100
    return {"n": number, **told, "peak_mb": case.memory("VmHWM"), "check": check}


def error(number):
    """Count the persons for whom any of the four results is not exact."""
    people = case.make(number, seed=11)
    pack, table = tables.shitai(people)
    paid = pay_chunks(pack, table, LAYERS, given=tables.GIVEN)
    found = zip(*(paid[layer].tolist() for layer in LAYERS), strict=True)
    rows = zip(*(column.tolist() for column in people), strict=True)
    wrong = sum(case.oracle(*one) != got for one, got in zip(rows, found, strict=True))
    return {"n": number, "persons_any_wrong": wrong}


def ledger(persons):
    """Time 泰州's outpatient aid over the visits of a year."""
    pack, table = tables.taizhou(*case.visits(persons), persons)
    paid = {}

    def work():
        paid.update(pay_chunks(pack, table, ["outpatient_aid"]))

    told = timed(work, repeats=3, warm=1)
    check = int(paid["outpatient_aid"].sum()) / 100
    return {**told, "visits": len(table.owner), "check": check}


MODES = {
    "one": one,
    "row": row,
    "lanes": lanes,
    "batch": batch,
    "all": lambda number: batch(number, whole=True),
    "error": error,
    "ledger": ledger,
}

if __name__ == "__main__":
    json.dump({"engine": "ours"} | MODES[sys.argv[1]](*map(int, sys.argv[2:3])), sys.stdout)
