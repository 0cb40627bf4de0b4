"""Days and years: what is certain is read, what may be several days is asked."""

from datetime import date

import pytest

from webapp.chat import dates, message

TODAY = date(2022, 11, 1)


def days(text):
    """List the days of a text as written today; None stands for one to be asked."""
    return [day.value for day in dates.days(message.read(text, today=TODAY))]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022年3月5号", date(2022, 3, 5)),
        ("2022-03-05", date(2022, 3, 5)),
        ("2022.3.5", date(2022, 3, 5)),
        ("2022/3/5出院", date(2022, 3, 5)),
        ("20220305", date(2022, 3, 5)),
        ("２０２２年３月５日", date(2022, 3, 5)),
        ("22年3月5日", date(2022, 3, 5)),
        ("去年3月5日", date(2021, 3, 5)),
        ("3月5日", date(2022, 3, 5)),
        ("昨天", date(2022, 10, 31)),
        ("前天出院", date(2022, 10, 30)),
        ("大前天", date(2022, 10, 29)),
        ("三月五号", date(2022, 3, 5)),
        ("二零二二年十月二十三日", date(2022, 10, 23)),
        ("去年十二月三十一号", date(2021, 12, 31)),
        ("12月25日", None),
        ("上个月", None),
        ("去年腊月", None),
        ("5号", None),
        ("年初", None),
        ("3月份", None),
        ("去年", None),
    ],
)
def test_one_day(text, day):
    """A whole date is a day; 上个月, 腊月 and a day without a month are asked."""
    assert [day] == days(text)


def test_no_day_is_made_up():
    """A day that no calendar has, and a text without one, give none."""
    assert [] == days("2022年2月30日")
    assert [] == days("花了三万二")


def test_two_days():
    """A stay has its two days in order."""
    assert [date(2022, 3, 5), date(2022, 3, 15)] == days("2022年3月5号到3月15号住院")
    assert [date(2022, 3, 5), date(2022, 3, 15)] == days("2022年3月5号到15号")
    assert [date(2022, 3, 5), date(2022, 3, 15)] == days("三月五号住院，十五号出院")
    assert [date(2018, 3, 5), date(2018, 4, 15)] == days("2018年3月5号住院，4月15号出院")


def test_a_year_that_is_said_stands():
    """去年 before the second day is no year of the first."""
    assert [date(2022, 3, 5), date(2021, 4, 1)] == days("2022年3月5号住院，去年4月1号也住过")


def test_a_stay_over_new_year_is_asked():
    """The second day may be of the next year, or a slip of the tongue."""
    assert [date(2021, 12, 20), None] == days("2021年12月20号住院，1月5号出院")


def test_an_earlier_number_may_be_of_the_next_month():
    """After the 25th, the 3rd is of no month that was said: it is asked."""
    assert [date(2022, 3, 25), None] == days("3月25号住院，3号出院")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("去年住院花了三万", "去年"),
        ("2019年查出乳腺癌", "2019"),
        ("一三年得的病", "2013"),
        ("二〇一九年住院", "2019"),
        ("09年查出尿毒症", "2009"),
        ("今年82岁，住院了", None),
        ("患病10年了", None),
        ("2016年的文件", None),
        ("看到《2016年救助经费的通知》，我老婆住院", None),
        ("2015年退休，2019年住院", "2019"),
        ("花了2019元", None),
        ("前年做的手术", "前年"),
    ],
)
def test_year_of_the_costs(text, year):
    """The year is that of the treatment, not of a paper, a birth or a retirement."""
    assert year == dates.year(message.read(text))
