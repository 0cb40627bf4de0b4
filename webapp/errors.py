"""The pages for what went wrong: what happened, whether the answers are safe, what to do."""

from flask import Flask, render_template
from werkzeug.exceptions import HTTPException

import engine

from .state import Full

SAFE = "您以前填的都还在。"
AGAIN = "请退回上一页，刷新，再点一次。"
WORDS: dict[int, tuple[str, tuple[str, ...]]] = {
    400: ("这一步没有成功", ("这一页放久了，或者不是从本站打开的。", SAFE, AGAIN)),
    404: ("没有这一页", ("网址可能写错了，或者没有这个地方。", SAFE, "请从首页重新进来。")),
    405: ("不能这样打开", ("这个网址要从页面里点进来。", SAFE, "请从首页重新进来。")),
    413: ("内容太长了", ("这次填的太长，没有收下。", SAFE, "请退回上一页，填短一些。")),
    422: ("有两处对不上", (SAFE, "请看看填过的答案，改好再算。")),
    429: ("点得太快了", (SAFE, "请等一分钟，再点一次。")),
    500: ("网站出错了", ("这一步没有存上，是我们的错。", SAFE, "请退回上一页，再点一次。")),
    503: ("现在人太多了", (SAFE, "请等一分钟，再点一次。")),
}
FULL = "这里记不下更多了"
FULL_WORDS = (
    "一年看病的次数太多，一页里放不下。",
    "前面填的都还在，这一条没有存。",
    "小的几次可以合起来，填在“更早几次”里。",
    "也可以请村干部用表格来算。",
)


def init(app: Flask) -> None:
    """Show a page of ours for every failure."""
    app.register_error_handler(HTTPException, show)
    app.register_error_handler(Full, show_full)
    app.register_error_handler(engine.CaseError, show_case_error)


def show(error: HTTPException) -> tuple[str, int]:
    """Show what happened by the status; a failure of our own on a page that cannot fail too."""
    code = error.code or 500
    title, words = WORDS.get(code, WORDS[500 if code >= 500 else 400])
    template = "errors/failure.html" if code >= 500 else "errors/page.html"
    return render_template(template, title=title, words=words), code


def show_full(_error: Full) -> tuple[str, int]:
    """Say that no more fits, and what can be done instead."""
    return render_template("errors/page.html", title=FULL, words=FULL_WORDS), 422


def show_case_error(error: engine.CaseError) -> tuple[str, int]:
    """Say what does not fit together, with the way to the answers."""
    title, words = WORDS[422]
    said = (error.message, *words)
    return render_template("errors/page.html", title=title, words=said, check=True), 422
