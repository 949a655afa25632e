"""本机关强制执行和代履行: by the bureau's own hand, only where the law gives it that power (行政强制法 37, 46.3, 50–52)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Opening, act
from cases.execution_states import EnforcementState
from cases.guards.auction import auction_house_is_lawful
from cases.guards.enforcement import (
    bureau_has_the_power,
    decision_to_enforce_was_served,
    execution_is_not_stopped,
    not_at_night_nor_on_a_holiday,
    reminded_again_three_days_before,
    somebody_supervises,
)
from cases.guards.people import case_officers, decider_did_not_investigate, head_of_bureau, two_handlers
from cases.procedure.enforcement import READY_TO_ENFORCE
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Enforcement, OwnExecution

State = EnforcementState


class OwnEnforcing:
    """Decided by the head, carried out by day, signed by those present."""

    remove_by: Any
    announced_on: Any
    over_on: Any

    @act(
        title=_("公告限期拆除"),
        basis="行政强制法:44",
        source=State.REMINDED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, execution_is_not_stopped),
        asks="cases.forms.enforcement.DemolitionForm",
        issues=("demolition-notice",),
        explains=_(
            "违法的建筑物、构筑物、设施需要强制拆除的，先公告限期自行拆除；复议、诉讼期满仍不拆除的才可以强制拆除。"
        ),
    )
    def announce_demolition(self: "Enforcement", *, structure: str, remove_by: date, on: date, **facts: Any) -> None:
        self.structure, self.remove_by, self.announced_on = structure, remove_by, on

    @act(
        title=_("决定强制执行"),
        basis="行政强制法:37;行政强制法:46.3",
        source=State.REMINDED,
        target=State.DECIDED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, *READY_TO_ENFORCE, bureau_has_the_power, auction_house_is_lawful),
        asks="cases.forms.enforcement.OwnDecisionForm",
        opinion_on="enforcement",
        issues=("enforcement-decision",),
        exit=True,
        explains=_("只限于法律授权本机关的方式；没有强制执行权的，申请法院强制执行。"),
    )
    def decide_enforcement(
        self: "Enforcement", *, opinion: str, seizure: str, on: date, officer: Officer, **decision: Any
    ) -> "OwnExecution":
        content = decision.pop("content") + (f"（查封扣押决定书：{seizure}）" if seizure else "")
        house, licence = decision.pop("auction_house", ""), decision.pop("house_licence", "")
        content += f"委托{house}（拍卖经营批准证书{licence}）拍卖。" if house else ""
        return self.executions.create(
            kind="own", decided_on=on, decided_by=officer, reason=opinion, content=content, executor=house, **decision
        )

    @act(
        title=_("决定代履行"),
        basis="行政强制法:50;行政强制法:52",
        source=State.REMINDED,
        target=State.SUBSTITUTE,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, *READY_TO_ENFORCE),
        asks="cases.forms.enforcement.SubstituteForm",
        opinion_on="enforcement",
        issues=("substitute-decision",),
        exit=True,
        explains=_("排除妨碍、恢复原状等义务逾期不履行，后果已经或者将危害交通安全、污染环境、破坏自然资源的。"),
    )
    def decide_substitute(
        self: "Enforcement", *, opinion: str, on: date, officer: Officer, **decision: Any
    ) -> "OwnExecution":
        return self.executions.create(
            kind="substitute", power="substitute", decided_on=on, decided_by=officer, reason=opinion, **decision
        )

    @act(
        title=_("代履行前再次催告"),
        basis="行政强制法:51.1(2)",
        source=State.SUBSTITUTE,
        by=case_officers,
        opens=(Opening("substitute_reminder"),),
        explains=_("代履行三日前催告当事人履行；当事人履行的，停止代履行。"),
    )
    def remind_again(self: "Enforcement", *, on: date, **facts: Any) -> None:
        execution = self.executions.latest("pk")
        execution.reminded_again_on = on
        execution.save()

    @act(
        title=_("登记实施情况"),
        basis="行政强制法:51.1;行政强制法:43.1",
        source=(State.DECIDED, State.SUBSTITUTE),
        target=State.DONE,
        by=case_officers,
        requires=(
            two_handlers,
            decision_to_enforce_was_served,
            reminded_again_three_days_before,
            somebody_supervises,
            not_at_night_nor_on_a_holiday,
        ),
        asks="cases.forms.enforcement.CarriedOutForm",
        explains=_("不得在夜间或者法定节假日实施，情况紧急的除外；到场监督人、代履行人和当事人或者见证人签名。"),
    )
    def carry_out(self: "Enforcement", *, on: date, officer: Officer, **carried_out: Any) -> None:
        execution = self.executions.latest("pk")
        for name, value in carried_out.items():
            setattr(execution, name, value)
        execution.save()
        self.over_on, self.over_reason = on, execution.result
