"""The code that a phone reads: drawn as lines for paper, as points for a screen."""

import io
from typing import NamedTuple

import segno

LONGEST = 500
"""More bytes of a card make points too small for an old phone and a creased sheet."""

FINE = 65
"""From so many points a side on, the code is printed larger."""

QUIET = 4
"""The white around it, in points, without which readers do not find it."""


class Code(NamedTuple):
    """One code as inline SVG, and whether its points are so many that it has to be larger."""

    svg: str
    fine: bool


def code_of(address: str) -> Code:
    """Draw the address that opens a card."""
    code = _made(address)
    svg = code.svg_inline(border=QUIET, omitsize=True, svgclass=None, lineclass=None)
    return Code(svg, code.symbol_size(border=0)[0] >= FINE)


def png_of(address: str) -> bytes:
    """Draw the same as a picture, for where nothing else can be made."""
    picture = io.BytesIO()
    _made(address).save(picture, "png", scale=8, border=QUIET)
    return picture.getvalue()


def _made(address: str) -> segno.QRCode:
    return segno.make_qr(address, error="l")
