"""What is asked when things are photographed, change hands, go back or are disposed of?"""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.coercion import Fate
from cases.forms.base import ActForm, RowChoice, long_text, moment, yuan
from cases.forms.coercion import ask_of, refuse_the_future
from cases.guards.custody import proceeds_of
from cases.models import Disposal
from cases.uploads import check_evidence_file
from officers.models import Officer
from officers.roles import Role


class RowChoices(forms.MultipleChoiceField):
    """Several rows that the case file has already loaded; a foreign id is not among them."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, rows: Any) -> None:
        self.rows = {str(one.pk): one for one in rows}
        self.choices = [(key, str(one)) for key, one in self.rows.items()]
        self.initial = list(self.rows)

    def clean(self, value: Any) -> Any:
        return [self.rows[key] for key in super().clean(value)]


class PhotographForm(ActForm):
    thing = RowChoice(label=_("财物"))
    file = forms.FileField(label=_("照片"), help_text=_("JPG、PNG 或者 PDF；原件不改动，记下校验值。"))

    def prepare(self) -> None:
        things = self.subject.unsettled() if self.subject else ()
        self.fields["thing"].offer(things)  # type: ignore[attr-defined]
        self.fields["file"].widget.attrs["data-max-bytes"] = settings.EVIDENCE_MAX_BYTES

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        self.checked = check_evidence_file(upload)
        return upload

    def to_facts(self) -> dict[str, Any]:
        thing, upload = self.cleaned_data["thing"], self.cleaned_data["file"]
        upload.name = f"{self.checked.sha256}{self.checked.suffix}"
        return {
            "thing": thing,
            "file": upload,
            "sha256": self.checked.sha256,
            "size": self.checked.size,
            "content_type": self.checked.content_type,
            # What the evidence list prints, in the language of papers.
            "title": f"{thing.name}照片"[:120],
            "source": "执法人员拍摄",
            "collected_on": self.cleaned_data["on"],
            "place": self.subject.place,
            "proves": f"{thing.name}被{self.subject.title}时的状况"[:200],
        }


class HandOverForm(ActForm):
    taker = RowChoice(label=_("接收人（财物保管人员）"))
    handed_at = moment(_("移交时间"))
    place = forms.CharField(label=_("存放地点"), max_length=120)
    condition = forms.CharField(
        label=_("财物状况"), max_length=200, help_text=_("如：车况完好，钥匙一把，车门已加封条。")
    )

    def prepare(self) -> None:
        keepers = Officer.objects.holding(Role.KEEPER).exclude(pk=self.officer.pk)
        self.fields["taker"].offer(keepers)  # type: ignore[attr-defined]
        self.fields["handed_at"].initial = localtime()
        if self.subject:
            self.fields["place"].initial = self.subject.place

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        refuse_the_future(self, "handed_at")
        return data


class TakeOverForm(ActForm):
    taken_at = moment(_("接收时间"))
    remark = forms.CharField(label=_("核对情况"), max_length=200, initial=_("逐件核对，与清单一致。"))

    def prepare(self) -> None:
        self.fields["taken_at"].initial = localtime()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        refuse_the_future(self, "taken_at")
        return data


class DeclineForm(ActForm):
    reason = forms.CharField(label=_("为什么不接收"), max_length=200)


class ReturnThingsForm(ActForm):
    returned_to = forms.CharField(label=_("退还给谁"), max_length=60)
    return_note = forms.CharField(
        label=_("查验情况"), max_length=200, initial=_("当事人查验，与查封、扣押时一致，已签名。")
    )

    def prepare(self) -> None:
        self.fields["on"].label = _("退还日期")
        if self.subject is None:
            return
        self.fields["returned_to"].initial = self.subject.party.representative or self.subject.party.name
        if sold := proceeds_of(ask_of(self)):
            self.fields["proceeds"] = yuan(_("退还变卖所得（元）"), initial=sold)


class ConfiscateForm(ActForm):
    things = RowChoices(label=_("没收哪些财物"))

    def prepare(self) -> None:
        self.fields["things"].offer(self.subject.still_held() if self.subject else ())  # type: ignore[attr-defined]


class HandAlongForm(ActForm):
    handed_along_to = forms.CharField(label=_("接收机关"), max_length=120)
    receipt = forms.CharField(label=_("接收人和回执"), max_length=120)

    def prepare(self) -> None:
        self.fields["handed_along_to"].initial = self.case_file.case.transferred_to


class DisposalForm(ActForm):
    groups = (
        (_("处理什么、为什么"), "", ("things", "ground", "reason")),
        (_("怎么处理"), "", ("manner", "auction_house", "house_licence", "valuation", "valued_by")),
    )
    things = RowChoices(label=_("财物"))
    ground = forms.ChoiceField(label=_("处理缘由"), choices=Disposal.Ground.choices, widget=forms.RadioSelect)
    reason = long_text(_("理由"), rows=3)
    manner = forms.ChoiceField(label=_("处理方式"), choices=Disposal.Manner.choices, widget=forms.RadioSelect)
    auction_house = forms.CharField(
        label=_("拍卖机构"), max_length=120, required=False, help_text=_("拍卖的必填：依法设立的拍卖机构。")
    )
    house_licence = forms.CharField(label=_("拍卖经营批准证书号"), max_length=60, required=False)
    valuation = yuan(_("估价（元）"))
    valued_by = forms.CharField(label=_("估价机构或者依据"), max_length=120)

    def prepare(self) -> None:
        things = self.subject.unsettled() if self.subject else []
        self.fields["things"].offer(things)  # type: ignore[attr-defined]
        if things and all(one.fate == Fate.CONFISCATED for one in things):
            self.fields["ground"].initial = Disposal.Ground.CONFISCATED

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        return facts | {"basis": BASIS[facts["ground"]]}


BASIS = {
    "confiscated": "行政处罚法:74.1",
    "perishable": "行政强制法:28.2",
    "unclaimed": "公路安全保护条例:72.2",
}


class DisposedForm(ActForm):
    receiver = forms.CharField(label=_("买受人、接收单位或者销毁见证人"), max_length=120)
    proceeds = yuan(_("所得款项（元）"), initial=0, help_text=_("销毁、移交的写 0。"))
    receipt = forms.CharField(label=_("缴款票据、收据或者销毁记录"), max_length=120)

    def clean_proceeds(self) -> Any:
        proceeds = self.cleaned_data["proceeds"]
        manner = self.subject.manner if self.subject else ""
        if manner in (Disposal.Manner.DESTROY, Disposal.Manner.HAND_OVER) and proceeds:
            raise forms.ValidationError(gettext("销毁、移交没有所得款项。"))
        return proceeds
