"""Official texts are shown only from the folder that the deployment names."""

import pytest

from webapp import create_app
from webapp.clauses import clauses

TEXT = """
某市文件

## 一、给谁
甲类的人。

## 二、给多少
总的话。
（一）先看
先看的话。
(二) 再看
再看的话。
1. 住院
住院的话。
2、门诊的话。

三、别的
（三）接着数
接着数的话。
"""


def shown(tmp_path, folder, *ids):
    """Ask for clauses of a text in a folder."""
    (tmp_path / "990000-2020-1.txt").write_text(TEXT, "utf-8")
    app = create_app({"INSECURE_LAN": True, "POLICY_TEXTS": str(folder or "")})
    with app.app_context():
        return clauses("990000-2020-1", ids)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一、给谁\n甲类的人。", "一"),
        ("二、给多少\n总的话。", "二"),
        ("（一）先看\n先看的话。", "二(一)"),
        ("1. 住院\n住院的话。", "二(二)1"),
        ("2、门诊的话。", "二(二)2"),
        ("（三）接着数\n接着数的话。", "(三)"),
    ],
)
def test_a_clause_is_found(tmp_path, text, name):
    """By its whole path, or by its own number where numbers run on."""
    assert {name: text} == shown(tmp_path, tmp_path, name)


def test_without_a_folder_there_is_no_text(tmp_path):
    """The project itself holds no sentence of a document."""
    assert {} == shown(tmp_path, None, "一")


def test_what_is_not_there_is_left_out(tmp_path):
    """A clause that the text has not, and one that could be two, show nothing."""
    assert {} == shown(tmp_path, tmp_path, "九", "(九)")


def test_a_text_that_is_not_there(tmp_path):
    """A folder without this document is no failure."""
    app = create_app({"INSECURE_LAN": True, "POLICY_TEXTS": str(tmp_path)})
    with app.app_context():
        assert {} == clauses("990000-2020-1", ["一"])
