"""The five documents once more: plain, slow and exact, to hold the engine to."""

from importlib import import_module
from typing import Any

PACKS = (
    "331000-2020-8",
    "341722-2022-5",
    "321200-2017-115",
    "320000-2015-135",
    "520200-2017-84",
)


def law_of(pack: str) -> Any:
    """Give the module that knows one document."""
    return import_module(f"tests.oracle.p{pack[:6]}")


def computes(pack: str, case: Any, index: int, layer: str) -> bool:
    """Tell whether a document itself gives what one slip does not show."""
    rule = getattr(law_of(pack), "computes", None)
    return bool(rule and rule(case, index, layer))
