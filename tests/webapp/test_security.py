"""Headers on every answer, who may post, and what the cookie gives away."""

import pytest

from tests.webapp.client import KEY, OTHER_KEY, Visitor, site
from webapp.security import HEADERS
from webapp.state import DAY

PLACES = ["/", "/331000/", "/331000/ask/scheme", "/nothing", "/static/app.js", "/healthz"]


@pytest.mark.parametrize("path", PLACES)
def test_every_answer_has_the_headers(path):
    """Pages, files and errors are all protected alike."""
    client = site(INSECURE_LAN=False).test_client()
    with client.get(path, base_url="https://localhost") as response:
        for name, value in HEADERS.items():
            assert value == response.headers[name]
        assert "max-age=31536000" in response.headers["Strict-Transport-Security"]


def test_the_policy_allows_nothing_unsafe():
    """Scripts and styles come from our own files alone."""
    policy = HEADERS["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'")
    for word in ("unsafe", "*", "data:", "http"):
        assert word not in policy


def test_pages_are_not_kept_and_vary_by_who_asks():
    """A page of answers is in no cache, and htmx's is not taken for a full one."""
    headers = Visitor().opens("/331000/ask/scheme").headers

    assert "no-store" == headers["Cache-Control"]
    assert {"HX-Request", "Cookie"} <= {name.strip() for name in headers["Vary"].split(",")}


@pytest.mark.parametrize("path", [*PLACES, "/331000/check", "/331000/visits", "/cleared"])
def test_looking_sets_no_cookie(path):
    """Only an answer makes a cookie."""
    with site().test_client().get(path) as response:
        assert "Set-Cookie" not in response.headers


def test_the_cookie_is_as_safe_as_a_cookie_can_be():
    """Its prefix, Secure, HttpOnly, Lax, the whole site, one day."""
    client = site(INSECURE_LAN=False).test_client()
    page = client.get("/331000/consent", base_url="https://localhost").text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]

    response = client.post(
        "/331000/consent",
        data={"health": "1", "money": "1", "csrf_token": token},
        headers={"Sec-Fetch-Site": "same-origin"},
        base_url="https://localhost",
    )

    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("__Host-mbs=")
    for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/", f"Max-Age={DAY}"):
        assert part in cookie
    assert "Domain" not in cookie


def test_the_cookie_shows_no_answer():
    """The same answer is sealed differently each time, and not to be read."""
    sealed = {Visitor().opens("/331000/ask/scheme").sends(scheme="resident").cookie() for _ in "ab"}

    assert 2 == len(sealed)
    assert not any("resident" in value for value in sealed)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ],
)
def test_a_form_of_another_site_is_refused(headers):
    """Even with a token it could fetch itself: the browser says where the form came from."""
    visitor = Visitor().opens("/331000/ask/scheme")
    data = {"csrf_token": visitor.token(), "scheme": "resident"}

    response = visitor.client.post("/331000/ask/scheme", data=data, headers=headers)

    assert 400 == response.status_code
    assert "Set-Cookie" not in response.headers
    assert "12393" in response.text


@pytest.mark.parametrize("token", ["", "x", "é", "AAAA" * 8])
def test_a_page_without_our_proof_keeps_what_was_typed(token):
    """One more tap takes the answer: the page comes back with a fresh proof."""
    visitor = Visitor().opens("/331000/ask/premium")
    visitor.posts("/331000/ask/premium", {"csrf_token": token, "premium": "460"})
    assert 422 == visitor.status
    assert 'value="460"' in visitor.text
    assert {} == visitor.told().person.answers

    visitor.sends(premium="460")

    assert {"premium": "460.00"} == visitor.told().person.answers


def test_an_old_browser_needs_the_proof_bound_to_its_cookie():
    """Where no browser vouches for the form, a token made for anyone is not enough."""
    visitor = Visitor().opens("/331000/ask/scheme")
    for_anyone = visitor.token()
    visitor.sends(scheme="resident").opens("/331000/ask/premium")
    bound = visitor.token()
    for token, status in ((for_anyone, 422), (bound, 200)):
        data = {"premium": "460", "csrf_token": token}
        assert status == visitor.posts("/331000/ask/premium", data, origin=None).status


def test_a_first_page_left_open_still_works():
    """The form of before the first answer, sent again from another tab, is taken."""
    first = Visitor().opens("/331000/ask/scheme")
    token = first.token()
    first.sends(scheme="resident")

    first.posts("/331000/ask/scheme", {"csrf_token": token, "scheme": "employee"})

    assert {"scheme": "employee"} == first.told().person.answers


@pytest.mark.parametrize("action", ["add", "remove", "restore", "done"])
def test_buttons_without_our_proof_do_nothing(action):
    """Where nothing is typed, an unproven press is refused in words."""
    visitor = Visitor().posts(f"/331000/visits/{action}", {"visit": "aaaa"})

    assert 400 == visitor.status
    assert () == visitor.told().person.visits


def test_keys_can_be_renewed():
    """A new first key reads what the old one sealed; without the old one it starts afresh."""
    sealed = Visitor().opens("/331000/ask/scheme").sends(scheme="employee").cookie()

    for keys, kept in ((f"{OTHER_KEY},{KEY}", True), (OTHER_KEY, False)):
        visitor = Visitor(site(KEYS=keys))
        visitor.client.set_cookie("mbs", sealed)
        visitor.opens("/331000/ask/scheme")
        assert kept == ('value="employee" checked' in visitor.text)
        assert kept != ("读不出来" in visitor.main)


@pytest.mark.parametrize("sealed", ["", "x", "é", "AAAA", "A" * 4000, "....", "%00"])
def test_a_tampered_cookie_is_a_fresh_start(sealed):
    """It is said, nothing fails, and the next answer makes a good cookie again."""
    visitor = Visitor()
    visitor.client.set_cookie("mbs", sealed)
    visitor.opens("/331000/ask/scheme")
    assert 200 == visitor.status
    assert bool(sealed) == ("以前的答案读不出来了" in visitor.main)

    visitor.sends(health="1", money="1").sends(who="mother")
    visitor.sends(scheme="resident")

    assert {"scheme": "resident"} == visitor.told().person.answers


def test_clearing_takes_one_tap():
    """清空 leaves no answer, says so, and tells the browser to drop its stores."""
    visitor = Visitor().opens("/331000/ask/scheme").sends(scheme="resident")

    response = visitor.client.post("/clear", headers={"Origin": "http://localhost"})
    visitor.opens(response.headers["Location"])

    assert '"storage"' in response.headers["Clear-Site-Data"]
    assert visitor.cookie() is None
    assert "已经清空" == visitor.heading
    assert "checked" not in visitor.opens("/331000/ask/scheme").text
