"""What is denied, wished for or asked about is not had."""

import pytest

from webapp.chat import care, message, referral, schemes, statuses


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("我妈是低保户", ["dibao"]),
        ("我们是吃低保的", ["dibao"]),
        ("低保户住院报多少", ["dibao"]),
        ("低保户怎么报销", ["dibao"]),
        ("我家算低保边缘", ["dibian"]),
        ("五保老人住院", ["tekun"]),
        ("父亲是残疾军人，也是监测户", ["jiance", "youfu"]),
        ("不是低保，是监测户", ["jiance"]),
        ("我不是低保户，我是建档立卡贫困户", ["jiandang"]),
        ("脱贫不稳定户", ["jiance"]),
        ("被民政认定为因病致贫", ["yinbing"]),
        ("村里给办了个低保", ["dibao"]),
        ("那时还不是五保，今年五保批下来了", ["tekun"]),
        ("我是监测户，是不是监测户都有救助", ["jiance"]),
        ("组里给评的监测户", ["jiance"]),
        ("帮五保老人办救助", ["tekun"]),
        ("大伯靠低保金过日子，听说五保户领得多", ["dibao"]),
    ],
)
def test_identities(text, codes):
    """Only what a person has is held, whatever else is denied or asked about."""
    assert codes == statuses.codes(message.read(text))


@pytest.mark.parametrize(
    "text",
    [
        "不是低保户",
        "没评上低保",
        "低保没评上",
        "低保被取消了",
        "不享受低保",
        "想申请低保",
        "低保怎么申请",
        "如何办低保",
        "能吃低保吗",
        "够不够低保",
        "再病下去差点成了贫困户",
        "是不是低保户",
        "低保户吗",
        "我是退伍军人",
        "一家人因病致贫，日子难过",
        "医保局在哪",
        "村里给他报了监测户",
        "监测户和低保边缘到底怎样认定",
        "能不能评边缘户或者单人的低保",
        "去年申请过低保",
        "替大伯问问五保的事",
        "我得了尘肺，我老娘吃低保",
        "贫困户申请了几回都没有批",
        "评了几年低保都没有我，我够不够低保条件",
        "她有个儿子在外地，能单独吃低保不",
        "想办因病致贫的支出型困难家庭",
    ],
)
def test_no_identity_is_told(text):
    """What was refused, is wished for, asked about or another's leaves the question open."""
    assert None is statuses.codes(message.read(text))


@pytest.mark.parametrize(
    "text",
    [
        "我妈不是什么贫困户低保户",
        "没有低保也不是贫困户",
        "低保、五保都不是",
        "什么都不是，普通农户",
    ],
)
def test_every_identity_is_denied(text):
    """None is held only where all is denied."""
    assert [] == statuses.codes(message.read(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("不是职工医保，是农合", "ncms"),
        ("我没交医保", "none"),
        ("在中西医结合医院看的，说不符合医保", None),
        ("合医报了一半", "ncms"),
        ("断了两月没有医保，五月又续上了", None),
        ("单位没给买职工医保，自己交居民医保", "resident"),
        ("医保能报吗", None),
        ("特困职工", None),
        ("社保卡丢了", None),
        ("单位给交的社保，断了两个月", "employee"),
        ("厂里的医保报了一半", "employee"),
        ("学校没给我们这些人买职工医保，我买的居民医保", "resident"),
        ("我是职工医保，我妈是农合，她住院花了三万", "ncms"),
    ],
)
def test_insurance(text, code):
    """The insurance one has wins over those one has not; 医保 alone names none."""
    named = schemes.named(message.read(text))

    assert code == (named.code if named else None)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("没住院", []),
        ("不用住院，看的门诊", ["outpatient"]),
        ("住了三次院", ["inpatient"]),
        ("特殊门诊拿药", ["chronic"]),
        ("住院部在哪", []),
        ("在传染病医院住了一个多月", ["inpatient"]),
        ("万一住院怎么报", []),
        ("先看门诊后来住院", ["inpatient", "outpatient"]),
        ("每周透析三次", []),
        ("糖尿病本本去拿药", ["chronic"]),
        ("一生下来就住进儿科", ["inpatient"]),
        ("门诊打的针，说是要住院才能报", ["outpatient"]),
    ],
)
def test_care(text, kinds):
    """Care that was not had is left out, and a special clinic is not an ordinary one."""
    assert kinds == care.kinds(message.read(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("开了转诊单", "referred"),
        ("县医院转上去的", "referred"),
        ("没开转诊单", "none"),
        ("不能办转诊单", "none"),
        ("转诊手续没办", "none"),
        ("直接去的省城", "none"),
        ("没办备案", "none"),
        ("手机上自己备了案", "referred"),
        ("是不是要先做一个备案", None),
        ("转院单还没有去开", "none"),
        ("备案在手机上点哪里", None),
        ("后来转到普通病房", None),
        ("120送来的", "emergency"),
        ("转院要不要备案", None),
        ("要不要转诊", None),
        ("花了1200元", None),
        ("转到医保卡里", None),
        ("医院叫我先去备案", None),
        ("备案在网上咋弄", None),
    ],
)
def test_referrals(text, code):
    """A question about the rule says nothing of the way one went."""
    way = referral.way(message.read(text))

    assert code == (way.code if way else None)
