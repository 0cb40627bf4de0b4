"""A case of each document that was reckoned by hand, told as a person fills it in."""

from tests.e2e.visitor import Visitor


def finds(visitor: Visitor, text: str, place: str) -> None:
    """Find a place on the first page and begin."""
    visitor.opens("/")
    visitor.fills("病人的医保参在哪里？", text)
    visitor.goes_on("查找")
    name = visitor.page.locator("strong").get_by_text(place, exact=True)
    visitor.press(visitor.page.locator("#found + ul a").filter(has=name))
    visitor.is_asked(place)
    visitor.follows("开始")
    agrees(visitor)


def begins(visitor: Visitor, region: str = "331000") -> None:
    """Come to the first question of a place."""
    visitor.opens(f"/{region}/")
    visitor.follows("开始")
    agrees(visitor)


def agrees(visitor: Visitor) -> None:
    """Give both consents, and say that it is for oneself."""
    visitor.is_asked("先说清楚，再问您")
    visitor.chooses("同意用看病和费用的信息来估算")
    visitor.chooses("同意用身份和收入的信息来估算")
    visitor.goes_on("同意，开始")
    visitor.answers("给谁算？", "我自己")


def tells_about_taizhou(visitor: Visitor) -> None:
    """台州: 低保, one stay, 80,000.00 in scope, nothing paid by basic or critical insurance."""
    tells_of_oneself(visitor, "城乡居民医保", "低保", since="2021-03-01")
    visitor.writes("今年个人要交多少医保费？", "460")
    visitor.answers("这次是哪一种？", "住院")
    stays(visitor, "2022-03-01", "2022-03-10")
    visitor.answers("是医保定点医院吗？", "是")
    copies_slip(
        visitor,
        医疗费总额="90000",
        符合政策范围金额="8万",
        基本医保统筹支付="0",
        **{"大病保险（或职工大额）支付": "0.00"},
    )


def tells_about_shitai(visitor: Visitor, *, critical: str | None) -> None:
    """石台: 低保边缘, referred in the province, 100,000.00 in scope, 60,000.00 paid by basic."""
    tells_of_oneself(visitor, "城乡居民医保", "低保边缘家庭", since="2022-01-01")
    visitor.answers("这次是哪一种？", "住院")
    stays(visitor, "2022-11-01", "2022-11-10")
    visitor.answers("是医保定点医院吗？", "是")
    paid = {} if critical is None else {"大病保险（或职工大额）支付": critical}
    copies_slip(
        visitor,
        医疗费总额="120000",
        符合政策范围金额="100,000",
        基本医保统筹支付="60000.00",
        **paid,
    )
    visitor.answers("医院在哪里？", "本省的其他市")
    visitor.answers("去之前办过转诊或备案吗？", "办了转诊或异地备案")


def tells_about_a_city_of_jiangsu(visitor: Visitor) -> None:
    """泰州 of 2018: 低保, 150,000.00 in scope, nothing paid by basic, critical not settled."""
    tells_of_oneself(visitor, "城乡居民医保", "低保", since="2016-01-01")
    visitor.writes("今年个人要交多少医保费？", "180")
    visitor.answers("这次是哪一种？", "住院")
    stays(visitor, "2018-03-01", "2018-03-20")
    copies_slip(visitor, 医疗费总额="16万", 符合政策范围金额="15万", 基本医保统筹支付="0")


def tells_about_jiangsu(visitor: Visitor) -> None:
    """苏州, which has no document of its own here: 10,000.00 in scope, 4,000.00 paid by basic."""
    tells_of_oneself(visitor, "城乡居民医保", "低保", since="2016-01-01")
    visitor.writes("今年个人要交多少医保费？", "180")
    visitor.answers("这次是哪一种？", "住院")
    stays(visitor, "2022-03-01", "2022-03-20")
    visitor.answers("是医保定点医院吗？", "是")
    copies_slip(
        visitor,
        医疗费总额="12000",
        符合政策范围金额="10000",
        基本医保统筹支付="4000",
        **{"大病保险（或职工大额）支付": "0"},
    )


def tells_about_liupanshui(visitor: Visitor) -> None:
    """六盘水 of 2018: 特困, 新农合, 50,000.00 in scope, 40,000.00 paid, critical not settled."""
    tells_of_oneself(visitor, "新农合", "特困人员（五保）", since="2016-01-01")
    visitor.answers("这次是哪一种？", "住院")
    stays(visitor, "2018-03-01", "2018-03-20")
    visitor.answers("是医保定点医院吗？", "是")
    visitor.answers("医院在哪里？", "本县（区）")
    copies_slip(visitor, 医疗费总额="6万", 符合政策范围金额="5万", 基本医保统筹支付="4万")
    visitor.writes("今年个人要交多少医保费？", "180")
    visitor.answers("您的户口在本地吗？", "是")
    visitor.answers("是省市认定的重大疾病吗？", "不是")


def tells_of_oneself(visitor: Visitor, scheme: str, status: str, *, since: str) -> None:
    """Tell the insurance, the identity and its first day, and that there were visits."""
    visitor.answers("您参加的是哪种医保？", scheme)
    visitor.answers("您有下面哪些身份？", status)
    visitor.is_asked("这个身份从哪天开始？")
    visitor.dates(since)
    visitor.goes_on()
    visitor.answers("这一年看过病吗？", "看过")


def stays(visitor: Visitor, admitted: str, discharged: str) -> None:
    """Tell the days of a stay."""
    visitor.is_asked("这次是什么时候？")
    visitor.dates(admitted, discharged)
    visitor.goes_on()


LINES = (
    "全自费和超限价",
    "先行自付",
    "大病保险（或职工大额）支付",
    "公务员或企业补充支付",
    "医疗救助已经支付",
)


def copies_slip(visitor: Visitor, **figures: str) -> None:
    """Copy a slip; the lines that it has not are said to be missing."""
    visitor.answers("手边有哪一种单子？", "医保结算单")
    visitor.is_asked("医保结算单")
    for label, figure in figures.items():
        visitor.fills(label, figure)
    for label in LINES:
        if label not in figures:
            visitor.has_no_line(label)
    visitor.goes_on()


def returns(visitor: Visitor, told: list) -> None:
    """Come to the result of 台州 on a phone that keeps what was told."""
    visitor.page.context.add_cookies(told)
    visitor.opens("/331000/result")
    visitor.is_asked("估算结果")


def finishes(visitor: Visitor) -> None:
    """Say that these were all visits, look the answers over, and see the result."""
    visitor.is_asked("这一年看的病")
    visitor.goes_on("就这些，继续")
    visitor.is_asked("看看填得对不对")
    visitor.follows("看结果")
    visitor.is_asked("估算结果")
