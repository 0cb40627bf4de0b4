"""How well messages with known meaning are understood: slots, amounts, intent."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .understand import understand

SLOTS = (
    *("who", "scheme", "status", "kind", "place", "referral"),
    *("region_text", "disease_text", "year"),
)
LISTS = ("status", "kind")
TEXTS = ("region_text", "disease_text")
NOTHING_HELD = "[]"
MUCH_LONGER = 2


@dataclass
class Tally:
    """What was right, too much and missing, slot by slot."""

    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SLOTS, 0))
    wrong: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SLOTS, 0))
    missed: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SLOTS, 0))
    amounts: list[int] = field(default_factory=lambda: [0, 0])
    intents: list[int] = field(default_factory=lambda: [0, 0])
    replies: list[int] = field(default_factory=lambda: [0, 0])
    bad: list[str] = field(default_factory=list)


def score(path: Path) -> dict[str, Any]:
    """Score the messages of a file in the format of the gold standard."""
    tally = Tally()
    for item in json.loads(path.read_text("utf-8"))["items"]:
        _count(tally, item, understand(item["text"], item.get("asked")))
    return _report(tally)


def _count(tally: Tally, item: Mapping[str, Any], told: Mapping[str, Any]) -> None:
    also, faults = item.get("also", {}), len(tally.bad)
    for slot in SLOTS:
        _slot(tally, slot, gold=item["slots"].get(slot), also=also.get(slot, []), told=told)
    matched, of = _matched(item["slots"]["amounts"], told["slots"].get("amounts") or [])
    _add(tally, "amounts", got=matched, of=of)
    if not item.get("asked"):
        fits = told["intent"] in (item["intent"], *also.get("intent", []))
        _add(tally, "intents", got=int(fits), of=1)
    if item.get("reply"):
        _add(tally, "replies", got=int(told.get("reply") == item["reply"]), of=1)
    tally.bad[faults:] = [f"{item['id']}: {', '.join(tally.bad[faults:])}"][
        : len(tally.bad) - faults
    ]


def _add(tally: Tally, name: str, *, got: int, of: int) -> None:
    pair = getattr(tally, name)
    pair[0], pair[1] = pair[0] + got, pair[1] + of
    if got < of:
        tally.bad.append(name)


def _slot(
    tally: Tally, slot: str, *, gold: Any, also: Sequence[Any], told: Mapping[str, Any]
) -> None:
    wanted, allowed = _elements(slot, gold), [_elements(slot, one) for one in also]
    other = {element for elements in allowed for element in elements}
    given = _elements(slot, told["slots"].get(slot))
    hit = {one for one in given if any(_same(slot, one, gold_one) for gold_one in wanted)}
    fine = {one for one in given - hit if any(_same(slot, one, good) for good in other)}
    tally.right[slot] += len(hit) + (len(fine) if slot not in LISTS else 0)
    tally.wrong[slot] += len(given - hit - fine)
    met = {one for one in wanted if any(_same(slot, mine, one) for mine in hit)}
    excused = bool(fine) or set() in allowed
    tally.missed[slot] += 0 if excused else len(wanted - met)
    if given - hit - fine or (wanted - met and not excused):
        tally.bad.append(slot)


def _elements(slot: str, value: Any) -> set[str]:
    if value is None:
        return set()
    if slot in LISTS:
        values = [value] if isinstance(value, str) else value
        return set(values) or ({NOTHING_HELD} if slot == "status" else set())
    return {value}


def _same(slot: str, given: str, gold: str) -> bool:
    if slot not in TEXTS:
        return given == gold
    return (given in gold or gold in given) and len(given) <= MUCH_LONGER * len(gold)


def _matched(
    gold: Sequence[Mapping[str, Any]], told: Sequence[Mapping[str, Any]]
) -> tuple[int, int]:
    rest, found, spared = list(told), 0, 0
    for amount in gold:
        same = [one for one in rest if _ends(one) == _ends(amount)]
        fits = [
            one for one in same if one["role"] in (amount["role"], *amount.get("also_role", []))
        ]
        if fits:
            found += 1
            rest.remove(fits[0])
        elif amount.get("optional"):
            spared += 1
            rest = [one for one in rest if one not in same]
    return found, max(len(gold) - spared, found + len(rest))


def _ends(amount: Mapping[str, Any]) -> tuple[Any, Any]:
    return amount["low"], amount["high"]


def _report(tally: Tally) -> dict[str, Any]:
    right, wrong, missed = (sum(d.values()) for d in (tally.right, tally.wrong, tally.missed))
    return {
        "slot_f1": _share(2 * right, 2 * right + wrong + missed),
        "amounts": _share(*tally.amounts),
        "intent": _share(*tally.intents),
        "reply": _share(*tally.replies),
        "slots": {
            slot: {
                "precision": _share(tally.right[slot], tally.right[slot] + tally.wrong[slot]),
                "recall": _share(tally.right[slot], tally.right[slot] + tally.missed[slot]),
            }
            for slot in SLOTS
        },
        "not_as_told": tally.bad,
    }


def _share(got: int, of: int) -> str:
    return f"{got / of:.3f}" if of else "-"
