"""Lines answered on several cores: in their order, each at once, none lost."""

import os
import subprocess
import sys
from itertools import count

import pytest

from engine import streams
from engine.streams import ALONE, answer_all
from tests.test_commands import GOOD

HERE = os.getpid()
MANY = [str(number) for number in range(3 * ALONE)]


def twice(line):
    """Double a number, and say whether that was done in another process."""
    return 2 * int(line), os.getpid() != HERE


def killed(line):
    """Die of it in any other process."""
    if os.getpid() != HERE:
        os._exit(1)
    return int(line)


@pytest.fixture
def _two_cores(monkeypatch):
    monkeypatch.setattr(streams, "cores", lambda: 2)


@pytest.mark.usefixtures("_two_cores")
def test_answers_come_in_the_order_of_the_lines():
    """The first are answered here, all others elsewhere; nobody sees which."""
    found = list(answer_all(MANY, twice))

    assert [2 * int(line) for line in MANY] == [doubled for doubled, _ in found]
    assert [False] * ALONE + [True] * (len(MANY) - ALONE) == [away for _, away in found]


@pytest.mark.parametrize("number", [0, 1, ALONE, ALONE + 1])
def test_few_lines_are_answered_too(number):
    """However many there are, each has one answer."""
    assert MANY[:number] == list(answer_all(MANY[:number], str))


def test_on_one_core_all_is_done_here(monkeypatch):
    """No other process is started."""
    monkeypatch.setattr(streams, "cores", lambda: 1)

    assert {False} == {away for _, away in answer_all(MANY, twice)}


def test_where_no_process_may_be_started_all_is_done_here(monkeypatch):
    """Some machines have no memory that processes share."""

    def refused(*_args):
        raise OSError

    monkeypatch.setattr(streams, "ProcessPoolExecutor", refused)

    assert len(MANY) == len(list(answer_all(MANY, twice)))


@pytest.mark.usefixtures("_two_cores")
def test_a_process_that_is_killed_loses_nothing():
    """What it was asked is answered here."""
    assert list(map(int, MANY)) == list(answer_all(MANY, killed))


@pytest.mark.usefixtures("_two_cores")
def test_who_stops_reading_is_not_kept():
    """Lines without end are no reason to go on when nobody takes the answers."""
    answers = answer_all(map(str, count()), twice)

    assert 2 * ALONE == [next(answers)[0] for _ in range(ALONE + 1)][-1]
    answers.close()


def test_an_answer_does_not_wait_for_the_next_line():
    """A program that asks line by line gets each answer before it asks again."""
    line = "".join(GOOD.splitlines()) + "\n"
    command = [sys.executable, "-m", "engine", "assess", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as asked:
        assert asked.stdin
        assert asked.stdout
        for _ in range(ALONE + 5):
            asked.stdin.write(line)
            asked.stdin.flush()
            assert '"benefits"' in asked.stdout.readline()
        asked.stdin.close()

    assert 0 == asked.returncode


def test_who_has_read_enough_may_leave():
    """`| head -1` is no fault to tell of."""
    line = "".join(GOOD.splitlines()) + "\n"
    command = f"yes '{line.strip()}' | {sys.executable} -m engine assess - | head -1"

    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)

    assert (1, "") == (len(found.stdout.splitlines()), found.stderr)
