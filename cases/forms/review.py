"""How does the reviewer answer the eight points, and what must be put right?"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, long_text
from cases.guards.examination import MAY_NOT_APPLY
from documents.quoting import says

# The eight points of 国办发〔2018〕118号 and 行政处罚法 58, in the order reviewers answer them.
POINTS = (
    "行政执法主体是否合法，是否超越法定权限",
    "行政执法人员是否具备执法资格",
    "行政执法程序是否合法",
    "案件事实是否清楚，证据是否合法充分",
    "适用法律、法规、规章是否准确",
    "行政处罚裁量是否适当",
    "行政执法文书是否完备、规范",
    "违法行为是否不涉嫌犯罪、不需要移送司法机关",
)
YES_NO = (("yes", _("符合")), ("no", _("不符合")))
NOT_APPLICABLE = ("not", _("不适用"))


@dataclass(frozen=True)
class Below:
    fieldsets: list[Any]


class ReviewForm(ActForm):
    opinion = long_text(_("审核意见"), rows=5, help_text=_("书面意见，写进法制审核意见书。"))

    def prepare(self) -> None:
        for number, question in enumerate(POINTS, start=1):
            self.fields[f"point_{number}"] = forms.ChoiceField(
                label=f"{number} {question}",
                choices=(*YES_NO, NOT_APPLICABLE) if number in MAY_NOT_APPLY else YES_NO,
                widget=forms.RadioSelect,
                error_messages={"required": gettext("第 %(number)d 项还没有回答。") % {"number": number}},
            )
            self.fields[f"remark_{number}"] = forms.CharField(
                label=gettext("第 %(number)d 项说明") % {"number": number}, max_length=300, required=False
            )

    @property
    def points(self) -> dict[int, tuple[BoundField, BoundField]]:
        """By number: the answer and its remark."""
        return {n: (self[f"point_{n}"], self[f"remark_{n}"]) for n in range(1, len(POINTS) + 1)}

    @property
    def below(self) -> "Below":
        """What stands below the points, where a page shows those in its own way."""
        return Below(self.fieldsets[1:])

    def field_groups(self) -> list[Any]:
        names = tuple(name for number in range(1, len(POINTS) + 1) for name in (f"point_{number}", f"remark_{number}"))
        return [(_("审核要点"), _("逐项回答；答“不符合”“不适用”的写明说明。"), names), *self.conclusion_groups()]

    def conclusion_groups(self) -> list[Any]:
        return [(_("结论"), "", ("opinion",))]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for number in range(1, len(POINTS) + 1):
            answer = data.get(f"point_{number}")
            if answer in ("no", "not") and not data.get(f"remark_{number}"):
                said = {"number": number, "answer": dict((*YES_NO, NOT_APPLICABLE))[answer]}
                self.add_error(f"remark_{number}", gettext("第 %(number)d 项答“%(answer)s”，要写明说明。") % said)
        return data

    def to_facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        points = [
            {
                "number": number,
                "question": question,
                "satisfied": data[f"point_{number}"] != "no",
                "applies": data[f"point_{number}"] != "not",
                "remark": data[f"remark_{number}"],
            }
            for number, question in enumerate(POINTS, start=1)
        ]
        return {"points": points, "opinion": data["opinion"]}


class PassForm(ReviewForm):
    """Agree: every point satisfied."""


class ReturnReviewForm(ReviewForm):
    outcome = forms.ChoiceField(
        label=_("结论"),
        choices=(
            ("returned", _("退回补充调查或补正")),
            ("corrected", _("提出纠正意见")),
            ("transfer", _("建议移送")),
        ),
        widget=forms.RadioSelect,
        initial="returned",
    )
    COMMENTS = 6

    def prepare(self) -> None:
        super().prepare()
        for number in range(1, self.COMMENTS + 1):
            self.fields[f"place_{number}"] = forms.ChoiceField(
                label=gettext("意见 %(number)d：位置") % {"number": number}, choices=self._places(), required=False
            )
            self.fields[f"quote_{number}"] = forms.CharField(
                label=gettext("意见 %(number)d：原文") % {"number": number},
                max_length=200,
                required=False,
                help_text=gettext("从文书里复制有问题的那一句；针对整份文书的留空。"),
            )
            self.fields[f"comment_{number}"] = long_text(
                gettext("意见 %(number)d") % {"number": number}, rows=2, required=False
            )

    def _places(self) -> list[tuple[str, str]]:
        papers = [_name(paper) for paper in self.case_file.papers]
        evidence = [gettext("证据：%(title)s") % {"title": one.title} for one in self.case_file.evidence]
        whole = gettext("全案")
        return [("", gettext("请选择")), (whole, whole), *((one, one) for one in dict.fromkeys([*papers, *evidence]))]

    def conclusion_groups(self) -> list[Any]:
        numbers = range(1, self.COMMENTS + 1)
        pinned = tuple(f"{name}_{n}" for n in numbers for name in ("place", "quote", "comment"))
        return [
            (_("哪一处、什么问题"), _("承办人逐条答复后才能重新提请。"), pinned),
            (_("结论"), "", ("outcome", "opinion")),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        pinned = [(data.get(f"place_{n}"), data.get(f"comment_{n}")) for n in range(1, self.COMMENTS + 1)]
        if not any(place and text for place, text in pinned):
            self.add_error("comment_1", gettext("退回时至少写一条意见，并选定位置。"))
        for number, (place, text) in enumerate(pinned, start=1):
            if text and not place:
                self.add_error(f"place_{number}", gettext("选定意见 %(number)d 的位置。") % {"number": number})
            self._check_quote(number, str(place or ""), data.get(f"quote_{number}") or "", text)
        return data

    def _check_quote(self, number: int, place: str, quote: str, text: object) -> None:
        """What is quoted must stand there: a remark that points at nothing helps nobody."""
        if not quote:
            return
        if not text:
            self.add_error(f"comment_{number}", gettext("写明这一句有什么问题。"))
        papers = [paper for paper in self.case_file.papers if _name(paper) == place]
        if not papers:
            self.add_error(f"quote_{number}", gettext("只有针对文书的意见才能引用原文；先选定是哪一份文书。"))
        elif not any(says(paper, quote) for paper in papers):
            self.add_error(f"quote_{number}", gettext("这份文书里没有这一句，从文书中原样复制。"))

    def to_facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        comments = [
            {"place": data[f"place_{n}"], "quote": data[f"quote_{n}"], "text": data[f"comment_{n}"]}
            for n in range(1, self.COMMENTS + 1)
            if data[f"comment_{n}"]
        ]
        return super().to_facts() | {"outcome": data["outcome"], "comments": comments}


def _name(paper: Any) -> str:
    return f"{paper.title} {paper.number}".strip()


class AnswerCommentsForm(ActForm):
    def prepare(self) -> None:
        self.waiting = [
            comment
            for review in self.case_file.reviews
            for comment in review.comments.all()
            if comment.answered_on is None
        ]
        for comment in self.waiting:
            self.fields[f"answer_{comment.pk}"] = long_text(
                str(comment), rows=3, required=False, help_text=_("写明怎样补正的。")
            )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not any(data.get(f"answer_{one.pk}") for one in self.waiting):
            self.add_error(
                None, gettext("至少答复一条审核意见。") if self.waiting else gettext("没有待答复的审核意见。")
            )
        return data

    def to_facts(self) -> dict[str, Any]:
        answers = {one.pk: self.cleaned_data[f"answer_{one.pk}"] for one in self.waiting}
        return {"answers": {pk: text for pk, text in answers.items() if text}}
