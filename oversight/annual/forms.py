"""Which period is counted, which table of permits is loaded, and what does the report say?"""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.figures.registry import Period
from officers.models import Department
from officers.table_form import TableForm
from oversight.annual.models import AnnualReport
from oversight.annual.permit_table import MOST_BYTES
from oversight.forms import Day

FIRST = date(1996, 10, 1)
"""行政处罚法 in its first version."""
LONGEST_DAYS = 366 * 5


class FiguresForm(forms.Form):
    """A year, a month or any other days; one unit or all."""

    use_required_attribute = False
    begins = forms.DateField(label=_("期间从"), widget=Day)
    ends = forms.DateField(label=_("到"), widget=Day)
    unit = forms.ModelChoiceField(
        label=_("单位"), queryset=Department.objects.none(), required=False, empty_label=_("全部单位")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Department.objects.filter(handles_cases=True).order_by("name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and begins < FIRST:
            self.add_error("begins", gettext("行政处罚法自1996年10月1日起施行，不能统计更早的数据。"))
        if begins and ends and ends < begins:
            self.add_error("ends", gettext("结束日期早于开始日期。"))
        elif ends and ends.year > localdate().year:
            self.add_error("ends", gettext("只能统计到今年年底。"))
        elif begins and ends and (ends - begins).days > LONGEST_DAYS:
            self.add_error("ends", gettext("一次最多统计五年，缩短期间或者分几次统计。"))
        return cleaned

    @property
    def period(self) -> Period:
        given = self.cleaned_data
        return Period(given["begins"], given["ends"], given["unit"].pk if given["unit"] else None)


class KeptForm(forms.Form):
    """Opens a report that was kept."""

    kept = forms.ModelChoiceField(queryset=AnnualReport.objects.select_related("unit", "kept_by"))


def year_of(year: int) -> dict[str, str]:
    return {"begins": f"{year}-01-01", "ends": f"{year}-12-31"}


class PermitsForm(TableForm):
    titles: ClassVar = {
        "file": _("许可台账（.csv）"),
        "help": _("填好的空白表，另存为 .csv。"),
        "missing": _("选择许可台账，或者填写表的内容。"),
    }
    most_bytes = MOST_BYTES


class ReasonForm(forms.Form):
    use_required_attribute = False
    reason = forms.CharField(
        label=_("退回的理由"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("写明哪一行、为什么、怎样改。"),
    )


class BeginTextForm(forms.Form):
    """For which year, around the figures of which kept report."""

    use_required_attribute = False
    figures = forms.ModelChoiceField(label=_("所依据的年报"), queryset=AnnualReport.objects.none(), empty_label=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["figures"].queryset = whole_years()  # type: ignore[attr-defined]
        self.fields["figures"].label_from_instance = named  # type: ignore[attr-defined]


class TextForm(BeginTextForm):
    text = forms.CharField(
        label=_("正文"),
        max_length=100_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 30}),
        help_text=_("大括号里的是数字的代号，打开和打印时换成所依据的年报里的数字；〔待填〕须由人填写。"),
    )
    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["figures"].queryset = whole_years(year)  # type: ignore[attr-defined]


def whole_years(year: int | None = None) -> Any:
    """Reports of the whole bureau for a whole year, the latest kept first."""
    found = AnnualReport.objects.filter(unit=None, begins__month=1, begins__day=1, ends__month=12, ends__day=31)
    found = found.filter(begins__year=year) if year else found
    return found.select_related("kept_by").defer("result").order_by("-begins", "-kept_at")


def named(kept: AnnualReport) -> str:
    from_to = {"year": kept.begins.year, "at": f"{kept.kept_at.astimezone():%Y-%m-%d %H:%M}"}
    return gettext("%(year)d年度，%(at)s 存档") % from_to
