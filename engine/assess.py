"""The contract: a case goes in, an assessment comes out."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any

from . import packs, regions
from .benefits import ASK_OFFICE, ELIGIBLE, Benefit
from .case import Case, CaseError, read_case
from .clock import today
from .doubts import tell_warnings
from .interview import Interview
from .lanes import Lanes, complete, missing_paths, standing_of, unbounded
from .packs import Header, Pack
from .papers import list_papers, list_steps
from .payments import tell_amounts, tell_totals, tell_visits
from .questions import QUESTIONS, Option
from .reads import reads
from .reasons import tell_reasons
from .sensitivity import tell_sensitivity
from .steps import tell_steps
from .what_if import other_readings, tell_what_if

VERSION = "1.0.0"


def assess(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Assess one case as the contract says; CaseError names what is wrong with it."""
    case = read_case(raw, today=today())
    lanes = complete(case, pack_of(case), what_ifs=True)
    return tell(lanes)


def interview(raw: Mapping[str, Any], unsure: Collection[str] = ()) -> Interview:
    """Open the interview of a case; `unsure` are paths answered with 不清楚, never asked again."""
    case = read_case(raw, today=today())
    return Interview(case, pack_of(case), frozenset(unsure))


def tell(lanes: Lanes) -> dict[str, Any]:
    """Tell an evaluated case as the contract's assessment."""
    pack = lanes.pack
    benefits = {b.id: _benefit(lanes, b) for b in pack.benefits.values()}
    wanted = [b for b, told in benefits.items() if told["status"] != "ineligible"]
    total_paid, left = tell_totals(lanes)
    readings = other_readings(lanes)
    sensitivity = tell_sensitivity(lanes)
    return {
        "pack": pack.id,
        "year": pack.year,
        "engine": VERSION,
        "benefits": benefits,
        "visits": tell_visits(lanes),
        "total_paid": total_paid,
        "left": left,
        "missing": _most_useful_first(lanes, sensitivity),
        "sensitivity": sensitivity,
        "what_if": tell_what_if(lanes, readings),
        "warnings": tell_warnings(lanes, readings),
        "documents": list_papers(pack, wanted),
        "procedure": list_steps(pack, wanted),
    }


def _most_useful_first(lanes: Lanes, sensitivity: list[dict[str, Any]]) -> list[str]:
    """List the open paths: by what they can change, then in the catalogue's order."""
    ranked = [row["path"] for row in sensitivity]
    missing = list(dict.fromkeys([*ranked, *missing_paths(lanes)]))
    alias = lanes.pack.alias
    if alias and "person.status" in missing and lanes.case.person.get(alias.by) is None:
        missing.append(f"person.{alias.by}")  # it matters if the open identity is the alias
    return [*missing, *_rates_to_ask(lanes, missing)]


def _rates_to_ask(lanes: Lanes, missing: Collection[str]) -> Iterator[str]:
    """Name the rates of other texts by which a payment that no slip shows can be computed."""
    person = lanes.case.person
    for benefit in lanes.pack.benefits.values():
        slips = [path for path in missing if path.endswith(f".{benefit.id}_paid")]
        if benefit.insurance and slips and ELIGIBLE in lanes.standings[benefit.id]:
            rates = benefit.rates_elsewhere(person.get("scheme"))
            yield from (f"person.{rate}" for rate in rates if person.get(rate) is None)


def _benefit(lanes: Lanes, benefit: Benefit) -> dict[str, Any]:
    status = standing_of(lanes, benefit.id)
    return {
        "status": status,
        "title": benefit.title,
        **tell_amounts(lanes, benefit),
        "steps": _steps(lanes, benefit),
        "reasons": tell_reasons(lanes, benefit),
        "cites": list(benefit.cites),
    }


def _steps(lanes: Lanes, benefit: Benefit) -> list[dict[str, Any]]:
    """Tell the steps of the lane with the least, and of that with the most where they differ."""
    if lanes.too_many or (lanes.case.visits is None and benefit.operation == "annual"):
        return []
    if lanes.alone:
        return tell_steps(lanes, benefit, 0)
    amount = lanes.ledger.amount(benefit.id)
    usual = (lanes.usual & (lanes.ledger.standing[benefit.id] != ASK_OFFICE)).nonzero()[0]
    if not len(usual):
        return []
    least, most = (int(usual[i]) for i in (amount[usual].argmin(), amount[usual].argmax()))
    if amount[least] == amount[most]:
        return tell_steps(lanes, benefit, least)
    ends = {"least": least, "most": most}
    if lanes.loose and benefit.operation == "counter":
        del ends["least"]  # it is a bound that no lane shows
    if unbounded(lanes, amount):
        del ends["most"]  # it is as far as one likes
    return [
        {**step, "end": end}
        for end, lane in ends.items()
        for step in tell_steps(lanes, benefit, lane)
    ]


def pack_of(case: Case) -> Pack:
    """Find the document that serves a case, or the one it names."""
    if case.pack is not None:
        if case.pack not in packs.ids():
            raise CaseError("pack", f"没有收录这份文件：{case.pack}")
        pack = packs.load(case.pack, case.year)
        outside = set(regions.ancestors(case.region)) & set(pack.header.leaves_out)
        return pack.left_to_offices() if outside else pack
    header = pack_for(case.region)
    if header is None:
        raise CaseError("region", "这个地方的文件还没有收录。请打 12393 问当地医保。")
    return packs.load(header.id, case.year)


def headers() -> tuple[Header, ...]:
    """List the documents held."""
    return _held(today().year)


def _held(year: int) -> tuple[Header, ...]:
    return tuple(packs.load(pack_id, year).header for pack_id in packs.ids())


def pack_for(region: str) -> Header | None:
    """Find the document nearest to a region: its own, or else its city's or its province's."""
    return _nearest(region, today().year)


@lru_cache(maxsize=4096)  # more than there are regions: every page of the site asks for its own
def _nearest(region: str, year: int) -> Header | None:
    above = regions.ancestors(region)
    held = _held(year)
    for code in above:
        for header in held:
            if code in header.serves and not set(above) & set(header.leaves_out):
                return header
    return None


def read_paths(pack_id: str) -> frozenset[str]:
    """Name the contract paths that a document held reads; all else need not be asked."""
    return reads(packs.load(pack_id, today().year))


def choices(question: str, pack_id: str) -> tuple[tuple[Option, ...], tuple[Option, ...]]:
    """Give a question's options: those the document tells apart, then the others."""
    header = packs.load(pack_id, today().year).header
    told = {"scheme": header.schemes, "status": header.statuses}.get(question)
    options = QUESTIONS[question].options
    if told is None:
        return options, ()
    main = tuple(o for o in options if {o.value, *o.codes, *o.unsure_of} & set(told))
    others = () if question == "scheme" else tuple(o for o in options if o not in main)
    return main, others


__all__ = ["ELIGIBLE", "CaseError", "assess", "headers", "pack_for", "pack_of", "today"]
