"""An answer is read in the light of the question just asked."""

from datetime import date

import pytest

import engine
from webapp.chat.reading import read
from webapp.household import Mark

TODAY = date(2022, 11, 1)


def answers(text, asked=None):
    """Give what a message answers, by question."""
    return {
        answer.question: answer.value for answer in read(text, asked=asked, today=TODAY).answers
    }


@pytest.mark.parametrize(
    ("asked", "text", "value"),
    [
        ("total", "三万二", "32000.00"),
        ("total", "32000", "32000.00"),
        ("total", "不对，是三万二", "32000.00"),
        ("total", "三万多", ["30000.00", "40000.00"]),
        ("premium", "不到四千", [None, "4000.00"]),
        ("household_income", "一年少说也要两万", ["20000.00", None]),
        ("aid_paid", "没有", "0.00"),
        ("aid_paid", "民政没给过", "0.00"),
        ("aid_paid", "还没去申请过", "0.00"),
        ("premium", "免了，没出钱", "0.00"),
        ("total", "连押金一起两万二", "22000.00"),
        ("critical_paid", "没有这一行", Mark.NO_LINE),
        ("basic_paid", "一万八", "18000.00"),
        ("own_paid", "五千", "5000.00"),
        ("in_scope", "两万八", "28000.00"),
        ("scheme", "农合", "ncms"),
        ("scheme", "单位交的", "employee"),
        ("scheme", "没有", "none"),
        ("status", "低保和残疾军人", ["dibao", "youfu"]),
        ("status", "脱贫不稳定户", ["tuopin_buwending"]),
        ("status", "都没有", []),
        ("status_since", "好几年了", engine.LONG_AGO),
        ("status_since", "都十几年了", engine.LONG_AGO),
        ("status_since", "早就评上了", engine.LONG_AGO),
        ("status_since", "2016年", engine.LONG_AGO),
        ("status_since", "一六年评上的", engine.LONG_AGO),
        ("status_since", "2015年3月办的", engine.LONG_AGO),
        ("status_since", "昨天", "2022-10-31"),
        ("kind", "住院", "inpatient"),
        ("kind", "慢病", "chronic"),
        ("place", "县里", "county"),
        ("place", "外省", "outside"),
        ("referral", "没办", "none"),
        ("referral", "办了", "referred"),
        ("referral", "急诊去的", "emergency"),
        ("designated", "是的", True),
        ("designated", "不是", False),
        ("public_hospital", "公立的", True),
        ("local_hukou", "户口在本地", True),
        ("visits", "有", True),
        ("visits", "没住过院", False),
        ("discharged", "2022年3月5号", "2022-03-05"),
        ("discharged", "昨天", "2022-10-31"),
        ("basic_rate", "70%", "70%"),
        ("residence_permit_years", "两年", 2),
    ],
)
def test_a_short_answer(asked, text, value):
    """A bare answer becomes the contract's value of its question."""
    assert value == answers(text, asked)[asked]


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("total", "不清楚"),
        ("in_scope", "不晓得"),
        ("total", "我不想说"),
        ("status", "不是低保"),
        ("designated", "不是，是我爸"),
        ("designated", "没交"),
        ("place", "没报"),
        ("discharged", "上个月"),
        ("discharged", "5号"),
        ("discharged", "2021年"),
        ("status_since", "2021年"),
        ("status_since", "二一年"),
        ("kind", "什么"),
        ("total", "很多"),
        ("critical_paid", "花了3万25"),
    ],
)
def test_what_is_not_known_is_not_guessed(asked, text):
    """Not known, not understood and half a denial leave the question open."""
    assert asked not in answers(text, asked)


def test_not_known_is_an_answer():
    """不清楚 is told apart from a message that was not understood."""
    assert "unknown" == read("不清楚", asked="total", today=TODAY).reply
    assert read("很多", asked="total", today=TODAY).reply is None


def test_several_facts_at_once():
    """One message may answer many questions."""
    text = "我妈吃低保，住进县医院，用了两万六，医保报了一万一，大病报了3千"

    assert {
        "status": ["dibao"],
        "kind": "inpatient",
        "place": "county",
        "total": "26000.00",
        "reimbursed": "11000.00",
        "critical_paid": "3000.00",
    } == answers(text)
    assert "mother" == read(text, today=TODAY).who


def test_an_answer_beside_others():
    """What was asked and what was told besides are both taken."""
    assert {"total": "32000.00", "reimbursed": "18000.00"} == answers("3万2，报了1万8", "total")


def test_two_answers_to_one_question_are_unclear():
    """Two sums for one box are given back to ask, not chosen between."""
    told = read("住了三次院，一次8千，一次1万2", today=TODAY)

    assert ("8千", "1万2") == told.unclear
    assert "total" not in {answer.question for answer in told.answers}


def test_all_kinds_of_care_are_told():
    """A stay and a listed illness are both answers; the stay, as the main one, comes last."""
    told = read("我爸住院花了两万，他还有慢病本", today=TODAY).answers

    assert ["chronic", "inpatient"] == [one.value for one in told if one.question == "kind"]


def test_words_not_understood_are_told():
    """A figure nobody can read and a day that may be many are named as typed."""
    assert ("3万25",) == read("花了3万25", today=TODAY).unclear
    assert ("去年腊月",) == read("去年腊月", asked="discharged", today=TODAY).unclear
    assert ("2021年",) == read("2021年评的", asked="status_since", today=TODAY).unclear


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("住院花了三万，医保报了一万二，大病没报", ["critical_paid"]),
        ("民政一分钱也没给，大病保险也没报", ["aid_paid", "critical_paid"]),
        ("为什么大病没报", []),
        ("大病还没报", []),
        ("民政没给解释", []),
    ],
)
def test_what_was_not_paid_is_taken_out_of_turn(text, nothing):
    """大病没报 tells of nothing paid; what is asked, or may still come, does not."""
    assert nothing == sorted(name for name, value in answers(text).items() if value == "0.00")


def test_amounts_that_answer_nothing_are_told():
    """What was borrowed has no place in the case; what is unclear is not named twice."""
    told = read("住院花了3万2，借了亲戚8000块，又花了3万25", today=TODAY)

    assert ("8000块",) == told.unplaced
    assert ("3万25",) == told.unclear


def test_a_correction_is_seen():
    """不对 marks an answer that replaces one."""
    assert read("不对，是三万二", asked="total", today=TODAY).corrects
    assert not read("三万二", asked="total", today=TODAY).corrects


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("我的号是11010519491231002X", "身份证号"),
        ("１１０１０５１９４９１２３１００２Ｘ", "身份证号"),
        ("电话13812345678", "手机号"),
        ("138 1234 5678", "手机号"),
        ("卡号6222020200112233445", "银行卡号"),
    ],
)
def test_private_numbers_are_refused(text, word):
    """A message with such a number is not taken at all, with a word why."""
    told = read(f"{text}，花了三万", today=TODAY)

    assert word in told.refused
    assert () == told.answers


def test_an_office_number_and_a_sum_are_no_private_numbers():
    """12393 and 123456.78 may be typed."""
    assert read("打过12393，花了123456.78元", today=TODAY).refused is None


def test_where_one_lives():
    """The place named as home comes with its code."""
    assert ("341722",) == read("我是石台县人", today=TODAY).regions
    assert "341722" == read("shitai", asked="region", today=TODAY).regions[0]


def test_every_option_can_be_typed_as_its_button_says():
    """The words of each button, typed, choose it."""
    for question in engine.QUESTIONS.values():
        for option in question.options if question.type == "choice" else ():
            assert option.value == answers(option.label, question.id).get(question.id), option.label


def test_two_days_are_a_stay_and_no_beginning_of_an_identity():
    """5号到15号, told while another day is asked, are the days of the stay."""
    stay = {"admitted": "2022-03-05", "discharged": "2022-03-15"}

    assert stay == answers("2022年3月5号到15号", asked="status_since")
    assert stay == answers("2022年3月5号到15号", asked="admitted")


def test_few_years_are_no_long_time():
    """Two years back the costs may be older than the identity: the day is asked on."""
    assert {} == answers("两年了", asked="status_since")
    assert {} == answers("2019年", asked="status_since")
