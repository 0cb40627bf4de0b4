"""A household of several: each with own answers, what is common asked once, nothing mixed up."""

import pytest

from tests.webapp.client import Visitor
from tests.webapp.steps import PERSON, answer_all, resident, stay
from webapp.household import Household, Person
from webapp.members import WHO, name_of, subject_of


def adds(visitor: Visitor, who: str) -> str:
    """Add a member on the household's page, and give the id."""
    visitor.opens("/331000/people")
    visitor.posts("/331000/people/add", {**visitor.hidden(), "who": who, "person": "bbbb"})
    return "bbbb"


def two() -> Visitor:
    """Open a sitting of oneself and one's mother."""
    visitor = Visitor().having(Household((resident(who="self"),), "secret"))
    adds(visitor, "mother")
    return visitor


def test_a_new_member_begins_with_their_own_questions():
    """The first question names the mother, on a page with an address of her own."""
    visitor = two()

    assert "/331000-bbbb/ask/scheme" == visitor.url
    assert "母亲参加的是哪种医保？" == visitor.heading


def test_answers_go_to_the_member_of_the_page():
    """Two pages open side by side: each answer lands with the person whose page it is."""
    visitor = two()
    visitor.opens("/331000/ask/scheme")
    visitor.opens("/331000-bbbb/ask/scheme").sends(scheme="employee")

    mine, hers = visitor.told().persons
    assert ("resident", "employee") == (mine.answers["scheme"], hers.answers["scheme"])


def test_every_link_stays_with_the_member():
    """From one page to the next, and back, all addresses name the same member."""
    visitor = two()
    for _page in range(4):
        assert visitor.url.startswith("/331000-bbbb/")
        assert "/331000-bbbb/" in visitor.back() or visitor.back().endswith("/who")
        visitor.sends(unsure="1")


def test_a_whole_family_identity_is_offered_already_ticked():
    """低保 is a household's: the mother's page begins with it, and keeps nothing yet."""
    visitor = two().sends(scheme="resident")

    assert "母亲有下面哪些身份？" == visitor.heading
    assert 'value="dibao" checked' in visitor.text
    assert "先照家里的勾上了" in visitor.main
    assert "status" not in visitor.told().member("bbbb").answers


def test_what_is_common_is_asked_once():
    """The household's income, told for one, is told for all, and changed for all."""
    visitor = two()
    visitor.opens("/321200-bbbb/ask/standards").sends(income_per_head="700")
    incomes = [person.answers["income_per_head"] for person in visitor.told().persons]
    assert ["700.00", "700.00"] == incomes

    visitor.opens("/321200/ask/standards").sends(income_per_head="800")

    incomes = [person.answers["income_per_head"] for person in visitor.told().persons]
    assert ["800.00", "800.00"] == incomes


def test_a_second_tap_adds_no_second_member():
    """The id that the page proposed is used once."""
    visitor = two()
    adds(visitor, "mother")

    assert 2 == len(visitor.told().persons)


def test_a_removed_member_can_be_brought_back():
    """With every answer, and at the old place."""
    visitor = two().sends(scheme="employee")
    before = visitor.told().persons
    visitor.opens("/331000/people")
    visitor.posts("/331000/people/remove", {**visitor.hidden(), "person": "1"})
    assert ["mother"] == [person.who for person in visitor.told().persons]

    visitor.sends()

    assert before == visitor.told().persons


def test_the_last_member_stays():
    """A household has someone; to begin anew there is 清空."""
    visitor = Visitor().opens("/331000/people")
    visitor.posts("/331000/people/remove", {**visitor.hidden(), "person": "1"})

    assert 1 == len(visitor.told().persons)


def test_a_page_of_a_member_who_is_gone_leads_to_the_household():
    """It says so, and no answer lands with somebody else."""
    visitor = two()
    visitor.opens("/331000-bbbb/ask/scheme")
    data = {**visitor.hidden(), "scheme": "employee"}
    visitor.posts("/331000/people/remove", {**visitor.hidden(), "person": "bbbb"})

    visitor.posts("/331000-bbbb/ask/scheme", data)

    assert "一家人" == visitor.heading
    assert "已经不在名单里" in visitor.main
    assert "resident" == visitor.told().person.answers["scheme"]


@pytest.mark.parametrize(
    ("who", "begins"),
    [("self", "您参加"), ("father", "父亲参加"), ("other", "病人参加"), ("unsaid", "病人参加")],
)
def test_the_question_names_whom_it_is_about(who, begins):
    """您 to oneself, the kinship for a relative, the patient where it was not said."""
    visitor = Visitor().having(Household((Person(who=who),)))

    assert visitor.opens("/331000/ask/scheme").heading.startswith(begins)


def test_two_of_a_kind_are_told_apart():
    """Two sons have numbers; one daughter has none."""
    sons = (Person(who="son"), Person(who="son", id="bbbb"), Person(who="daughter", id="cccc"))
    household = Household(sons)

    assert ["儿子（第1位）", "儿子（第2位）", "女儿"] == [name_of(son, household) for son in sons]


@pytest.mark.parametrize(
    ("who", "heading", "pays"),
    [
        ("self", "估算结果", "您还要付"),
        ("mother", "母亲的估算结果", "她还要付"),
        ("son", "儿子的估算结果", "他还要付"),
        ("unsaid", "估算结果", "自己还要付"),
    ],
)
def test_the_result_names_whose_it_is(who, heading, pays):
    """您 to oneself, 她 and 他 of the others, and whose result it is in its heading."""
    visitor = Visitor().having(Household((resident(who=who, visits=(stay(),)),), "s"))
    visitor.opens("/331000/result")

    assert heading == visitor.heading
    assert pays in visitor.main


def test_every_kin_has_a_word():
    """No one is asked about as an empty word."""
    assert all(subject_of(Person(who=who)) for who in WHO)


@pytest.mark.parametrize("who", ["", "grandson'", "self2"])
def test_an_unknown_kin_is_asked_again(who):
    """What no page offers is not taken."""
    visitor = Visitor().opens("/331000/who").sends(who=who)

    assert 422 == visitor.status
    assert "" == visitor.told().person.who


def test_not_saying_is_an_answer():
    """先不说 leads on, and is not asked again."""
    visitor = Visitor().opens("/331000/who").sends(unsure="1")

    assert "病人参加的是哪种医保？" == visitor.heading
    answer_all(visitor, PERSON)
    assert "/visit/" in visitor.url
