"""What is measured is the right work: exact results, and cases as open as they are said to be."""

import engine
from engine.batch.chunks import pay_chunks
from tests.bench import case, tables
from tests.bench.report import table

LAYERS = ("critical", "aid", "tilt_aid", "left")


def test_a_batch_is_exact():
    """Every payment of every person is the one that plain fractions give."""
    people = case.make(3000, seed=5)
    pack, persons = tables.shitai(people)

    paid = pay_chunks(pack, persons, LAYERS, given=tables.GIVEN, most=700)

    rows = zip(*(column.tolist() for column in people), strict=True)
    found = zip(*(paid[layer].tolist() for layer in LAYERS), strict=True)
    assert [case.oracle(*one) for one in rows] == list(found)


def test_the_whole_document_pays_the_same():
    """The benefits that are left out of the measured rule do not change it."""
    people = case.make(500, seed=6)
    rule, document = (tables.shitai(people, whole=whole) for whole in (False, True))

    one, other = (pay_chunks(*both, LAYERS, given=tables.GIVEN) for both in (rule, document))

    assert {layer: one[layer].tolist() for layer in LAYERS} == {
        layer: other[layer].tolist() for layer in LAYERS
    }


def test_the_cases_are_as_open_as_they_are_said_to_be():
    """Nothing is open in the known case, and 256 completions are evaluated of the other."""
    assert [] == engine.assess(tables.known_case())["missing"]
    assert 1 == tables.lanes_of(tables.known_case())
    assert 256 == tables.lanes_of(tables.open_case())


def test_ratios_are_taken_within_a_round():
    """A slow round slows both programs: 2 and 4 times as long make 3, whatever the times."""
    took = {("batch", "engine"): [2.0, 40.0], ("batch", "numpy"): [1.0, 10.0]}
    found = {key: [{"median_s": time} for time in times] for key, times in took.items()}

    assert "| batch: engine / numpy | 3.00 | 2.00 | 4.00 |" in table(found)
