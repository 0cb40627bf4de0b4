"""The main illness, as it was written."""

import pytest

from webapp.chat import diseases, message


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("丈母娘摔断髋骨住院", "摔断髋骨"),
        ("打球把半月板撕裂了", "半月板撕裂"),
        ("孩子得的是神经母细胞瘤", "神经母细胞瘤"),
        ("我爸得了某某氏病，没钱治", "某某氏病"),
        ("十年前得过甲状腺癌，今年查出淋巴瘤", "淋巴瘤"),
        ("高血压多年，这次是大面积脑梗", "脑梗"),
        ("农合说是工伤不报，确诊热射病", "热射病"),
        ("得看一次病花三百", ""),
        ("得了大病没钱治", ""),
    ],
)
def test_illness(text, written):
    """Illnesses of no table are read where it is said that one has them, old ones are not."""
    told = message.read(text)
    found = diseases.main(told)

    assert written == (told.written(found) if found else "")
