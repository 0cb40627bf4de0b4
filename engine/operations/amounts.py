"""Amounts as packs write them, with their unit: 5万元, 1500元, 400.50元."""

import re

_AMOUNT = re.compile(r"(\d+)(?:\.(\d{1,4}))?(万?)元", re.ASCII)


def pack_fen(text: object) -> int:
    """Read an amount of a pack as fen; a bare number or a float is refused."""
    match = _AMOUNT.fullmatch(text) if isinstance(text, str) else None
    if not match:
        raise ValueError(f"不是带单位的金额（如 5万元、1500元）：{text!r}")
    decimals = match[2] or ""
    amount, rest = divmod(
        int(match[1] + decimals) * (1_000_000 if match[3] else 100), int("1" + "0" * len(decimals))
    )
    if rest:
        raise ValueError(f"金额比一分还小：{text!r}")
    return amount
