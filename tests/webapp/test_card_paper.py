"""The card as it comes out of the press: one page, black and white, and codes that can be read."""

import pytest
import zxingcpp
from flask import render_template

from tests.webapp.cards import codes_in, family, holding, member, pages_of, picture_of, seen
from tests.webapp.client import KEY, site
from webapp.card import printer
from webapp.card.payload import read
from webapp.sealing import ring_of
from webapp.views import card as view

MM = 72 / 25.4


def html_of(*people, paper="a4", region="331000") -> str:
    """Write what the press gets for these people."""
    app = site()
    cookie = holding(*people, app=app).cookie()
    with app.test_request_context(f"/{region}/card", headers={"Cookie": f"mbs={cookie}"}):
        app.preprocess_request()
        if paper == "phone":
            slips = [view._slip(person, region, most=6) for person in people]
            sheets = [view.sheet_of(slips, made=view.today(), paper=paper)]
        else:
            sheets = view._sheets(region, paper)
        place = view.places.find(region)
        return render_template("card/paper.html", sheets=sheets, place=place, pack=place.pack)


def sizes_of(pdf: bytes) -> list[tuple[int, int]]:
    """Give the size of each page in millimetres."""
    return [tuple(round(side / MM) for side in page.get_size()) for page in pages_of(pdf)]


def types_of(html: str) -> set[float]:
    """Give the sizes of type, in points, that the papers to bring are written in."""
    document = printer._render(html)
    boxes = document.pages[0]._page_box.descendants()
    return {
        box.style["font_size"] * 0.75
        for box in boxes
        if getattr(box, "text", "").startswith("医保结算单")
    }


@pytest.mark.parametrize("region", ["331000", "341722", "321200", "520200", "320000"])
@pytest.mark.parametrize("bills", [0, 1, 3])
def test_one_person_has_one_page(bills, region):
    """Whatever the document, one A4 and one A5, in the type of the styles and no smaller."""
    assert 1 == len(printer._render(html_of(member(bills=bills), region=region)).pages)
    assert 1 == len(printer._render(html_of(member(bills=bills), region=region, paper="a5")).pages)


@pytest.mark.parametrize("region", ["331000", "341722", "321200", "520200", "320000"])
def test_five_people_and_three_bills_have_one_page(region):
    """A whole family stands on one A4."""
    assert [(210, 297)] == sizes_of(printer.lay_out(html_of(*family(), region=region), 1))


def test_how_large_the_type_is():
    """16 points for one person, and no less than 10.5 for five."""
    assert {16} == types_of(html_of(member(bills=1)))
    assert {10.5} == types_of(html_of(*family()))


def test_a5_is_a_page_for_each():
    """On small paper each of the family has a page of their own."""
    assert [(148, 210)] * 5 == sizes_of(printer.lay_out(html_of(*family(), paper="a5"), 5))


def test_every_code_of_a_family_can_be_read():
    """Five codes on a page scanned at 150 dots an inch: each holds its own person."""
    [page] = pages_of(printer.lay_out(html_of(*family()), 1))
    people = [read(text, ring_of(KEY)).person for text in codes_in(seen(page))]

    assert {person.who for person in family()} == {person.who for person in people}


@pytest.mark.parametrize("bills", [0, 6])
def test_a_code_is_large_enough(bills):
    """From edge to edge of its points 25 mm or more, few points or many."""
    [page] = pages_of(printer.lay_out(html_of(member(bills=bills)), 1))
    [code] = zxingcpp.read_barcodes(seen(page, dpi=254))  # ten dots a millimetre
    corners = code.position

    assert corners.top_right.x - corners.top_left.x >= 250
    assert corners.bottom_left.y - corners.top_left.y >= 250


def test_it_is_black_and_white():
    """Nothing on it needs a colour: a printer of an office has none."""
    [page] = pages_of(printer.lay_out(html_of(*family()), 1))
    drawn = page.render(scale=1).to_pil().convert("RGB")
    colours = {colour for _count, colour in drawn.getcolors(maxcolors=drawn.width * drawn.height)}

    assert all(max(colour) - min(colour) <= 2 for colour in colours)


@pytest.mark.parametrize("bills", [1, 6])
def test_the_picture_can_be_scanned_from_a_narrow_phone(bills):
    """Shown 360 points wide on a phone of the cheapest kind, its code is still read."""
    png = printer.draw(html_of(member(bills=bills), paper="phone"))
    picture = picture_of(png).convert("L")
    small = picture.resize((360, picture.height * 360 // picture.width))

    assert len(png) <= 200_000
    assert 1080 == picture.width
    assert "/open#m1" in codes_in(small)[0]


def test_a_page_that_runs_over_is_made_smaller():
    """What does not fit in the type of the styles is set smaller until it does."""
    html = html_of(member(bills=3))
    longer = html.replace("</ul>", "<li>一张纸</li>" * 9 + "</ul>")

    assert 1 < len(printer._render(longer).pages)
    assert 1 == len(sizes_of(printer.lay_out(longer, 1)))


def test_nothing_is_fetched():
    """Even if a page asked for a file, none would be read for it."""
    with_picture = html_of(member()).replace("</body>", '<img src="file:///etc/hostname"></body>')

    assert printer.lay_out(with_picture, 1).startswith(b"%PDF")


def test_the_press_of_the_site():
    """Through the whole site: the PDF and the picture come, and the process ends when told."""
    app = site()
    visitor = holding(member(bills=1), app=app)
    pdf, png = (visitor.client.get(f"/331000/card.{kind}") for kind in ("pdf", "png"))
    app.extensions["mbs-press"].close()

    assert [(210, 297)] == sizes_of(pdf.data)
    assert ("application/pdf", "image/png") == (pdf.mimetype, png.mimetype)
    assert "/open#m1" in codes_in(picture_of(png.data).convert("L"))[0]
