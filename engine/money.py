"""Money is a whole number of fen, a rate a whole number of basis points; here text becomes both."""

import re
import unicodedata

MAX_FEN = 9_999_999_999
"""The largest single amount in fen, 99,999,999.99 yuan: sums of many stay inside int64."""

HALF = MAX_FEN // 2
"""An amount without upper end is tried at the largest amount and at half of it."""

WHOLE = 10_000
"""100 %, in basis points."""

LONGEST = 40
"""More characters than these are no amount."""

_WIDTH = len("99999999.99")
"""So wide is the contract's largest amount."""

_TYPED = re.compile(r"[¥￥]?(\d+)(?:\.(\d+))?([千万w亿]?)(?:元|块|块钱|圆)?(?:整|正)?", re.ASCII)
_RATE = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?%", re.ASCII)
_FEN = tuple(f".{fen:02d}" for fen in range(100))
"""What stands behind the yuan: amounts are written by the hundred for one person."""

_SCALE = {"": 100, "千": 100_000, "万": 1_000_000, "w": 1_000_000, "亿": 10_000_000_000}


class Unreadable(ValueError):
    """A text that cannot be read; the message says in Chinese how to mend it."""


def fen(text: object) -> int:
    """Read the contract's money, text with exactly two decimals ("12345.60"), as fen."""
    if isinstance(text, str) and text.isascii() and len(text) <= _WIDTH:
        whole, _dot, rest = text.partition(".")
        if len(rest) == 2 and whole.isdigit() and rest.isdigit():
            return int(whole + rest)
    raise Unreadable('金额要写成带两位小数的文字，如 "12345.60"')


def yuan(amount: int) -> str:
    """Write fen as the contract's text: 1234560 -> "12345.60"."""
    if amount < 0:
        return f"-{yuan(-amount)}"
    whole, rest = divmod(amount, 100)
    return str(whole) + _FEN[rest]


def grouped(amount: str) -> str:
    """Write the contract's text for reading: "12345.60" -> "12,345.60"."""
    dot = amount.find(".")
    at = (dot if dot >= 0 else len(amount)) - 3
    while at > 0 and amount[at - 1] != "-":
        amount = f"{amount[:at]},{amount[at:]}"
        at -= 3
    return amount


def typed_fen(text: str) -> int:
    """Read an amount as people type it (１２,３４５.６元, 1.2万) as fen, exactly."""
    plain = re.sub(r"[\s,，_']", "", unicodedata.normalize("NFKC", text)).lower()
    if not plain:
        raise Unreadable("请填金额。不清楚可以选“不清楚”")
    if plain.startswith(("-", "−", "负")):
        raise Unreadable("金额不能是负数，请填 0 或更大的数")
    if len(plain) > LONGEST:
        raise Unreadable("金额太大了，请检查是不是多写了几位")
    match = _TYPED.fullmatch(plain)
    if not match:
        raise Unreadable("这里要填数字，如 12345.60 或 1.2万")
    return _scaled(whole=match[1], decimals=match[2] or "", scale=_SCALE[match[3]])


def _scaled(*, whole: str, decimals: str, scale: int) -> int:
    tens = int("1" + "0" * len(decimals))
    amount, rest = divmod(int(whole + decimals) * scale, tens)
    if rest:
        raise Unreadable("金额最多写到分，也就是两位小数")
    if amount > MAX_FEN:
        raise Unreadable("金额太大了，请检查是不是多写了几位")
    return amount


def basis_points(text: object) -> int:
    """Read a rate ("70%", "66.67%") as basis points, 0 to 100 %."""
    match = _RATE.fullmatch(text) if isinstance(text, str) and text.isascii() else None
    points = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0")) if match else WHOLE + 1
    if points > WHOLE:
        raise Unreadable('比例要写成 0% 到 100% 的文字，如 "70%"')
    return points


def percent(points: int) -> str:
    """Write basis points as a rate: 7000 -> "70%"."""
    whole, rest = divmod(int(points), 100)
    return f"{whole}.{rest:02d}".rstrip("0") + "%" if rest else f"{whole}%"
