"""What evidence is added, and what was left for later?"""

from typing import Any

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.evidence_rules import lacking
from cases.forms.base import ActForm, RowChoice, day, long_text
from cases.forms.formalities import FormalitiesMixin
from cases.models import Evidence
from cases.originals import facts_of
from cases.uploads import Checked, check_evidence_file, check_kind
from files.tus import finished
from law.evidence import exclusions


class EvidenceForm(FormalitiesMixin, ActForm):
    def field_groups(self) -> list[Any]:
        proves = ("proves", "supports") if "supports" in self.fields else ("proves",)
        return [
            (_("是什么证据"), "", ("kind", "title", "specification", "quantity", "file")),
            (_("怎么取得、证明什么"), "", ("source", "collected_on", "place", *proves)),
            self.formal_group(),
        ]

    kind = forms.ChoiceField(label=_("证据种类"), choices=Evidence.Kind.choices)
    title = forms.CharField(label=_("证据名称"), max_length=120)
    specification = forms.CharField(
        label=_("规格"), max_length=60, required=False, help_text=_("如复印件 1 页、照片 4 张。")
    )
    quantity = forms.IntegerField(label=_("数量"), min_value=1, max_value=10_000, initial=1)
    file = forms.FileField(
        label=_("文件"),
        required=False,
        help_text=_("图片、PDF、录音录像；电子数据可以是任何格式。原件不改动，记下校验值。"),
    )
    upload = forms.CharField(required=False, widget=forms.HiddenInput, max_length=36)
    source = forms.CharField(label=_("来源"), max_length=120, help_text=_("谁提供的，或者从哪里取得的。"))
    collected_on = day(_("取得日期"))
    place = forms.CharField(label=_("取得地点"), max_length=120, required=False)
    proves = forms.CharField(label=_("证明什么"), max_length=200)

    def prepare(self) -> None:
        self.offer_upload()
        self.fields["collected_on"].initial = self.today
        self.fields["place"].initial = self.case_file.case.place
        typed = str(self.data.get("kind", "")) if self.is_bound else ""
        self.ask_formalities(typed if typed in Evidence.Kind.values else Evidence.Kind.DOCUMENTARY.value, {})
        self.ask_facts(set())

    def offer_upload(self) -> None:
        """With a script the file comes piece by piece to this address, and `upload` says which it was."""
        case_id = self.case_file.case.pk
        typed = str(self.data.get("upload", "")) if self.is_bound else ""
        self.came = finished(self.officer, case_id, typed)
        field: Any = self.fields["file"]
        field.widget.attrs["data-max-bytes"] = settings.EVIDENCE_MAX_BYTES
        field.upload_url, field.piece, field.came = (
            reverse("cases:uploads", args=[case_id]),
            settings.UPLOAD_PIECE_BYTES,
            self.came,
        )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        kind = data.get("kind", "")
        if kind:
            self.refuse_what_is_missing()
        self.checked = None
        try:
            self.checked = self.check_file(data, kind)
        except forms.ValidationError as refused:
            self.add_error("file", refused)
        return data

    def check_file(self, data: dict[str, Any], kind: str) -> Checked | None:
        """A file of this request goes before one that came earlier. Raises ValidationError."""
        if data.get("file"):
            return check_evidence_file(data["file"], kind)
        if not data.get("upload"):
            return None
        if self.came is None or self.came.stored is None:
            raise forms.ValidationError(gettext("上传的文件找不到了，重新选择。"))
        stored = self.came.stored
        checked = Checked(stored.sha256, stored.size, stored.content_type, "")
        check_kind(checked, kind)
        return checked

    def clean_collected_on(self) -> Any:
        if self.cleaned_data["collected_on"] > self.today:
            raise forms.ValidationError(gettext("取得日期还没有到。"))
        return self.cleaned_data["collected_on"]

    def to_facts(self) -> dict[str, Any]:
        facts = self.without_questions(super().to_facts())
        upload = facts.pop("file", None)
        facts.pop("upload", None)
        if upload and self.checked:
            upload.name = f"{self.checked.sha256}{self.checked.suffix}"
            facts |= {
                "file": upload,
                "sha256": self.checked.sha256,
                "size": self.checked.size,
                "content_type": self.checked.content_type,
            }
        elif self.checked and self.came and self.came.stored:
            facts |= facts_of(self.came.stored)
        return facts


class ExcludeEvidenceForm(ActForm):
    """Which piece was obtained unlawfully, and how that was found."""

    thing = forms.ChoiceField(label=_("哪一份证据或者笔录"), widget=forms.RadioSelect)
    ground = forms.ChoiceField(label=_("哪一种情形"), widget=forms.RadioSelect)
    reason = long_text(_("怎样取得、怎样查明"), rows=4)

    def prepare(self) -> None:
        file = self.case_file
        self.things: dict[str, Any] = {
            f"{one._meta.model_name}-{one.pk}": one for one in (*file.evidence, *file.inquiries)
        }
        self.fields["thing"].choices = [(key, str(one)) for key, one in self.things.items()]  # type: ignore[attr-defined]
        self.fields["ground"].choices = [(one.key, one.title) for one in exclusions(self.today)]  # type: ignore[attr-defined]

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        thing = self.things[facts.pop("thing")]
        return {"evidence": None, "inquiry": None} | facts | {str(thing._meta.model_name): thing}


class CompleteEvidenceForm(FormalitiesMixin, ActForm):
    """What was left for later, or proves more than was said."""

    asked_by = "evidence"
    evidence = RowChoice(label=_("哪一份证据"))

    def field_groups(self) -> list[Any]:
        supports = ("supports",) if "supports" in self.fields else ()
        return [("", "", ("evidence",)), self.formal_group(), *([(_("证明什么"), "", supports)] if supports else [])]

    def prepare(self) -> None:
        rows = sorted(self.case_file.evidence, key=lambda one: not lacking(one, self.today))
        self.fields["evidence"].offer(rows)  # type: ignore[attr-defined]
        by_key = {str(one.pk): one for one in rows}
        chosen = by_key.get(str(self.data.get("evidence", ""))) if self.is_bound else None
        chosen = chosen or (rows[0] if len(rows) == 1 else None)
        self.ask_formalities(chosen.kind if chosen else "", dict(chosen.formalities) if chosen else {})
        self.ask_facts({(one.charge_id, one.line) for one in chosen.links.all()} if chosen else set())

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("evidence"):
            self.refuse_what_is_missing()
        return data

    def to_facts(self) -> dict[str, Any]:
        return self.without_questions(super().to_facts())
