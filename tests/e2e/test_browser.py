"""The watch and axe see what they are for."""

import pytest

from tests.e2e.accessible import violations
from tests.e2e.browser import PHONE, watch


@pytest.fixture
def strange(browser, base_url):
    """Give a page whose faults the test reads itself."""
    context = browser.new_context(base_url=base_url, **PHONE)
    faults = watch(context, home=base_url)
    yield context.new_page(), faults
    context.close()


@pytest.mark.parametrize(
    ("fault", "body"),
    [
        ("console: ", "<script>console.error('no')</script>"),
        ("script: ", "<script>throw Error('no')</script>"),
        ("another host: ", "<img src='http://example.org/a.png'>"),
    ],
)
def test_a_fault_is_seen(strange, fault, body):
    """An error and a request to another host each leave a line."""
    page, faults = strange
    page.set_content(body, wait_until="load")
    page.wait_for_timeout(100)  # the report comes after the load

    assert [fault] == sorted({line[: len(fault)] for line in faults if line.startswith(fault)})


def test_a_page_that_few_can_use_is_seen(strange):
    """A field without a name and a tiny button are violations."""
    page, _ = strange
    tiny = "<button style='width:9px;height:9px;padding:0;border:0'>x</button>"
    page.set_content(f"<html lang=zh-Hans-CN><title>x</title><main><h1>x</h1><input>{tiny * 2}")

    assert {"label", "target-size"} <= {line.split(":")[0] for line in violations(page)}


@pytest.mark.parametrize("script", [True, False])
def test_axe_runs_without_script_too(browser, script):
    """The page's script may be off; axe is ours and runs."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.set_content("<html lang=zh-Hans-CN><title>x</title><main><h1>x</h1><input></main>")

    assert ["label"] == [line.split(":")[0] for line in violations(page)]
    context.close()
