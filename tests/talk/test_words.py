"""For whom, from which paper, was that all: the few words beside the catalogue; and the buttons."""

import pytest

import engine
from tests.talk.talker import Talker
from tests.webapp.client import Visitor
from webapp import members
from webapp.chat.reading import read
from webapp.household import Household, Mark, Person, Talk, Visit
from webapp.packing import pack, unpack
from webapp.talk import plain, words
from webapp.talk.paper import lines_left

READS = frozenset(question.path for question in engine.QUESTIONS.values())
OF_PERSON = [q for q in engine.QUESTIONS.values() if not q.of_visit and q.type != "tiers"]


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("self", "我自己", "self"),
        ("spouse", "我老公住院了", "husband"),
        ("spouse", "我媳妇", "wife"),
        ("spouse", "我爱人", "spouse"),
        ("child", "我家闺女", "daughter"),
        ("child", "我娃", "child"),
        ("parent", "家里老人", "elder"),
        ("parent", "我爸妈", ""),
        ("grandparent", "我外婆", "mothers_mother"),
        ("grandparent", "我奶奶", "grandmother"),
        ("grandparent", "我太婆", "elder"),
        ("other", "村里一个老人", "elder"),
        ("sibling", "我哥", "other"),
        (None, "住院了", ""),
    ],
)
def test_a_word_of_the_family_is_one_person(code, text, who):
    """Where the word leaves the sex open, so does the one who is asked about."""
    assert who == words.kin(code, text)


@pytest.mark.parametrize("who", members.HEARD)
def test_who_is_told_of_in_open_words_is_asked_about_in_these(who):
    """孩子 stays 孩子 in every question and in the result, and nobody becomes 他 or 病人."""
    person = Person({"visits": True}, who=who)
    word = members.HEARD[who].label

    assert [word, f"{word}还要付"] == [members.subject_of(person), members.left_to(person)]
    assert f"{word}的估算结果" == members.result_of(person, Household((person,)))


@pytest.mark.parametrize("who", members.HEARD)
def test_the_page_offers_only_words_that_tell(who):
    """Whoever taps can say 女儿 or 儿子; the open words are heard, and kept in the cookie."""
    household = Household((Person(who=who),), "secret")

    assert who not in members.WHO
    assert household == unpack(pack(household))


def test_an_old_one_may_be_the_mother():
    """Who spoke of 老人 first and of 妈 next tells of one and the same; a child is another."""
    household = Household((Person(who="elder"),))

    assert not plain.other_kin(household, read("我妈是低保户"))
    assert plain.other_kin(household, read("我儿子住院了"))


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


def test_words_that_leave_the_sex_open_are_kept_and_the_page_tells_how_far():
    """我娃 is asked about as 孩子, and a city without its province is seen from the page's."""
    talker = Talker("321200")

    talker.says("我娃在苏州儿童医院住院")

    assert ["病人：孩子", "看病方式：住院", "医院在哪：本省的其他市"] == talker.heard()
    talker.taps("都对，记下")
    assert "孩子参加的是哪种医保？" == talker.question
