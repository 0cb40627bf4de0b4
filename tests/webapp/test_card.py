"""The page of the card: identity, sums, lines with clauses, papers, office, document and day."""

import random
import re
from dataclasses import replace

import pytest

from tests.webapp.cards import BILL, address_of, codes_in, family, holding, member, picture_of
from tests.webapp.client import Visitor, site, words
from tests.webapp.steps import stay
from webapp.card import press
from webapp.household import Household, Mark

WECHAT = "Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Mobile MicroMessenger/8.0.30"
NAMES = ("姓名：", "身份证号", "电话：")


def sheet(visitor: Visitor) -> str:
    """Give the words of the card itself."""
    return words(visitor.text.partition("<article")[2].partition("</article>")[0].partition(">")[2])


def counted(visitor: Visitor) -> int:
    """Count the lines of the reckoning."""
    lines = visitor.text.partition('<ol class="reckoning">')[2].partition("</ol>")[0]
    return lines.count("<li>") + lines.count('class="step"')


def test_what_a_card_says():
    """Whoever holds it needs no other page: who, how much, why, what to bring, whom to ask."""
    told = sheet(holding(member(bills=1)).opens("/331000/card"))

    for part in (
        "台州市",
        "估算，以医保局审核为准",
        "低保",
        "2022年报销加救助一共 65,000 元",
        "基本医保 30,000 元",
        "自己还要付 15,000 元",
        "第一段 50,000.00 × 70% = 35,000.00",
        "二(二)1",
        "医保结算单 就诊医院，原件",
        "带材料到参保地医保窗口补办",
        "12393",
        "台医保联发〔2020〕8号",
        "做的卡",
    ):
        assert part in told


@pytest.mark.parametrize("bills", [0, 1, 3, 6])
def test_no_more_than_six_lines(bills):
    """The reckoning stays short whatever there is to reckon, and says what it leaves out."""
    visitor = holding(member(bills=bills)).opens("/331000/card")

    assert 1 <= counted(visitor) <= 6
    assert ("没印在这里" in visitor.main) == (bills > 1)


def test_someone_who_saw_no_doctor_has_no_sums():
    """Nothing to pay is not shown as 0 yuan of help; what they get besides is."""
    told = sheet(holding(member()).opens("/331000/card"))

    assert "这一年没有看病的费用" in told
    assert "一共" not in told
    assert "资助参保 460 元 不在总数里" in told


def test_what_is_open_is_counted():
    """A card made before all is answered says so, beside the range."""
    visit = stay(door="slip", **{**BILL, "basic_paid": Mark.UNSURE})
    told = sheet(holding(replace(member(bills=1), visits=(visit,))).opens("/331000/card"))

    assert re.search(r"还有 \d+ 样不清楚", told)


@pytest.mark.parametrize(
    ("who", "expected"), [("self", "低保"), ("", "低保"), ("mother", "母亲 低保")]
)
def test_a_card_of_one_says_whose_it_is_where_that_was_told(who, expected):
    """Who prints it for a parent need not explain it at the window."""
    visitor = holding(member(who=who, bills=1)).opens("/331000/card")

    assert expected == words(re.search(r"<h2>(.*?)</h2>", visitor.text)[1])


def test_a_family_stands_on_one_page():
    """Each with their own part, and the papers of all only once; A5 gives each their own."""
    visitor = holding(*family()).opens("/331000/card")
    small = holding(*family()).opens("/331000/card?paper=a5")

    assert 1 == visitor.text.count("<article")
    assert 5 == visitor.text.count("<figure")
    assert ["本人", "妻子", "儿子", "母亲", "父亲"] == [
        words(name).split()[0] for name in re.findall(r"<h2>(.*?)</h2>", visitor.text)[:5]
    ]
    assert 1 == sheet(visitor).count("医保结算单")
    assert 5 == small.text.count("<article")


def test_no_card_of_nothing():
    """Who has told nothing yet is led to the beginning."""
    assert "/331000/" == Visitor().opens("/331000/card").url


def test_who_has_not_agreed_is_asked_first():
    """Answers of a time before the consent are not shown before it."""
    visitor = Visitor().seal(Household((member(bills=1),), "secret"))

    assert "/331000/consent" == visitor.opens("/331000/card").url


@pytest.mark.parametrize("path", ["/331000/card", "/331000/card.pdf", "/331000/card.png"])
def test_nothing_is_kept_by_the_browser(path, monkeypatch):
    """Page, PDF and picture are all answers of a person."""
    monkeypatch.setattr(press, "PARTS", ("nothing_of_that_name",))

    assert "no-store" == holding(member(bills=1)).client.get(path).headers["Cache-Control"]


def test_nothing_inline_and_nothing_from_elsewhere():
    """The codes are drawn without styles, and the page asks for nothing from other hosts."""
    page = holding(*family()).opens("/331000/card").text
    beside = re.sub(r"<textarea.*?</textarea>", "", page, flags=re.DOTALL)

    assert [] == re.findall(r"<style|<script>| style=| on\w+=|https?://|data:", beside)


def test_in_wechat_a_picture_and_no_dead_buttons():
    """WeChat neither prints nor saves files: there the picture is held down, the rest is gone."""
    visitor = holding(member(bills=1))
    visitor.client.environ_base["HTTP_USER_AGENT"] = WECHAT
    visitor.opens("/331000/card")

    assert '<img class="picture" src="/331000/card.png"' in visitor.text
    assert "data-print" not in visitor.text
    assert "存成 PDF" not in visitor.main
    assert "复制到浏览器" in visitor.main


def test_another_members_picture():
    """The picture of a member's page is that member's."""
    visitor = holding(*family()).opens("/331000-cccc/card")

    assert "/331000-cccc/card.png" == visitor.links()["存成图片"]


def test_without_the_software_the_code_alone(monkeypatch):
    """Where nothing lays out cards, printing is left, and the code as a picture."""
    monkeypatch.setattr(press, "PARTS", ("nothing_of_that_name",))
    visitor = holding(member(bills=1)).opens("/331000/card")
    drawn = visitor.client.get(visitor.links()["只存二维码"])

    assert "存成 PDF" not in visitor.links()
    assert 501 == visitor.client.get("/331000/card.pdf").status_code
    assert "image/png" == drawn.mimetype
    assert "/open#m1" in codes_in(picture_of(drawn.data).convert("L"))[0]


@pytest.mark.parametrize(
    ("error", "status", "heading"),
    [
        (press.Busy, 503, "做卡的人多，请等一等"),
        (press.Absent, 501, "这里存不成文件"),
    ],
)
def test_what_a_press_cannot_do_is_told(error, status, heading, monkeypatch):
    """Too many at once, or no software: a page says what to do, and printing is always left."""
    monkeypatch.setattr(press.Press, "make", lambda *_args, **_job: (_ for _ in ()).throw(error))
    visitor = holding(member(bills=1)).opens("/331000/card.pdf")

    assert (status, heading) == (visitor.status, visitor.heading)
    assert "打印" in visitor.main
    assert (status == 503) == ("Retry-After" in visitor.headers)


def test_too_many_visits_for_a_code():
    """A year that no code can hold has none, says so, and can still be carried on as an address."""
    dice = random.Random(1)
    amounts = ("total", "in_scope", "out_of_scope", "basic_paid", "critical_paid", "aid_paid")
    visits = [
        stay(
            f"a{place:03d}", door="slip", **{name: f"{dice.random() * 9e4:.2f}" for name in amounts}
        )
        for place in range(20)
    ]
    visitor = holding(replace(member(bills=1), visits=tuple(visits))).opens("/331000/card")

    assert "<svg" not in visitor.text
    assert "看病次数多，码里放不下" in visitor.main
    assert len(address_of(visitor)) > 500


def test_a_press_takes_turns():
    """As many wait as may; the next is sent away at once, and nobody is forgotten afterwards."""
    full = press.Press(printers=1, waiting=0, seconds=1)
    printer = full._printers.get()

    with pytest.raises(press.Busy):
        full.make(html="", kind="pdf", pages=1)
    full._printers.put(printer)
    assert full._turns.acquire(blocking=False)


def test_a_press_that_does_not_start(monkeypatch):
    """Where the process ends before it is ready, cards cannot be made here."""
    monkeypatch.setattr(press, "COMMAND", ("false",))
    broken = press.Press(printers=1, waiting=0, seconds=5)

    with pytest.raises(press.Absent):
        broken.make(html="", kind="pdf", pages=1)


def test_a_press_that_is_slow_to_start(monkeypatch):
    """A machine with too much to do is busy, and lacks nothing."""
    monkeypatch.setattr(press, "COMMAND", ("sleep", "60"))
    slow = press.Press(printers=1, waiting=0, seconds=0.2)

    with pytest.raises(press.Busy):
        slow.make(html="", kind="pdf", pages=1)


def test_a_press_that_hangs(monkeypatch):
    """A process that never answers is stopped, and its person told to come again."""
    monkeypatch.setattr(press, "COMMAND", ("sh", "-c", "echo ready; exec sleep 60"))
    hanging = press.Press(printers=1, waiting=0, seconds=0.2)

    with pytest.raises(press.Busy):
        hanging.make(html="", kind="pdf", pages=1)


def test_the_site_has_one_press():
    """Each worker of the site makes one card at a time, however many ask."""
    app = site()

    assert 1 == app.extensions["mbs-press"]._printers.qsize()
