"""Which states can a case be in, how are they called, and on which stage of the road do they lie?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """The stages a person sees, in order (design.md)."""

    LEAD = "lead", _("线索")
    FILING = "filing", _("立案")
    INVESTIGATION = "investigation", _("调查取证")
    NOTICE = "notice", _("告知·听证")
    REVIEW = "review", _("法制审核")
    DISCUSSION = "discussion", _("集体讨论")
    DECISION = "decision", _("决定·送达")
    EXECUTION = "execution", _("公示·执行")
    CLOSING = "closing", _("结案归档")


class Level(models.TextChoices):
    """How loudly a state is shown."""

    CALM = "calm", _("平稳")
    ACTIVE = "active", _("办理中")
    WAITING = "waiting", _("等待")
    DONE = "done", _("完成")


class State(models.TextChoices):
    """Codes are stored and never change; labels may (design.md, The one place)."""

    LEAD = "lead", _("线索登记")
    FILING_PROPOSED = "filing_proposed", _("待办案机构审核立案")
    FILING_ENDORSED = "filing_endorsed", _("待负责人批准立案")
    NOT_FILED = "not_filed", _("不予立案")
    INVESTIGATING = "investigating", _("调查取证")
    REPORT_SUBMITTED = "report_submitted", _("待办案机构审核报告")
    REPORT_ENDORSED = "report_endorsed", _("待负责人批准处理意见")
    PROPOSAL_APPROVED = "proposal_approved", _("处理意见已批准")
    NOTIFYING = "notifying", _("待送达违法行为通知书")
    NOTIFIED = "notified", _("已告知")
    UNDER_REVIEW = "under_review", _("待法制审核")
    REVIEWED = "reviewed", _("法制审核通过")
    READY = "ready", _("待负责人决定")
    DISCUSSED = "discussed", _("已集体讨论")
    DECIDED = "decided", _("已决定待送达")
    SERVED = "served", _("决定已送达")
    WITHDRAWN = "withdrawn", _("已撤销立案")
    TRANSFERRED = "transferred", _("已移送")
    CLOSING_PROPOSED = "closing_proposed", _("待办案机构审核结案")
    CLOSING_ENDORSED = "closing_endorsed", _("待负责人批准结案")
    CLOSED = "closed", _("已结案")
    ARCHIVED = "archived", _("已归档")

    @property
    def stage(self) -> Stage:
        return STAGE_OF[self]

    @property
    def level(self) -> Level:
        if self in ENDED:
            return Level.DONE
        return Level.WAITING if self in APPROVAL else Level.ACTIVE


STAGE_OF = {
    State.LEAD: Stage.LEAD,
    State.FILING_PROPOSED: Stage.FILING,
    State.FILING_ENDORSED: Stage.FILING,
    State.NOT_FILED: Stage.FILING,
    State.INVESTIGATING: Stage.INVESTIGATION,
    State.REPORT_SUBMITTED: Stage.INVESTIGATION,
    State.REPORT_ENDORSED: Stage.INVESTIGATION,
    State.PROPOSAL_APPROVED: Stage.NOTICE,
    State.NOTIFYING: Stage.NOTICE,
    State.NOTIFIED: Stage.NOTICE,
    State.UNDER_REVIEW: Stage.REVIEW,
    State.REVIEWED: Stage.DECISION,
    State.READY: Stage.DECISION,
    State.DISCUSSED: Stage.DECISION,
    State.DECIDED: Stage.DECISION,
    State.SERVED: Stage.EXECUTION,
    State.WITHDRAWN: Stage.CLOSING,
    State.TRANSFERRED: Stage.CLOSING,
    State.CLOSING_PROPOSED: Stage.CLOSING,
    State.CLOSING_ENDORSED: Stage.CLOSING,
    State.CLOSED: Stage.CLOSING,
    State.ARCHIVED: Stage.CLOSING,
}
APPROVAL = frozenset(
    {
        State.FILING_PROPOSED,
        State.FILING_ENDORSED,
        State.REPORT_SUBMITTED,
        State.REPORT_ENDORSED,
        State.UNDER_REVIEW,
        State.REVIEWED,
        State.READY,
        State.DISCUSSED,
        State.CLOSING_PROPOSED,
        State.CLOSING_ENDORSED,
    }
)
ENDED = frozenset({State.NOT_FILED, State.CLOSED, State.ARCHIVED})
FILED = frozenset(State) - {State.LEAD, State.FILING_PROPOSED, State.FILING_ENDORSED, State.NOT_FILED}
BEFORE_DECISION = frozenset(
    {
        State.INVESTIGATING,
        State.REPORT_SUBMITTED,
        State.REPORT_ENDORSED,
        State.PROPOSAL_APPROVED,
        State.NOTIFYING,
        State.NOTIFIED,
        State.UNDER_REVIEW,
        State.REVIEWED,
        State.READY,
        State.DISCUSSED,
    }
)


class RemedyState(models.TextChoices):
    """Where a reconsideration or a lawsuit stands."""

    RECEIVED = "received", _("待答复（答辩）")
    ANSWERED = "answered", _("已答复（答辩）待结果")
    CONCLUDED = "concluded", _("已有结果待生效")
    APPEALED = "appealed", _("二审待答辩")
    FINAL = "final", _("已生效")


class Procedure(models.TextChoices):
    """By which of the two procedures of chapter 5 a case runs (行政处罚法 51–53, 54–62)."""

    ORDINARY = "ordinary", _("普通程序")
    SUMMARY = "summary", _("简易程序")


# A case punished on the spot knows no filing, investigation, notice or examination: only these states.
SUMMARY_STATES = frozenset(
    {
        State.LEAD,
        State.SERVED,
        State.CLOSING_PROPOSED,
        State.CLOSING_ENDORSED,
        State.CLOSED,
        State.ARCHIVED,
    }
)


class SpotState(models.TextChoices):
    """Where a penalty on the spot stands towards the bureau."""

    GIVEN = "given", _("已当场作出，待备案")
    COPY_FILED = "copy_filed", _("副本已备案")


class CollectionState(models.TextChoices):
    """Where the money is."""

    AFLOAT = "afloat", _("水上收缴，尚未抵岸")
    COLLECTED = "collected", _("已收缴，待交至机关")
    RECEIVED = "received", _("已交至机关，待缴付银行")
    DEPOSITED = "deposited", _("已缴付银行")
