"""What is asked before a paper reaches its party, or when it does not: tries, notices, addresses, letters, proofs?"""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases import serving
from cases.forms.base import ActForm, RowChoice, day, long_text, moment
from cases.forms.service import Partnered
from cases.models import ServiceAddress, ServiceAttempt
from cases.uploads import check_evidence_file
from law.forms import all_forms
from law.service import receivers


def _paper(paper: Any) -> str:
    return f"{paper.title} {paper.number} {paper.party}"


def address_of(paper: Any) -> str:
    return str(paper.party.address)


class WithProof(ActForm):
    """An upload becomes {"file", "sha256", "size", "content_type"}; nothing where none was chosen."""

    def clean_proof(self) -> Any:
        upload = self.cleaned_data.get("proof")
        self.checked = check_evidence_file(upload) if upload else None
        return upload

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        upload, checked = facts.pop("proof"), self.checked
        if upload and checked:
            upload.name = f"{checked.sha256}{checked.suffix}"
            facts["proof"] = {
                "file": upload,
                "sha256": checked.sha256,
                "size": checked.size,
                "content_type": checked.content_type,
            }
        return facts


class FailedServiceForm(WithProof, Partnered):
    second = "second_officer"
    groups = (
        (_("什么文书没有送到"), "", ("document", "kind", "attempted_at", "place")),
        (_("为什么"), "", ("reason", "post_number", "proof")),
        (_("办理人"), "", ("second_officer", "on")),
    )
    document = RowChoice(label=_("文书"), describe=_paper)
    kind = forms.ChoiceField(
        label=_("怎么送的"), choices=ServiceAttempt.Kind.choices, widget=forms.RadioSelect, initial="direct"
    )
    attempted_at = moment(_("时间"))
    place = forms.CharField(label=_("地点"), max_length=120)
    reason = forms.CharField(
        label=_("为什么没有送到"),
        max_length=300,
        help_text=_("如：住所无人应门，邻居称已外出务工；邮件退回批注“查无此人”。"),
    )
    post_number = forms.CharField(label=_("邮件号码"), max_length=40, required=False, help_text=_("邮件被退回的要写。"))
    proof = forms.FileField(label=_("照片或者退回的信封"), required=False)
    second_officer = RowChoice(label=_("另一名送达人"))

    def prepare(self) -> None:
        waiting = serving.unserved(self.case_file)
        self.fields["document"].offer(waiting)  # type: ignore[attr-defined]
        if len(waiting) == 1:
            self.fields["place"].initial = address_of(waiting[0])[:120]
        self.offer_partner()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("kind") == "post" and not data.get("post_number"):
            self.add_error("post_number", gettext("邮件被退回的，要写邮件号码。"))
        self._check_time(data)
        return data

    def _check_time(self, data: dict[str, Any]) -> None:
        tried, on, paper = data.get("attempted_at"), data.get("on"), data.get("document")
        if not tried or not on or not paper:
            return
        # A search for the party may have been made before this paper was there.
        first = self.case_file.case.registered_on if data.get("kind") == "search" else paper.issued_on
        if tried.date() > on:
            self.add_error("attempted_at", gettext("这个时间还没有到。"))
        elif first and tried.date() < first:
            self.add_error("attempted_at", gettext("这个时间早于 %(first)s。") % {"first": first})


class PublicNoticeForm(ActForm):
    groups = (
        (_("公告什么"), "", ("document", "reason", "summary")),
        (_("怎么公告的"), "", ("posted_on", "places", "on")),
    )
    document = RowChoice(label=_("文书"), describe=_paper)
    reason = forms.CharField(
        label=_("公告送达的原因"), max_length=300, help_text=_("下落不明，或者用哪些方式送达都没有送到。")
    )
    summary = long_text(_("文书主要内容"), help_text=_("送达决定书的，写明主要内容、救济权利和期限。"))
    posted_on = day(_("公告发出日期"), help_text=_("几处张贴、刊登的，以最后一处的日期为准。"))
    places = forms.CharField(
        label=_("张贴、刊登在哪里"), max_length=200, help_text=_("公告栏、受送达人住所地、报纸、门户网站等。")
    )

    def prepare(self) -> None:
        waiting = serving.unserved(self.case_file)
        self.fields["document"].offer(waiting)  # type: ignore[attr-defined]
        self.fields["posted_on"].initial = self.today
        if len(waiting) == 1:
            tries = serving.attempts_for(self.case_file, waiting[0])
            self.fields["reason"].initial = "；".join(one.reason for one in tries)[:300]
            self.fields["summary"].initial = str(
                waiting[0].content.get("proposal") or waiting[0].content.get("penalty") or ""
            )


class AddressForm(ActForm):
    groups = (
        (_("谁、怎么联系"), "", ("party", "receiver", "receiver_relation", "phone", "address", "postcode")),
        (_("电子送达"), _("同意的才填写。"), ("electronic", "channel", "account", "covers")),
        (_("签名"), "", ("signed", "signed_on", "on")),
    )
    party = RowChoice(label=_("当事人"))
    receiver = forms.CharField(label=_("收件人"), max_length=60)
    receiver_relation = forms.ChoiceField(label=_("收件人与受送达人关系"))
    phone = forms.CharField(label=_("联系手机"), max_length=30)
    address = forms.CharField(label=_("邮寄地址"), max_length=200)
    postcode = forms.CharField(label=_("邮编"), max_length=10, required=False)
    electronic = forms.BooleanField(label=_("当事人同意电子送达"), required=False)
    channel = forms.ChoiceField(
        label=_("电子送达渠道"), choices=[("", _("请选择")), *ServiceAddress.Channel.choices], required=False
    )
    account = forms.CharField(label=_("号码或者账号"), max_length=120, required=False)
    covers = forms.MultipleChoiceField(
        label=_("只适用于这些文书"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("都不选，就是适用于本案全部文书。"),
    )
    signed = forms.BooleanField(label=_("当事人已在确认书上签名或者盖章"), required=False)
    signed_on = day(_("签订日期"))

    def prepare(self) -> None:
        parties = self.case_file.parties
        self.fields["party"].offer(parties)  # type: ignore[attr-defined]
        kinds = sorted({one.kind for one in parties})
        allowed = {one.title: one.title for kind in kinds for one in receivers(kind, self.today)}
        self.fields["receiver_relation"].choices = [("", _("请选择")), *allowed.items()]  # type: ignore[attr-defined]
        served = [(form.key, form.title) for form in all_forms() if form.served]
        self.fields["covers"].choices = served  # type: ignore[attr-defined]
        self.fields["signed_on"].initial = self.today
        if len(parties) == 1:
            self.fields["receiver"].initial = parties[0].representative or parties[0].name[:60]
            self.fields["phone"].initial = parties[0].phone
            self.fields["address"].initial = parties[0].address

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("electronic"):
            for name in ("channel", "account"):
                if not data.get(name):
                    self.add_error(name, gettext("同意电子送达的，要写明渠道和号码。"))
        return data


class EntrustForm(ActForm):
    document = RowChoice(label=_("文书"), describe=_paper)
    organ = forms.CharField(label=_("受托机关"), max_length=120)
    reason = forms.CharField(label=_("委托的原因"), max_length=200, help_text=_("如：受送达人住所在外地。"))

    def prepare(self) -> None:
        self.fields["document"].offer(serving.unserved(self.case_file))  # type: ignore[attr-defined]


class ProofForm(WithProof):
    document = RowChoice(label=_("文书"), describe=_paper)
    title = forms.CharField(label=_("证明的名称"), max_length=120, help_text=_("如邮件回执、留置照片、张贴公告照片。"))
    proof = forms.FileField(label=_("文件"), help_text=_("JPG、PNG 或者 PDF；原件不改动，记下校验值。"))

    def prepare(self) -> None:
        self.fields["document"].offer(serving.issued_for_service(self.case_file))  # type: ignore[attr-defined]
