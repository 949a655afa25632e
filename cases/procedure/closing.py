"""结案归档: nothing is closed while a duty is open (交通运输行政执法程序规定 116, 行政处罚法 47)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Opening, act
from cases.archive import proposed_retention
from cases.case_file import load_case_file
from cases.clocks import end_all
from cases.guards.archive import two_people_hand_over
from cases.guards.carrying_out import other_penalties_are_carried_out
from cases.guards.closing import (
    copy_is_due,
    corrections_are_checked,
    dossier_is_complete,
    education_has_its_record,
    enforcement_is_over,
    every_paper_is_served,
    money_is_settled,
    no_duty_is_open,
    publication_is_done,
    recordings_are_accounted_for,
)
from cases.guards.coercion import measures_are_over, party_was_told_of_longer_holds, things_are_accounted_for
from cases.guards.cost import substitute_costs_are_settled
from cases.guards.notice import every_decision_is_served
from cases.guards.people import archivist, case_officers, decider_did_not_investigate, head_of_bureau, head_of_unit
from cases.guards.remedy import redo_is_done, remedies_are_over
from cases.guards.restitution import everything_is_made_good
from cases.states import State
from law.retention import retention
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import ArchiveFile, Case

SETTLED = (
    every_decision_is_served,
    every_paper_is_served,
    money_is_settled,
    other_penalties_are_carried_out,
    substitute_costs_are_settled,
    publication_is_done,
    no_duty_is_open,
    corrections_are_checked,
    education_has_its_record,
    dossier_is_complete,
    recordings_are_accounted_for,
    remedies_are_over,
    redo_is_done,
    everything_is_made_good,
    measures_are_over,
    things_are_accounted_for,
    party_was_told_of_longer_holds,
)


class Closing:
    """Report, approval, archive."""

    closed_on: Any
    archived_on: Any

    @act(
        title=_("提请结案"),
        basis="程序规定:116",
        source=(State.SERVED, State.WITHDRAWN, State.TRANSFERRED),
        target=State.CLOSING_PROPOSED,
        by=case_officers,
        requires=SETTLED,
        asks="cases.forms.closing.ClosingForm",
        opinion_on="closing",
        drafts=("closing-report",),
        explains=_("决定已送达、已公示、已执行，文书齐全，方可提请结案。"),
    )
    def propose_closing(self: "Case", *, closing_note: str, **facts: Any) -> None:
        self.closing_note = closing_note

    @act(
        title=_("审核结案"),
        basis="程序规定:116",
        source=State.CLOSING_PROPOSED,
        target=State.CLOSING_ENDORSED,
        by=head_of_unit,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="closing",
        drafts=("closing-report",),
    )
    def endorse_closing(self: "Case", **facts: Any) -> None:
        """The head of the unit agrees."""

    @act(
        title=_("批准结案"),
        basis="程序规定:116",
        source=State.CLOSING_ENDORSED,
        target=State.CLOSED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, *SETTLED),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="closing",
        opens=(
            Opening("archive"),
            Opening("copy_home_authority", when=lambda file, party: any(one.is_overload for one in file.charges)),
        ),
        issues=("closing-report",),
    )
    def approve_closing(self: "Case", *, on: date, **facts: Any) -> None:
        self.closed_on = on

    @act(
        title=_("登记抄告车籍地"),
        basis="超限运输规定:44",
        source=(State.CLOSED, State.ARCHIVED),
        by=case_officers,
        requires=(copy_is_due,),
        asks="cases.forms.closing.CopyForm",
        meets=("copy_home_authority",),
        issues=("home-copy",),
        group=_("结案以后"),
        explains=_("超限运输案件结案后七个工作日内，把案件情况抄告车辆所在地的交通运输主管部门。"),
    )
    def copy_to_home_authority(self: "Case", **facts: Any) -> None:
        """The copy itself is the fact; the record keeps the addressee."""

    @act(
        title=_("归档"),
        basis="行政处罚法:47;档案法:14",
        source=State.CLOSED,
        target=State.ARCHIVED,
        by=archivist,
        requires=(enforcement_is_over, two_people_hand_over),
        asks="cases.forms.archive.ArchiveForm",
        meets=("archive",),
        issues=("archive-transfer-list",),
        explains=_("卷宗装订完毕，移交档案管理员归档保存；移交人和接收人是两个人。"),
    )
    def archive(self: "Case", *, archive_number: str, officer: Officer, on: date, **dossier: Any) -> "ArchiveFile":
        self.archived_on, self.archive_number = on, archive_number
        end_all(self, on, note="归档", natures=("soft",))
        file = load_case_file(self.pk)
        kept = retention(dossier.pop("retention", None) or proposed_retention(file), on)
        giver = dossier.pop("handed_over_by", None) or next(one for one in file.handlers if one.pk != officer.pk)
        return self.archive_files.create(
            number=archive_number,
            handed_over_by=giver,
            received_by=officer,
            received_on=on,
            retention=kept.key,
            retain_until=kept.until(on),
            **dossier,
        )
