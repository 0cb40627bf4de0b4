"""Pages stay light enough for a slow network and a metered one."""

import pytest

from tests.bench.weight import FIRST_VIEW, HTML, NEXT_QUESTION, Weight, weigh
from tests.serving.server import serving


def test_every_view_keeps_to_its_bounds(browser):
    """First views with all their files, the page itself, and the next question in one request."""
    with serving() as server:
        weights = list(weigh(browser, f"http://127.0.0.1:{server.port}"))

    assert all(weight.whole > 1000 for weight in weights)
    assert [] == [weight for weight in weights if not weight.fits()]


@pytest.mark.parametrize(
    "weight",
    [
        Weight("first /", 1, FIRST_VIEW + 1, 1),
        Weight("first /", 1, HTML + 1, HTML + 1),
        Weight("next question", 2, 1, 1),
        Weight("next question", 1, NEXT_QUESTION + 1, 1),
    ],
)
def test_what_is_too_heavy_is_seen(weight):
    """Each bound is held by itself."""
    assert not weight.fits()
