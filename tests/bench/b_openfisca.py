"""
The 石台 rule in OpenFisca: `python b_openfisca.py (one_trace | batch N | error N)`.

Needs openfisca-core, which is no part of the project; prints one line of JSON.
"""

import json
import logging
import sys
import time

import case
import numpy as np
from openfisca_core.simulations import SimulationBuilder
from openfisca_shitai import CountryTaxBenefitSystem

OUT = ["dabing", "jiuzhu", "qingxie", "self_pay"]
YEAR = "2023"
logging.disable(logging.WARNING)
SYSTEM = CountryTaxBenefitSystem()


def person_of(burden, group, referred, in_province):
    """Write one person as OpenFisca reads it."""
    facts = {
        "group": case.GROUPS[group],
        "burden": burden / 100,
        "referred": bool(referred),
        "in_prov": bool(in_province),
    }
    return {"persons": {"p": {name: {YEAR: value} for name, value in facts.items()}}}


def one_trace(number=200, warm=20):
    """Time single persons with OpenFisca's own trace as the explanation."""
    times = []
    for one in zip(*case.make(number + warm), strict=True):
        person = person_of(*one)
        start = time.perf_counter()
        simulation = SimulationBuilder().build_from_entities(SYSTEM, person)
        simulation.trace = True
        for name in OUT:
            simulation.calculate(name, YEAR)
        simulation.tracer.get_serialized_flat_trace()
        times.append(time.perf_counter() - start)
    return case.stats(times[warm:])


def calculate(burden, group, referred, in_province):
    """Calculate a batch."""
    simulation = SimulationBuilder.build_default_simulation(SYSTEM, len(burden))
    simulation.set_input("group", YEAR, group)
    simulation.set_input("burden", YEAR, burden)
    simulation.set_input("referred", YEAR, referred)
    simulation.set_input("in_prov", YEAR, in_province)
    return [simulation.calculate(name, YEAR) for name in OUT]


def columns_of(burden, group, referred, in_province):
    """Give the columns in OpenFisca's own types."""
    return (burden / 100).astype(np.float32), group.astype(np.int16), referred, in_province


def batch(number, repeats=3):
    """Time the batch, inputs set and results calculated; the first run warms up."""
    columns = columns_of(*case.load(number))
    found, times = calculate(*columns), []
    for _ in range(repeats):
        start = time.perf_counter()
        found = calculate(*columns)
        times.append(time.perf_counter() - start)
    check = float(sum(column.astype(np.float64).sum() for column in found))
    return {"n": number, **case.stats(times), "peak_mb": case.memory("VmHWM"), "check": check}


def error(number):
    """Count the persons for whom any of the four results is off by a fen or more."""
    columns = case.make(number, seed=11)
    found = [np.rint(x.astype(np.float64) * 100).tolist() for x in calculate(*columns_of(*columns))]
    people = zip(*(column.tolist() for column in columns), strict=True)
    got = zip(*found, strict=True)
    wrong = sum(list(case.oracle(*one)) != list(row) for one, row in zip(people, got, strict=True))
    return {"n": number, "persons_any_wrong": wrong}


if __name__ == "__main__":
    told = {"one_trace": one_trace, "batch": batch, "error": error}[sys.argv[1]]
    json.dump({"engine": "openfisca"} | told(*map(int, sys.argv[2:3])), sys.stdout)
