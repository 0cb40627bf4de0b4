"""What a message wants, and what the pages answer apart from a calculation."""

import pytest

from webapp.chat import intents, message
from webapp.chat.understand import understand


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("低保户住院能报多少", "estimate"),
        ("居民医保报销比例是多少", "estimate"),
        ("这个药能报吗", "estimate"),
        ("能不能申请救助", "eligible"),
        ("还有什么补助政策吗", "eligible"),
        ("听说可以二次报销，是真的吗", "eligible"),
        ("报销要带什么材料", "documents"),
        ("去哪个部门办", "where"),
        ("救助怎么申请", "where"),
        ("转院要不要备案", "where"),
        ("低保怎么申请", "status"),
        ("怎么才算因病致贫，如何认定", "status"),
        ("评不上低保怎么办", "status"),
        ("明年医保要交多少钱", "premium"),
        ("新生儿参保什么时候生效", "premium"),
        ("医生态度恶劣，乱收费，要求严查", "complaint"),
        ("凭什么不给报，太不公平了", "complaint"),
        ("低保户申请医疗救助要带什么", "documents"),
        ("我爸住院花了三万", "other"),
        ("三万二", "other"),
        ("你好", "other"),
    ],
)
def test_intents(text, intent):
    """The wish is told by its cues; facts without a question want nothing."""
    assert intent == intents.intent(message.read(text))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("这个文件还有效吗", "in_force"),
        ("为什么问这个", "why"),
        ("什么是低保边缘", "meaning"),
        ("转院要不要备案", "referral_rules"),
        ("没钱治，只能等死", "despair"),
        ("什么是低保，我不想活了", "despair"),
        ("住院花了三万", None),
    ],
)
def test_topics(text, topic):
    """Questions about the questions are seen, and despair before all else."""
    assert topic == intents.topic(message.read(text))


def test_despair_is_told():
    """A hint of despair is marked, and nothing else is."""
    assert understand("实在走投无路了")["sensitive"] is True
    assert understand("我爸住院花了三万，能报多少")["sensitive"] is False
