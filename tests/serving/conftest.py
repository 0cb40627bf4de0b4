"""One server for all tests that do it no harm."""

from collections.abc import Iterator

import pytest

from tests.serving.server import Server, serving


@pytest.fixture(scope="session")
def calm() -> Iterator[Server]:
    """Give a server that runs until the last test; nobody may disturb it."""
    with serving() as running:
        yield running
