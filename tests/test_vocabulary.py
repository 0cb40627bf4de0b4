"""The page of the vocabulary has every section, operation and key, and its examples are true."""

import inspect
import re
import tomllib

import pytest

from engine.benefits import Benefit
from engine.likely import Likely
from engine.notices import Constraint
from engine.operations.given import Given
from engine.operations.relief import Relief
from engine.operations.tariff import OPERATIONS, Tariff
from engine.packs import SECTIONS
from tests.tree import ROOT

PAGE = (ROOT / "docs" / "vocabulary.md").read_text("utf-8")
PARTS = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
FOR = {"for": ["dibao"]}
READ = {name: row.read for name, row in OPERATIONS.items()}
INNER = {"than_ordinary": Relief.read, "given": Given.read}


def keys_told(text):
    """List the keys that stand at the beginning of a table's line."""
    return set(re.findall(r"^\| `\[*(\w+)\]*` \|", text, re.MULTILINE))


def keys_of(read):
    """List the keys that a reader takes; what it passes on is named by its class."""
    named = inspect.signature(read).parameters.values()
    return {key.name for key in named if key.kind is not key.VAR_KEYWORD}


def after(part, key):
    """Give the text of a part from where a nested key is told."""
    return PARTS[part].partition(f"`{key}`")[2]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_operation_tells_its_keys(operation):
    """A key without a line, or a line without a key, would mislead who writes a pack."""
    text = PARTS[operation].partition("`than_ordinary`")[0]

    assert keys_of(READ[operation]) == keys_told(text)


@pytest.mark.parametrize(("key", "read"), INNER.items())
def test_nested_keys_are_told(key, read):
    """What may stand in place of bands has its own keys."""
    text = after("annual", key)
    text = text.partition("`given`：")[0] if key == "than_ordinary" else text

    assert keys_of(read) == keys_told(text)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_examples_can_be_read(operation):
    """Each example is what a row of the operation may say."""
    examples = re.findall(r"```toml\n(.*?)```", PARTS[operation], re.DOTALL)

    assert examples
    for example in examples:
        assert Tariff.read(operation, {**FOR, **tomllib.loads(example)}).members == ("dibao",)


def test_every_section_is_told():
    """Each section that a pack may have stands in the table of sections."""
    assert set(SECTIONS) == keys_told(PARTS["节"])


def test_every_key_of_a_benefit_is_told():
    """What every benefit has is named before the table; the rest has a line each."""
    made = {"tariffs", "picks", "left_out"}
    fields = {name for name in Benefit.__dataclass_fields__ if name not in made}
    common = set(re.findall(r"`(\w+)`", PARTS["每一项待遇"].partition("还可以有")[0]))

    assert fields == (common | keys_told(PARTS["每一项待遇"])) & fields
    assert keys_told(PARTS["每一项待遇"]) <= fields


@pytest.mark.parametrize(
    ("section", "kind", "told"),
    [
        ("constraint", Constraint, {"floor", "order", "rises", "keeps"}),
        ("likely", Likely, set(Likely.__dataclass_fields__)),
    ],
)
def test_sections_with_a_page_of_their_own(section, kind, told):
    """Their keys have a line each, and the example is one."""
    example = re.search(r"```toml\n(.*?)```", PARTS[section], re.DOTALL)[1]

    assert told == keys_told(PARTS[section])
    assert kind.read(**tomllib.loads(example))
