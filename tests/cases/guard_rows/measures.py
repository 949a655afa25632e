"""The guards of the measures that secure evidence."""

from datetime import date

from bureau.sample.printing_plates import kept_of
from bureau.sample.stories import printing_plates
from bureau.sample.story import Story, at
from cases.models import EvidenceLink
from tests.cases.guard_table import STORIES, Situation, Stories, row, situation

STORIES["plates"] = printing_plates


def kept(who: str, on: date, **facts: object):  # type: ignore[no-untyped-def]
    def make(stories: Stories) -> Situation:
        story: Story = stories["plates"]
        return Situation(story, story.cast[who], on, dict(facts), kept_of(story))

    return make


# Registered on Tuesday 15 September 2026; 20 September is a Sunday that is worked (中秋、国庆 make-up day), so that
# the seven working days are 16, 17, 18, 20, 21, 22, 23 September.
@row("preservation_period_runs", "行政处罚法:56", "已于 2026-09-23 届满", kept("卫国", date(2026, 9, 23)))
def _(now: Situation) -> None:
    now.on = date(2026, 9, 24)


@row(
    "registered_on_the_day_of_the_act",
    "行政处罚法:56",
    "清点登记的时间是 2026-09-14",
    kept("赵刚", date(2026, 9, 15), kept_at=at(date(2026, 9, 15), 11)),
)
def _(now: Situation) -> None:
    now.facts["kept_at"] = at(date(2026, 9, 14), 23)


# --- evidence -------------------------------------------------------------------------------------
INVESTIGATED = situation("ready", "李明", date(2026, 4, 2))


@row("evidence_has_its_form", "行政处罚法:46.2", "证据“称重检测单”还缺：原件还是复制件", INVESTIGATED)
def _(now: Situation) -> None:
    now.case.evidence.filter(title="称重检测单").update(formalities={})


@row("monitoring_records_are_audited", "行政处罚法:41.2", "监控记录“现场照片”未经审核", INVESTIGATED)
def _(now: Situation) -> None:
    told = {"maker": "设备自动拍摄", "carrier": "服务器", "device_audited": "是"}
    now.case.evidence.filter(title="现场照片").update(formalities=told | {"origin": "电子技术监控设备自动记录"})


@row("monitoring_records_were_shown", "行政处罚法:41.3", "监控记录“现场照片”还没有向当事人出示", INVESTIGATED)
def _(now: Situation) -> None:
    now.case.evidence.filter(title="现场照片").update(formalities={"origin": "电子技术监控设备自动记录"})


@row("every_fact_is_supported", "行政处罚法:40", "这项事实没有符合要求的证据", INVESTIGATED)
def _(now: Situation) -> None:
    EvidenceLink.objects.filter(evidence__case=now.case).delete()


# --- appraisal ------------------------------------------------------------------------------------
def appraised(stories: Stories) -> Situation:
    """An appraisal of the overload case whose opinion has come, signed."""
    story = stories["ready"]
    order = story.case.appraisals.create(
        party=story.party,
        institution="检验所",
        qualification="1号",
        question="质量",
        samples="称重单",
        entrusted_on=date(2026, 3, 12),
        expected_on=date(2026, 3, 20),
    )
    facts = {"opinion": "61320千克。", "appraisers": "于工", "signed": True}
    return Situation(story, story.cast["李明"], date(2026, 4, 2), facts, order)


@row("opinion_has_its_form", "行政处罚法:46.2", "没有鉴定人签名", appraised)
def _(now: Situation) -> None:
    now.facts["appraisers"] = " "


@row("repeated_only_once", "行政处罚法:45.1", "重新鉴定以一次为限", appraised)
def _(now: Situation) -> None:
    first = now.subject
    again = {name: getattr(first, name) for name in ("party", "institution", "qualification", "question", "samples")}
    now.subject = now.case.appraisals.create(
        **again, entrusted_on=first.entrusted_on, expected_on=first.expected_on, repeats=first
    )


@row(
    "minors_have_a_guardian",
    "行政处罚法:30",
    "被询问人只有 17 周岁",
    situation("ready", "李明", date(2026, 4, 2), lambda story: {"person_born_on": date(2008, 4, 2), "guardian": ""}),
)
def _(now: Situation) -> None:
    now.facts["person_born_on"] = date(2008, 4, 3)
