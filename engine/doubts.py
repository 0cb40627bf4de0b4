"""Warnings: what may be out of date, read otherwise, not balance, or deserve the office's eye."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from .amounts import PAYMENTS, ends, in_scope
from .benefits import TOGETHER
from .case import Range
from .estimates import guesses
from .evaluate import evaluate
from .lanes import Lanes
from .ledger import Ledger
from .money import WHOLE
from .notices import Alert, Notice
from .packs import Pack
from .sentences import NO_VALUES, Value, numbers, say
from .spans import span_of
from .what_if import Readings


def tell_warnings(lanes: Lanes, readings: Readings) -> list[dict[str, Any]]:
    """List the warnings of an assessment, the document's own doubts first."""
    found = [
        *_notices(lanes),
        *_estimates(lanes),
        *_readings(lanes, readings),
        *_alerts(lanes),
        *_likely(lanes),
        *_slips(lanes),
        *_own_shares(lanes),
        *_critical_may_be_open(lanes),
    ]
    order = {"red": 0, "amber": 1, "info": 2}
    return sorted(found, key=lambda warning: order[warning["level"]])


def warn(
    id_: str, level: str, message: str, values: Mapping[str, Value] = NO_VALUES
) -> dict[str, Any]:
    """Make one warning."""
    return {"id": id_, "level": level, **say(message, values)}


def _notices(lanes: Lanes) -> Iterator[dict[str, Any]]:
    persons, visits = lanes.ledger.table.persons, lanes.ledger.table.visits
    for notice in lanes.pack.notices:
        if lanes.case.as_of < notice.since or not _is_about(lanes, notice):
            continue
        paid = map(lanes.ledger.amount, notice.benefits)
        if notice.benefits and not any(map(np.count_nonzero, paid)):
            continue
        columns = [persons.get(t.fact, visits.get(t.fact)) for t in notice.when]
        if all(
            c is not None and t.holds(c).any() for t, c in zip(notice.when, columns, strict=True)
        ):
            yield warn(notice.id, notice.level, notice.message, notice.values)


def _is_about(lanes: Lanes, notice: Notice) -> bool:
    """Tell whether a person is one of those whom a notice is about."""
    person, year = lanes.case.person, lanes.pack.year
    status = person.get("status") or ()
    if notice.groups and not set(status) & set(notice.groups):
        return False
    held = [code for code in status if code in lanes.pack.groups]
    if notice.about == "several":
        return len(held) > 1
    if notice.about == "changed":
        days = (day for code in held for day in span_of(person, code) if day)
        return any(day.year == year for day in days)
    if notice.about == "first_year":
        scheme = person.get("scheme")
        starts = [lanes.pack.benefits[name].begins(scheme) for name in notice.benefits]
        return any(date(year, 1, 1) < start <= date(year, 12, 31) for start in starts)
    return True


def _estimates(lanes: Lanes) -> Iterator[dict[str, Any]]:
    for id_, message, values in guesses(lanes):
        yield warn(id_, "amber", message, values)


def _readings(lanes: Lanes, readings: Readings) -> Iterator[dict[str, Any]]:
    """Tell each other reading of a clause that changes this case, with its amount."""
    for reading, other in readings:
        now, then = (led.amount(reading.benefit.id)[0] for led in (lanes.ledger, other))
        total_now, total_then = (led.together(TOGETHER)[0] for led in (lanes.ledger, other))
        if (now, total_now) != (then, total_then):
            values = {"amount": int(then), "now": int(now)}
            yield warn(reading.id, "info", reading.message, values)


def _alerts(lanes: Lanes) -> Iterator[dict[str, Any]]:
    held, named = set(lanes.case.person.get("status") or ()), set(lanes.pack.groups)
    for alert in lanes.pack.alerts:
        groups = set(alert.groups)
        wanted = held & groups if groups else not (alert.unrecognised and held & named)
        line = _line(alert, lanes.case.person) if wanted else 0
        if line and (total := _sum(alert, lanes)) >= line:
            yield warn(alert.id, "info", alert.message, {"total": total, "line": line})


def _line(alert: Alert, person: Mapping[str, Any]) -> int:
    """Give the sum that an alert asks for; 0 while it is a share of what is not known."""
    if not alert.of:
        return alert.at_least
    figure = person.get(alert.of)
    return 0 if figure is None else (ends(figure)[0] * alert.share + WHOLE // 2) // WHOLE


def _sum(alert: Alert, lanes: Lanes) -> int:
    """Give the least sum of the year that an alert looks at."""
    if alert.sum != "total":
        return _burden(lanes)
    totals = (visit.get("total") for visit in lanes.case.visits or ())
    return sum(ends(total)[0] for total in totals if total is not None)


def _burden(lanes: Lanes) -> int:
    """Give what insurance surely leaves to pay of the year's costs."""
    ledger = lanes.ledger
    return int(ledger.table.total(ledger.rest(("basic", "critical", "other"))).min())


def _likely(lanes: Lanes) -> Iterator[dict[str, Any]]:
    """Facts that fit an identity not yet recognised: say where to apply (A13)."""
    held = lanes.case.person.get("status") or ()
    for rule in lanes.pack.likely:
        if rule.group not in held and rule.fits(lanes.case.person, _burden(lanes)):
            office = lanes.pack.offices[lanes.pack.groups[rule.group].office]
            yield warn(f"may_apply.{rule.group}", "info", rule.message, {"office": office})


def _slips(lanes: Lanes) -> Iterator[dict[str, Any]]:
    for number, visit in enumerate(lanes.case.visits or ()):
        gap = _gap(visit)
        if gap:
            yield warn(
                "slip_unbalanced",
                "amber",
                "%(visit)s：单子上的数合不起来，差 %(gap)s 元。请对照单子再看一遍。",
                {"visit": numbers([number]), "gap": gap},
            )


def _own_shares(lanes: Lanes) -> Iterator[dict[str, Any]]:
    """Where the slip lists 先行自付, the text does not say whether it counts (A7)."""
    own = [v["class_b_own"] for v in lanes.case.visits or () if v.get("class_b_own")]
    if any(ends(amount)[1] != 0 for amount in own):
        yield warn("own_share", "info", "先行自付算不算在内，文件没写，两种都算了。请问医保窗口。")


def _gap(visit: Mapping[str, Any]) -> int:
    """Give by how many fen a slip's lines contradict each other; 0 if they can all be true."""
    names = ("total", "in_scope", "out_of_scope", "class_b_own", *PAYMENTS)
    exact = {name: amount for name in names if isinstance(amount := visit.get(name), int)}
    stated, total, out = (exact.get(name) for name in ("in_scope", "total", "out_of_scope"))
    most, paid = in_scope(visit).high, sum(exact.get(name, 0) for name in PAYMENTS)
    if most is not None and paid > most:
        return paid - most
    if stated is None or total is None:
        return 0
    if stated > total:
        return stated - total
    if out is None:
        return 0
    beside = stated + out
    with_own = beside + exact.get("class_b_own", 0)
    return 0 if total in (beside, with_own) else abs(total - beside)


def _critical_may_be_open(lanes: Lanes) -> Iterator[dict[str, Any]]:
    """The slip shows a critical payment, and the document's own tariff would give more (A11)."""
    benefit = lanes.pack.benefits.get("critical")
    visits = lanes.case.visits or ()
    settled = [i for i, v in enumerate(visits) if isinstance(v.get("critical_paid"), int | Range)]
    if not benefit or not settled or lanes.too_many:
        return
    usual, now = lanes.usual, lanes.ledger.amount("critical")
    tried = lanes.under("critical_open")
    if (
        not tried
        and (_unsettled(lanes, lanes.pack.insurance).amount("critical") <= now)[usual].any()
    ):
        return  # the insurance alone is enough to see it, and is quick
    other, those = tried or (_unsettled(lanes, lanes.pack), slice(None))
    then = other.amount("critical")[those]
    gain = (then - now)[usual]
    if (gain > 0).all():
        total = (then + other.together(TOGETHER)[those])[usual]
        yield warn(
            "critical_may_be_open",
            "amber",
            "大病保险可能多报 %(gain)s 元，合计 %(total)s 元。请问窗口结了没有。",
            {"gain": int(gain.min()), "total": int(total.min())},
        )


def _unsettled(lanes: Lanes, pack: Pack) -> Ledger:
    """Evaluate the lanes as if critical insurance had settled none of the visits."""
    table = lanes.ledger.table
    visits = {**table.visits, "critical_open": np.ones_like(table.visits["critical_open"])}
    return evaluate(pack, replace(table, visits=visits), lanes.case.person)
