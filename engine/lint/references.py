"""Names in a pack that must lead somewhere: benefits, offices, layers, sums."""

from collections.abc import Iterator, Sequence

from ..benefits import Benefit
from ..ledger import LAYERS
from ..packs import Pack
from .finding import Finding


def check_references(pack: Pack) -> Iterator[Finding]:
    """Find names that lead nowhere, which otherwise would be passed over in silence."""
    yield from _benefits(pack)
    yield from _offices(pack)
    yield from _alerts(pack)
    for rule in pack.likely:
        if rule.group not in pack.groups:
            yield Finding(f"likely.{rule.group}", f"文件的对象里没有这个身份：{rule.group}")
    done: list[str] = []
    for benefit in pack.benefits.values():
        yield from _order(benefit, pack, done)
        done.append(benefit.id)


def _benefits(pack: Pack) -> Iterator[Finding]:
    named = [
        *((f"warning.{part.id}", name) for part in pack.notices for name in part.benefits),
        *((f"paper.{part.id}", name) for part in pack.papers for name in part.benefits),
        *((f"step.{part.id}", name) for part in pack.steps for name in part.benefits),
        *((f"constraint.{part.id}", name) for part in pack.constraints for name in part.benefits),
    ]
    named += [("alias", name) for name in (pack.alias.benefits if pack.alias else ())]
    for place, name in named:
        if name not in pack.benefits:
            yield Finding(place, f"文件里没有这一项：{name}")


def _offices(pack: Pack) -> Iterator[Finding]:
    used = {gate.id: gate for b in pack.benefits.values() for gate in b.gates}
    for gate in used.values():
        if gate.office not in pack.offices:
            yield Finding(f"gate.{gate.id}", f"没有这个部门：{gate.office}")
    for office in ("civil", "insurance"):
        if office not in pack.offices:
            yield Finding("office", f"要写 {office} 是哪个部门")


def _alerts(pack: Pack) -> Iterator[Finding]:
    for alert in pack.alerts:
        place = f"alert.{alert.id}"
        if alert.sum not in ("total", "rest"):
            yield Finding(place, f"sum 只能是 total 或 rest：{alert.sum}")
        if bool(alert.at_least) == bool(alert.of and alert.share):
            yield Finding(place, "要么写 at_least，要么写 of 和 share")
        for code in alert.groups:
            if code not in pack.groups:
                yield Finding(place, f"文件的对象里没有这个身份：{code}")


def _order(benefit: Benefit, pack: Pack, done: Sequence[str]) -> Iterator[Finding]:
    """What is subtracted or counted with must have been computed before."""
    place = f"benefit.{benefit.id}"
    for layer in benefit.minus:
        if layer in pack.benefits and layer not in done:
            yield Finding(place, f"minus 的 {layer} 要写在它前面")
    if benefit.counts_with and benefit.counts_with not in done:
        yield Finding(place, f"counts_with 的 {benefit.counts_with} 要写在它前面")
    if benefit.operation in ("annual", "counter", "overflow") and benefit.id not in LAYERS:
        yield Finding(place, f"没有这一层支付：{benefit.id}")
