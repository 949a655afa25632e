"""Which paper is wrong, in which words, and why does putting it right change nothing of what was decided?"""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text
from cases.repairs import has_twin, open_to_correction, open_to_voiding

AS_PRINTED = _("照文书上的原样抄写，连同前后几个字，使它只在一处出现。")


def described(paper: Any) -> str:
    return f"{paper} {paper.party.name if paper.party else ''}".strip()


class PaperRepairForm(ActForm):
    paper = RowChoice(label=_("文书"), describe=described)
    wrong = forms.CharField(label=_("原文"), max_length=400, help_text=AS_PRINTED)
    right = forms.CharField(label=_("应为"), max_length=400)

    def prepare(self) -> None:
        self.fields["paper"].offer(self.papers())  # type: ignore[attr-defined]

    def papers(self) -> list[Any]:
        return open_to_correction(self.case_file)


class PaperCorrectionForm(PaperRepairForm):
    reason = long_text(_("为什么属于文字错误"), rows=3, help_text=_("写明为什么不改变处理结果；写进补正决定书。"))
    opinion = long_text(_("意见"), rows=2, initial=_("建议补正。"))


class PaperVoidingForm(PaperRepairForm):
    groups = (
        (_("作废哪一份"), "", ("paper", "reason", "reissue")),
        (_("换发时更正文字"), _("照原样换发的不填。"), ("wrong", "right")),
    )
    reason = forms.CharField(
        label=_("作废理由"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}), help_text=_("记入作废文号登记。")
    )
    reissue = forms.ChoiceField(
        label=_("作废以后"),
        choices=(("yes", _("以新的文号换发")), ("no", _("不再换发（同一文书重复签发）"))),
        widget=forms.RadioSelect,
        initial="yes",
    )
    opinion = long_text(_("意见"), rows=2, initial=_("建议作废。"))

    def prepare(self) -> None:
        super().prepare()
        self.fields["wrong"].required = self.fields["right"].required = False

    def papers(self) -> list[Any]:
        return open_to_voiding(self.case_file)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if bool(data.get("wrong")) != bool(data.get("right")):
            self.add_error("right" if data.get("wrong") else "wrong", gettext("原文和应为的文字要一起填写。"))
        paper = data.get("paper")
        if data.get("reissue") == "no" and paper and not has_twin(self.case_file, paper):
            self.add_error("reissue", gettext("这份文书没有重复签发，作废以后须换发。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        return facts | {"reissue": facts["reissue"] == "yes"}
