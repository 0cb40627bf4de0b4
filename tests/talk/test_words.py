"""For whom, from which paper, was that all: the few words beside the catalogue; and the buttons."""

import pytest

import engine
from tests.talk.talker import Talker
from tests.webapp.client import Visitor
from webapp.household import Household, Mark, Person, Talk, Visit
from webapp.talk import words
from webapp.talk.paper import lines_left

READS = frozenset(question.path for question in engine.QUESTIONS.values())
OF_PERSON = [q for q in engine.QUESTIONS.values() if not q.of_visit and q.type != "tiers"]


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("self", "我自己", "self"),
        ("spouse", "我老公住院了", "husband"),
        ("spouse", "我媳妇", "wife"),
        ("spouse", "我爱人", ""),
        ("child", "我家闺女", "daughter"),
        ("child", "我娃", ""),
        ("grandparent", "我外婆", "mothers_mother"),
        ("grandparent", "我奶奶", "grandmother"),
        ("sibling", "我哥", "other"),
        (None, "住院了", ""),
    ],
)
def test_a_word_of_the_family_is_one_person(code, text, who):
    """Where the word does not tell which, it stays open."""
    assert who == words.kin(code, text)


@pytest.mark.parametrize(
    ("text", "door"),
    [
        ("结算单", "slip"),
        ("有一张报销单", "slip"),
        ("手机里的电子发票", "receipt"),
        ("单子不在手边", "memory"),
        ("都丢了", "memory"),
        ("嗯", ""),
    ],
)
def test_a_paper_is_named(text, door):
    """The papers by their everyday names; what is lost is told from memory."""
    assert door == words.door(text)


@pytest.mark.parametrize(
    ("text", "more"),
    [("还有一次", True), ("又住了一回", True), ("就这些", False), ("没了", False), ("嗯", None)],
)
def test_it_is_told_whether_that_was_all(text, more):
    """One more, no more, or not said."""
    assert more is words.more(text)


def test_the_lines_of_a_slip_are_asked_in_its_order():
    """The total is asked only where the costs in scope do not stand on the paper."""
    slip = Visit("aaaa", {"kind": "inpatient"}, "slip")
    unknown = Visit("aaaa", {"kind": "inpatient", "in_scope": Mark.NO_LINE}, "slip")

    assert "in_scope" == lines_left(slip, READS)[0]
    assert ["total", "out_of_scope"] == lines_left(unknown, READS)[:2]


def test_only_lines_that_the_document_reads_are_asked():
    """What no rule of the document looks at is not worth a question."""
    slip = Visit("aaaa", {"kind": "inpatient"}, "slip")

    assert ["in_scope"] == lines_left(slip, {"visits[].in_scope"})


@pytest.mark.parametrize("question", OF_PERSON, ids=lambda question: question.id)
def test_every_question_has_its_buttons(question):
    """Each can be answered 不清楚, and each with options by a tap."""
    person = Person({"scheme": "resident"}, who="self", talk=Talk(again=question.id))
    talker = Talker("331000", Visitor().having(Household((person,), "secret")))

    assert "不清楚" in talker.buttons()
    for option in engine.choices(question.id, "331000-2020-8")[0]:
        assert option.label in talker.now
