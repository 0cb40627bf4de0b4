"""A table in pieces gives what the whole table gives."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.batch.chunks import cuts, evaluate_chunks, pay_chunks
from engine.evaluate import evaluate
from engine.packs import ids, load
from engine.table import Table
from tests.batch.tables import some_table

YEAR = 2023


def glued(chunks, part):
    """Put the columns of all chunks together again."""
    found = [part(chunk.ledger) for chunk in chunks]
    return {name: np.concatenate([one[name] for one in found]).tolist() for name in found[0]}


def listed(columns):
    """Write columns as lists, which say where they differ."""
    return {name: column.tolist() for name, column in columns.items()}


@pytest.mark.parametrize("pack_id", ids())
@pytest.mark.parametrize("most", [1, 7, 50, 10_000])
def test_pieces_give_what_the_whole_gives(pack_id, most):
    """Wherever a table is cut, every payment, sum and standing stays as it was."""
    pack = load(pack_id, YEAR)
    table = some_table(pack, rows=120, seed=11)
    whole = evaluate(pack, table)

    chunks = list(evaluate_chunks(pack, table, most=most))

    assert listed(whole.visits) == glued(chunks, lambda ledger: ledger.visits)
    assert listed(whole.persons) == glued(chunks, lambda ledger: ledger.persons)
    assert listed(whole.standing) == glued(chunks, lambda ledger: ledger.standing)


def test_what_is_given_reaches_every_piece():
    """Figures that only the persons know count in each chunk, and change what is paid."""
    pack, layers = load("341722-2022-5", YEAR), ["critical", "aid"]
    table, given_ = some_table(pack, rows=60, seed=3), {"critical_deductible": 100_00}
    whole = evaluate(pack, table, given_)

    paid = pay_chunks(pack, table, layers, given=given_, most=9)

    assert listed({name: whole.visits[name] for name in layers}) == listed(paid)
    assert listed(paid) != listed(pay_chunks(pack, table, layers))


def test_no_visit_is_no_payment():
    """A table without a visit, and one without a person, give empty columns."""
    pack = load("341722-2022-5", YEAR)

    for rows in (3, 0):
        nobody = some_table(pack, rows=rows, seed=1, most=0)
        assert {"aid": []} == listed(pay_chunks(pack, nobody, ["aid"]))


@settings(max_examples=60)
@given(st.lists(st.integers(0, 9), max_size=40), st.integers(1, 12))
def test_persons_are_not_cut(numbers, most):
    """Chunks follow each other, hold whole persons, and are no larger than they must be."""
    owner = np.repeat(np.arange(len(numbers)), np.array(numbers, int))
    found = list(cuts(Table(len(numbers), {}, {}, owner), most))

    assert list(range(len(numbers))) == [
        r for rows, _ in found for r in range(rows.start, rows.stop)
    ]
    for rows, lines in found:
        assert sum(numbers[: rows.start]) == lines.start
        assert sum(numbers[: rows.stop]) == lines.stop
        assert rows.stop - rows.start == 1 or lines.stop - lines.start <= most
