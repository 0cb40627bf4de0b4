"""An assessment as Chinese text, step by step with its clauses: `assess --explain`."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from .money import grouped

STATUS = {
    "eligible": "符合",
    "ineligible": "不符合",
    "depends": "还不清楚",
    "ask_office": "要问经办窗口",
}
CERTAINTY = {
    "exact": "",
    "range": "范围",
    "estimate": "估算",
    "at_least": "至少",
    "at_most": "至多",
    "none": "",
}
ENDS = {"least": "最少的话，像这样：", "most": "最多的话，像这样："}
MARK = {True: "✓", False: "✗", None: "？"}


def tell_text(assessment: Mapping[str, Any]) -> str:
    """Tell a whole assessment as lines of text."""
    return "\n".join(_lines(assessment))


def _lines(assessment: Mapping[str, Any]) -> Iterator[str]:
    yield f"{assessment['pack']}  {assessment['year']}年  （估算，以医保局核定为准）"
    for warning in assessment["warnings"]:
        yield f"！{warning['text']}"
    for benefit in assessment["benefits"].values():
        yield ""
        yield from _benefit(benefit)
    yield ""
    yield f"合计 {_money(assessment['total_paid'])}"
    yield f"政策范围内自己还要付 {_money(assessment['left'])}"
    if assessment["missing"]:
        yield "还不知道：" + "、".join(assessment["missing"])
    yield from _list("要带的材料：", assessment["documents"])
    yield from _list("怎么办：", assessment["procedure"])


def _benefit(benefit: Mapping[str, Any]) -> Iterator[str]:
    amount = (
        ""
        if benefit["amount"] is None
        else f"  {CERTAINTY[benefit['certainty']]} {_money(benefit['amount'])}"
    )
    yield f"【{benefit['title']}】{STATUS[benefit['status']]}{amount}  {_cites(benefit)}"
    for end, steps in groupby(benefit["steps"], key=lambda step: step.get("end")):
        yield from [f"    {ENDS[end]}"] if end else []
        yield from (f"    {step['text']}  {_cites(step)}" for step in steps)
    for reason in benefit["reasons"]:
        yield f"  {MARK[reason['met']]} {reason['text']}  {_cites(reason)}"


def _list(title: str, rows: list[Mapping[str, Any]]) -> Iterator[str]:
    if rows:
        yield title
        yield from (f"  · {row['text']}" for row in rows)


def _cites(row: Mapping[str, Any]) -> str:
    return f"［{'、'.join(row['cites'])}］" if row.get("cites") else ""


def _money(amount: Any) -> str:
    if isinstance(amount, Mapping):
        high = "不封顶" if amount["high"] is None else grouped(amount["high"])
        return f"{grouped(amount['low'])} 到 {high}"
    return f"{grouped(amount)} 元"
