"""Numbers that nobody should type here: of an identity card, a telephone, a bank card."""

import re
from collections.abc import Mapping

from ..language import mark
from .message import Message

NUMBERS: Mapping[str, re.Pattern[str]] = {
    "identity": re.compile(
        r"(?<!\d)[1-9]\d{16}[\dXx](?!\d)|(?<!\d)[1-9]\d{5}\d{2}[01]\d[0-3]\d{4}(?!\d)", re.ASCII
    ),
    "phone": re.compile(r"(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)", re.ASCII),
    "card": re.compile(r"(?<!\d)\d{16,19}(?!\d)", re.ASCII),
}
REFUSALS: Mapping[str, str] = {
    "identity": mark("请不要写身份证号。这里用不到，也不会保存。"),
    "phone": mark("请不要写手机号。这里用不到，也不会保存。"),
    "card": mark("请不要写银行卡号。这里用不到，也不会保存。"),
}
"""Why such a number is not taken."""


def number(message: Message) -> str | None:
    """Name the kind of private number in a message, or None."""
    plain = re.sub(r"(?<=\d) (?=[\dXx])", "", message.plain)
    return next((kind for kind, pattern in NUMBERS.items() if pattern.search(plain)), None)
