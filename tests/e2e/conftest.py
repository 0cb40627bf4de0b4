"""One browser, one server; for each test a new phone that is watched."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e.browser import LAUNCH, PHONE, watch
from tests.e2e.journeys import begins, finishes, tells_about_taizhou
from tests.e2e.server import serving
from tests.e2e.visitor import Visitor


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the Chromium that Debian installed; Playwright downloads nothing."""
    return {**browser_type_launch_args, **LAUNCH}


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """Give the address of a site that runs until the last test."""
    with serving() as home:
        yield home


@contextmanager
def new_phone(browser: Browser, home: str, **more) -> Iterator[BrowserContext]:
    """Open a phone of 360 by 740, and fail afterwards if any of its pages misbehaved."""
    context = browser.new_context(base_url=home, **PHONE, **more)
    context.set_default_timeout(10_000)
    faults = watch(context, home=home)
    yield context
    context.close()
    assert [] == faults


@pytest.fixture
def phone(browser, base_url) -> Iterator[BrowserContext]:
    """Give a phone with script."""
    with new_phone(browser, base_url) as context:
        yield context


@pytest.fixture
def page(phone) -> Page:
    """Give a page on a phone with script."""
    return phone.new_page()


@pytest.fixture
def plain_page(browser, base_url) -> Iterator[Page]:
    """Give a page on a phone whose browser runs no script."""
    with new_phone(browser, base_url, java_script_enabled=False) as context:
        yield context.new_page()


@pytest.fixture(scope="session")
def told(browser, base_url) -> list:
    """Give the cookies of a phone that told the case of 台州, for tests of what comes after."""
    with new_phone(browser, base_url) as phone:
        visitor = Visitor(phone.new_page())
        begins(visitor)
        tells_about_taizhou(visitor)
        finishes(visitor)
        return phone.cookies()
