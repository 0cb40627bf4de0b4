"""Every number of a pack file, and the file once more with one number moved by one step."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

STRING = r'"[^"]*"'
TOKEN = re.compile(rf"{STRING}|#.*|\d{{4}}-\d\d-\d\d|(?<![\w.])\d+(?![\w.]|\s*=)")
AMOUNT = re.compile(r'"(\d+)(?:\.(\d+))?(万?)元"')
TIMES = re.compile(r'"(\d+)倍"')
RATE = re.compile(r'"(\d+)(?:\.(\d+))?%"')


class Moved(NamedTuple):
    """A pack's text in which one number stands one step off, and how results write that number."""

    place: str
    text: str
    told: str

    def __repr__(self) -> str:
        return self.place


def moves(text: str) -> Iterator[Moved]:
    """Move every number of a pack down and up, one at a time."""
    for number, line in enumerate(text.splitlines(), 1):
        for found in TOKEN.finditer(line):
            for token in _neighbours(found[0]):
                lines = text.splitlines()
                lines[number - 1] = line[: found.start()] + token + line[found.end() :]
                place = f"line {number}: {found[0]} -> {token} in {line.strip()}"
                yield Moved(place, "\n".join(lines), _told(found[0]))


def _neighbours(token: str) -> list[str]:
    """Give what stands one step below and above a token; none if it is not a number."""
    for pattern, step in STEPS:
        if match := pattern.fullmatch(token):
            return [moved for by in (-1, 1) if (moved := step(match, by))]
    return []


def _told(token: str) -> str:
    match = AMOUNT.fullmatch(token)
    return f"{_fen(match) // 100}.{_fen(match) % 100:02d}" if match else token.strip('"')


def _fen(match: re.Match[str]) -> int:
    decimals = match[2] or ""
    return int(match[1] + decimals) * (1_000_000 if match[3] else 100) // 10 ** len(decimals)


def _amount(match: re.Match[str], by: int) -> str:
    fen = _fen(match) + by
    return f'"{fen // 100}.{fen % 100:02d}元"' if fen >= 0 else ""


def _rate(match: re.Match[str], by: int) -> str:
    rate = int(match[1]) + by
    decimals = f".{match[2]}" if match[2] else ""
    return f'"{rate}{decimals}%"' if rate >= 0 else ""


def _times(match: re.Match[str], by: int) -> str:
    return f'"{int(match[1]) + by}倍"'


def _day(match: re.Match[str], by: int) -> str:
    return str(date.fromisoformat(match[0]) + timedelta(by))


def _whole(match: re.Match[str], by: int) -> str:
    return str(int(match[0]) + by)


STEPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], str]], ...] = (
    (AMOUNT, _amount),
    (RATE, _rate),
    (TIMES, _times),
    (re.compile(r"\d{4}-\d\d-\d\d"), _day),
    (re.compile(r"\d+"), _whole),
)
