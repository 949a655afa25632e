"""Who is assigned, who takes over, who is asked to step aside, and what is decided about it?"""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text
from cases.models import RecusalRequest
from law.reasons import reasons_for
from officers.models import CERTIFIED, Officer
from officers.roles import Role


def enforcers_of(on: date, department_id: int) -> list[Officer]:
    """Officers who hold a valid certificate on that day, the own unit's first."""
    found = Officer.objects.holding(Role.OFFICER).prefetch_related(*CERTIFIED, "grants")
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


class ChangeForm(AssignForm):
    leaving = RowChoice(label=_("离开的承办人"))
    handed_over = long_text(_("移交清单"), rows=4, help_text=_("案卷材料、物品和还没有办完的事。"))
    field_order = ("on", "leaving", "assigned", "reason", "handed_over")

    def prepare(self) -> None:
        super().prepare()
        self.fields["assigned"].label = _("接手的承办人")
        self.fields["leaving"].offer(self.case_file.handlers)  # type: ignore[attr-defined]


class RecusalForm(ActForm):
    person = RowChoice(label=_("申请回避的人"), describe=lambda one: f"{one.name}（{one.position}）")
    origin = forms.ChoiceField(label=_("由谁提出"), widget=forms.RadioSelect)
    applicant = RowChoice(label=_("提出申请的当事人"), required=False)
    ground = forms.ChoiceField(label=_("回避情形"))
    reason = long_text(_("申请理由"), rows=4)

    def prepare(self) -> None:
        origins = RecusalRequest.Origin
        self.fields["origin"].choices = [(one.value, one.label) for one in (origins.PARTY, origins.OWN)]  # type: ignore[attr-defined]
        self.fields["ground"].choices = [(one.key, one.title) for one in reasons_for("recusal", self.today)]  # type: ignore[attr-defined]
        self.fields["person"].offer(self.people())  # type: ignore[attr-defined]
        self.fields["applicant"].offer(self.case_file.parties)  # type: ignore[attr-defined]
        self.fields["applicant"].initial = None
        self.fields["on"].label = _("提出日期")

    def people(self) -> list[Officer]:
        """Everyone who has or may get a part in this case."""
        judges = Officer.objects.holding(Role.LEGAL_REVIEWER, Role.HEARING_CHAIR, Role.BUREAU_HEAD)
        heads = Officer.objects.holding(Role.TEAM_HEAD).filter(department_id=self.case_file.case.department_id)
        found = {one.pk: one for one in [*self.case_file.handlers, *heads, *judges]}
        return list(found.values())

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("origin") == RecusalRequest.Origin.PARTY and not data.get("applicant"):
            self.add_error("applicant", _("当事人申请回避的，选择是哪名当事人。"))
        if data.get("origin") == RecusalRequest.Origin.OWN:
            data["applicant"] = None
        return data


class RefuseRecusalForm(ActForm):
    opinion = long_text(_("理由"), rows=4)
    collective = long_text(
        _("负责人集体讨论情况"),
        rows=3,
        required=False,
        help_text=_("申请负责人回避的，写明时间、参加讨论的负责人和意见。"),
    )

    def prepare(self) -> None:
        if not (self.subject and self.subject.person.holds(Role.BUREAU_HEAD)):
            del self.fields["collective"]


class GrantRecusalForm(RefuseRecusalForm):
    assigned = RowChoice(label=_("接手的承办人"), required=False, help_text=_("可以以后由办案机构负责人指派。"))

    def prepare(self) -> None:
        super().prepare()
        handling = {one.pk for one in self.case_file.handlers}
        if self.subject is None or self.subject.person_id not in handling:
            del self.fields["assigned"]
            return
        self.fields["assigned"].offer([one for one in enforcers(self) if one.pk not in handling])  # type: ignore[attr-defined]


class ReconsiderRecusalForm(ActForm):
    reason = long_text(_("复议理由"), rows=4)


class RecuseForm(ActForm):
    recused = RowChoice(label=_("回避的承办人"))
    reason = forms.CharField(label=_("回避理由"), max_length=120)

    def prepare(self) -> None:
        self.fields["recused"].offer(self.case_file.handlers)  # type: ignore[attr-defined]
