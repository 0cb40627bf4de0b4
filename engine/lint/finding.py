"""What a check finds: a problem that fails, or a remark that does not."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..packs import Pack


class Finding(NamedTuple):
    """Where something stands and what is to be said about it; a note does not fail the check."""

    place: str
    text: str
    note: bool = False

    def told(self, name: str) -> str:
        """Tell it in one line, with the file's name."""
        return f"{'note: ' if self.note else ''}{name}: {self.place}: {self.text}"


Check = Callable[[Pack], Iterator[Finding]]
"""Looks at one pack, read for one year."""
