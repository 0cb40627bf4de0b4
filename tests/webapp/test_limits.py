"""Who asks too fast is asked to wait, loses nothing by it, and hinders nobody else."""

from datetime import timedelta

import pytest

from tests.webapp.client import Visitor, site
from webapp.household import Household
from webapp.limits import SETTINGS, Counter

SECOND = 10**9
FROM_FAR, NEIGHBOUR = "8.8.8.8", "8.8.4.4"


def known(app, secret="one") -> Visitor:
    """Make a visitor with a sitting of their own."""
    return Visitor(app).having(Household(secret=secret))


def fetch(app, path="/about", *, address=FROM_FAR, **headers):
    """Open a page from an address, without a cookie."""
    place = {"REMOTE_ADDR": address}
    with app.test_client().get(path, headers=headers, environ_overrides=place) as response:
        return response.status_code


def test_the_allowance_of_a_minute_comes_back_evenly():
    """Sixty at once are taken, the next after one second, and never more in a row than sixty."""
    counter = Counter()
    told = [counter.wait("a", per_minute=60, now=SECOND) for _ in range(62)]

    assert [*[0] * 60, 1, 1] == told
    assert 0 == counter.wait("a", per_minute=60, now=2 * SECOND)
    assert 1 == counter.wait("a", per_minute=60, now=2 * SECOND)
    later = 2 * SECOND + int(timedelta(hours=1).total_seconds()) * SECOND
    assert 60 == [counter.wait("a", per_minute=60, now=later) for _ in range(99)].count(0)


def test_nobody_is_hindered_by_another():
    """Of a thousand who each ask once, all are let through, while one of them is refused."""
    counter = Counter()
    while not counter.wait("fast", per_minute=60, now=SECOND):
        pass

    others = [counter.wait(f"{number}", per_minute=60, now=SECOND) for number in range(1000)]

    assert [0] * 1000 == others


def test_the_figures_are_those_of_the_norm():
    """Sixty a minute for one sitting, six hundred for an address that a town may share."""
    assert (60, 600) == (SETTINGS["PER_SESSION"], SETTINGS["PER_ADDRESS"])


@pytest.mark.parametrize("htmx", [False, True])
def test_what_was_typed_comes_back_and_one_tap_sends_it(htmx):
    """The page says how long to wait; its button sends the very same, which is then taken."""
    app = site(PER_SESSION=3)
    visitor = known(app).opens("/331000/ask/premium")
    visitor.htmx = htmx
    form = {**visitor.hidden(), "premium": '四百六"><b>'}
    while visitor.posts("/331000/ask/premium?next=check", form).status != 429:
        pass

    assert "点得太快了" == visitor.heading
    assert f"请等 {visitor.headers['Retry-After']} 秒" in visitor.main
    assert "12393" in visitor.main
    assert "/331000/ask/premium?next=check" == visitor.action()
    assert "四百六&#34;&gt;&lt;b&gt;" == visitor.hidden()["premium"]

    app.config["PER_SESSION"] = 0
    again = {**visitor.hidden(), "premium": "460"}
    assert 200 == visitor.posts(visitor.action(), again).status
    assert "460.00" == visitor.told().person.answers["premium"]


def test_several_values_of_one_name_come_back():
    """Two ticks are two fields, in the order they came."""
    visitor = known(site(PER_SESSION=1)).opens("/331000/ask/status")
    visitor.posts("/331000/ask/status", {"status": ["dibao", "dibian"]})

    assert 429 == visitor.status
    assert visitor.text.index('value="dibao"') < visitor.text.index('value="dibian"')


def test_a_page_that_was_only_looked_at_is_linked():
    """Nothing was sent, so there is nothing to send again."""
    visitor = known(site(PER_SESSION=1)).opens("/331000/check").opens("/331000/check")

    assert 429 == visitor.status
    assert "/331000/check" == visitor.links()["再看一次"]


def test_clearing_and_watching_are_never_refused():
    """Who wants to be forgotten is, at once; and who runs the site still sees it."""
    app = site(PER_SESSION=1, PER_ADDRESS=1)
    visitor = known(app).opens("/about").opens("/about")
    assert 429 == visitor.status

    assert 200 == visitor.posts("/clear", {"csrf_token": visitor.token()}).status
    for path in ("/healthz", "/readyz", "/static/app.js"):
        assert [200] * 3 == [fetch(app, path) for _ in range(3)]


def test_another_sitting_goes_on():
    """One who is asked to wait leaves the others alone."""
    app = site(PER_SESSION=1)
    assert 429 == known(app, "fast").opens("/about").opens("/about").status

    assert 200 == known(app, "slow").opens("/about").status


def test_an_address_has_its_own_limit():
    """Without a cookie it counts where the request comes from, and nobody else is refused."""
    app = site(PER_ADDRESS=2)

    assert [200, 200, 429] == [fetch(app) for _ in range(3)]
    assert 200 == fetch(app, address=NEIGHBOUR)


def test_one_house_of_ipv6_is_one_address():
    """Who has a whole network to choose from gains nothing by it."""
    app = site(PER_ADDRESS=1)

    assert 200 == fetch(app, address="2400:3200::1")
    assert 429 == fetch(app, address="2400:3200::2")
    assert 200 == fetch(app, address="2400:3200:0:1::1")


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.7", "192.168.1.2", "::1", "", "unix:"])
def test_what_may_stand_for_everyone_is_not_limited(address):
    """A proxy that was not told of must not use up one allowance for all."""
    app = site(PER_ADDRESS=1)

    assert [200] * 3 == [fetch(app, address=address) for _ in range(3)]


def test_behind_a_proxy_the_last_address_it_names_counts():
    """What a visitor writes there in front is worth nothing."""
    app = site(PER_ADDRESS=1, PROXIES=1)
    told = {"address": "10.0.0.1", "X-Forwarded-For": f"1.1.1.1, {FROM_FAR}"}
    lies = {"address": "10.0.0.1", "X-Forwarded-For": f"9.9.9.9, {FROM_FAR}"}

    assert [200, 429] == [fetch(app, **told), fetch(app, **lies)]
    assert 200 == fetch(app, **{**told, "X-Forwarded-For": NEIGHBOUR})


def test_without_memory_to_count_in_everyone_is_let_through(monkeypatch):
    """A limit is never worth a failure."""

    def full(*_arguments):
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr("webapp.limits.mmap.mmap", full)
    app = site(PER_SESSION=1, PER_ADDRESS=1)

    assert [200] * 3 == [fetch(app) for _ in range(3)]
