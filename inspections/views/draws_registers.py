"""The item list, the object register and the register of inspectors: listed, taken off, imported, exported."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from cases.views.lists import officer_of
from inspections.draw_registers import CannotKeep, end_recusal, inspectors, keep_away, list_rows, reclassify, take_off
from inspections.draws_forms import (
    SUPERVISORS,
    ClassForm,
    InspectorForm,
    ItemForm,
    ObjectForm,
    ObjectSearch,
    OffForm,
    RecusalEndForm,
    RecusalForm,
)
from inspections.draws_table import Fault, items_as_table, objects_as_table, read_items, read_objects
from inspections.models import CheckItem, CheckObject, InspectorTrade, Recusal
from inspections.models.registers import Listed
from officers.access import open_to
from officers.models import Officer
from officers.roles import Role
from officers.table_form import TableForm, told

KEEPERS = (Role.ADMINISTRATOR, Role.TEAM_HEAD)
READERS = (*KEEPERS, Role.BUREAU_HEAD, *SUPERVISORS)
PER_PAGE, REFUSED = 50, 422
WRITES = ["GET", "POST"]


def form_page(
    request: HttpRequest, form: Any, title: Any, back: str, *, about: str = "", lines: Iterable[str] = ()
) -> HttpResponse:
    """One form on a page of its own."""
    context = {"form": form, "title": title, "back": back, "about": about, "lines": list(lines)}
    return render(request, "inspections/draws_form.html", context, status=REFUSED if form.errors else 200)


def typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def saved(form: forms.BaseForm, act: Callable[[], Any], *refusals: type[Exception]) -> bool:
    """Whether it was done; what stands against it goes into the form's summary."""
    if not form.is_valid():
        return False
    try:
        act()
    except refusals as reason:
        form.add_error(None, str(reason))
        return False
    return True


# --- items --------------------------------------------------------------------------------------------
@open_to(*READERS)
@require_safe
def items(request: HttpRequest) -> HttpResponse:
    rows = CheckItem.objects.filter(pk__in=CheckItem.objects.on(timezone.localdate()).values("pk"))
    may = officer_of(request).holds(*KEEPERS)
    context = {"rows": rows.order_by("number"), "may": may, "gone": _gone(CheckItem)}
    return render(request, "inspections/draws_items.html", context)


def _gone(model: type[Listed]) -> Any:
    return model._default_manager.exclude(delisted_on=None).order_by("-delisted_on", "-pk")[:PER_PAGE]


@open_to(*KEEPERS)
@require_http_methods(WRITES)
def new_item(request: HttpRequest) -> HttpResponse:
    form, back = ItemForm(typed(request)), reverse("inspections:items")
    if request.method == "POST" and saved(
        form, lambda: list_rows([form.save(commit=False)], timezone.localdate()), CannotKeep
    ):
        messages.success(request, _("已列入抽查事项清单，公众可以看到。"))
        return redirect(back)
    return form_page(request, form, _("增加抽查事项"), back)


@open_to(*KEEPERS)
@require_http_methods(WRITES)
def item_off(request: HttpRequest, item_id: int) -> HttpResponse:
    return _off(request, get_object_or_404(CheckItem, pk=item_id), reverse("inspections:items"))


def _off(request: HttpRequest, row: Any, back: str) -> HttpResponse:
    form, today = OffForm(typed(request)), timezone.localdate()
    if request.method == "POST" and saved(form, lambda: take_off(row, today, form.cleaned_data["reason"]), CannotKeep):
        messages.success(request, _("已移出，变动已经公示。"))
        return redirect(back)
    return form_page(request, form, _("移出名录"), back, about=str(row))


@open_to(*KEEPERS)
@require_http_methods(WRITES)
def import_items(request: HttpRequest) -> HttpResponse:
    return _import(request, read_items, items_as_table([]), "inspections:items")


@open_to(*READERS)
@require_safe
def items_csv(request: HttpRequest) -> HttpResponse:
    rows = CheckItem.objects.filter(pk__in=CheckItem.objects.on(timezone.localdate()).values("pk"))
    return _as_csv(items_as_table(rows.order_by("number")), "items.csv")


def _as_csv(table: str, name: str) -> HttpResponse:
    response = HttpResponse(table.encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


Read = Callable[[str], tuple[Any, list[Fault]]]


def _import(request: HttpRequest, read: Read, empty: str, back_name: str) -> HttpResponse:
    """All rows or none; the text comes back, so that it can be put right without the file."""
    back, reasons = reverse(back_name), list[str]()
    form = TableForm(request.POST, request.FILES) if request.method == "POST" else TableForm(initial={"text": empty})
    if request.method == "POST" and form.is_valid():
        rows, faults = read(form.cleaned_data["table"])
        reasons = [str(one) for one in faults]
        if not reasons:
            try:
                count = list_rows(rows, timezone.localdate())
            except CannotKeep as refusal:
                reasons = [str(refusal)]
            else:
                messages.success(request, _("已列入 %(count)d 条，公众可以看到。") % {"count": count})
                return redirect(back)
        form = TableForm(initial={"text": form.cleaned_data["table"]})
    context = {
        "form": form,
        "title": _("批量导入"),
        "back": back,
        **told(reasons),
    }
    refused = bool(reasons or form.errors)
    return render(request, "inspections/draws_import.html", context, status=REFUSED if refused else 200)


# --- objects ------------------------------------------------------------------------------------------
@open_to(*READERS)
@require_safe
def objects(request: HttpRequest) -> HttpResponse:
    form, found = _searched(request)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "rows": page.object_list,
        "page": _page(request, page),
        "may": officer_of(request).holds(*KEEPERS),
        "gone": _gone(CheckObject),
    }
    return render(request, "inspections/draws_objects.html", context)


def _searched(request: HttpRequest) -> tuple[ObjectSearch, Any]:
    form = ObjectSearch(request.GET)
    found = CheckObject.objects.filter(pk__in=CheckObject.objects.on(timezone.localdate()).values("pk"))
    if form.is_valid():
        wanted = form.cleaned_data
        if words := wanted["q"].strip():
            found = found.filter(Q(name__icontains=words) | Q(uscc=words.upper()))
        for name in ("trade", "credit_class"):
            if wanted[name]:
                found = found.filter(**{name: wanted[name]})
    return form, found.order_by("name", "pk")


def _page(request: HttpRequest, page: Any) -> dict[str, str]:
    def at(number: int) -> str:
        query = QueryDict(mutable=True)
        query.update({name: str(value) for name, value in request.GET.items() if name != "page" and value})
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    return {
        "previous_url": at(page.previous_page_number()) if page.has_previous() else "",
        "next_url": at(page.next_page_number()) if page.has_next() else "",
        "count_text": _("共 %(count)d 条") % {"count": page.paginator.count},
    }


@open_to(*KEEPERS)
@require_http_methods(WRITES)
def new_object(request: HttpRequest) -> HttpResponse:
    form, back = ObjectForm(typed(request)), reverse("inspections:objects")
    if request.method == "POST" and saved(
        form, lambda: list_rows([form.save(commit=False)], timezone.localdate()), CannotKeep
    ):
        messages.success(request, _("已列入检查对象名录库，公众可以看到。"))
        return redirect(back)
    return form_page(request, form, _("增加检查对象"), back)


@open_to(*KEEPERS)
@require_http_methods(WRITES)
def import_objects(request: HttpRequest) -> HttpResponse:
    return _import(request, read_objects, objects_as_table([]), "inspections:objects")


@open_to(*READERS)
@require_safe
def objects_csv(request: HttpRequest) -> HttpResponse:
    _form, found = _searched(request)
    return _as_csv(objects_as_table(found), "objects.csv")


@open_to(*READERS)
@require_safe
def check_object(request: HttpRequest, target_id: int) -> HttpResponse:
    target = get_object_or_404(CheckObject, pk=target_id)
    may = officer_of(request).holds(*KEEPERS) and target.delisted_on is None
    context = {
        "target": target,
        "acts": [(title, _step_url(target, step)) for step, title in STEPS.items()] if may else [],
        "changes": target.credit_changes.order_by("-on", "-pk"),
        "may": may,
        "recusals": target.recusals.select_related("officer", "ended_by").order_by("-since", "-pk"),
        "tasks": target.tasks.order_by("-begins_on", "-pk")[:PER_PAGE],
    }
    return render(request, "inspections/draws_object.html", context)


STEPS = {
    "class": gettext_lazy("更改信用风险分类"),
    "recusal": gettext_lazy("登记回避"),
    "off": gettext_lazy("移出名录"),
}


def _step_url(target: CheckObject, step: str) -> str:
    return reverse("inspections:object-step", args=[target.pk, step])


@open_to(*KEEPERS)
@require_http_methods(WRITES)
def object_step(request: HttpRequest, target_id: int, step: str) -> HttpResponse:
    target = get_object_or_404(CheckObject, pk=target_id)
    back = reverse("inspections:object", args=[target.pk])
    if step not in STEPS:
        raise Http404
    if step == "off":
        return _off(request, target, back)
    form: Any = ClassForm(typed(request)) if step == "class" else RecusalForm(typed(request))
    if request.method == "POST" and saved(form, lambda: _do(form, target, officer_of(request)), CannotKeep):
        messages.success(request, _("已登记。"))
        return redirect(back)
    return form_page(request, form, STEPS[step], back, about=target.name)


@open_to(*KEEPERS)
@require_http_methods(WRITES)
def recusal_end(request: HttpRequest, recusal_id: int) -> HttpResponse:
    recusal = get_object_or_404(Recusal.objects.select_related("officer", "target"), pk=recusal_id)
    form, back = RecusalEndForm(typed(request)), reverse("inspections:object", args=[recusal.target_id])

    def end() -> None:
        end_recusal(recusal, on=timezone.localdate(), by=officer_of(request), **form.cleaned_data)

    if request.method == "POST" and saved(form, end, CannotKeep):
        messages.success(request, _("回避已经终止。"))
        return redirect(back)
    about = f"{recusal.target.name} · {recusal.officer.name}"
    return form_page(request, form, _("终止回避"), back, about=about)


def _do(form: Any, target: CheckObject, by: Officer) -> None:
    on = timezone.localdate()
    if isinstance(form, ClassForm):
        reclassify(target, on=on, by=by, **form.cleaned_data)
        return
    keep_away(target, on=on, by=by, **form.cleaned_data)


# --- inspectors ---------------------------------------------------------------------------------------
@open_to(*READERS)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    context = {"rows": inspectors(timezone.localdate()), "may": officer_of(request).holds(*KEEPERS)}
    return render(request, "inspections/draws_inspectors.html", context)


@open_to(*KEEPERS)
@require_http_methods(WRITES)
def new_inspector(request: HttpRequest) -> HttpResponse:
    form, back = InspectorForm(typed(request)), reverse("inspections:inspectors")

    def enter() -> None:
        officer = form.cleaned_data["officer"]
        listed = InspectorTrade.objects.filter(officer=officer, delisted_on=None).values_list("trade", flat=True)
        wanted = [one for one in form.cleaned_data["trades"] if one not in set(listed)]
        list_rows([InspectorTrade(officer=officer, trade=one) for one in wanted], timezone.localdate())

    if request.method == "POST" and saved(form, enter, CannotKeep):
        messages.success(request, _("已列入执法检查人员名录库，公众可以看到。"))
        return redirect(back)
    return form_page(request, form, _("增加检查人员"), back)


@open_to(*KEEPERS)
@require_http_methods(WRITES)
def inspector_off(request: HttpRequest, inspector_id: int) -> HttpResponse:
    row = get_object_or_404(InspectorTrade.objects.select_related("officer"), pk=inspector_id)
    return _off(request, row, reverse("inspections:inspectors"))
