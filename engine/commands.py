"""What each word of the command line does."""

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from .assess import assess, headers
from .case import CaseError
from .casebook import BookError
from .differences import diff
from .lint import is_note, lint
from .packs import PackError
from .reachability import check_reach
from .schema import schema
from .show import show
from .streams import answer_all
from .telling import tell_text
from .texts import check_texts


def main(argv: Sequence[str]) -> int:
    """Run one command and give its exit status."""
    options = _parser().parse_args(argv)
    try:
        return int(options.run(options) or 0)
    except (PackError, BookError) as reason:
        sys.stderr.write(f"{reason}\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m engine", description="明白算的计算引擎")
    words = parser.add_subparsers(required=True)
    word = words.add_parser("assess", help="算一个个案（JSON 文件），或一行一个个案（-）")
    word.add_argument("case")
    word.add_argument("--explain", action="store_true", help="用中文一步一步说明")
    word.set_defaults(run=_assess)
    words.add_parser("packs", help="列出收录的文件").set_defaults(run=_packs)
    words.add_parser("schema", help="输入和输出的 JSON Schema").set_defaults(run=_schema)
    word = words.add_parser("show", help="把一份文件写成一张表：条件、结果、条款")
    word.add_argument("pack", help="编号，或 TOML 文件")
    word.add_argument("--markdown", action="store_true", help="写成 Markdown")
    word.set_defaults(run=_show)
    word = words.add_parser("diff", help="两份文件比一比：哪些例子变了，变多少，依据哪条")
    word.add_argument("one", help="编号，或 TOML 文件")
    word.add_argument("other", help="编号，或 TOML 文件")
    word.add_argument("cases", nargs="?", type=Path, help="例子：TOML，或一行一个的 JSON")
    word.set_defaults(run=_diff)
    word = words.add_parser("lint", help="检查所有文件包，和问题对不对得上")
    word.add_argument("--texts", type=Path, help="官方原文的文件夹：原文里的数都要写进包里")
    word.set_defaults(run=_lint)
    return parser


def _assess(options: argparse.Namespace) -> int:
    if options.case == "-":
        return _stream(sys.stdin, explain=options.explain)
    try:
        text = Path(options.case).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return _print(_error("case", f"读不了这个文件：{options.case}"))
    return _print(_answer(text, explain=options.explain), indent=2)


def _stream(lines: TextIO, *, explain: bool) -> int:
    told = (line for line in lines if line.strip())
    answers = answer_all(told, partial(_written, explain=explain))
    return max((_write(text, failed=failed) for text, failed in answers), default=0)


def _written(text: str, *, explain: bool) -> tuple[str, bool]:
    """Give the answer as it is written, and whether it is an error."""
    answer = _answer(text, explain=explain)
    return _text(answer), _failed(answer)


def _answer(text: str, *, explain: bool) -> Any:
    try:
        assessment = assess(json.loads(text))
    except CaseError as reason:
        return _error(reason.at, reason.message)
    except json.JSONDecodeError as reason:
        return _error(f"第 {reason.lineno} 行第 {reason.colno} 字", "不是合格的 JSON")
    except (ValueError, RecursionError):
        return _error("case", "数字太长或套得太深，读不了")
    return tell_text(assessment) if explain else assessment


def _error(at: str, message: str) -> dict[str, Any]:
    return {"error": {"at": at, "message": message}}


def _print(answer: Any, indent: int | None = None) -> int:
    return _write(_text(answer, indent), failed=_failed(answer))


def _text(answer: Any, indent: int | None = None) -> str:
    if isinstance(answer, str):
        return answer
    return json.dumps(answer, ensure_ascii=False, indent=indent)


def _failed(answer: Any) -> bool:
    return isinstance(answer, dict) and "error" in answer


def _write(text: str, *, failed: bool) -> int:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
    return int(failed)


def _packs(_: argparse.Namespace) -> None:
    for header in headers():
        sys.stdout.write(f"{header.id}  {header.number}  {header.in_force}起  {header.title}\n")


def _schema(_: argparse.Namespace) -> None:
    _print(schema(), indent=2)


def _show(options: argparse.Namespace) -> None:
    width = shutil.get_terminal_size((100, 24)).columns
    text = show(options.pack, as_markdown=options.markdown, width=width)
    sys.stdout.write(text + "\n")


def _diff(options: argparse.Namespace) -> None:
    sys.stdout.write(diff(options.one, options.other, options.cases) + "\n")


def _lint(options: argparse.Namespace) -> int:
    found = [*lint(), *check_reach(), *(check_texts(options.texts) if options.texts else ())]
    problems = [line for line in found if not is_note(line)]
    for line in sorted(found, key=is_note):
        sys.stdout.write(line + "\n")
    sys.stdout.write("没有发现问题\n" if not problems else f"{len(problems)} 个问题\n")
    return int(bool(problems))
