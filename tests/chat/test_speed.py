"""Reading stays cheap: the steps of the interpreter are counted, no clock is looked at."""

import sys

from webapp.chat.reading import read
from webapp.chat.understand import understand

SENTENCE = "我嫂子是监测户，前年在台州的医院开刀用了两万六，居民医保退回一万一，民政还能给几成？"


def steps(act, text):
    """Count the calls that reading a text takes, once all words are loaded."""
    act(text)
    count = 0

    def see(_frame, _event, _argument):
        nonlocal count
        count += 1

    sys.setprofile(see)
    try:
        act(text)
    finally:
        sys.setprofile(None)
    return count


def test_a_message_takes_few_steps():
    """An ordinary message takes well under what five milliseconds allow."""
    assert steps(understand, SENTENCE) < 6_000
    assert steps(read, SENTENCE) < 9_000


def test_a_long_message_takes_its_length():
    """Four times the text takes no more than five times the steps."""
    assert steps(understand, SENTENCE * 20) < 5 * steps(understand, SENTENCE * 5)


def test_an_endless_message_is_cut():
    """What no one types is not read to its end."""
    assert steps(understand, SENTENCE * 1000) < 2 * steps(understand, SENTENCE * 110)
