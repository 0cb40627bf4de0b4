"""Questions and answers as they are shown: the label for this kind of visit and this paper."""

from typing import Any

from markupsafe import Markup

import engine

from . import members
from .case import door_of, known_answers, relevant
from .formatting import date, digits, fen, figure, money
from .household import Mark, Visit
from .language import translate as _
from .replies import query
from .state import current, unreadable

NOTICES = {
    "gone": "这一次看病已经不在列表里了：删掉了，或过了一天。请再填一次。",
    "removed": "删掉了。要放回来，点下面的“撤销”。",
    "no_member": "这位家人已经不在名单里了。",
    "which_member": "请先选一位家人，再点“加上”。",
}
"""What a page may say first; the address names only the key."""


def label_of(question: engine.Question, visit: Visit | None = None) -> str:
    """Give the question as it is put for this visit."""
    if visit is None:
        who = question.label_of and members.subject_of(current().person)
        return _(question.label_of, who=who) if who else _(question.label)
    if visit.door == "receipt" and question.receipt_label:
        return _(question.receipt_label)
    kind = known_answers(visit).get("kind", "")
    return _((question.label_for or {}).get(kind, question.label))


def where_of(question: engine.Question, visit: Visit | None = None) -> str:
    """Say where on the paper the figure stands."""
    if visit is None or visit.door == "memory" or not printed(question, visit):
        return ""
    receipt = visit.door == "receipt" and question.receipt_where
    return _(question.receipt_where if receipt else question.where) if question.where else ""


def printed(question: engine.Question, visit: Visit | None = None) -> bool:
    """Tell whether a figure is a line of the paper at hand, and not told beside it."""
    door = door_of(visit) if visit else None
    return door is None or question.id in door.questions


def said(question: engine.Question, answer: Any) -> str:
    """Write an answer in words."""
    if answer is Mark.UNSURE:
        return _("不清楚")
    if answer is Mark.NO_LINE:
        return _("单子上没有这一行")
    if question.type in ("choice", "choices"):
        return _chosen(question, answer)
    if question.type in ("yesno", "visits"):
        return _yes_or_no(question, answer)
    if question.type == "tiers":
        return "；".join(_("%(floor)s 元起 %(rate)s", floor=row[0], rate=row[1]) for row in answer)
    return _figure(question, answer)


def title_of(visit: Visit) -> str:
    """Name a visit by what is known of it: its day and its kind."""
    known = known_answers(visit)
    kind = said(engine.QUESTIONS["kind"], known["kind"]) if "kind" in known else _("一次看病")
    return (
        Markup("{} {}").format(date(known["discharged"]), kind) if "discharged" in known else kind
    )


def derived(visit: Visit) -> Markup | None:
    """Show from which lines the in-scope costs follow, where the paper does not name them."""
    answers = known_answers(visit)
    known = {q.id: answers[q.id] for q in relevant(visit) if q.id in answers}
    if "in_scope" in known or any(isinstance(answer, list) for answer in known.values()):
        return None
    receipt, slip = ("basic_paid", "other_lump", "own_paid"), ("total", "out_of_scope")
    for parts, sign in ((receipt, "+"), (slip, "−")):
        if all(part in known for part in parts):
            first, *others = amounts = [fen(known[part]) for part in parts]
            result = first + sum(others) if sign == "+" else first - sum(others)
            shown = Markup(" {} ").format(sign).join(figure(digits(part)) for part in amounts)
            return Markup("{} = {}").format(shown, money(engine.yuan(max(result, 0))))
    return None


def error_of(errors: list[tuple[str, str]], name: str) -> str:
    """Give what is wrong with one field."""
    return next((sentence for field, sentence in errors if field == name), "")


def notice_of() -> str:
    """Give what the page says first, if its address names something to say."""
    return _(NOTICES[query("notice")]) if query("notice") in NOTICES else ""


def member_of() -> str:
    """Name the member whom the page is about, where the household has several."""
    household = current()
    return members.name_of(household.person, household) if len(household.persons) > 1 else ""


def result_title() -> str:
    """Head the result of the member whom the page is about."""
    household = current()
    return members.result_of(household.person, household)


def left_label() -> str:
    """Say who has to pay what is left of the member's bills."""
    return members.left_to(current().person)


def number_of(visit: Visit) -> str:
    """Name a visit by its place: a title stays in the browser's history, so no day stands in it."""
    return _("第%(number)s次", number=current().person.visits.index(visit) + 1)


def _chosen(question: engine.Question, answer: Any) -> str:
    values = [answer] if isinstance(answer, str) else answer
    labels = [_(option.label) for option in question.options if option.value in values]
    return "、".join(labels) or _(question.none)


def _yes_or_no(question: engine.Question, answer: Any) -> str:
    if question.type == "visits":
        return _("看过") if answer else _("没有")
    return _("是") if answer else _("不是")


def _figure(question: engine.Question, answer: Any) -> str:
    if question.type == "amount":
        return money(answer)
    if question.long_ago and answer == engine.LONG_AGO:
        return _(question.long_ago)
    return date(answer) if question.type == "date" else str(answer)


WORDS = {
    "error_of": error_of,
    "label_of": label_of,
    "left_label": left_label,
    "lost": unreadable,
    "member_of": member_of,
    "notice_of": notice_of,
    "number_of": number_of,
    "printed": printed,
    "result_title": result_title,
    "title_of": title_of,
    "where_of": where_of,
}
"""What the templates of the interview may call."""
