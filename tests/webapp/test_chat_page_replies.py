"""What the site says back in the chat: misses, refusals, kindness, and what is asked of it."""

import pytest

import engine
from tests.talk.talker import Talker
from tests.webapp.client import Visitor
from tests.webapp.steps import resident, stay
from webapp.household import Household, Mark, Person

SLIP = {"in_scope": "80000.00", "basic_paid": "0.00", "critical_paid": "0.00"}


def asked_about(*visits, **changed) -> Talker:
    """Open the chat of a resident on 低保 who told of these visits."""
    household = Household((resident(visits=visits, who="self", **changed),), "secret")
    return Talker("331000", Visitor().having(household))


def test_three_misses_point_to_the_buttons():
    """What is not understood is said; the third time the buttons and the form are pointed out."""
    talker = Talker("331000").says("嘎嘎").says("呜啦")
    assert "没听懂" in talker.replies()
    assert "pointed" not in talker.now

    talker.says("嘿嘿嘿")

    assert "pointed" in talker.now
    assert "一页填完" in talker.replies()
    assert {} == talker.visitor.told().person.answers


def test_a_number_of_a_person_is_refused():
    """An identity number is not taken, with a word why, and nothing else of the message is."""
    talker = Talker("331000").says("我是低保户，身份证 33100019500101123X")

    assert "号码请不要写" in talker.replies()
    assert {} == talker.visitor.told().person.answers
    assert [] == talker.heard()


def test_despair_is_met_with_kindness_and_never_with_a_figure():
    """No amount stands on the page of that turn, not even the range so far."""
    talker = asked_about(stay(door="slip", **SLIP), done=True).says("活不下去了")

    assert "12356" in talker.replies()
    assert "120" in talker.replies()
    assert "so-far" not in talker.page
    assert "slip" not in talker.now


def test_despair_at_the_end_hides_the_result_once():
    """Where all was answered, the figures wait until they are asked for."""
    told = stay(door="slip", **SLIP, other_paid=Mark.NO_LINE, aid_paid=Mark.NO_LINE)
    talker = asked_about(told, done=True)
    assert "算出来了" == talker.question

    talker.says("走投无路了")

    assert 'class="sum"' not in talker.page
    assert "算出来了" == talker.says("我能报多少").question


def test_an_amount_without_a_place_is_told():
    """What was borrowed or paid by oneself is not kept, and the site says so."""
    talker = Talker("331000").says("住院花了三万二，自己掏了一万四")

    assert "有的钱数这里用不上" in talker.replies()
    assert ["看病方式：住院", "总费用：32,000 元"] == talker.heard()


def test_beginning_anew_is_explained():
    """Nothing is thrown away by a word; the way to do it is told."""
    talker = Talker("331000").says("我妈").says("我要重新填")

    assert "清空" in talker.replies()
    assert "mother" == talker.visitor.told().person.who


def test_a_stay_that_differs_is_another_visit():
    """Another sum told after a visit was finished makes a second one, and the page says which."""
    told = stay(door="slip", **SLIP, other_paid=Mark.NO_LINE, aid_paid=Mark.NO_LINE)
    talker = asked_about(told, done=True).says("还在县医院住院花了两万，报了一万二")
    assert "记在第2次看病" in talker.now

    talker.taps("都对，记下")

    first, second = talker.visitor.told().person.visits
    assert ("80000.00", "20000.00") == (first.answers["in_scope"], second.answers["total"])


def test_another_of_the_family_is_another_person():
    """What is told of the father is not taken for the mother."""
    talker = Talker("331000").says("我妈").says("我爸是五保户")

    assert "加一位家人" in talker.replies()
    assert {} == talker.visitor.told().person.answers


def test_each_member_has_a_chat():
    """The chat of another member answers for that one alone."""
    persons = (Person({"scheme": "resident"}, who="self"), Person(id="bbbb", who="mother"))
    talker = Talker("331000-bbbb", Visitor().having(Household(persons, "secret")))

    talker.says("职工医保")

    first, second = talker.visitor.told().persons
    assert ("resident", "employee") == (first.answers["scheme"], second.answers["scheme"])


@pytest.mark.parametrize("text", ["急死了，没钱救命", "医院催交费，拿不出钱", "押金交不起"])
def test_who_has_no_money_is_told_what_to_do_now(text):
    """First 120 and the hospital's own office; then the question that was on the page."""
    replies = Talker("331000").says(text).replies()

    assert "没听懂" not in replies
    for way in ("120", "医保办", "12393"):
        assert way in replies


@pytest.mark.parametrize("pack", engine.packs(), ids=lambda pack: pack.id)
@pytest.mark.parametrize("text", ["要带什么材料", "去哪里办", "这个文件还有效吗", "转院要不要备案"])
def test_every_document_answers_questions_back(pack, text):
    """Papers, ways, force and referral are answered from the document, or it is said that not."""
    status = engine.choices("status", pack.id)[0][0].value
    person = Person({"scheme": "resident", "status": [status], "visits": True}, (stay(),))
    talker = Talker(pack.region, Visitor().having(Household((person,), "secret")))

    replies = talker.says(text).replies()

    assert pack.number in replies or "12393" in replies
    assert "没听懂" not in replies
