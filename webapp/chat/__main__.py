"""The command line: understand JSON Lines, or score a file of messages with known meaning."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from .score import score
from .understand import understand

USAGE = "python -m webapp.chat understand - | score FILE\n"


class Misread(ValueError):
    """A line that is no message; `at` names the place of the fault."""

    def __init__(self, at: str, message: str) -> None:
        super().__init__(message)
        self.at = at


def main(arguments: list[str], source: Iterable[str], target: TextIO) -> int:
    """Run one command; 1 = some line could not be read, 2 = no such command."""
    match arguments:
        case ["understand", "-"]:
            return _understand(source, target)
        case ["score", path]:
            json.dump(score(Path(path)), target, ensure_ascii=False, indent=1)
            target.write("\n")
            return 0
    sys.stderr.write(USAGE)
    return 2


def _understand(source: Iterable[str], target: TextIO) -> int:
    status = 0
    for told in _answers(source):
        status = 1 if "error" in told else status
        target.write(json.dumps(told, ensure_ascii=False) + "\n")
    return status


def _answers(source: Iterable[str]) -> Iterator[dict[str, Any]]:
    for line in source:
        try:
            yield understand(*_read(line))
        except Misread as fault:
            yield {"error": {"at": fault.at, "message": str(fault)}}


def _read(line: str) -> tuple[str, str | None]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise Misread("", "这一行不是 JSON") from fault
    if not isinstance(row, dict):
        raise Misread("", "这一行不是 JSON 对象")
    text, asked = row.get("text"), row.get("asked")
    if not isinstance(text, str):
        raise Misread("text", "text 要是文字")
    if asked is not None and not isinstance(asked, str):
        raise Misread("asked", "asked 要是文字或 null")
    return text, asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdin, sys.stdout))
