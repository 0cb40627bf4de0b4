"""The picture of the result: every bar as long as its amount, one after the other."""

from hypothesis import given
from hypothesis import strategies as st

import engine
from webapp.chart import WIDTH, Bar, draw

FEN = st.integers(0, 10_000_000)


def test_the_bars_follow_one_another():
    """Of 80,000 in scope 57,500 are aid and 22,500 are left: 718 and 281 thousandths."""
    chart = draw(["80000.00"], ["57500.00"], "22500.00")

    assert "80000.00" == chart.whole
    assert [Bar(0, 718, 0)] == chart.layers
    assert Bar(719, 281, 0) == chart.left


def test_a_range_has_a_sure_and_an_open_part():
    """From 20,000 to 30,000 of 100,000: 200 surely, 100 more perhaps; what is left mirrors it."""
    chart = draw(["100000.00"], [{"low": "20000.00", "high": "30000.00"}], ["70000.00", "80000.00"])

    assert [Bar(0, 200, 100)] == chart.layers
    assert (Bar(300, 700, 100), 200) == (chart.left, chart.left.before)


def test_without_a_bound_there_is_no_picture():
    """What may be any amount cannot be drawn."""
    assert draw([None], [{"low": "0.00", "high": None}], "1.00") is None
    assert draw([], [], "0.00") is None


@given(st.lists(FEN, min_size=1, max_size=5), FEN)
def test_no_bar_leaves_the_drawing(paid, left):
    """Whatever is paid, each bar begins within the drawing and ends within it."""
    whole = engine.yuan(sum(paid) + left)
    chart = draw([whole], [engine.yuan(amount) for amount in paid], engine.yuan(left))

    if chart is None:
        assert 0 == sum(paid) + left
    else:
        for bar in (*chart.layers, chart.left):
            assert 0 <= bar.start <= bar.start + bar.sure <= WIDTH
