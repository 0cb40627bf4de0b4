"""Cases line by line: answered on all cores, each as soon as it is read, written in their order."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from queue import Queue
from threading import Thread
from typing import TypeVar

Answer = TypeVar("Answer")
Told = tuple[str, Future[Answer]] | None  # a line and its answer to come; None is the end

ALONE = 64
"""So many lines are answered before it is worth starting other processes."""

AHEAD = 16
"""So many lines are read ahead for each process."""


def cores() -> int:
    """Count the cores that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def answer_all(lines: Iterable[str], answer: Callable[[str], Answer]) -> Iterator[Answer]:
    """
    Answer line after line, in their order; nothing waits for a line that has not come yet.

    `answer` runs in other processes, so it is a function of a module and gives what can be pickled.
    """
    coming = iter(lines)
    yield from map(answer, islice(coming, ALONE))
    line = next(coming, None)
    if line is None:
        return
    pool = _pool(cores())
    if pool is None:
        yield from map(answer, chain([line], coming))
        return
    try:
        first = (line, pool.submit(answer, line))  # starts the processes before any thread
        yield from _in_order(pool, coming, answer, first)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(number: int) -> Executor | None:
    """Make as many processes; None where there is one core, or the machine does not allow them."""
    try:
        return ProcessPoolExecutor(number) if number > 1 else None
    except OSError:
        return None


def _in_order(
    pool: Executor, coming: Iterator[str], answer: Callable[[str], Answer], first: Told[Answer]
) -> Iterator[Answer]:
    told: Queue[Told[Answer]] = Queue(AHEAD * cores())
    told.put(first)
    Thread(target=_hand_out, args=(pool, coming, answer, told), daemon=True).start()
    while one := told.get():
        line, future = one
        try:
            yield future.result()
        except BrokenProcessPool:
            yield answer(line)  # a process was killed: what it was asked is not lost


def _hand_out(
    pool: Executor,
    coming: Iterator[str],
    answer: Callable[[str], Answer],
    told: "Queue[Told[Answer]]",
) -> None:
    """Give every line that comes to some process; where none is left, to nobody."""
    for line in coming:
        future: Future[Answer] = Future()
        try:
            future = pool.submit(answer, line)
        except RuntimeError as reason:  # the pool is broken, or closed
            future.set_exception(BrokenProcessPool(str(reason)))
        told.put((line, future))
    told.put(None)
