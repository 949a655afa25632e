"""What is asked when a check becomes a case? Nothing that the check knows already."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from cases.forms.lead import LeadForm
from inspections.models import Check
from officers.models import Officer


class CaseFromCheckForm(LeadForm):
    """The first page of a case, filled from the check."""

    representative = forms.CharField(
        label=_("法定代表人（负责人）"),
        max_length=60,
        required=False,
        help_text=_("填了的，检查对象同时登记为当事人；个人的证件号在案件里填写。"),
    )

    def __init__(self, data: Any = None, *, check: Check, officer: Officer, now: Any) -> None:
        super().__init__(data, officer=officer, now=now)
        self.initial.update(carried(check, now))
        if check.target.is_person or not check.target.uscc:
            del self.fields["representative"]
        partner = next((one for one in check.officers.all() if str(one.pk) in self.fields["second"].rows), None)  # type: ignore[attr-defined]
        self.initial["second"] = str(partner.pk) if partner else None

    @property
    def fieldsets(self) -> list[Any]:
        groups = super().fieldsets
        if "representative" in self.fields:
            groups.insert(2, (_("当事人"), "", [self["representative"]]))
        return groups


def carried(check: Check, now: datetime) -> dict[str, Any]:
    """What the lead says, out of the check."""
    wrong = [f"{one.title}：{one.remark}" for one in check.answers.filter(answer="not_met").order_by("pk")]
    hazards = [f"{one.place}：{one.what}" for one in check.hazards.order_by("pk")]
    begun = make_aware(datetime.combine(check.day, check.begun_at or time.min))
    return {
        "source": "inspection",
        "source_detail": check.number,
        "received_at": min(begun, now),
        "cause": f"{check.target.name}涉嫌"[:200],
        "occurred_on": check.day,
        "place": check.place[:160],
        "summary": "\n".join([check.findings, *wrong, *hazards]).strip(),
    }
