"""What a document says beside money: groups, papers, steps, alerts, doubts and other readings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from .benefits import Benefit
from .money import basis_points
from .operations.amounts import pack_fen
from .operations.gate import Test
from .table import codes_of


@dataclass(frozen=True, slots=True)
class Group:
    """An identity the document names: by whom it is recognised, and what else it asks."""

    code: str
    cites: tuple[str, ...]
    office: str
    when: tuple[Test, ...] = ()
    costs: int = 0
    kinds: tuple[int, ...] = ()

    @classmethod
    def read(
        cls,
        *,
        code: str,
        cites: Sequence[str],
        office: str,
        when: Mapping[str, Any] | None = None,
        costs: str = "0元",
        kinds: Sequence[str] = (),
    ) -> Self:
        """
        Read `[group.dibao]`.

        Where `when` does not hold, the identity counts as `dibao:else`. `costs` is what the year's
        visits of some kinds must leave to pay, at the ordinary tariff, for the identity to count.
        """
        tests = tuple(Test.read(*item) for item in (when or {}).items())
        if not cites:
            raise ValueError("每个身份都要写依据的条款 cites")
        numbers = codes_of("kind", kinds)
        return cls(code, tuple(cites), office, tests, pack_fen(costs), numbers)


ABOUT = {
    "several": "有几个身份的",
    "changed": "身份在这一年开始或取消的",
    "first_year": "文件在这一年中间施行的",
}
"""Whom a notice may be about, beside what facts tell."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A doubt or a hint shown from a day on: red, amber or info."""

    id: str
    level: str
    message: str
    since: date = date.min
    cites: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    when: tuple[Test, ...] = ()
    about: str = ""
    groups: tuple[str, ...] = ()

    @classmethod
    def read(
        cls,
        *,
        level: str,
        cites: Sequence[str] = (),
        benefits: Sequence[str] = (),
        when: Mapping[str, Any] | None = None,
        groups: Sequence[str] = (),
        **rest: Any,
    ) -> Self:
        """Read one `[[warning]]`; `groups` may be identities that the document does not name."""
        if level not in ("red", "amber", "info"):
            raise ValueError(f"级别只能是 red、amber、info：{level}")
        if rest.get("about", "") not in ("", *ABOUT):
            raise ValueError(f"about 只能是 {'、'.join(ABOUT)}：{rest['about']}")
        tests = tuple(Test.read(*item) for item in (when or {}).items())
        return cls(
            level=level, cites=tuple(cites), benefits=tuple(benefits), when=tests,
            groups=tuple(groups), **rest,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to bring: for which benefits, from where, and whether the text itself asks for it."""

    id: str
    message: str
    source: str
    benefits: tuple[str, ...]
    origin: str = ""
    original: bool = True
    cites: tuple[str, ...] = ()

    @classmethod
    def read(
        cls, *, source: str, benefits: Sequence[str], cites: Sequence[str] = (), **rest: Any
    ) -> Self:
        """Read one `[[paper]]`."""
        if source not in ("document", "outside") or (source == "document") != bool(cites):
            raise ValueError("source 写 document 要有 cites，写 outside 不要有")
        return cls(source=source, benefits=tuple(benefits), cites=tuple(cites), **rest)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the procedure: one-stop at the hospital, or afterwards with papers."""

    id: str
    message: str
    way: str
    benefits: tuple[str, ...]
    cites: tuple[str, ...] = ()

    @classmethod
    def read(
        cls, *, way: str, benefits: Sequence[str], cites: Sequence[str] = (), **rest: Any
    ) -> Self:
        """Read one `[[step]]`."""
        if way not in ("one_stop", "afterwards", "apply"):
            raise ValueError(f"way 只能是 one_stop、afterwards、apply：{way}")
        return cls(way=way, benefits=tuple(benefits), cites=tuple(cites), **rest)


@dataclass(frozen=True, slots=True)
class Alert:
    """A year's sum at which the office should look at a household: never a benefit."""

    id: str
    message: str
    cites: tuple[str, ...]
    sum: str
    at_least: int = 0
    share: int = 0
    of: str = ""
    groups: tuple[str, ...] = ()
    unrecognised: bool = False

    @classmethod
    def read(
        cls,
        *,
        cites: Sequence[str],
        at_least: str = "0元",
        share: str = "0%",
        groups: Sequence[str] = (),
        **rest: Any,
    ) -> Self:
        """Read one `[[alert]]`: for all, for some identities, or for who holds none of them."""
        if not cites:
            raise ValueError("每个提醒都要写依据的条款 cites")
        if groups and rest.get("unrecognised"):
            raise ValueError("groups 和 unrecognised 只能写一个")
        return cls(
            cites=tuple(cites),
            at_least=pack_fen(at_least),
            share=basis_points(share),
            groups=tuple(groups),
            **rest,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """
    Another way to read a clause, as the benefit it would make.

    `figures` says that only figures are others: where no visit counts, nothing differs.
    """

    id: str
    message: str
    cites: tuple[str, ...]
    benefit: Benefit
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Constraint:
    """
    What a frame asks of the documents under its region.

    `floor`: in these benefits nobody of the frame's tariffs gets less there than here. `order`:
    who stands in an earlier rank never gets less than who stands in a later one. `rises`: the
    larger the burden, the higher the rate. `keeps`: whoever has these facts is not refused because
    of them.
    """

    id: str
    message: str
    cites: tuple[str, ...]
    benefits: tuple[str, ...]
    floor: bool = False
    order: tuple[tuple[str, ...], ...] = ()
    rises: bool = False
    keeps: tuple[Test, ...] = ()

    @classmethod
    def read(
        cls,
        *,
        cites: Sequence[str],
        benefits: Sequence[str],
        order: Sequence[Sequence[str]] = (),
        keeps: Mapping[str, Any] | None = None,
        **rest: Any,
    ) -> Self:
        """Read one `[[constraint]]`: exactly one of the four is asked."""
        tests = tuple(Test.read(*item) for item in (keeps or {}).items())
        ranks = tuple(tuple(rank) for rank in order)
        made = cls(cites=tuple(cites), benefits=tuple(benefits), order=ranks, keeps=tests, **rest)
        if sum(map(bool, (made.floor, made.order, made.rises, made.keeps))) != 1:
            raise ValueError("floor、order、rises、keeps 要写一个，只写一个")
        return made
