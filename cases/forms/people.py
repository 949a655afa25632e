"""Who is assigned, who is recused?"""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice
from officers.models import Officer
from officers.roles import Role


def enforcers_of(on: date, department_id: int) -> list[Officer]:
    """Officers who hold a valid certificate on that day, the own unit's first."""
    found = Officer.objects.holding(Role.OFFICER).prefetch_related("certificates__annual_reviews", "grants")
    able = [one for one in found if one.may_enforce(on)]
    return sorted(able, key=lambda one: one.department_id != department_id)


def enforcers(form: ActForm) -> list[Officer]:
    return enforcers_of(form.today, form.case_file.case.department_id)


class AssignForm(ActForm):
    assigned = RowChoice(label=_("增加的承办人"), help_text=_("只列出证件在有效期内、年度审验合格的执法人员。"))
    reason = forms.CharField(label=_("理由"), max_length=120)

    def prepare(self) -> None:
        handling = {one.pk for one in self.case_file.handlers}
        free = [one for one in enforcers(self) if one.pk not in handling]
        self.fields["assigned"].offer(free)  # type: ignore[attr-defined]


class RecuseForm(ActForm):
    recused = RowChoice(label=_("回避的承办人"))
    reason = forms.CharField(label=_("回避理由"), max_length=120)

    def prepare(self) -> None:
        self.fields["recused"].offer(self.case_file.handlers)  # type: ignore[attr-defined]
