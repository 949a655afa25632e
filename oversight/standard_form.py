"""What does an administrator say about a review standard that is loaded, and what is wrong with it?"""

from typing import Any

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.text_file import text_of
from oversight.forms import Day
from oversight.standard_file import MOST_BYTES, ReadFile, read_standard

FAULTS_SHOWN = 30


class LoadForm(forms.Form):
    use_required_attribute = False
    title = forms.CharField(label=_("标准名称"), max_length=120)
    key = forms.SlugField(
        label=_("标准代号"),
        max_length=40,
        help_text=_("字母、数字和连字符。与已有标准的代号相同的，从施行之日起代替它；已经存档的评查不变。"),
    )
    in_force_from = forms.DateField(label=_("施行日期"), widget=Day)
    source = forms.CharField(label=_("来源"), max_length=300, help_text=_("发布机关、文件名称和文号。"))
    note = forms.CharField(label=_("说明"), required=False, max_length=2000, widget=forms.Textarea)
    is_default = forms.BooleanField(label=_("作为本单位默认的评查标准"), required=False)
    file = forms.FileField(
        label=_("标准文件（.csv）"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        help_text=_("列与导出的文件相同。选了文件的，以文件为准；也可以在下面直接修改内容。"),
    )
    text = forms.CharField(
        label=_("标准内容"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.read = ReadFile([], [], "0", [])
        if self.is_bound and self.files.get("file"):
            # A browser does not keep a chosen file: its text comes back in the field where it can be put right.
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data["text"] = _decoded(self.files["file"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        upload, text = cleaned.get("file"), cleaned.get("text") or ""
        if upload and upload.size > MOST_BYTES:
            sizes = {"size": filesizeformat(upload.size), "limit": filesizeformat(MOST_BYTES)}
            self.add_error("file", gettext("文件有 %(size)s，最大 %(limit)s。") % sizes)
        elif upload and not text:
            self.add_error("file", gettext("文件不是文字，或者不是 UTF-8、GB 18030 编码；另存为 CSV 后再导入。"))
        elif not text.strip():
            self.add_error("text", gettext("选择标准文件，或者填写标准内容。"))
        else:
            self._read(text)
        return cleaned

    def _read(self, text: str) -> None:
        self.read = read_standard(text)
        shown = [str(one) for one in self.read.faults[:FAULTS_SHOWN]]
        if more := len(self.read.faults) - FAULTS_SHOWN:
            shown += [gettext("还有 %(more)d 处。") % {"more": more}] if more > 0 else []
        if shown:
            self.add_error("text", shown)

    def head(self) -> dict[str, Any]:
        names = ("key", "title", "source", "note", "in_force_from", "is_default")
        return {name: self.cleaned_data[name] for name in names}


def _decoded(upload: Any) -> str:
    """Empty where it is no text or too big to be looked at."""
    if upload.size > MOST_BYTES:
        return ""
    return text_of(upload.read()) or ""
