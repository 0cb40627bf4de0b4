"""Numbers, money and days as people read them: always our own figures, in no locale's way.

CLDR would turn 75.5% into 76% and mirror amounts in right-to-left text; this page may do neither.
"""

from typing import Any, NamedTuple

from markupsafe import Markup, escape

from .language import translate as _

DIGITS = "零一二三四五六七八九"
_FIGURE = Markup('<bdi dir="ltr">%s</bdi>')
PLACES = ("", "十", "百", "千")
GROUPS = ("", "万", "亿")


class Span(NamedTuple):
    """An amount of the contract in fen; high is None where there is no upper bound."""

    low: int
    high: int | None

    @property
    def exact(self) -> bool:
        """Whether it is one figure."""
        return self.low == self.high


def fen(text: str) -> int:
    """Read the contract's money: "12345.60" -> 1234560."""
    whole, _dot, rest = text.partition(".")
    sign = -1 if whole.startswith("-") else 1
    return sign * (abs(int(whole)) * 100 + int(rest.ljust(2, "0")))


def span(amount: Any) -> Span:
    """Read one figure, a range of an assessment, or a range of a case: both ends in a list."""
    if isinstance(amount, str):
        return Span(fen(amount), fen(amount))
    low, high = (amount["low"], amount["high"]) if isinstance(amount, dict) else amount
    return Span(fen(low or "0.00"), None if high is None else fen(high))


def outward(amount: Span) -> Span:
    """Round a range to tens of yuan, from 10,000 on to hundreds, never to a narrower one."""
    step = 10_00 if (amount.high or amount.low) < 10_000_00 else 100_00
    high = None if amount.high is None else -(-amount.high // step) * step
    return Span(amount.low // step * step, high)


def figure(text: object) -> Markup:
    """Keep a number left to right within any script."""
    return _FIGURE % escape(text)


def digits(amount: int) -> str:
    """Write fen with thousands' commas; whole yuan without decimals, others to the fen."""
    whole, rest = divmod(abs(amount), 100)
    sign = "-" if amount < 0 else ""
    return f"{sign}{whole:,}.{rest:02d}" if rest else f"{sign}{whole:,}"


def money(amount: Any) -> Markup:
    """Write an amount or a range of the contract with its unit, to the fen where there are fen."""
    return written(span(amount)) if amount is not None else escape(_("不清楚"))


def rounded(amount: Any) -> Markup:
    """Write the headline: one figure as it is, a range rounded outwards."""
    read = span(amount)
    return written(read if read.exact else outward(read))


def written(amount: Span) -> Markup:
    """Write an amount in fen: one figure, a range, or a lower bound."""
    low = figure(digits(amount.low))
    if amount.exact:
        return escape(_("%(amount)s 元", amount=low))
    if amount == Span(0, None):
        return escape(_("多少还不知道"))
    if amount.high is None:
        return escape(_("至少 %(amount)s 元", amount=low))
    if amount.low == 0:
        return escape(_("0 到 %(high)s 元", high=figure(digits(amount.high))))
    return escape(_("%(low)s 到 %(high)s 元", low=low, high=figure(digits(amount.high))))


def about(amount: Any) -> str:
    """Help to grasp a figure of 10,000 and more: "57500.00" -> 约 5.75 万元; "" below."""
    read = span(amount)
    if not read.exact or read.low < 10_000_00:
        return ""
    hundredths = (read.low + 50_00) // 100_00  # of ten thousand yuan
    text = f"{hundredths // 100}.{hundredths % 100:02d}".rstrip("0").rstrip(".")
    return _("约 %(amount)s 万元", amount=text)


def spoken(amount: Any) -> str:
    """Say an amount as it is said: "57500.00" -> 五万七千五百元."""
    read = span(amount)
    if read == Span(0, None):
        return ""
    low = _spoken(read.low)
    if read.exact:
        return low
    if read.high is None:
        return _("至少%(amount)s", amount=low)
    return _("%(low)s到%(high)s", low=low, high=_spoken(read.high))


def _spoken(amount: int) -> str:
    whole, rest = divmod(amount, 100)
    yuan = f"{_counted(whole)}元" if whole or not rest else ""
    if not rest:
        return yuan
    jiao, fen_ = divmod(rest, 10)
    tail = (f"{DIGITS[jiao]}角" if jiao else "零" * bool(yuan)) + (
        f"{DIGITS[fen_]}分" if fen_ else ""
    )
    return yuan + tail


def _counted(number: int) -> str:
    """Count as people do: 10 -> 十, 57500 -> 五万七千五百, 100050 -> 十万零五十."""
    if number == 0:
        return DIGITS[0]
    said, gap, place = "", False, 0
    while number:
        number, four = divmod(number, 10_000)
        if four:
            said = _four(four) + GROUPS[place] + ("零" if gap and said else "") + said
            gap = four < 1000
        elif said:
            gap = True
        place += 1
    return said.removeprefix("一") if said.startswith("一十") else said


def _four(number: int) -> str:
    said, zero = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            said += ("零" if zero and said else "") + DIGITS[digit] + PLACES[place]
            zero = False
        else:
            zero = True
    return said


def date(day: object) -> Markup:
    """Write a day, as text or as a date: "2022-03-10" -> 2022年3月10日."""
    year, month, day = (figure(int(part)) for part in str(day).split("-"))
    return escape(_("%(year)s年%(month)s月%(day)s日", year=year, month=month, day=day))


def percent(text: str) -> Markup:
    """Write a rate as the contract has it, digits kept: 75.5%."""
    return figure(text)
