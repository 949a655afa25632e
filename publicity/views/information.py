"""The register of information made public and of services handled: lists with counts, one entry, whole tables."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from cases.views.lists import officer_of
from law.information import channels_on
from officers.access import open_to
from officers.importing import Importer
from officers.listing import SHOWN, Line, Link, Table
from officers.roles import Role
from officers.views.importing import empty_file, import_page
from publicity.information import InformationItem, ServiceItem, ServiceMonth, void_information, void_month
from publicity.information_counted import Handled, information, information_by_channel, services_handled
from publicity.information_tables import INFORMATION, SERVICES

SEEN_BY = (Role.PUBLISHER, Role.ADMINISTRATOR, Role.BUREAU_HEAD)
WRITERS = (Role.PUBLISHER, Role.ADMINISTRATOR)
TABLES: dict[str, tuple[Importer, str]] = {
    "items": (INFORMATION, "publicity:information"),
    "services": (SERVICES, "publicity:services"),
}


class YearForm(forms.Form):
    use_required_attribute = False
    year = forms.IntegerField(label=gettext_lazy("年度"), min_value=2000, max_value=2100)


class InformationForm(forms.ModelForm):  # type: ignore[type-arg]
    use_required_attribute = False
    hidden: tuple[Any, ...] = ()
    channel = forms.ChoiceField(label=gettext_lazy("渠道"))
    link = forms.URLField(label=gettext_lazy("网址"), max_length=400, required=False, assume_scheme="https")

    class Meta:
        model = InformationItem
        fields = ("title", "channel", "published_on", "link")

    def __init__(self, data: Any = None, *, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(data, initial={"published_on": today}, **kwargs)
        self.fields["published_on"].widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        self.fields["channel"].choices = list(channels_on(today).items())  # type: ignore[attr-defined]

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]

    def clean_published_on(self) -> date:
        day: date = self.cleaned_data["published_on"]
        if day > self.today:
            raise forms.ValidationError(_("在今天以后。"))
        return day

    def clean(self) -> dict[str, Any]:
        """Said here: the constraint looks only at entries that are not void, which the form does not ask."""
        data: dict[str, Any] = super().clean() or {}
        same = {name: data.get(name) for name in ("title", "channel", "published_on")}
        if all(same.values()) and InformationItem.objects.filter(**same, void_on=None).exists():
            self.add_error("title", _("这条信息已经登记过。"))
        return data


def _asked(request: HttpRequest) -> tuple[YearForm, int]:
    today = timezone.localdate()
    form = YearForm(request.GET if "year" in request.GET else None, initial={"year": today.year})
    return form, form.cleaned_data["year"] if form.is_bound and form.is_valid() else today.year


@open_to(*SEEN_BY)
@require_safe
def items(request: HttpRequest) -> HttpResponse:
    """What was made public in a year, counted by channel."""
    form, year = _asked(request)
    begins, ends = date(year, 1, 1), date(year, 12, 31)
    may_write = officer_of(request).holds(*WRITERS)
    counts = information_by_channel(begins, ends)
    counted = [Line((title, number)) for title, number in counts.items()]
    total = [Line((_("合计"), sum(counts.values())))] if counted else []
    lines = [
        Line((one.title, one.channel_title, one.published_on), one.link, _void_link(one) if may_write else ())
        for one in information(begins, ends)[:SHOWN]
    ]
    context = {
        "title": _("公开信息"),
        "lead": _("主动公开了哪些信息，从哪个渠道，哪一天。"),
        "tables": [
            Table((_("渠道"), _("条数")), counted + total, _("这一年还没有登记。"), _("各渠道条数")),
            Table((_("标题"), _("渠道"), _("公开日期")), lines, _("这一年还没有登记。"), _("最近登记的")),
        ],
        "acts": _acts("items", _("登记信息"), "publicity:information-new") if may_write else [],
        "back": Link(_("公示"), reverse("publicity:desk")),
        "form": form,
    }
    return render(request, "officers/register.html", context, status=422 if form.errors else 200)


def _void_link(one: InformationItem) -> tuple[Link, ...]:
    return (Link(_("作废"), reverse("publicity:information-void", args=[one.pk])),)


def _acts(key: str, title: str, name: str) -> list[Link]:
    found = [Link(TABLES[key][0].title, reverse("publicity:information-import", args=[key]))]
    return [*found, Link(title, reverse(name))] if name else found


@open_to(*WRITERS)
@require_http_methods(["GET", "POST"])
def new_item(request: HttpRequest) -> HttpResponse:
    made = InformationItem(entered_by=officer_of(request))
    form = InformationForm(
        request.POST if request.method == "POST" else None, today=timezone.localdate(), instance=made
    )
    back = reverse("publicity:information")
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("已登记。"))
        return redirect(back)
    context = {"form": form, "title": _("登记信息"), "cancel_url": back}
    return render(request, "officers/staff_form.html", context, status=422 if form.errors else 200)


class SureForm(forms.Form):
    use_required_attribute = False
    hidden: tuple[Any, ...] = ()
    sure = forms.BooleanField(label=gettext_lazy("确实登记错了，不再计入"))

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]


@open_to(*WRITERS)
@require_http_methods(["GET", "POST"])
def void_item(request: HttpRequest, information_id: int) -> HttpResponse:
    found = get_object_or_404(InformationItem, pk=information_id, void_on=None)
    form, back = SureForm(request.POST if request.method == "POST" else None), reverse("publicity:information")
    if request.method == "POST" and form.is_valid():
        void_information(found, timezone.localdate())
        messages.success(request, _("已作废。"))
        return redirect(back)
    context = {"form": form, "title": _("作废：%(title)s") % {"title": found.title}, "cancel_url": back}
    return render(request, "officers/staff_form.html", context, status=422 if form.errors else 200)


@open_to(*SEEN_BY)
@require_safe
def services(request: HttpRequest) -> HttpResponse:
    """The service list with what was handled in a year, by kind, and the months that are loaded."""
    form, year = _asked(request)
    begins, ends = date(year, 1, 1), date(year, 12, 31)
    may_write = officer_of(request).holds(*WRITERS)
    kinds = [(label, services_handled(begins, ends, value)) for value, label in ServiceItem.Kind.choices]
    lines = [_handled(label, found) for label, found in [*kinds, (_("合计"), services_handled(begins, ends))]]
    months = ServiceMonth.objects.filter(month__range=(begins, ends), void_on=None).order_by("month")
    loaded = [
        Line((f"{month:%Y-%m}", count), acts=_void_month_link(month) if may_write else ())
        for month, count in _by_month(months)
    ]
    headings = (_("类别"), _("事项数"), _("办件数"), _("按期办结率"), _("评价数"), _("满意率"))
    context = {
        "title": _("政务服务办件"),
        "lead": _("事项清单和每月办件数由政务服务系统导出后导入。"),
        "tables": [
            Table(headings, lines, "", _("全年")),
            Table((_("月份"), _("事项数")), loaded, _("这一年还没有导入。"), _("已导入的月份")),
        ],
        "acts": _acts("services", "", "") if may_write else [],
        "back": Link(_("公示"), reverse("publicity:desk")),
        "form": form,
    }
    return render(request, "officers/register.html", context, status=422 if form.errors else 200)


def _by_month(rows: Any) -> list[tuple[date, int]]:
    counts: dict[date, int] = {}
    for month in rows.values_list("month", flat=True):
        counts[month] = counts.get(month, 0) + 1
    return list(counts.items())


def _void_month_link(month: date) -> tuple[Link, ...]:
    return (Link(_("作废这个月"), reverse("publicity:service-month-void", args=[month.year, month.month])),)


def _handled(label: Any, found: Handled) -> Line:
    rates = [f"{one}%" if one is not None else "" for one in (found.on_time_percent, found.satisfied_percent)]
    return Line((label, str(found.items), str(found.handled), rates[0], str(found.rated), rates[1]))


@open_to(*WRITERS)
@require_http_methods(["GET", "POST"])
def void_service_month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    if not (2000 <= year <= 2100 and 1 <= month <= 12):
        raise Http404
    form, back, first = (
        SureForm(request.POST if request.method == "POST" else None),
        reverse("publicity:services"),
        date(year, month, 1),
    )
    if request.method == "POST" and form.is_valid():
        count = void_month(first, timezone.localdate())
        messages.success(request, _("已作废 %(count)d 行，可以重新导入。") % {"count": count})
        return redirect(back)
    context = {"form": form, "title": _("作废 %(month)s 的办件") % {"month": f"{first:%Y-%m}"}, "cancel_url": back}
    return render(request, "officers/staff_form.html", context, status=422 if form.errors else 200)


@open_to(*WRITERS)
@require_http_methods(["GET", "POST"])
def take_table(request: HttpRequest, key: str) -> HttpResponse:
    importer, back = _table(key)
    empty = reverse("publicity:information-empty", args=[key])
    return import_page(request, importer, officer_of(request), back=reverse(back), empty=empty)


@open_to(*WRITERS)
@require_safe
def empty_table(request: HttpRequest, key: str) -> HttpResponse:
    return empty_file(_table(key)[0], f"{key}.csv")


def _table(key: str) -> tuple[Importer, str]:
    if key not in TABLES:
        raise Http404
    return TABLES[key]
