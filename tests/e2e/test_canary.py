"""What people tell goes nowhere but into the sealed cookie: not into an address, a log, a store."""

import re
import subprocess
import sys
from urllib.parse import unquote

import pytest

from tests.e2e.browser import PHONE
from tests.e2e.journeys import begins, copies_slip, finishes, stays
from tests.e2e.visitor import Visitor
from tests.serving.server import serving

CANARIES = (
    "81234",
    "81,234",
    "7531",
    "7,531",
    "dibao",
    "低保边缘",
    "1987",
    "grandmother",
    "87654",
    "表舅",
    "尿毒症",
    "64321",
    "****9876",
    "13912349876",
)
"""Answers of this journey that nothing else would say."""

SAID = {
    "我的电话是139****9876": "没听懂",
    "那就打13912349876找我": "号码请不要写",
    "我老伴借了87654块给表舅": "没有记",
    "我得了尿毒症，又住院花了64321块": "64,321 元",
}
"""What is typed in the chat, and what the site answers: not heard, not taken, heard."""


@pytest.fixture(scope="module")
def journey(browser, tmp_path_factory):
    """Walk a whole journey with answers to be known again, and give what was seen outside."""
    seen = {"addresses": [], "referrers": [], "stores": [], "bodies": []}
    log = tmp_path_factory.mktemp("log") / "lines"
    with serving(log=str(log)) as server:
        context = browser.new_context(base_url=f"http://127.0.0.1:{server.port}", **PHONE)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("request", lambda request: _note(seen, request))
        walk(Visitor(page))
        seen["stores"] = page.evaluate("[{...localStorage}, {...sessionStorage}]")
        seen["cookies"] = [cookie["value"] for cookie in context.cookies()]
        page.goto("/nowhere")
        seen["bodies"].append(page.content())
        context.close()
    return {**seen, "log": log.read_text("utf-8")}


def walk(visitor: Visitor) -> None:
    """Tell about one stay, with figures that stand nowhere else."""
    begins(visitor)
    visitor.answers("您参加的是哪种医保？", "城乡居民医保")
    visitor.answers("您有下面哪些身份？", "低保边缘家庭")
    visitor.is_asked("这个身份从哪天开始？")
    visitor.dates("1987-06-05")
    visitor.goes_on()
    visitor.answers("这一年看过病吗？", "看过")
    visitor.is_asked("今年个人要交多少医保费？")
    visitor.goes_on("不清楚")
    visitor.answers("这次是哪一种？", "住院")
    stays(visitor, "2022-03-01", "2022-03-10")
    visitor.answers("是医保定点医院吗？", "是")
    copies_slip(
        visitor, 医疗费总额="81234.57", 符合政策范围金额="75310.24", 基本医保统筹支付="40000"
    )
    finishes(visitor)
    visitor.opens("/331000/chat")
    for message, reply in SAID.items():
        visitor.fills("打字或者用语音输入", message)
        visitor.goes_on("发送")
        visitor.reads(reply)


def told(text: object) -> list[str]:
    """Find which answers a text gives away, however it is written."""
    plain = unquote(str(text))
    return [canary for canary in CANARIES if canary in plain]


def test_no_address_and_no_referrer_names_an_answer(journey):
    """Neither the browser's addresses nor what it says of where it came from."""
    assert 20 < len(journey["addresses"])
    assert [] == told(journey["addresses"]) + told(journey["referrers"])


def test_no_store_of_the_browser_holds_an_answer(journey):
    """Only the cookie does, and it is sealed."""
    assert [] == told(journey["stores"])
    assert [] == told(journey["cookies"])
    assert any(len(value) > 200 for value in journey["cookies"])


def test_no_line_of_the_log_names_an_answer(journey):
    """There are lines, one a request, and none of them tells."""
    assert 20 < journey["log"].count("\n")
    assert [] == told(journey["log"])
    assert None is re.search(r"visit/[a-z2-9]{4}/", journey["log"])


def test_a_failing_page_tells_nothing(journey):
    """A page that is not there shows no answer; 低保 is a word that any page may explain."""
    assert [] == [canary for canary in told(journey["bodies"]) if canary != "dibao"]


def test_a_failure_of_ours_is_logged_without_what_it_was_about():
    """The line names the kind of failure and the place in the code, not the message."""
    program = (
        "from webapp import create_app\n"
        "app = create_app({'INSECURE_LAN': True})\n"
        "def fail(): raise ValueError('81234')\n"
        "app.view_functions['pages.about'] = fail\n"
        "print(app.test_client().get('/about').status_code)\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True)

    assert "500\n" == done.stdout
    assert "ValueError" in done.stderr
    assert [] == told(done.stderr)


def _note(seen, request) -> None:
    seen["addresses"].append(request.url)
    seen["referrers"].append(request.headers.get("referer", ""))
