"""意见库: the sentences a reviewer can put into a remark, the bureau's and one's own."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cases.forms.base import say_what_is_missing
from cases.forms.review import POINTS
from cases.models import ReviewPhrase
from cases.views.lists import officer_of
from officers.access import open_to
from officers.roles import Role


class PhraseForm(forms.Form):
    use_required_attribute = False
    point = forms.TypedChoiceField(
        label=gettext_lazy("审核要点"), coerce=int, choices=[(n, f"{n} {said}") for n, said in enumerate(POINTS, 1)]
    )
    text = forms.CharField(label=gettext_lazy("常用意见"), max_length=200)
    shared = forms.BooleanField(label=gettext_lazy("全单位可用"), required=False)


@open_to(Role.LEGAL_REVIEWER)
@require_http_methods(["GET", "HEAD", "POST"])
def phrases(request: HttpRequest) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    offered = ReviewPhrase.objects.offered_to(officer)
    if "retire" in request.POST:
        asked = request.POST["retire"]
        phrase = get_object_or_404(offered, pk=int(asked) if asked.isascii() and asked.isdigit() else 0)
        phrase.retired_on = today
        phrase.save(update_fields=["retired_on"])
        messages.success(request, _("已停用。"))
        return redirect("cases:review-phrases")
    form = PhraseForm(request.POST or None)
    say_what_is_missing(form)
    if request.method == "POST" and form.is_valid():
        ReviewPhrase.objects.create(added_by=officer, added_on=today, **form.cleaned_data)
        messages.success(request, _("已添加。"))
        return redirect("cases:review-phrases")
    context = {"form": form, "phrases": list(offered)}
    return render(request, "cases/review_phrases.html", context, status=422 if form.errors else 200)
