"""One field per type of answer: what was typed stays, what it means is read by the question."""

import re
from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field
from wtforms.utils import unset_value

import engine

from .formatting import fen
from .household import Mark
from .language import translate as _

RANGE = re.compile(r"(?:\d+(?:\.\d\d?)?)?~(?:\d+(?:\.\d\d?)?)?", re.ASCII)
PARTS = ("year", "month", "day")
LONGEST = 1000
LONGEST_PART = 4


class AnswerField(Field):
    """An answer as typed, and as the contract's value, a mark, or None where it may stay open."""

    box = "none"
    too_much = "填了金额，就不要再打勾"

    def __init__(
        self, question: engine.Question, *, alone: bool, lenient: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(label=question.label, **kwargs)
        self.question, self.alone = question, alone
        self.may_be_empty = lenient or question.optional or question.offered
        self.typed: Any = self.show(None)
        self.ticked = False

    def process(
        self, formdata: MultiDict[str, str] | None, data: Any = None, **_filters: Any
    ) -> None:
        """Take the stored answer, or read what the form sent."""
        self.process_errors: list[str] = []
        if formdata is None:
            self.data = None if data is unset_value else data
            self.ticked = data is not None and data == self.ticks_for()
            self.typed = self.show(None if self.ticked or isinstance(data, Mark) else self.data)
            return
        self.typed = self.collect(formdata)
        self.ticked = self.ticks_for() is not None and f"{self.name}-{self.box}" in formdata
        try:
            self.measure()
            self.data = self.judge(unsure="unsure" in formdata)
        except engine.Unreadable as error:
            self.data, self.process_errors = None, [str(error)]

    def judge(self, *, unsure: bool) -> Any:
        """Read the answer; 不清楚 answers a lone question, and of several those left empty."""
        if unsure and (self.alone or not self.filled()) and not self.ticked:
            return Mark.UNSURE
        if self.ticked:
            return self.tick()
        if not self.filled():
            if self.may_be_empty:
                return None
            self.ask_for_it()
        return self.question.read(self.typed)

    def ask_for_it(self) -> None:
        """Say what to do with an empty field, by what its page of several offers."""
        if self.ticks_for() is Mark.NO_LINE and not self.alone:
            raise engine.Unreadable(_("这里还空着，请填上，或勾“没有这一行”"))
        if not self.alone:
            raise engine.Unreadable(_("这里还空着，请填上，或点“空着的都不清楚，继续”"))

    def measure(self) -> None:
        """Refuse what no one types: Python itself refuses to read a number of 5,000 digits."""
        if isinstance(self.typed, str) and len(self.typed) > LONGEST:
            raise engine.Unreadable("这里填得太长了，请检查")

    def ticks_for(self) -> Any:
        """Give what a tick beside the field stands for: a line that the paper has not; or None."""
        return None if self.question.no_line is None else Mark.NO_LINE

    def tick(self) -> Any:
        """Take the tick, unless an answer was typed as well."""
        if self.filled() and self.question.read(self.typed) != "0.00":
            raise engine.Unreadable(self.too_much)
        return self.ticks_for()

    def filled(self) -> bool:
        """Tell whether anything was typed or chosen."""
        return bool(self.typed.strip() if isinstance(self.typed, str) else self.typed)

    def collect(self, formdata: MultiDict[str, str]) -> Any:
        """Take from the form what was typed."""
        return formdata.get(self.name, "")

    def show(self, value: Any) -> Any:
        """Write a stored value as it would be typed."""
        return "" if value is None else str(value)


class AmountField(AnswerField):
    """An amount in yuan; a range that was told in words stands in it as 30000~40000."""

    def show(self, value: Any) -> str:
        """Write whole yuan as they are typed, without decimals."""
        if isinstance(value, list):
            return "~".join(self.show(end) for end in value)
        return "" if value is None else value.removesuffix(".00")

    def judge(self, *, unsure: bool) -> Any:
        """Read a range only as we write it: 3~4万 may mean two things."""
        typed = "" if self.ticked else self.typed.strip()
        if not RANGE.fullmatch(typed) or typed == "~":
            return super().judge(unsure=unsure)
        low, high = (self.question.read(end) if end else None for end in typed.split("~"))
        if low and high and fen(low) > fen(high):
            raise engine.Unreadable("前面的数要比后面的小")
        return low if low == high else [low, high]


class YesNoField(AnswerField):
    """是 or 不是; "visits" is one too, whose entries follow on their own screens."""

    def show(self, value: Any) -> str:
        """Write a truth as the radio button of its name."""
        return "" if value is None else ("yes" if value else "no")


class VisitsField(YesNoField):
    """Whether there were visits at all."""

    def judge(self, *, unsure: bool) -> Any:
        """Read 没有 as false: the entries are kept, should the answer change back."""
        answer = super().judge(unsure=unsure)
        return answer if isinstance(answer, Mark) else answer is None


class ChoicesField(AnswerField):
    """Any of several."""

    def collect(self, formdata: MultiDict[str, str]) -> list[str]:
        """Take all that were ticked."""
        return formdata.getlist(self.name)

    def show(self, value: Any) -> list[str]:
        """Tick what is stored; nothing stored as held is "none of these"."""
        return ["none"] if value == [] else list(value or ())


class DayField(AnswerField):
    """A day in three parts; a whole date in the first of them is read too."""

    box = "long"
    too_much = "填了日期，就不要再打勾"

    def ticks_for(self) -> Any:
        """A tick instead of a day stands for one long ago, where that is offered."""
        return engine.LONG_AGO if self.question.long_ago else None

    def collect(self, formdata: MultiDict[str, str]) -> Mapping[str, str]:
        """Take the three parts."""
        return {part: formdata.get(f"{self.name}-{part}", "") for part in PARTS}

    def show(self, value: Any) -> Mapping[str, str]:
        """Write a date as its parts, without leading zeros."""
        numbers = map(int, value.split("-")) if value else ("", "", "")
        return dict(zip(PARTS, map(str, numbers), strict=True))

    def measure(self) -> None:
        """Refuse a month or day of more digits than a calendar can take."""
        _year, *others = self.typed.values()
        if any(len(part.strip()) > LONGEST_PART for part in others):
            raise engine.Unreadable("日期要填年、月、日，如 2022 年 3 月 5 日")

    def filled(self) -> bool:
        """Tell whether any part was typed."""
        return any(part.strip() for part in self.typed.values())

    def judge(self, *, unsure: bool) -> Any:
        """Read a date typed whole into the first part as one."""
        parts = [part.strip() for part in self.typed.values()]
        if parts[0] and not any(parts[1:]) and not unsure and len(parts[0]) > len("2022年"):
            return self.question.read(parts[0])
        return super().judge(unsure=unsure)


class TiersField(AnswerField):
    """A tariff, a line a band."""

    def show(self, value: Any) -> str:
        """Write the bands as lines."""
        return "\n".join(" ".join(row) for row in value or ())


FIELDS: Mapping[str, type[AnswerField]] = {
    "amount": AmountField,
    "choice": AnswerField,
    "choices": ChoicesField,
    "date": DayField,
    "number": AnswerField,
    "rate": AnswerField,
    "tiers": TiersField,
    "visits": VisitsField,
    "yesno": YesNoField,
}
"""Which field asks which type of question."""
