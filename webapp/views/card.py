"""The card: as a page to print, as a PDF, as a picture for the phone."""

from typing import Any

from flask import Blueprint, Response, g, render_template, request, url_for

from .. import places
from ..card import payload
from ..card.press import Absent, Busy, installed, press
from ..card.qr import LONGEST, code_of, png_of
from ..card.sheet import MOST, Sheet, Slip, most_of, sheet_of, slip_of, told_of
from ..checks import today
from ..documents import document_of
from ..household import Person
from ..replies import go, query
from ..state import current, ring

bp = Blueprint("card", __name__)
PAPERS = ("a4", "a5")
WAIT = 20  # seconds after which the press has probably a turn


@bp.get("/<region:region>/card")
def show(region: str) -> Any:
    """Show the card to be read, printed or kept."""
    sheets = _sheets(region, _paper())
    if not sheets:
        return go("home.start", region=region)
    slip = next((s for sheet in sheets for s in sheet.slips if s.id == current().shown), None)
    return render_template(
        "card/page.html",
        place=places.find(region),
        sheets=sheets,
        paper=_paper(),
        region=region,
        files=installed(),
        wechat="MicroMessenger" in request.user_agent.string,
        slip=slip or sheets[0].slips[0],
        address=url_for("opening.ask", _external=True),
    )


@bp.get("/<region:region>/card.pdf")
def pdf(region: str) -> Any:
    """Give the card as a PDF."""
    sheets = _sheets(region, _paper())
    return _printed(region, sheets, kind="pdf") if sheets else go("home.start", region=region)


@bp.get("/<region:region>/card.png")
def png(region: str) -> Any:
    """Give this person's card as a picture; where none can be made, the code alone."""
    people = [person for person in told_of(current()) if person.id == current().shown]
    if g.pack is None or not people:
        return go("home.start", region=region)
    slip = _slip(people[0], region, most=MOST)
    if not installed() and slip.code:
        return _file(png_of(_address(slip.text)), "image/png")
    return _printed(region, [sheet_of([slip], made=today(), paper="phone")], kind="png")


def _sheets(region: str, paper: str) -> list[Sheet]:
    """Make one large page for all, or a small one for each."""
    people = told_of(current()) if g.pack else []
    most = most_of(len(people)) if paper == "a4" else MOST
    slips = [_slip(person, region, most=most) for person in people]
    pages = [slips] if paper == "a4" else [[slip] for slip in slips]
    return [sheet_of(page, made=today(), paper=paper) for page in pages if page]


def _slip(person: Person, region: str, *, most: int) -> Slip:
    household = current()
    document = document_of(person, region)
    card = payload.Card(region, document.id, today(), person, household.consent)
    text = payload.write(card, ring())
    code = code_of(_address(text)) if len(text) <= LONGEST else None
    slip = slip_of(household, person, region, most=most)
    return slip._replace(text=text, code=code)


def _address(text: str) -> str:
    return f"{url_for('opening.ask', _external=True)}#{text}"


def _paper() -> str:
    return query("paper") if query("paper") in PAPERS else PAPERS[0]


def _printed(region: str, sheets: list[Sheet], *, kind: str) -> Any:
    place = places.find(region)
    html = render_template("card/paper.html", sheets=sheets, place=place)
    try:
        made = press().make(html=html, kind=kind, pages=len(sheets))
    except Absent:
        return render_template("card/absent.html", region=region), 501
    except Busy:
        return render_template("card/busy.html", region=region), 503, {"Retry-After": str(WAIT)}
    return _file(made, "application/pdf" if kind == "pdf" else "image/png")


def _file(content: bytes, kind: str) -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Cache-Control"] = "no-store"
    return response
