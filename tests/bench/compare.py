"""
Run the engine and its peers on the same work, interleaved, each in a fresh process, several times.

Medians with least and most are printed, and ratios to the engine within each round: times alone
say more about the machine than about the programs.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from tests.bench.report import table

HERE = Path(__file__).parent
PERSONS, CHECKED = "1000000", "100000"


class Run(NamedTuple):
    """One program at one work: the row and column of the table, and what is started."""

    work: str
    who: str
    command: list[str]


def runs(peers, openfisca):
    """List what is run in every round; the engine first, its peers right after."""
    ours = [sys.executable, "-m", "tests.bench.b_engine"]
    ledger = [sys.executable, str(peers / "b_ledger.py")]
    numpy = [sys.executable, str(peers / "b_native.py"), "numpy64k"]
    found = [
        Run("one", "engine", [*ours, "one"]),
        Run("row", "engine", [*ours, "row"]),
        Run("lanes", "engine", [*ours, "lanes"]),
        Run("batch", "engine", [*ours, "batch", PERSONS]),
        Run("batch", "numpy", [*numpy, "batch", PERSONS]),
        Run("all", "engine", [*ours, "all", PERSONS]),
        Run("ledger", "engine", [*ours, "ledger", PERSONS]),
        Run("ledger", "numpy", [*ledger, "numpychunk", PERSONS]),
    ]
    if openfisca:
        there = [openfisca, str(peers / "b_openfisca.py")]
        found.insert(1, Run("one", "OpenFisca", [*there, "one_trace"]))
        found.insert(6, Run("batch", "OpenFisca", [*there, "batch", PERSONS]))
    return found


def start(command):
    """Run one process and read the line that it prints."""
    env = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
    return json.loads(done.stdout.splitlines()[-1])


def has_openfisca(python):
    """Tell whether a Python can import OpenFisca."""
    command = [python, "-c", "import openfisca_core"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def main(arguments=None):
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", type=Path, default=HERE, help="folder of the peers' scripts")
    parser.add_argument("--openfisca", default=sys.executable, help="a Python with openfisca-core")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(arguments)
    say = sys.stdout.write
    openfisca = asked.openfisca if has_openfisca(asked.openfisca) else ""
    if not openfisca:
        say("OpenFisca is not installed here: its column is left out.\n")
    subprocess.run([sys.executable, str(asked.peers / "case.py"), PERSONS], check=True)
    wrong = start([sys.executable, "-m", "tests.bench.b_engine", "error", CHECKED])
    say(f"engine: {wrong['persons_any_wrong']} of {CHECKED} persons with a wrong fen\n")
    if openfisca:
        theirs = start([openfisca, str(asked.peers / "b_openfisca.py"), "error", CHECKED])
        say(f"OpenFisca: {theirs['persons_any_wrong']} of {CHECKED} persons with a wrong fen\n")
    found = defaultdict(list)
    for number in range(asked.rounds):
        say(f"round {number + 1} of {asked.rounds}\n")
        for run in runs(asked.peers, openfisca):
            found[run.work, run.who].append(start(run.command))
    say(table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
