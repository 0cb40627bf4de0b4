"""Facts that fit an identity nobody has recognised yet: where to apply (A13)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from .amounts import ends
from .money import WHOLE, basis_points


@dataclass(frozen=True, slots=True)
class Likely:
    """
    A test of income, property or costs by which an office recognises a group.

    `income`: per head against the 低保 line, in basis points, (least, whether it is included, most,
    whether it is included). `burden`: what is left to pay against the household's income of a year.
    """

    group: str
    message: str
    cites: tuple[str, ...]
    income: tuple[int, bool, int, bool] | None = None
    burden: int | None = None
    assets: bool = False

    @classmethod
    def read(
        cls,
        *,
        cites: Sequence[str],
        income: Mapping[str, str] | None = None,
        burden: str = "",
        **rest: Any,
    ) -> Self:
        """Read `[[likely]]`: `income = {from|above = "100%", below|up_to = "200%"}` or `burden`."""
        if bool(income) == bool(burden):
            raise ValueError("income 和 burden 要写一个，只写一个")
        bounds = _bounds(dict(income)) if income else None
        share = basis_points(burden) if burden else None
        return cls(cites=tuple(cites), income=bounds, burden=share, **rest)

    @property
    def facts(self) -> tuple[str, ...]:
        """Name the person's facts that the test looks at."""
        income = ("income_per_head", "dibao_line") if self.income else ("household_income",)
        return (*income, "assets_ok") if self.assets else income

    def fits(self, person: Mapping[str, Any], burden: int) -> bool:
        """Tell whether the facts surely fit; `burden` is what the year leaves to pay, in fen."""
        if any(person.get(fact) is None for fact in self.facts):
            return False
        if self.assets and not person["assets_ok"]:
            return False
        if self.burden is not None:
            most = ends(person["household_income"])[1]
            return most is not None and burden * WHOLE >= most * self.burden
        return self.income is not None and all(_inside(self.income, person))


def _bounds(income: dict[str, str]) -> tuple[int, bool, int, bool]:
    low, high = (
        ("from" if "from" in income else "above"),
        ("below" if "below" in income else "up_to"),
    )
    least, most = _times(income.pop(low)), _times(income.pop(high))
    if income:
        raise ValueError(f"不认识：{sorted(income)}")
    return least, low == "from", most, high == "up_to"


def _times(text: str) -> int:
    """Read a multiple of the 低保 line ("1倍", "2倍") as basis points."""
    number = text.removesuffix("倍")
    if number == text or not number.isdecimal():
        raise ValueError(f"要写几倍，如 2倍：{text}")
    return int(number) * WHOLE


def _inside(income: tuple[int, bool, int, bool], person: Mapping[str, Any]) -> Iterator[bool]:
    least, from_, most, up_to = income
    (low, high), (line, top) = ends(person["income_per_head"]), ends(person["dibao_line"])
    if high is None or top is None:
        yield False
        return
    yield low * WHOLE >= top * least if from_ else low * WHOLE > top * least
    yield high * WHOLE <= line * most if up_to else high * WHOLE < line * most
