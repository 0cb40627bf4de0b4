"""Our styles and scripts keep to what a phone of 2019 knows: Chrome 77, ECMAScript 2017.

What is newer either breaks a whole file there (scripts), or is left out in silence (styles).
"""

import re

import pytest

from tests.tree import files, name

COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
WORDS = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`", re.DOTALL)

# By the version of Chrome that brought it; not text-wrap, without which nothing is lost.
CSS = {
    "gap in a flex row (84)": r"(?<![-\w])(?:row-|column-)?gap\s*:",
    ":is, :where (88)": r":(?:is|where|-webkit-any)\(",
    ":has (105)": r":has\(",
    ":not with a list (88)": r":not\([^)]*,",
    ":focus-visible (86)": r":focus-visible",
    "inset (87)": r"\binset(?:-block|-inline)?\s*:",
    "aspect-ratio (88)": r"aspect-ratio\s*:",
    "nesting (120)": r"&[\s.:#\[>+~]",
    "@layer (99), @container (105), @property (85)": r"@(?:layer|container|property|scope)\b",
    "min(), max(), clamp() (79)": r"[\s:(,](?:min|max|clamp)\(",
    "color-mix, oklch, light-dark (111)": r"\b(?:color-mix|oklch|oklab|lch|lab|hwb|light-dark)\(",
    "colours with a slash (65, but in rgb only)": r"hsl\([^)]*\bturn",
    "dvh, svh, lvh, vi, vb (108)": r"\d(?:[dsl]v[hwib]|v[ib]|cq\w+)\b",
    "short logical sides (87)": r"\b(?:margin|padding)-(?:inline|block)\s*:",
    "short logical borders (87)": r"\bborder-(?:inline|block)\s*:",
    "media ranges (104)": r"@media[^{]*[<>]",
    "revert (84)": r":\s*revert\b",
    "rotate, scale, translate alone (104)": r"[{;]\s*(?:rotate|scale|translate)\s*:",
}
JS = {
    "?. and ?? (80)": r"\?\.(?!\d)|\?\?",
    "&&= ||= (85)": r"(?:&&|\|\||\*\*)=(?!=)(?<!\*\*=)",
    "object spread (60, ES2018)": r"[{,]\s*\.\.\.[^;]*?[}:]",
    "catch without a name (66, ES2019)": r"\bcatch\s*\{",
    "private and static fields (72, ES2022)": r"[\s.]#\w|\bstatic\s+\w+\s*=",
    "for await (63, ES2018)": r"\bfor\s+await\b",
    "big numbers (67), 1_000 (75)": r"\b\d+n\b|\d_\d",
    "dynamic import, import.meta, modules": r"\bimport\b|\bexport\b",
    "newer methods": r"\.(?:replaceAll|at|flat|flatMap|hasOwn|fromEntries|matchAll|allSettled"
    r"|any|toSorted|toReversed|findLast|replaceChildren|requestSubmit|groupBy)\(",
    "newer things": r"\b(?:globalThis|structuredClone|queueMicrotask|AbortSignal\.timeout)\b",
    "finally of a promise (63, ES2018)": r"\.finally\(",
    "expressions of ES2018": r"\(\?<",
}


def found(text: str, kinds: dict[str, str]) -> list[str]:
    """Name what a text uses that is too new; words in quotes and comments do not count."""
    code = WORDS.sub('""', COMMENT.sub(" ", text))
    return [kind for kind, pattern in kinds.items() if re.search(pattern, code)]


def grids_removed(text: str) -> str:
    """Leave out rules of grids, where gap is old."""
    return re.sub(r"\{[^{}]*display:\s*grid[^{}]*\}", "{}", text)


@pytest.mark.parametrize("path", files(".css"), ids=name)
def test_styles_are_old_enough(path):
    """Gaps stand in grids alone; everything else is in no rule."""
    assert [] == found(grids_removed(path.read_text("utf-8")), CSS)


@pytest.mark.parametrize("path", files(".js"), ids=name)
def test_scripts_are_old_enough(path):
    """One unknown sign, and the phone drops the file."""
    assert [] == found(path.read_text("utf-8"), JS)


NEW = {
    "css": [
        "a{display:flex;gap:1em}",
        "a:is(b){}",
        "a:has(b){}",
        "a:not(b,i){}",
        "a:focus-visible{}",
        "a{inset:0}",
        "a{inset-inline:0}",
        "a{aspect-ratio:1}",
        "a{ & b{} }",
        "@layer x;",
        "a{inline-size:min(1em,2em)}",
        "a{color:color-mix(in srgb,red,blue)}",
        "a{block-size:9dvh}",
        "a{margin-inline:1em}",
        "a{border-block:0}",
        "@media (width>9em){}",
        "a{all: revert}",
        "a{rotate:9deg}",
    ],
    "js": [
        "a?.b",
        "a ?? b",
        "a ||= b",
        "x = {...a}",
        "try{}catch{}",
        "class A{ #x }",
        "for await (const a of b){}",
        "9n",
        "1_000",
        "a.replaceAll(b)",
        "a.at(-1)",
        "p.finally(f)",
        "/(?<a>b)/",
        "import(a)",
    ],
}
OLD = {
    "css": [
        "a{display:grid;gap:1em}",
        "a{--gap:1em}",
        "a{padding-inline-start:1em}",
        "@media (min-width:9em){}",
    ],
    "js": [
        "a?.5:b",
        "f(...a)",
        "[...a]",
        "try{}catch(e){}",
        "a = '?.'; // a ?? b",
        "x = a ? b : c",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind in NEW for text in NEW[kind]])
def test_what_is_too_new_is_found(kind, text):
    """Each of these would be seen."""
    assert found(text, CSS if kind == "css" else JS)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind in OLD for text in OLD[kind]])
def test_what_is_old_enough_is_let_through(kind, text):
    """And none of these."""
    assert [] == found(grids_removed(text), CSS if kind == "css" else JS)
