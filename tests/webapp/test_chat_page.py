"""The page of the chat: taps, changes, pieces to confirm, and what it never does."""

import gzip

import pytest

from tests.talk.talker import Talker
from tests.webapp.client import Visitor
from tests.webapp.steps import resident, stay, told_all
from tests.webapp.years import year_of
from webapp.household import Household, Mark, Talk

ROOM = 8 * 1024
SLIP = {"in_scope": "80000.00", "basic_paid": "0.00", "critical_paid": "0.00"}
HEARD = [
    "病人：母亲",
    "身份：低保",
    "看病方式：住院",
    "医院在哪：本县（区）",
    "总费用：32,000 元",
    "报了：18,000 元",
]
MUCH = "我妈是低保户，在县医院住院花了三万二，医保报了一万八"


def asked_about(*visits, **changed) -> Talker:
    """Open the chat of a resident on 低保 who told of these visits."""
    household = Household((resident(visits=visits, who="self", **changed),), "secret")
    return Talker("331000", Visitor().having(household))


def test_the_first_thing_asked_is_for_whom():
    """A new chat greets, asks for whom it is, and offers every answer as a button."""
    talker = Talker("331000")

    assert "给谁算？" == talker.question
    assert {"我自己", "母亲", "先不说"} <= set(talker.buttons())
    assert "您慢慢说" in talker.visitor.main


def test_the_chat_goes_on_where_the_questions_stopped():
    """What was told on the pages stands in the transcript and is not asked again."""
    visitor = told_all()

    talker = Talker("331000", visitor)

    assert "今年还看过别的病吗？" == talker.question
    assert "90,000 元" == talker.turns()["医疗费总额"]


def test_the_questions_go_on_where_the_chat_stopped():
    """What was told in the chat is not asked again on the pages."""
    talker = Talker("331000").taps("母亲").says("居民医保").says("低保")

    page = talker.visitor.opens("/331000/next")

    assert "这个身份从哪天开始？" == page.heading


def test_any_answer_is_changed_in_two_taps():
    """改 puts the question again with what was said marked; another tap, and it is changed."""
    talker = Talker("331000").taps("母亲").taps("城乡居民医保")

    talker.changes("母亲参加的是哪种医保？")
    assert "母亲参加的是哪种医保？" == talker.question
    talker.taps("职工医保")

    assert "employee" == talker.visitor.told().person.answers["scheme"]
    assert "职工医保" == talker.turns()["母亲参加的是哪种医保？"]


def test_what_is_put_again_may_stay_as_it_was():
    """不改了 leads back to where one was."""
    talker = Talker("331000").taps("母亲").taps("城乡居民医保")

    talker.changes("母亲参加的是哪种医保？").taps("不改了")

    assert "母亲有下面哪些身份？" == talker.question
    assert "resident" == talker.visitor.told().person.answers["scheme"]


def test_two_taps_add_one_visit():
    """A thumb that trembles makes no second visit."""
    talker = Talker("331000", told_all())
    more = {"asked": "more", "more": talker.buttons()["还有一次"][1]}

    for _tap in range(2):
        talker.visitor.posts(talker.url, {"csrf_token": talker.visitor.token(), **more})

    assert 2 == len(talker.visitor.told().person.visits)


def test_an_answer_is_changed_by_writing():
    """不对，是三万二 changes the last figure."""
    talker = asked_about(stay(door="slip")).says("三万三").says("不对，是三万二")

    assert "32000.00" == talker.visitor.told().person.visits[0].answers["in_scope"]


def test_nothing_heard_counts_before_it_is_confirmed():
    """Pieces wait; one is taken out by a tap; 都对 lets the others count."""
    talker = Talker("331000").says(MUCH)
    assert HEARD == talker.heard()
    assert {} == talker.visitor.told().person.answers

    talker.taps("去掉报了").taps("都对，记下")

    person = talker.visitor.told().person
    assert ("mother", ["dibao"]) == (person.who, person.answers["status"])
    assert "32000.00" == person.visits[0].answers["total"]
    assert "reimbursed" not in person.visits[0].answers
    assert {} == person.talk.heard


def test_what_is_remembered_of_a_bill_is_a_bill_from_memory():
    """A total and what was paid back, told without a slip, fill the page for who has none."""
    talker = Talker("331000").says(MUCH).says("都对")

    assert "memory" == talker.visitor.told().person.visits[0].door


def test_pieces_that_cannot_be_so_do_not_count():
    """More paid back than it cost is shown, and not taken until it is mended."""
    talker = Talker("331000").says("住院花了一万八，报了三万二")
    assert "“一共报了多少”比总额多 14,000 元，请核对" in talker.now
    assert "都对，记下" not in talker.buttons()

    talker.says("对")
    assert () == talker.visitor.told().person.visits
    talker.says("不对，报了一万二").taps("都对，记下")

    assert "12000.00" == talker.visitor.told().person.visits[0].answers["reimbursed"]


def test_an_answer_that_does_not_fit_is_shown_before_it_counts():
    """A last day before the first is no answer, until it is mended."""
    visit = stay(admitted="2022-11-01")
    answers = {key: value for key, value in visit.answers.items() if key != "discharged"}
    talker = asked_about(type(visit)("aaaa", answers))

    talker.says("2022年10月1日")

    assert "出院比住院早了 31 天" in talker.now
    assert "discharged" not in talker.visitor.told().person.visits[0].answers


def test_a_range_stays_a_range():
    """三万多 is kept as it was said, on the pages too."""
    talker = asked_about(stay(door="memory")).says("三万多").says("一万左右")

    visit = talker.visitor.told().person.visits[0]
    assert ["30000.00", "40000.00"] == visit.answers["total"]
    page = talker.visitor.opens("/331000/visit/aaaa/bill").text
    assert 'value="30000~40000"' in page
    sent = talker.visitor.sends(total="30000~40000", reimbursed="9000~")
    assert 200 == sent.status
    answers = talker.visitor.told().person.visits[0].answers
    assert (["30000.00", "40000.00"], ["9000.00", None]) == (
        answers["total"],
        answers["reimbursed"],
    )


def test_not_clear_is_an_answer_and_a_missing_line_another():
    """不清楚 leaves open, 没有这一行 is kept as what it is."""
    talker = asked_about(stay(door="slip")).says("八万").taps("不清楚").taps("没有这一行")

    answers = talker.visitor.told().person.visits[0].answers
    assert (Mark.UNSURE, Mark.NO_LINE) == (answers["basic_paid"], answers["critical_paid"])


def test_a_place_without_a_document_has_no_chat():
    """Where nothing can be reckoned nothing is asked."""
    assert "/110000/" == Visitor().opens("/110000/chat").url


def test_an_outdated_page_keeps_what_was_typed():
    """The message stands in the field, and nothing is taken."""
    visitor = Talker("331000").visitor

    visitor.posts("/331000/chat", {"text": "我妈", "csrf_token": "old"}, origin=None)

    assert 422 == visitor.status
    assert 'value="我妈"' in visitor.text


def test_a_message_that_is_too_long_is_not_cut():
    """It is shown again, with the advice to tell it in parts."""
    talker = Talker("331000").says("花了一万。" * 100)

    assert 422 == talker.visitor.status
    assert "这段太长了" in talker.visitor.main


def test_a_tap_on_nothing_is_told():
    """就这些 without a tick asks for one."""
    talker = Talker("331000").taps("母亲").taps("城乡居民医保").taps("就这些")

    assert 422 == talker.visitor.status
    assert "请至少选一个" in talker.visitor.main


def test_opening_the_chat_sets_no_cookie():
    """A page that is only looked at changes nothing."""
    assert "Set-Cookie" not in Talker("331000").visitor.opens("/331000/chat").headers


def test_a_turn_is_light():
    """A year of twelve visits, at the widest question, with a reply: below 8 KB as it is sent."""
    visits = year_of(12, 1).persons[0].visits
    widest = Talk(again="status", asked="status", said=(("papers", ""), ("word", "dibian")))
    person = resident(visits=visits, who="self", talk=widest)

    talker = Talker("331000", Visitor().having(Household((person,), "secret")))

    assert "您有下面哪些身份？" == talker.question
    assert len(gzip.compress(talker.visitor.text.encode(), 6)) < ROOM


def test_a_very_long_talk_leads_to_all_answers():
    """What is no longer shown in the chat stands on the page of all answers."""
    visits = year_of(12, 1).persons[0].visits
    household = Household((resident(visits=visits, who="self"),), "secret")

    talker = Talker("331000", Visitor().having(household))

    assert "/331000/check" in talker.visitor.links().values()


def test_a_full_cookie_keeps_the_answers():
    """Where there is no room for what the talk remembers, the answers are kept without it."""
    visitor = Visitor().having(year_of(56, 0))
    talker = Talker("331000", visitor)

    talker.says("嘎嘎")

    assert 200 == talker.visitor.status
    assert 56 == len(talker.visitor.told().person.visits)


@pytest.mark.parametrize("htmx", [True, False], ids=["with script", "without"])
def test_the_chat_is_the_same_with_and_without_script(htmx):
    """Htmx gets the next page in the same round trip; others are redirected to it."""
    talker = Talker("331000", Visitor(htmx=htmx)).says("我妈")

    assert "母亲参加的是哪种医保？" == talker.question
    assert "/331000/chat" == talker.visitor.url.partition("#")[0]
