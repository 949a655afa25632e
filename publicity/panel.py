"""What does a case's own page say about its publication?"""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.models import Decision
from cases.panels import Panel
from officers.models import Officer
from officers.roles import Role
from publicity.models import Publication


@dataclass(frozen=True)
class PanelRow:
    party: str
    label: str
    level: str
    detail: str
    url: str


@dataclass(frozen=True)
class PanelView:
    rows: list[PanelRow]
    desk_url: str


def publication_panel(file: CaseFile, officer: Officer, today: date) -> Panel | None:
    """Only cases with a penalty are published; a decision not to punish has no panel."""
    penalties = [one for one in file.decisions if one.kind == Decision.Kind.PENALTY]
    if not penalties:
        return None
    copies = {one.decision_id: one for one in Publication.objects.filter(case=file.case.pk).order_by("pk")}
    excused = next((one for one in file.terms if one.key == "publish" and one.ending == "excused"), None)
    rows = []
    for decision in penalties:
        copy = copies.get(decision.pk)
        if copy is None and excused is not None:
            rows.append(PanelRow(decision.party.name, _("经批准不予公示"), "calm", excused.note, ""))
        elif copy is None:
            rows.append(PanelRow(decision.party.name, _("未公示"), "active", "", ""))
        else:
            rows.append(_row(copy, decision, today))
    may_open = officer.holds(Role.PUBLISHER, Role.BUREAU_HEAD, Role.ADMINISTRATOR)
    view = PanelView(rows, reverse("publicity:desk") if may_open else "")
    return Panel(_("公示"), "publicity/_panel.html", view)


def _row(copy: Publication, decision: Decision, today: date) -> PanelRow:
    on_show = copy.is_on_show(today)
    detail = _("公示至 %(on)s") % {"on": copy.public_until} if on_show else copy.withdrawal_reason
    return PanelRow(
        party=decision.party.name,
        label=_("公示期满")
        if copy.published_on and not on_show and not copy.withdrawn_on
        else str(copy.standing.label),
        level=copy.standing.level,
        detail=detail,
        url=reverse("publicity:decision", args=[copy.slug]) if copy.published_on else "",
    )
