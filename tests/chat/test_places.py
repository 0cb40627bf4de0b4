"""Home and place of treatment."""

import pytest

from webapp.chat import message, places, regions


def home(text):
    """Give the home as written."""
    told = message.read(text)
    return regions.words(told, regions.read(told))


def where(text):
    """Tell how far from home the treatment was."""
    told = message.read(text)
    return places.place(told, regions.read(told))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("我是石台县人", "石台县"),
        ("泰州姜堰人，住院了", "泰州姜堰"),
        ("家住四川省南充市蓬安县", "四川省南充市蓬安县"),
        ("家住钟楼区，交了居民医保", "钟楼区"),
        ("六盘水水城的贫困户", "六盘水水城"),
        ("我是B省C7县人", "B省C7县"),
        ("D4县交的居民医保，送到D市中心医院", "D4县"),
        ("我爹参加的E市医保，在西安照顾孙子时中风住院", "E市"),
        ("前几天住进天台县医院", "天台县"),
        ("我在北京打工", ""),
        ("从县医院送到杭州的", ""),
        ("我们县里的医院", ""),
        ("尊敬的蓬江区领导", "蓬江区"),
        ("金寨县的医保局你好", "金寨县"),
        ("回颍上报农合，说不行", "颍上"),
        ("户口落在灵璧，在合肥上班", "灵璧"),
        ("我在北京读大三，我家是宿松县的", "宿松县"),
        ("家里不富裕，吊了三天水", ""),
        ("富裕县的低保户", "富裕县"),
        ("医保都还在安徽灵璧县，人在苏州住", "安徽灵璧县"),
        ("我们是临海低保边缘家庭", "临海"),
        ("东台镇上卫生院看牙", "东台"),
    ],
)
def test_home(text, written):
    """Home is where one lives or is insured, not where one was treated or works."""
    assert written == home(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("在县医院住院", "county"),
        ("镇卫生院住了五天", "county"),
        ("市里的医院住院", "city"),
        ("在省肿瘤医院做手术", "province"),
        ("去省城看病", "province"),
        ("跑到县里民政局去问", None),
        ("在J县精神病院住院", "county"),
        ("家在B市M3县，送到B市中心医院抢救", "city"),
        ("外省打工住院", "outside"),
        ("我是石台人，在合肥住院", "province"),
        ("我是石台县人，在南京住院", "outside"),
        ("我是石台县人，在石台县医院住院", "county"),
        ("我是泰州姜堰人，在南京鼓楼医院开刀", "province"),
        ("在上海做的手术", "outside"),
        ("D4县的农合，住进D市中心医院", "city"),
        ("D4县的农合，在H市第三医院住院", "province"),
        ("先在镇上住院，后来转到市医院", "city"),
        ("县里的领导不管", None),
        ("把材料交到镇医院医保办了", None),
        ("在外地住院", None),
        ("去协和医院看的", None),
        ("我是金寨县人，在六安市人民医院住院", "city"),
        ("我是金寨县人，在霍山县医院住院", "city"),
        ("我是金寨县人，在金寨县医院住院", "county"),
        ("我是灵璧人，在上海打工", None),
        ("我是灵璧人，在上海打工，突发脑出血送医院", "outside"),
        ("我在东莞打工，我妈在县医院透析", "county"),
        ("石台县的，转去的上海，住了一个月", "outside"),
        ("县医院起付线500元，我去省里的医院住院", "province"),
        ("县医院开了转院单去省肿瘤医院", "province"),
        ("在外省打工，查出尘肺", None),
        ("先到县医院，医生叫上省城，就送到省立医院", "province"),
        ("听说外省早就放宽了", None),
        ("没备案，在海南旅游突发心梗住院", "outside"),
        ("市级医院住院的起付线要多少", "city"),
        ("我去镇上问过，叫我找县里", None),
        ("从省外调来工作的，怎么转医保", None),
        ("评残疾等级要去市里鉴定", None),
    ],
)
def test_place(text, place):
    """The words or the map tell how far; a hospital's bare name does not."""
    assert place == where(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("石台", "341722"),
        ("石台县的", "341722"),
        ("我家在浙江台州", "331000"),
        ("shitai", "341722"),
        ("石抬县", "341722"),
        ("泰州姜堰", "321204"),
    ],
)
def test_the_answer_to_which_place(text, code):
    """Names, pinyin and slips lead to the place; the likeliest comes first."""
    assert code == regions.find(text)[0]


def test_two_places_of_one_sound_are_both_given():
    """The sound taizhou may be 泰州 or 台州: the person chooses."""
    assert {"321200", "331000"} <= set(regions.find("taizhou"))


def test_a_county_without_a_row_stands_for_its_city():
    """The catalogue has no row for 金寨县, so its city is the place."""
    told = message.read("我是金寨县人")

    assert ("341500",) == regions.codes(told, regions.read(told))


@pytest.mark.parametrize(
    ("text", "page", "place"),
    [
        ("在苏州儿童医院住院", "321200", "province"),
        ("在杭州做的手术", "341700", "outside"),
        ("在贵池区医院住的院", "341722", "city"),
        ("在石台县医院住院", "341722", "county"),
        ("在仙居县医院住院", "331000", "county"),
        ("在石台县医院住院", "331000", "outside"),
        ("我是石台的，在合肥市第一人民医院住院", "331000", "province"),
    ],
)
def test_a_place_is_seen_from_the_page(text, page, place):
    """The place of the page is home, unless the message tells another."""
    told = message.read(text, home=page)

    assert place == places.place(told, regions.read(told))
