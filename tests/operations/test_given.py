"""A rate and a limit from another text: known only when somebody tells them."""

from engine.operations.given import Given
from engine.operations.ladder import Bands

AID = Given.read(rate_of="aid_rate", cap_of="aid_cap")


def test_what_is_told_is_the_tariff():
    """A rate of 70 % and a limit of 30,000 are taken as they are."""
    assert Bands(0, ((0, 7_000),), 3_000_000) == AID.of({"aid_rate": 7_000, "aid_cap": 3_000_000})


def test_a_figure_that_nobody_told_is_no_figure():
    """Without a rate or a limit there is no tariff: the office has it."""
    assert None is AID.of({"aid_cap": 3_000_000})
    assert None is AID.of({"aid_rate": 7_000})


def test_points_stop_at_the_whole():
    """Ten points on 95 % make 100 %."""
    rule = Given.read(rate_of="basic_rate", points="10%")

    assert Bands(0, ((0, 10_000),), None) == rule.of({"basic_rate": 9_500})
