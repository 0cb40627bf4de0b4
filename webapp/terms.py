"""The words of the result: benefits by id, standings and certainties, kinds of visits."""

from collections.abc import Mapping
from typing import NamedTuple

from .language import mark

BENEFITS: Mapping[str, str] = {
    "premium": mark("参保费的资助"),
    "basic": mark("基本医保"),
    "critical": mark("大病保险"),
    "aid": mark("医疗救助"),
    "outpatient_aid": mark("门诊救助"),
    "major_aid": mark("重特大疾病救助"),
    "tilt_aid": mark("倾斜救助"),
    "deposit": mark("住院押金"),
    "retroactive": mark("认定以前的费用"),
}
"""What each benefit is called, in the order of the pages."""

LAYERS = ("basic", "critical", "other", "aid", "outpatient_aid", "major_aid", "tilt_aid")
"""What pays a visit, in the order of paying."""


class Standing(NamedTuple):
    """How a status is shown: by a sign and by words, never by colour alone."""

    sign: str
    words: str


STATUS: Mapping[str, Standing] = {
    "eligible": Standing("✓", mark("符合")),
    "ineligible": Standing("✗", mark("不符合")),
    "depends": Standing("?", mark("还不清楚")),
    "ask_office": Standing("→", mark("要问经办窗口")),
}

CERTAINTY: Mapping[str, str] = {
    "exact": mark("准数"),
    "range": mark("范围"),
    "estimate": mark("估算"),
    "at_least": mark("至少"),
    "at_most": mark("最多"),
    "none": mark("文件没有给数"),
}

KIND: Mapping[str, str] = {
    "inpatient": mark("住院"),
    "chronic": mark("门诊慢特病"),
    "outpatient": mark("普通门诊"),
}
