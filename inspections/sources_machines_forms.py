"""What is asked of a weighing station or a camera, and of the file of what it recorded?"""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import day, long_text, say_what_is_missing
from inspections.models import Equipment, EquipmentCertificate
from inspections.sources_table import MOST_BYTES, NotATable, decoded


class RecordsForm(forms.Form):
    """The file, or the text that came back from a file with faults."""

    use_required_attribute = False
    file = forms.FileField(
        label=_("设备记录文件"),
        required=False,
        allow_empty_file=True,
        help_text=_("CSV 或者 JSON，一次最多 2000 条、1 MB。有一条不对，整个文件都不导入。"),
        widget=forms.FileInput(attrs={"accept": ".csv,.json,text/csv,application/json"}),
    )
    text = forms.CharField(
        label=_("或者把内容贴在这里"), required=False, max_length=MOST_BYTES, widget=forms.Textarea(attrs={"rows": 4})
    )

    def clean(self) -> dict[str, Any]:
        """`records`: the text; `name` and `data`: what is kept of the file."""
        data: dict[str, Any] = super().clean() or {}
        upload = data.get("file")
        if upload is None and not data.get("text", "").strip():
            if not self.errors:
                self.add_error("file", gettext("选择设备记录文件，或者贴上内容。"))
            return data
        try:
            if upload is not None:
                if upload.size > MOST_BYTES:
                    raise NotATable(gettext("文件太大，最大 1 MB；按日分开导入。"))
                raw = upload.read()
                return data | {"records": decoded(raw), "data": raw, "name": upload.name}
            raw = data["text"].encode()
            return data | {"records": decoded(raw), "data": raw, "name": gettext("贴上的内容")}
        except NotATable as reason:
            self.add_error("file", str(reason))
        return data


class EquipmentForm(forms.ModelForm):  # type: ignore[type-arg]
    """One device with what article 41.1 asks for; the legal review is another person's."""

    use_required_attribute = False

    class Meta:
        model = Equipment
        fields = (
            "number",
            "kind",
            "place",
            "model",
            "published_on",
            "published_where",
            "marked_on",
            "technical_on",
            "technical_by",
        )

    def __init__(self, data: Any = None, *, today: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = today
        for name, field in self.fields.items():
            if name.endswith("_on"):
                self.fields[name] = day(field.label, required=False)
        say_what_is_missing(self)

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for name in ("published_on", "marked_on", "technical_on"):
            if data.get(name) and data[name] > self.today:
                self.add_error(name, gettext("日期还没有到。"))
        return data


class CertificateForm(forms.ModelForm):  # type: ignore[type-arg]
    use_required_attribute = False

    class Meta:
        model = EquipmentCertificate
        fields = ("number", "issued_by", "valid_from", "valid_until")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for name in ("valid_from", "valid_until"):
            self.fields[name] = day(self.fields[name].label)
        say_what_is_missing(self)

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]


class LegalReviewForm(forms.Form):
    use_required_attribute = False
    opinion = long_text(_("法制审核意见"), rows=4, help_text=_("是否符合法律、行政法规规定的设置和使用条件。"))
    on = day(_("审核日期"))

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"on": today})
        self.today = today
        say_what_is_missing(self)

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]

    def clean_opinion(self) -> str:
        opinion: str = self.cleaned_data["opinion"]
        if len(opinion) > 300:
            raise ValidationError(gettext("不超过 300 字。"))
        return opinion

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError(gettext("日期还没有到。"))
        return on
