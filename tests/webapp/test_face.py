"""Pages beside the questions: what they must say, and what they must not."""

import re

import pytest

from webapp import create_app


@pytest.fixture
def client():
    """Give a client of the site over plain http."""
    return create_app({"INSECURE_LAN": True}).test_client()


def text_of(answer) -> str:
    """Give the words of a page's main part."""
    main = answer.text.split("<main", 1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


PAGES = ("/", "/?q=tz", "/331000/", "/110000/", "/about", "/privacy")


@pytest.mark.parametrize("path", PAGES)
def test_what_every_page_says(client, path):
    """12393 as a telephone link, no decision, no money asked."""
    page = client.get(path).text

    assert 'href="tel:12393"' in page
    assert "不是审批" in page
    assert "不要密码、验证码和银行卡号" in page
    assert '<html lang="zh-Hans-CN" dir="ltr">' in page


@pytest.mark.parametrize("path", PAGES)
def test_nothing_inline_and_nothing_from_elsewhere(client, path):
    """Neither styles nor scripts stand in the page, and nothing comes from another host."""
    page = client.get(path).text

    assert [] == re.findall(r"<style|<script>| style=| on\w+=|https?://", page)


@pytest.mark.parametrize("path", PAGES)
def test_looking_sets_no_cookie(client, path):
    """To look is not to leave anything behind."""
    assert "Set-Cookie" not in client.get(path).headers


def test_names_alike_are_told_apart_by_province(client):
    """台州 and 泰州 both answer to tz; the province stands beside each."""
    found = text_of(client.get("/?q=tz"))

    assert re.search(r"台州市 浙江省", found)
    assert re.search(r"泰州市 江苏省", found)


def test_a_place_not_found_says_so(client):
    """The search has an answer for a word that is no place, and shows it as text."""
    page = client.get("/?q=<b>没有这里").text

    assert "没有找到“&lt;b&gt;没有这里”" in page


def test_a_place_without_a_document_has_no_numbers(client):
    """Where none is held, people and rules in words, and no figure but their telephones."""
    told = text_of(client.get("/110000/"))

    assert "北京市还不能算" in told
    assert ["12393", "12345"] == re.findall(r"\d+", told)


def test_the_document_of_a_place_is_shown(client):
    """Title, number, day, and whether it may have been replaced."""
    told = text_of(client.get("/331000/"))

    assert "台医保联发〔2020〕8号" in told
    assert "2020 年 7 月 1 日起施行" in told
    assert "算之前请知道" in told


@pytest.mark.parametrize(
    ("there", "referrer"),
    [
        ("/331000/?next=check", "http://localhost/331000/?next=check"),
        ("/", "https://example.org/x"),
        ("/", "//example.org"),
        ("/example.org", "http://localhost//example.org"),
        ("/", ""),
    ],
)
def test_the_switch_for_elders_stays_here(client, there, referrer):
    """Whatever a referrer says, the way back is on this site, and the choice is remembered."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/").text)[1]
    form = {"csrf_token": token, "elder": "on"}
    answer = client.post("/elder", data=form, headers={"Referer": referrer})

    assert (303, there) == (answer.status_code, answer.headers["Location"])
    assert "data-elder" in client.get("/").text
