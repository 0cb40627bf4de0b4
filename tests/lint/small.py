"""A small document that says nothing wrong, to be changed by a line for each test."""

from pathlib import Path

from engine.lint import lint_file

TEXT = """
[pack]
region = "331000"
title = "办法"
number = "办〔2020〕1号"
issuer = "市医保局"
in_force = 2020-07-01
cites = ["五"]
serves = ["331000"]
schemes = ["resident", "employee", "none"]

[office]
insurance = "医保局"
civil = "民政局"

[group]
tekun = { cites = ["一"], office = "civil" }
dibao = { cites = ["一"], office = "civil" }
qita = { cites = ["一"], office = "civil" }

[[gate]]
id = "designated"
any = [{ designated = [true] }]
cites = ["二"]
met = "在定点医院"
unmet = "不在定点医院"

[[benefit]]
id = "critical"
title = "大病保险"
operation = "annual"
cites = ["二(一)"]
kinds = ["inpatient"]
minus = ["basic"]
[[benefit.tariff]]
for = ["tekun", "dibao"]
tiers = [["0元", "60%"], ["5万元", "70%"]]
[[benefit.tariff]]
everyone = true
deductible = "1万元"
tiers = [["0元", "50%"]]

[[benefit]]
id = "aid"
title = "医疗救助"
operation = "annual"
cites = ["二(二)"]
kinds = ["inpatient"]
minus = ["basic", "critical", "other"]
gates = ["designated"]
office = { qita = "“%(group)s”请问%(office)s" }
[[benefit.tariff]]
for = ["tekun"]
tiers = [["0元", "80%"]]
cap = "10万元"
[[benefit.tariff]]
for = ["dibao"]
tiers = [["0元", "60%"]]
cap = "10万元"

[[alert]]
id = "large"
sum = "total"
at_least = "30万元"
cites = ["三"]
message = "总费用到了 %(line)s"

[[step]]
id = "one"
way = "one_stop"
benefits = ["aid"]
message = "出院时结算"
"""


def changed(*changes: tuple[str, str]) -> str:
    """Give the document with some pieces changed; each must be there."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def written(folder: Path, *changes: tuple[str, str], more: str = "") -> Path:
    """Write the changed document where packs are read from."""
    path = folder / "331000-2020-1.toml"
    path.write_text(changed(*changes) + more, "utf-8")
    return path


def told(folder: Path, *changes: tuple[str, str], more: str = "") -> list[str]:
    """List what the lint says of the changed document, without the file's name."""
    lines = lint_file(written(folder, *changes, more=more), 2022)
    return [line.replace("331000-2020-1.toml: ", "") for line in lines]
