"""Everything on one page, for those who know the slip: the same answers, the same checks."""

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, g, render_template, request, url_for

import engine

from .. import household as told
from .. import sheet as sheets
from ..case import BILL, known_answers
from ..checks import Surroundings, today
from ..language import translate as _
from ..replies import go
from ..security import outdated
from ..sheet import Sheet
from ..state import current, keep, new_id, proposed_id
from ..wording import label_of

bp = Blueprint("sheet", __name__)
PATH = "/<region:region>/form"


@bp.get(PATH)
def show(region: str) -> Any:
    """Show all questions with the answers so far."""
    if g.pack is None:
        return go("home.start", region=region)
    return _show(_sheet(), region=region, errors=[])


@bp.post(PATH)
def fill(region: str) -> Any:
    """Take all that can be read; go on to the result, or show what has to be mended."""
    if g.pack is None:
        return go("home.start", region=region)
    sheet = _sheet(posted=True)
    if outdated():
        words = _("这一页放久了。填的都还在，请再点一次“看结果”。")
        return _show(sheet, region=region, errors=[("scheme", words)]), 422
    fits = sheets.check(sheet, _around(sheet), accepted="accept" in request.form)
    keep(sheets.take(current(), sheet))
    if not fits:
        return _show(sheet, region=region, errors=_faults(sheet)), 422
    return _go_on(region)


def _go_on(region: str) -> Any:
    """Do what the button that was pressed says."""
    if "add" in request.form:
        visit_id = new_id()
        keep(current().having(told.add(current().person, visit_id)))
        return go("sheet.show", region=region, _anchor=f"visit-{visit_id}")
    if visit_id := request.form.get("remove", ""):
        keep(current().having(told.remove(current().person, visit_id)))
        return go("sheet.show", region=region, notice="removed")
    if visit_id := request.form.get("redraw", ""):
        return go("sheet.show", region=region, _anchor=f"visit-{visit_id}")
    return go("result.show", region=region)


def _sheet(*, posted: bool = False) -> Sheet:
    return sheets.lay_out(
        current().person,
        g.pack.id,
        spare=proposed_id("spare"),
        posted=request.form if posted else None,
    )


def _around(sheet: Sheet) -> dict[str, Surroundings]:
    """Hold every visit against the years of the others, as they stand on this page."""
    days = {visit.id: _year(parts) for visit, parts in sheet.visits}
    around = {"": Surroundings(today())}
    for visit, _parts in sheet.visits:
        others = frozenset(year for name, year in days.items() if year and name != visit.id)
        around[visit.id] = Surroundings(today(), others, visit.door)
    return around


def _year(parts: list[sheets.Part]) -> int | None:
    day = next((p.form.answers().get("discharged") for p in parts if p.page.id == "stay"), None)
    return int(day[:4]) if isinstance(day, str) else None


def _faults(sheet: Sheet) -> list[tuple[str, str]]:
    """Name the question before each fault."""
    return [
        (name, f"{labels[name]}：{sentence}")
        for part in sheet.parts
        for labels in [{f.name: label_of(f.question, part.visit) for f in part.form}]
        for name, sentence in part.form.faults()
    ]


def _show(sheet: Sheet, *, region: str, errors: list[tuple[str, str]]) -> str:
    beside = [fault for part in sheet.parts for fault in part.form.faults()]
    return render_template(
        "interview/sheet.html",
        region=region,
        sheet=sheet,
        spare=sheet.visits[0][0].id,
        doors=BILL.doors,
        choices=_choices(sheet),
        words=list(_words(sheet)),
        errors=errors,
        beside=beside,
        may_stand=bool(beside) and all(p.form.may_stand() for p in sheet.parts if p.form.faults()),
        kinds={visit.id: known_answers(visit).get("kind", "") for visit, _parts in sheet.visits},
        url=url_for("sheet.fill", region=region),
        back_url=url_for("home.start", region=region),
    )


def _words(sheet: Sheet) -> Iterator[str]:
    """Give every label and option of the page, whose policy words it explains in one place."""
    yield from (_(door.title) for door in BILL.doors)
    for part in sheet.parts:
        for field in part.form:
            yield label_of(field.question, part.visit)
            yield from (_(option.label) for option in field.question.options)


def _choices(sheet: Sheet) -> dict[str, tuple[Any, Any]]:
    fields = (field for part in sheet.parts for field in part.form if field.question.options)
    return {field.name: engine.choices(field.short_name, g.pack.id) for field in fields}
