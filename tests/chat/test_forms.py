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
        ("建议降低门槛费，现在一年也报不了几个钱", "complaint"),
        ("社保卡丢了能不能托人代补，在哪家银行办", "where"),
        ("合作医疗是自愿的还是强制的", "premium"),
        ("城镇医保能转移到县里吗", "premium"),
        ("这事归谁管", "where"),
        ("转诊证明忘开了，可以补吗", "where"),
        ("我家这样够不够五保的条件", "status"),
        ("老人单过能不能享受五保", "status"),
        ("单子上救助一栏是空的，到底怎么回事！", "complaint"),
        ("望把这个病种纳入报销", "complaint"),
        ("为什么我们镇只给一半", "complaint"),
        ("不是说先看病后付费吗", "complaint"),
        ("昨天办了出院", "other"),
        ("自付的部分能不能算进大病保险", "estimate"),
        ("村上讲全包，到底怎么个包法", "estimate"),
        ("能不能拉我们家一把", "eligible"),
        ("能走临时救助不", "eligible"),
        ("救助是自动给还是要去申请", "where"),
        ("哪里可以做免费的检查", "where"),
        ("除了发票，还要不要户口本", "documents"),
        ("要本人去吗，带身份证够不够", "documents"),
        ("大学生医保按哪一档交", "premium"),
        ("医保能不能不交", "premium"),
        ("窗口只开一个，排了三小时队", "complaint"),
        ("我要投诉镇医院", "complaint"),
        ("年年交钱，那我还交它做什么！", "complaint"),
        ("我要感谢窗口的同志，手把手教我备案", "other"),
        ("上一条写错了，是十一天", "other"),
        ("材料往哪送", "where"),
        ("灵活就业的医保断一个月能补吗", "premium"),
        ("支出型困难家庭需要满足什么条件", "status"),
        ("烈属住院有没有优待", "eligible"),
        ("交了也没什么好处，还不如不交", "complaint"),
        ("两家说的不一样，以哪个为准", "estimate"),
        ("今年医保几号开始交，多少钱一个人", "premium"),
        ("参加新农合的监测户住院能报多少", "estimate"),
        ("挂号要排一早上的队，这也叫便民", "complaint"),
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


def test_what_is_asked_counts_for_more_than_what_is_told():
    """A letter tells much of contributions and papers, and asks one thing."""
    told = "单位断了我的医保，补交要好几千。发票我都交了。"

    assert "where" == intents.intent(message.read(told + "请问这事到底归谁管？"))
    assert "estimate" == intents.intent(message.read(told + "请问这次住院能报多少？"))


def test_what_is_asked_first_is_asked_most():
    """Of several questions of a letter the first is the main one."""
    letter = "我妈住了院。请问能不能申请救助？另外住院能报多少？"

    assert "eligible" == intents.intent(message.read(letter))


def test_where_nobody_is_ill_the_insurance_is_meant():
    """催交医保 with 优惠 asks for the contribution, not for help with a bill."""
    assert "premium" == intents.intent(
        message.read("村里催交医保，老人有没有这个优惠，明年再交行不行")
    )
