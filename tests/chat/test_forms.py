"""What a message wants is told by the form of its sentences, whoever asks and for whatever."""

import pytest

from webapp.chat import intents, message


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("卫生院开的单子，差的部分能赔几成？", "estimate"),
        ("这笔账是怎么算出来的，农合比例对吗", "estimate"),
        ("政府有没有什么项目能帮我们一把", "eligible"),
        ("恳请社会好心人拉我们一把", "eligible"),
        ("参保能不能由村里补贴一部分", "premium"),
        ("合作医疗是自愿的还是强制的", "premium"),
        ("城镇医保能转移到县里吗", "premium"),
        ("这事归谁管", "where"),
        ("转诊证明忘开了，可以补吗", "where"),
        ("我家这样够不够五保的条件", "status"),
        ("望把这个病种纳入报销", "complaint"),
        ("为什么我们镇只给一半", "complaint"),
        ("不是说先看病后付费吗", "complaint"),
        ("昨天办了出院", "other"),
    ],
)
def test_a_form_tells_what_is_wanted(text, wanted):
    """Each form is known by its frame, not by the words that fill it."""
    assert wanted == intents.intent(message.read(text))


def test_what_there_is_none_of_is_not_asked_for():
    """什么政策都没有 complains, 有什么政策 asks."""
    assert "eligible" == intents.intent(message.read("请问有什么政策"))
    assert "eligible" != intents.intent(message.read("问了，什么政策都没有"))


def test_years_are_no_money():
    """补多少年 asks how long to pay, not how much comes back."""
    assert "premium" == intents.intent(message.read("职工医保年限不够，还要补多少年"))
