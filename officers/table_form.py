"""How does somebody hand in a table: as a file, or as the text of one that was refused, put right on the page?"""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from officers.tables import MOST_BYTES, Unreadable, decoded

FAULTS_SHOWN = 50


def told(faults: Sequence[str]) -> dict[str, Any]:
    """What templates/components/table_faults.html says of a table that was refused."""
    return {
        "faults": faults[:FAULTS_SHOWN],
        "fault_count": len(faults),
        "more": max(0, len(faults) - FAULTS_SHOWN),
    }


class TableForm(forms.Form):
    """What is asked for by another name says so in its class: the label, the help, and what is missing without any."""

    use_required_attribute = False
    titles: ClassVar[dict[str, Any]] = {}
    """file: the label; help: what stands under it; missing: the sentence where neither file nor text was given."""
    most_bytes: ClassVar[int] = MOST_BYTES

    file = forms.FileField(
        label=_("表格（.csv）"),
        required=False,
        allow_empty_file=True,
        help_text=_("填好的空表，另存为 .csv。"),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    text = forms.CharField(
        label=_("或者在这里改"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "wrap": "off", "spellcheck": "false"}),
        help_text=_("选了文件的，以文件为准。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        file = self.fields["file"]
        file.label, file.help_text = self.titles.get("file", file.label), self.titles.get("help", file.help_text)

    def clean(self) -> dict[str, Any]:
        """`table` is the text to read, whichever way it came."""
        given: dict[str, Any] = super().clean() or {}
        upload = given.get("file")
        try:
            data = upload.read(self.most_bytes + 1) if upload else given.get("text", "").encode()
            given["table"] = decoded(data, self.most_bytes)
        except Unreadable as reason:
            raise forms.ValidationError(str(reason)) from None
        if not given["table"].strip() and not self.errors:
            raise forms.ValidationError(self.titles.get("missing", _("选择表格，或者填写内容。")))
        return given
