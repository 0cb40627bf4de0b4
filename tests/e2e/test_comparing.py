"""The comparison with other situations, as it is seen, opened and read."""

import pytest

from tests.e2e.accessible import assert_accessible
from tests.e2e.browser import enlarge
from tests.e2e.inspector import Inspector
from tests.e2e.journeys import returns


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("elder", [False, True])
def test_other_situations(page, base_url, told, scheme, elder):
    """低保 beside 特困: 80,000 instead of 57,500, 22,500 more; nothing is wrong, folded or not."""
    page.emulate_media(color_scheme=scheme)
    visitor = Inspector(page, elder=elder)
    if elder:
        enlarge(page.context, home=base_url)
    returns(visitor, told)

    part = page.get_by_role("region", name="换个情况会怎样")
    first = part.get_by_role("listitem").first
    assert "如果被认定为特困人员（五保）" in first.inner_text()
    assert "80,000 元" in first.inner_text()
    assert "一共估算多 22,500 元" in first.inner_text()
    for fold in page.locator("details:not([open]) > summary").all():
        if fold.is_visible():
            fold.click()
    assert_accessible(page)
    assert [] == visitor.faults
