"""What the chat keeps between two turns goes into the cookie and comes out the same."""

import json
from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st

from tests.talk.talker import Talker
from tests.webapp.test_packing import IDS, answers_to
from webapp.household import Household, Person, Talk, Visit
from webapp.packing import pack, unpack

AMOUNTS = st.integers(0, 9_999_999).map("{}.00".format)
RANGES = st.tuples(AMOUNTS | st.none(), AMOUNTS | st.none()).map(list)
KEYS = st.sampled_from(["scheme", "total@aaaa", "who"])
TALKS = st.builds(
    Talk,
    heard=answers_to(of_visit=False) | answers_to(of_visit=True),
    visit=IDS,
    who=st.sampled_from(["", "mother"]),
    said=st.lists(st.tuples(st.just("word"), st.just("dibian")), max_size=3).map(tuple),
    asked=KEYS,
    missed=st.integers(0, 9),
    recent=st.lists(KEYS, max_size=4).map(tuple),
    again=KEYS,
    bill=IDS,
)


@given(TALKS)
def test_a_talk_comes_back(talk):
    """Pieces heard, what is said back, misses and the last answers are read as they were."""
    household = Household((Person(talk=talk),), "secret")

    assert household == unpack(pack(household))


@given(RANGES, AMOUNTS)
def test_a_range_comes_back(bounds, amount):
    """Both ends of an amount are kept to the fen, an open end too."""
    visit = Visit("aaaa", {"total": bounds, "in_scope": amount})
    household = Household((Person({"premium": bounds}, (visit,)),), "secret")

    assert household == unpack(pack(household))


def test_no_word_of_a_message_is_kept():
    """Only answers and keys are in what is sealed, whether a message was understood or not."""
    talker = Talker("331000").says("隔壁老张说我妈是低保户，上个月住院花了三万二，嘎嘎")
    kept = json.dumps(asdict(talker.visitor.told()), default=str, ensure_ascii=False)

    assert "dibao" in kept
    for word in ("老张", "低保户", "上个月", "嘎嘎", "三万二"):
        assert word not in kept
