"""The year of the treatment, among all years of a message."""

import pytest

from webapp.chat import dates, message


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("去年住院花了三万", "去年"),
        ("前年10月开始交职工医保，今年2月剖腹产住院", "今年"),
        ("去年进的监测户，今年胃出血住院", "今年"),
        ("2014年就办了慢病本，今年住院两次", "今年"),
        ("爷爷1953年参军，上月肺炎住院", None),
        ("2016年买断工龄，医保自己交", None),
        ("老大前年住院", "前年"),
        ("我娘今年64，透析四年了", None),
        ("今年十五了，脑瘫", None),
        ("医保交到2009年就断了，现在住院", None),
        ("低保证是去年换的，住了院", None),
    ],
)
def test_year(text, year):
    """The year beside the treatment is meant, not that of an age, a paper or a job."""
    assert year == dates.year(message.read(text))
