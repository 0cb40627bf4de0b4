"""Packs against the official texts: every number of a text is in its pack, or waived by reason."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..money import WHOLE, grouped, percent, yuan
from ..packs import FOLDER, PackError, read_table
from .claims import Claim, claims_of
from .clauses import Clause, read_path, split, within
from .numerals import find

HEAD = "文首"
"""How the beginning of a text is named, where no clause has begun."""

Waiver = Mapping[str, Any]


def check_texts(texts: Path, folder: Path = FOLDER) -> list[str]:
    """List the numbers of the texts that no pack claims, and waivers that waive nothing."""
    packs = sorted(folder.glob("*.toml"))
    paths = {pack: next(iter(sorted(texts.glob(f"*{pack.stem}.txt"))), None) for pack in packs}
    if not any(paths.values()):
        return [f"{texts}: 没有一份原文对得上"]
    return [line for pack, path in paths.items() for line in _held_against(pack, path)]


def _held_against(pack: Path, path: Path | None) -> Iterator[str]:
    if path is None:
        yield f"note: {pack.name}: 没有找到原文 …{pack.stem}.txt"
        return
    try:
        table, waivers = read_table(pack), read_waivers(pack.parent / "waivers" / pack.name)
    except PackError as reason:
        yield str(reason)
        return
    text = path.read_text("utf-8")
    yield from (f"{pack.name}: {line}" for line in check_text(table, waivers, text))
    yield from (f"note: {pack.name}: {line}" for line in added(table, text))


def read_waivers(path: Path) -> Sequence[Waiver]:
    """Read the waivers of a pack: at which clause, which numbers, and why."""
    if not path.exists():
        return ()
    rows: Sequence[Waiver] = read_table(path).get("waiver", ())
    for number, row in enumerate(rows, 1):
        if set(row) != {"at", "numbers", "why"} or not row["why"]:
            raise PackError(f"waivers/{path.name}: waiver.{number}: 要写 at、numbers、why")
    return rows


def check_text(table: Mapping[str, Any], waivers: Sequence[Waiver], text: str) -> Iterator[str]:
    """Tell what is unclaimed in one text, and which waivers have no number to waive."""
    claims = claims_of(table)
    spare = {(row["at"], number): False for row in waivers for number in row["numbers"]}
    for clause in split(text):
        for written in unclaimed(clause, claims):
            waiving = [key for key in spare if key[1] == written and _stands_at(clause, key[0])]
            spare |= dict.fromkeys(waiving, True)
            if not waiving:
                yield f"{clause.id or HEAD}: 原文的 {written} 没有写进去，也没有说明"
    for (at, number), used in spare.items():
        if not used:
            yield f"waivers: {at} 的 {number} 不用说明了，请删掉"


def unclaimed(clause: Clause, claims: Sequence[Claim]) -> list[str]:
    """List the numbers of a clause that the pack does not have, as they are written."""
    numbers = find(clause.text)
    left = (n for n in numbers if not any(claim.covers(clause.path, n) for claim in claims))
    return list(dict.fromkeys(number.written for number in left))


def added(table: Mapping[str, Any], text: str) -> Iterator[str]:
    """Tell which numbers of a pack its text does not have: estimates, and other readings."""
    clauses = [(clause.path, list(find(clause.text))) for clause in split(text)]
    extra: dict[str, list[str]] = {}
    for claim in dict.fromkeys(claims_of(table)):
        found = (claim.covers(path, number) for path, numbers in clauses for number in numbers)
        if (told := _written(claim)) and not any(found):
            extra.setdefault("、".join("".join(cite) for cite in claim.cites), []).append(told)
    for cites, numbers in extra.items():
        yield f"{cites}: 原文里没有的数：{'、'.join(numbers)}"


def _written(claim: Claim) -> str:
    """Write an amount or a rate; none at all and the whole are words in a text."""
    if claim.derived:
        return ""
    if claim.kind == "money" and claim.value:
        return f"{grouped(yuan(claim.value)).removesuffix('.00')}元"
    return percent(claim.value) if claim.kind == "rate" and 0 < claim.value < WHOLE else ""


def _stands_at(clause: Clause, at: str) -> bool:
    return not clause.path if at == HEAD else within(clause.path, read_path(at))
