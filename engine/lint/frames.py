"""What a frame asks of the documents under its region, told as notes: nothing is changed by it."""

from collections.abc import Iterator
from pathlib import Path

from .. import regions
from ..notices import Constraint
from ..packs import Pack, read
from .finding import Finding
from .shortfalls import KINDS, LABELS


def check_frames(pack: Pack, folder: Path) -> Iterator[Finding]:
    """Hold a document against the frames of the regions above its own."""
    above = regions.ancestors(pack.header.region)[1:]
    for path in sorted(p for region in above for p in folder.glob(f"{region}-*.toml")):
        frame = read(path, pack.year)
        for constraint in frame.constraints:
            for what in _fallen_short(frame, constraint, pack):
                told = constraint.message % {"what": what}
                yield Finding(f"{frame.id} {'、'.join(constraint.cites)}", told, note=True)


def _fallen_short(frame: Pack, constraint: Constraint, pack: Pack) -> Iterator[str]:
    kind = next(kind for kind in KINDS if getattr(constraint, kind))
    for name in constraint.benefits:
        if name in pack.benefits:
            benefit, asked = pack.benefits[name], frame.benefits[name]
            for short, who in KINDS[kind](constraint, asked, benefit).items():
                labels = "、".join(LABELS.get(code, code) for code in who)
                yield f"“{benefit.title}”{short}{f'（{labels}）' if who else ''}"
        elif constraint.floor:
            yield f"没有写“{frame.benefits[name].title}”"
