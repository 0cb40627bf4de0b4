"""What short questions in anyone's words are about, told by what they speak of."""

import pytest

from webapp.chat import intents, matters, message


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("住院花了三万，农合给报几个钱啊", "estimate"),
        ("乡卫生院住院报的多还是县医院报的多", "estimate"),
        ("低保户住院是不是全包", "estimate"),
        ("花两万报八千，是不是报少了", "estimate"),
        ("外伤农合认吗", "estimate"),
        ("这药进医保了吗", "estimate"),
        ("起付线一年扣一次还是每次都扣", "estimate"),
        ("大病保险多少起报", "estimate"),
        ("剖腹产能报几百", "estimate"),
        ("特困的住院要不要自己出钱", "estimate"),
        ("我妈这个情况，大概最后要掏多少", "estimate"),
        ("得了这个病国家有没有啥说法", "eligible"),
        ("大病有没有照顾", "eligible"),
        ("实在拿不出钱，有没有哪里能帮一把", "eligible"),
        ("脱贫户还享不享受以前的政策", "eligible"),
        ("残疾人做康复有补助吗", "eligible"),
        ("退伍老兵看病有优惠政策没有", "eligible"),
        ("报销完了还有别的补贴吗", "eligible"),
        ("监测户还有没有那个托底", "eligible"),
        ("癌症病人有免费药吗", "eligible"),
        ("医疗救助普通农户能不能享受", "eligible"),
        ("请政府伸把手", "eligible"),
        ("报销要哪几样东西", "documents"),
        ("光有发票没有清单行不行", "documents"),
        ("病历要复印几份", "documents"),
        ("发票原件让单位收走了，复印的认不认", "documents"),
        ("异地报账该拿哪些回来", "documents"),
        ("诊断书要不要医院盖红章", "documents"),
        ("这个救助在镇上弄还是县里弄", "where"),
        ("报账去哪个窗口", "where"),
        ("要不要先跟村里讲", "where"),
        ("大病二次报销是自己去申请还是他自动打钱", "where"),
        ("钱啥时候到账", "where"),
        ("电话是多少，我打过去问", "where"),
        ("去省里看病先办啥", "where"),
        ("报销有没有时间限制", "where"),
        ("异地住院能当场结算吗", "where"),
        ("外面打工看病怎么弄才能报", "where"),
        ("申请递上去半年没消息，问哪个", "where"),
        ("低保咋个申请嘛", "status"),
        ("低保怎么给我取消了", "status"),
        ("儿子有车影响老人吃低保吗", "status"),
        ("怎么样才算监测户", "status"),
        ("低保边缘跟低保有啥区别，咋申请", "status"),
        ("家里有存款还能评特困不", "status"),
        ("残疾二级可以单独吃低保不", "status"),
        ("老人没儿没女，能进敬老院当五保不", "status"),
        ("今年医保一个人好多钱", "premium"),
        ("低保户交医保自己掏多少", "premium"),
        ("过了期限没交还能补不", "premium"),
        ("在城里打工交了职工的，老家的还要交不", "premium"),
        ("交晚了要等几个月才管用", "premium"),
        ("户口迁过来医保怎么转", "premium"),
        ("我妈过世了，交的农合能退不", "premium"),
        ("灵活就业转居民划算不", "premium"),
        ("外地媳妇没迁户口能在这边参保不", "premium"),
        ("几月份开始收明年的", "premium"),
        ("贫困户参保政府给出多少", "premium"),
        ("医生开一堆检查，感冒花我八百", "complaint"),
        ("同样的病人家报七成我报三成", "complaint"),
        ("材料交了三回，回回说少一样", "complaint"),
        ("明明是定点医院，偏说不能报", "complaint"),
        ("把病人赶出院说医保额度用完了", "complaint"),
        ("这种医院也配叫定点", "complaint"),
        ("乡镇卫生院就会让输液，啥也看不好", "complaint"),
        ("药价翻了三倍，没人查吗", "complaint"),
        ("没病的人交一辈子一分钱享受不到", "complaint"),
        ("建议把肺结核列入慢性病", "complaint"),
        ("好的谢谢", "other"),
        ("不是我妈，是我岳母", "other"),
        ("我再想想", "other"),
        ("你是真人吗", "other"),
        ("我是石台的低保户", "other"),
    ],
)
def test_a_matter_tells_what_is_wanted(text, wanted):
    """Papers, an office, a contribution: the matter decides where no form of words is known."""
    assert wanted == intents.intent(message.read(text))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("五保户啥条件", ["status"]),
        ("五保户住院要不要自己出钱", ["estimate"]),
        ("农合几号开始交，交到哪里", ["premium", "premium"]),
        ("押金交多少", ["estimate"]),
        ("单子交到哪里", ["where"]),
        ("我爸五保，住院报不", ["estimate"]),
        ("没什么好处", []),
        ("住院花了三万", []),
    ],
)
def test_each_clause_that_asks_has_its_matter(text, about):
    """What only tells who one is, or that there is nothing, asks for nothing."""
    assert about == matters.asked(message.read(text))
