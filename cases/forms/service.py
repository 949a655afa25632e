"""Which paper was served, how, and to whom?"""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice
from cases.forms.people import enforcers
from cases.models import ServiceRecord


class ServeForm(ActForm):
    serves: tuple[str, ...] = ()
    groups = (
        (_("送达什么，给谁"), "", ("document", "manner", "on", "place")),
        (_("谁收的"), "", ("receiver", "receiver_relation", "witness", "post_number")),
        (_("送达人"), "", ("second_server", "note")),
    )
    document = RowChoice(label=_("文书"), describe=lambda paper: f"{paper.title} {paper.number} {paper.party}")
    manner = forms.ChoiceField(
        label=_("送达方式"), choices=ServiceRecord.Manner.choices, widget=forms.RadioSelect, initial="direct"
    )
    place = forms.CharField(label=_("送达地点"), max_length=120)
    receiver = forms.CharField(label=_("收件人"), max_length=60)
    receiver_relation = forms.CharField(
        label=_("收件人与受送达人关系"), max_length=60, help_text=_("本人、同住成年家属、法定代表人、单位收件人等。")
    )
    witness = forms.CharField(label=_("见证人（留置送达必填）"), max_length=60, required=False)
    post_number = forms.CharField(label=_("邮件号码（邮寄送达必填）"), max_length=40, required=False)
    second_server = RowChoice(label=_("另一名送达人"))
    note = forms.CharField(label=_("备注"), max_length=200, required=False)

    def prepare(self) -> None:
        served = {one.document_id for one in self.case_file.services}
        waiting = [
            paper
            for form in self.serves
            for paper in self.case_file.papers_of(form)
            if paper.state == "issued" and paper.pk not in served
        ]
        self.fields["document"].offer(waiting)  # type: ignore[attr-defined]
        others = [one for one in enforcers(self) if one.pk != self.officer.pk]
        self.fields["second_server"].offer(others)  # type: ignore[attr-defined]
        partners = [one for one in self.case_file.handlers if one.pk != self.officer.pk]
        if partners:
            self.fields["second_server"].initial = str(partners[0].pk)
        self.fields["on"].label = _("送达日期")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("manner") == "left" and not data.get("witness"):
            self.add_error("witness", gettext("留置送达要写见证人，或者写明拍照录像的情况（民事诉讼法第八十九条）。"))
        if data.get("manner") == "post" and not data.get("post_number"):
            self.add_error("post_number", gettext("邮寄送达要写邮件号码，送达日期填回执上的收件日期。"))
        return data


class ServeNoticeForm(ServeForm):
    serves = ("violation-notice",)


class ServeDecisionForm(ServeForm):
    serves = ("penalty-decision", "no-penalty-decision")
