"""The words of the result: benefits by id, standings and certainties, kinds of visits."""

from collections.abc import Mapping
from typing import NamedTuple

BENEFITS: Mapping[str, str] = {
    "premium": "参保费的资助",
    "basic": "基本医保",
    "critical": "大病保险",
    "aid": "医疗救助",
    "outpatient_aid": "门诊救助",
    "major_aid": "重特大疾病救助",
    "tilt_aid": "倾斜救助",
    "deposit": "住院押金",
    "retroactive": "认定以前的费用",
}
"""What each benefit is called, in the order of the pages."""

LAYERS = ("basic", "critical", "other", "aid", "outpatient_aid", "major_aid", "tilt_aid")
"""What pays a visit, in the order of paying."""


class Standing(NamedTuple):
    """How a status is shown: by a sign and by words, never by colour alone."""

    sign: str
    words: str


STATUS: Mapping[str, Standing] = {
    "eligible": Standing("✓", "符合"),
    "ineligible": Standing("✗", "不符合"),
    "depends": Standing("?", "还不清楚"),
    "ask_office": Standing("→", "要问经办窗口"),
}

CERTAINTY: Mapping[str, str] = {
    "exact": "准数",
    "range": "范围",
    "estimate": "估算",
    "at_least": "至少",
    "at_most": "最多",
    "none": "文件没有给数",
}

KIND: Mapping[str, str] = {
    "inpatient": "住院",
    "chronic": "门诊慢特病",
    "outpatient": "普通门诊",
}
