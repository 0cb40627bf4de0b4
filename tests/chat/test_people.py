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
        ("我和我老婆都有农合，老婆住院花了两万", "spouse"),
    ],
)
def test_who(text, who):
    """The patient is told apart from the writer, from carers and from other relatives."""
    assert who == patient(text)
