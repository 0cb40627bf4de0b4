"""Who is in need, seen from the one who writes."""

import pytest

from webapp.chat import message, people


def patient(text):
    """Tell the person in need."""
    return people.patient(message.read(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("我妈住院花了三万", "mother"),
        ("俺爹脑梗住院", "father"),
        ("我父亲的低保能报多少", "father"),
        ("娃得了肺炎", "child"),
        ("我老婆的父亲住院了", "other"),
        ("我哥的儿子得了血友病", "other"),
        ("我爸爸的妈妈摔断了腿", "grandparent"),
        ("岳父查出胃癌", "other"),
        ("我弟媳查出乳腺癌", "other"),
        ("我弟患癌症", "sibling"),
        ("隔壁李奶奶是低保户住院了", "other"),
        ("奶奶胆结石手术", "grandparent"),
        ("爷爷婆婆都老了，婆婆住院了", "grandparent"),
        ("我婆婆住院了", "other"),
        ("我是一个农村老人，老人看病难", "self"),
        ("我本人得了糖尿病", "self"),
        ("我妈照顾孙子，半路中风了", "mother"),
        ("我想问低保户住院报多少", None),
        ("请问低保户住院报多少", None),
        ("我县低保户住院报多少", None),
        ("本人女儿肺炎住院", "child"),
        ("老伴中风三年", "spouse"),
        ("爸妈都病了", "parent"),
        ("我爸我妈都是低保", "parent"),
        ("我和我老婆都有农合，老婆住院花了两万", "spouse"),
        ("我是村会计，组里一户的老人摔了", "other"),
        ("我是驻村干部，我妈中风了", "mother"),
        ("户主老刘摔断了腰，他老婆有残疾", "other"),
        ("老公半夜倒地，同事打120送到医院抢救", "spouse"),
        ("我爸骑车自己翻到沟里，腿断了", "father"),
        ("我妈的事，她透析三年了", "mother"),
        ("他得了肺癌", "other"),
        ("我跟奶奶过，今年骨折住院", "self"),
        ("小孩户口随我，现在要做手术", "child"),
        ("我是癌症家属，我妈晚期了", "mother"),
        ("我是替隔壁邻居问的，她得了糖尿病", "other"),
        ("户主的事，我是班主任，我班一个孩子骨折", "other"),
        ("我爸咳血三年。他去年去查，是肺结核", "father"),
        ("我得了风湿，同学手术花的比我多", "self"),
        ("姐夫跟别人跑了，我姐命苦，她查出白血病", "sibling"),
        ("我是驻村干部，替村里一个五保老人问，他侄子垫了钱", "other"),
        ("父亲被工友叫120送到医院，诊断是脑梗死", "father"),
        ("爷爷过世了，走之前在市医院住了六天，花了一万九", "grandparent"),
        ("我妈帮我看孩子，体检查出结节，开了刀", "mother"),
        ("我爱人是厂里的员工，干活时突发心梗", "spouse"),
        ("我自己白内障看不清，女儿寄点钱", "self"),
        ("我叫某某，家在山里，去年查出尘肺", "self"),
        ("组里有户人家，媳妇精神失常，儿子还在读书", "other"),
        ("老婆剖腹产住了五天，我们是监测户", "spouse"),
        ("爷爷上月过世，他交的钱还退不退", "grandparent"),
        ("我有农合，昨天带小孩到卫生院看发烧", "child"),
    ],
)
def test_who(text, who):
    """The patient is told apart from the writer, from carers and from other relatives."""
    assert who == patient(text)
