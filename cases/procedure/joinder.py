"""并案、分案: cases are joined or parted with the head's approval; the earliest filing day governs (行政处罚法 54, 60 [R])."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Choice, Opening, act
from cases.clocks import end_all, recount_from
from cases.guards.joinder import (
    both_are_investigated,
    comes_from_a_split,
    is_merged_away,
    somebody_stays,
    split_is_taken_over,
)
from cases.guards.people import (
    case_officers,
    decider_did_not_investigate,
    handlers_hold_certificates,
    head_of_bureau,
    two_handlers,
)
from cases.guards.police import not_with_the_police
from cases.joining import copy_file
from cases.numbering import number_case
from cases.states import BEFORE_DECISION, State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Case, Joinder

GROUP = _("并案和分案")


def _filed_first(file: "CaseFile", facts: dict[str, Any], on: date) -> date:
    """The day on which the case was filed from which this one was parted."""
    (joinder,) = (one for one in file.case.joined_to.all() if one.kind == "split" and one.state == "linked")
    first: date = joinder.case.filed_on  # type: ignore[assignment]
    return first


def _after_approval(joinder: "Joinder", **facts: Any) -> str:
    return "merged" if joinder.is_merger else "approved"


class JoiningAndParting:
    """What the cases themselves do."""

    @act(
        title=_("报请并案"),
        basis="行政处罚法:54.1",
        source=State.INVESTIGATING,
        by=case_officers,
        requires=(both_are_investigated,),
        asks="cases.forms.joinder.MergeForm",
        opinion_on="joinder",
        drafts=("joinder-form",),
        group=GROUP,
        explains=_("另一案件并入本案：当事人、违法行为、证据和笔录连同出处抄入本案，期限按最早的立案日计算。"),
    )
    def propose_merge(self: "Case", *, other: "Case", reason: str, on: date, **facts: Any) -> "Joinder":
        return self.joinders.create(kind="merge", other=other, reason=reason, proposed_on=on)

    @act(
        title=_("报请分案"),
        basis="行政处罚法:54.1",
        source=State.INVESTIGATING,
        by=case_officers,
        requires=(somebody_stays,),
        asks="cases.forms.joinder.SplitForm",
        opinion_on="joinder",
        drafts=("joinder-form",),
        group=GROUP,
        explains=_("把一名或者几名当事人分出另案办理；批准以后登记分案线索并在本案中指定。"),
    )
    def propose_split(self: "Case", *, parties: list[int], reason: str, on: date, **facts: Any) -> "Joinder":
        return self.joinders.create(kind="split", parties=parties, reason=reason, proposed_on=on)

    @act(
        title=_("按并案办结"),
        basis="行政处罚法:54.1",
        source=sorted(BEFORE_DECISION),
        target=State.WITHDRAWN,
        by=case_officers,
        requires=(is_merged_away,),
        meets=("decide",),
        issues=("joinder-form",),
        exit=True,
        explains=_("本案的材料已并入续办的案件；本案不再处理，报请结案。"),
    )
    def end_as_merged(self: "Case", *, on: date, **facts: Any) -> "Joinder":
        joinder = self.joined_to.get(state="merged")
        self.exit_reason = f"并案办理，并入{joinder.case}。"
        end_all(self, on, note="并案", natures=("soft", "right"))
        return joinder

    @act(
        title=_("承接分案"),
        basis="行政处罚法:54.1",
        source=State.LEAD,
        target=State.INVESTIGATING,
        by=case_officers,
        requires=(two_handlers, handlers_hold_certificates, comes_from_a_split),
        opens=(Opening("decide", since=_filed_first),),
        meets=("filing",),
        issues=("joinder-form", "filing-form"),
        exit=True,
        explains=_("分出的当事人、违法行为和全部证据连同出处抄入本案；期限从原案立案之日起算。"),
    )
    def take_over_split(self: "Case", *, on: date, **facts: Any) -> "Joinder":
        joinder: Joinder = self.joined_to.get(kind="split", state="linked")
        source = joinder.case
        self.filed_on, self.number = source.filed_on, number_case(on)
        copy_file(joinder, source, self, list(source.parties.filter(pk__in=joinder.parties)), on)
        joinder.save(update_fields=["copied"])
        return joinder


class Joining:
    """The acts of one joinder."""

    other: Any
    decided_on: Any

    @act(
        title=_("批准并案或者分案"),
        basis="行政处罚法:54.1",
        source="proposed",
        target=Choice(("merged", "approved"), _after_approval),
        by=head_of_bureau,
        requires=(decider_did_not_investigate, both_are_investigated, not_with_the_police),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="joinder",
        issues=("joinder-form",),
    )
    def approve_joinder(self: "Joinder", *, on: date, **facts: Any) -> None:
        self.decided_on = on
        if self.is_merger:
            other: Any = self.other
            copy_file(self, other, self.case, list(other.parties.filter(withdrawn_on=None)), on)
            if other.filed_on < self.case.filed_on:
                recount_from(self.case, "decide", other.filed_on)

    @act(
        title=_("不批准并案或者分案"),
        basis="行政处罚法:54.1",
        source="proposed",
        target="refused",
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="joinder",
        issues=("joinder-form",),
        exit=True,
    )
    def refuse_joinder(self: "Joinder", *, on: date, **facts: Any) -> None:
        self.decided_on = on

    @act(
        title=_("指定分案案件"),
        basis="行政处罚法:54.1",
        source="approved",
        target="linked",
        by=case_officers,
        asks="cases.forms.joinder.LinkForm",
        explains=_("选择已经登记的分案线索，由它承接。"),
        exit=True,
    )
    def name_split_case(self: "Joinder", *, other: "Case", officer: Officer, **facts: Any) -> None:
        self.other = other

    @act(
        title=_("登记分案完成"),
        basis="行政处罚法:54.1",
        source="linked",
        target="done",
        by=case_officers,
        requires=(split_is_taken_over,),
        explains=_("分出的当事人及其违法行为从本案剔除，由分出的案件办理。"),
    )
    def complete_split(self: "Joinder", *, on: date, **facts: Any) -> None:
        leaving = self.case.parties.filter(pk__in=self.parties)
        self.case.charges.filter(party__in=leaving, withdrawn_on=None).update(withdrawn_on=on)
        leaving.update(withdrawn_on=on)
