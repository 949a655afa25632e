"""What is asked when permits are loaded, and when two parties are merged or taken apart again?"""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.text_file import text_of
from search.permit_table import MOST_BYTES


class PermitTableForm(forms.Form):
    """A table of permits: as a file, or the text of one that was refused, put right on the page."""

    use_required_attribute = False
    file = forms.FileField(
        label=_("证件表（.csv）"),
        required=False,
        allow_empty_file=True,
        help_text=_("许可系统导出的，或者填好的空表，另存为 .csv。"),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    text = forms.CharField(
        label=_("或者在这里改"),
        required=False,
        strip=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 8, "wrap": "off", "spellcheck": "false"}),
        help_text=_("选了文件的，以文件为准。"),
    )

    def clean(self) -> dict[str, Any]:
        """`table` is the text to read, whichever way it came."""
        given = self.cleaned_data
        given["table"] = self._from_file(given["file"]) if given.get("file") else given.get("text", "")
        if not given["table"].strip() and not self.errors:
            raise forms.ValidationError(gettext("选择证件表。"))
        return given

    def _from_file(self, file: Any) -> str:
        data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise forms.ValidationError(gettext("文件太大，最多 5 MB。"))
        text = text_of(data)
        if text is None:
            raise forms.ValidationError(gettext("这不是文本表格：在电子表格里另存为 CSV。"))
        return text


class ReasonForm(forms.Form):
    """Why two parties are one, or are not."""

    use_required_attribute = False
    reason = forms.CharField(label=_("理由"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
