"""回避: who is too close to a case leaves it, and somebody else takes over (行政处罚法 43)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.guards.people import assigned_did_not_judge, case_officers, head_of_bureau, head_of_unit
from cases.guards.recusal import (
    hand_over_is_listed,
    heads_decide_together_on_a_head,
    not_about_oneself,
    own_motion_is_ones_own,
    recusal_is_not_yet_asked_for,
    recused_handler,
    taking_part,
)
from cases.states import BEFORE_DECISION, State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, RecusalRequest

GROUP = _("承办人")
DURING = (State.LEAD, State.FILING_PROPOSED, State.FILING_ENDORSED, *sorted(BEFORE_DECISION))


class ChangingPeople:
    """What the case itself does about its people."""

    @act(
        title=_("登记回避申请"),
        basis="行政处罚法:43.2",
        source=(*DURING, State.DECIDED, State.SERVED),
        by=taking_part,
        requires=(recusal_is_not_yet_asked_for, own_motion_is_ones_own),
        asks="cases.forms.people.RecusalForm",
        group=GROUP,
        explains=_("当事人可以口头或者书面申请；决定作出以前，调查不停止。"),
    )
    def apply_for_recusal(self: "Case", *, officer: Officer, on: date, **told: Any) -> "RecusalRequest":
        return self.recusals.create(requested_on=on, **told)

    @act(
        title=_("承办人回避"),
        basis="行政处罚法:43",
        source=DURING,
        by=head_of_bureau,
        requires=(recusal_is_not_yet_asked_for,),
        asks="cases.forms.people.RecuseForm",
        issues=("recusal-decision",),
        group=GROUP,
        explains=_("回避的承办人不再办理本案；办案机构负责人另行指派。"),
    )
    def recuse_officer(
        self: "Case", *, recused: Officer, reason: str, officer: Officer, on: date, **facts: Any
    ) -> "RecusalRequest":
        """The head's own motion, decided at once."""
        step_aside(self, recused, on, reason)
        told = {"origin": "ordered", "reason": reason, "decision": reason}
        decided = {"requested_on": on, "decided_on": on, "decided_by": officer}
        return self.recusals.create(person=recused, state="granted", **told, **decided)

    @act(
        title=_("更换承办人"),
        basis="行政处罚法:42.1",
        source=(*DURING, State.DECIDED, State.SERVED),
        by=head_of_unit,
        requires=(assigned_did_not_judge, recused_handler, hand_over_is_listed),
        asks="cases.forms.people.ChangeForm",
        group=GROUP,
        explains=_("一人离开的同时另一人接手，写明理由和移交清单；案件任何时候都有两名承办人。"),
    )
    def change_officers(
        self: "Case", *, leaving: Officer, assigned: Officer, reason: str, on: date, **facts: Any
    ) -> None:
        self.assignments.create(officer=assigned, since=on, reason=reason)
        self.assignments.filter(officer=leaving, until=None).update(until=on, reason=reason)


class Recusing:
    """The acts of one request."""

    @act(
        title=_("决定回避"),
        basis="行政处罚法:43.3",
        source=("requested", "reconsidering"),
        target="granted",
        by=head_of_bureau,
        requires=(
            not_about_oneself,
            heads_decide_together_on_a_head,
            assigned_did_not_judge,
            recused_handler,
        ),
        asks="cases.forms.people.GrantRecusalForm",
        issues=("recusal-decision",),
        explains=_("回避的人不再参与本案；是承办人的，可以同时指定接手的人。"),
    )
    def grant_recusal(self: "RecusalRequest", *, opinion: str, officer: Officer, on: date, **facts: Any) -> None:
        _keep_decision(self, opinion, officer, on, facts)
        step_aside(self.case, self.person, on, self.reason)
        if assigned := facts.get("assigned"):
            self.case.assignments.create(officer=assigned, since=on, reason=f"接替{self.person.name}")

    @act(
        title=_("驳回回避申请"),
        basis="行政处罚法:43.3",
        source="requested",
        target="refused",
        by=head_of_bureau,
        requires=(not_about_oneself, heads_decide_together_on_a_head),
        asks="cases.forms.people.RefuseRecusalForm",
        issues=("recusal-decision",),
        exit=True,
        explains=_("写明理由，告知申请人可以申请复议一次。"),
    )
    def refuse_recusal(self: "RecusalRequest", *, opinion: str, officer: Officer, on: date, **facts: Any) -> None:
        _keep_decision(self, opinion, officer, on, facts)

    @act(
        title=_("登记回避复议申请"),
        basis="行政处罚法:43",
        source="refused",
        target="reconsidering",
        by=case_officers,
        requires=(recusal_is_not_yet_asked_for,),
        asks="cases.forms.people.ReconsiderRecusalForm",
        exit=True,
        explains=_("申请人不服驳回决定的，可以申请复议一次；复议期间调查不停止。"),
    )
    def ask_recusal_reconsideration(self: "RecusalRequest", *, reason: str, **facts: Any) -> None:
        self.reason = f"{self.reason}\n{reason}"

    @act(
        title=_("维持驳回"),
        basis="行政处罚法:43.3",
        source="reconsidering",
        target="upheld",
        by=head_of_bureau,
        requires=(not_about_oneself, heads_decide_together_on_a_head),
        asks="cases.forms.people.RefuseRecusalForm",
        issues=("recusal-decision",),
        exit=True,
    )
    def uphold_recusal_refusal(
        self: "RecusalRequest", *, opinion: str, officer: Officer, on: date, **facts: Any
    ) -> None:
        _keep_decision(self, opinion, officer, on, facts)


def _keep_decision(request: "RecusalRequest", opinion: str, officer: Officer, on: date, facts: dict[str, Any]) -> None:
    request.decision, request.decided_by, request.decided_on = opinion, officer, on
    request.collective = facts.get("collective", "")


def step_aside(case: "Case", person: Officer, on: date, reason: str) -> None:
    """End what the person still holds in the case; a hearing waits for another chair or recorder."""
    case.assignments.filter(officer=person, until=None).update(until=on, reason=reason[:120])
    # The hearing itself names the successor (ConductingHearings.decide_recusal); until then nobody conducts it.
    for post in ("chair", "recorder"):
        case.hearings.filter(held_on=None, **{post: person}).update(**{post: None})
