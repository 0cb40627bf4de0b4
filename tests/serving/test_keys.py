"""A key is renewed while people are in the middle, or is lost."""

from tests.serving.flow import PAGE
from tests.serving.server import serving
from tests.serving.wire import visitor_of
from tests.webapp.client import KEY, OTHER_KEY
from webapp.packing import unpack
from webapp.sealing import ring_of


def test_a_new_key_is_put_in_front():
    """What the old one sealed is read, the page that was open is taken, and the new one seals."""
    with serving() as server:
        visitor = visitor_of(server).opens(PAGE).sends(premium="1").opens(PAGE)
        server.stop()
        server.start(MBS_KEYS=f"{OTHER_KEY},{KEY}")
        visitor.sends(premium="460")

    household = unpack(ring_of(OTHER_KEY).open(visitor.cookie()))
    assert {"premium": "460.00"} == household.person.answers


def test_the_old_key_is_gone():
    """It is said in words; what was just typed stands in its field, and one more tap takes it."""
    with serving() as server:
        visitor = visitor_of(server).opens(PAGE).sends(premium="1").opens(PAGE)
        server.stop()
        server.start(MBS_KEYS=OTHER_KEY)

        visitor.sends(premium="460")
        assert 422 == visitor.status
        assert "以前的答案读不出来了" in visitor.main
        assert 'value="460"' in visitor.text

        visitor.sends(premium="460")

    household = unpack(ring_of(OTHER_KEY).open(visitor.cookie()))
    assert {"premium": "460.00"} == household.person.answers
