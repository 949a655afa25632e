"""What do the public pages and the desk show of a public copy?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.screens.case_page import ArticleView, Row, Section
from cases.screens.dates import Due, due_by, due_of
from law.citations import Citation, cite_all
from law.inspections import result_titles
from law.statutes import articles_in_force
from publicity.models import InspectionResult, Publication
from publicity.register import PublishedDecision, PublishedInspection
from publicity.services import DuePublication
from publicity.states import PublicationState


@dataclass(frozen=True)
class IndexRow:
    number: str
    party: str
    conduct: str
    result: str
    decided_on: date
    until: date | None
    url: str


@dataclass(frozen=True)
class DecisionView:
    title: str
    number: str
    summary: str
    natural_person: bool
    permalink: str
    paper_url: str


@dataclass(frozen=True)
class DeskRow:
    number: str
    party: str
    title: str
    url: str
    due: Due | None
    state_label: str
    state_level: str
    verb: str = ""
    verb_url: str = ""
    prepares: bool = False
    public_url: str = ""
    note: str = ""


def index_row(one: PublishedDecision) -> IndexRow:
    return IndexRow(
        number=one.number,
        party=one.party_name_public,
        conduct=one.conduct,
        result=one.result_public,
        decided_on=one.decided_on,
        until=one.public_until,
        url=reverse("publicity:decision", args=[one.slug]),
    )


def decision_page(one: Publication | PublishedDecision) -> dict[str, Any]:
    """The whole context of publicity/decision.html; reads no table but this copy's and the statutes."""
    words = {"party": one.party_name_public, "conduct": one.conduct, "organ": one.organ, "result": one.result_public}
    return {
        "decision": DecisionView(
            title=_("%(party)s：%(conduct)s") % words,
            number=one.number,
            summary=_("%(party)s因“%(conduct)s”，被%(organ)s处以%(result)s。") % words,
            natural_person=one.is_person,
            permalink=settings.PUBLIC_BASE_URL + reverse("publicity:decision", args=[one.slug]),
            paper_url=reverse("publicity:decision-paper", args=[one.slug]),
        ),
        "sections": sections(one),
        "articles": articles(one),
    }


def sections(one: Publication | PublishedDecision) -> list[Section]:
    """Those of ux.md §5.6, in its order; a row without content is left out."""
    found = [
        Section(_("当事人"), [Row(_("当事人"), one.party_name_public), Row(_("统一社会信用代码"), one.uscc_public)]),
        Section(_("违法事实"), [Row(_("违法行为"), one.conduct), Row(_("事实"), one.facts_public)]),
        Section(
            _("处罚"),
            [
                Row(_("处罚依据"), one.basis_public),
                Row(_("处罚结果"), one.result_public),
                Row(_("处罚机关"), one.organ),
                Row(_("决定日期"), _day(one.decided_on)),
            ],
        ),
        Section(_("救济和履行"), [Row(_("救济途径"), one.remedy_public), Row(_("履行情况"), one.fulfilment_public)]),
        Section(_("公示期限"), [Row(_("公示日期"), _day(one.published_on)), Row(_("公示至"), _day(one.public_until))]),
    ]
    return [Section(each.title, [row for row in each.rows if row.value]) for each in found]


def articles(one: Publication | PublishedDecision) -> list[ArticleView]:
    """The articles that have been loaded, as they stood on the day of the conduct; the rest is cited in the basis."""
    whole = dict.fromkeys(
        Citation(each.law, each.article, each.sub) for each in (cite_all(one.cited) if one.cited else ())
    )
    found = articles_in_force(whole, one.conduct_on)
    in_force = _("%(on)s 有效") % {"on": _day(one.conduct_on)}
    return [ArticleView(str(citation), found[citation].text, in_force) for citation in whole if citation in found]


def due_row(one: DuePublication, today: date, *, may_redact: bool) -> DeskRow:
    return DeskRow(
        number=one.number,
        party=one.decision.party.name,
        title=one.decision.case.cause,
        url=reverse("cases:case", args=[one.decision.case_id]),
        due=due_of(one.term, today),
        state_label=str(PublicationState.DUE.label) if one.is_served else _("决定书待送达"),
        state_level="active" if one.is_served else "waiting",
        verb=_("制作公示稿") if one.is_served and may_redact else "",
        verb_url=reverse("publicity:prepare", args=[one.decision.pk]),
        prepares=True,
    )


def desk_row(one: Publication, today: date, *, verb: str = "", key: str = "") -> DeskRow:
    term = next((term for term in one.case.terms.all() if term.key == "publish" and term.ended_on is None), None)
    waiting = one.standing in (PublicationState.DUE, PublicationState.REDACTED)
    over = one.standing is PublicationState.PUBLISHED and not one.is_on_show(today)
    return DeskRow(
        number=one.number,
        party=one.party.name,
        title=one.case.cause,
        url=reverse("cases:case", args=[one.case_id]),
        due=due_of(term, today) if waiting else None,
        state_label=_("公示期满") if over else str(one.standing.label),
        state_level="calm" if over else one.standing.level,
        verb=verb,
        verb_url=reverse("publicity:act", args=[one.pk, key]) if verb else "",
        public_url="" if waiting else reverse("publicity:decision", args=[one.slug]),
        note=_note(one),
    )


def _note(one: Publication) -> str:
    if one.withdrawn_on:
        return _("%(on)s 撤回") % {"on": _day(one.withdrawn_on)}
    return _("公示至 %(on)s") % {"on": _day(one.public_until)} if one.published_on else ""


def _day(on: date | None) -> str:
    return date_format(on) if on else ""


@dataclass(frozen=True)
class InspectionRow:
    """On the public list."""

    name: str
    item: str
    result: str
    plan: str
    checked_on: date
    url: str


@dataclass(frozen=True)
class BatchRow:
    url: str
    title: str
    loaded: str
    state: str
    due: Due | None


@dataclass(frozen=True)
class LoadedRow:
    """One result as it was loaded, and whom the public will see."""

    name: str
    public_name: str
    facts: list[Row]
    withdraw_url: str
    public_url: str
    void: str


def inspection_row(one: PublishedInspection, titles: dict[str, str]) -> InspectionRow:
    return InspectionRow(
        name=one.name_public,
        item=one.item,
        result=titles.get(one.result, one.result),
        plan=one.plan,
        checked_on=one.checked_on,
        url=reverse("publicity:inspection", args=[one.slug]),
    )


def inspection_page(one: PublishedInspection, permalink: str) -> dict[str, Any]:
    """The whole context of publicity/inspection.html; reads no table but this one."""
    found = [
        Section(_("检查对象"), [Row(_("名称"), one.name_public), Row(_("统一社会信用代码"), one.uscc_public)]),
        Section(_("检查"), _of_check(one)),
        Section(_("公示期限"), [Row(_("公示日期"), _day(one.published_on)), Row(_("公示至"), _day(one.public_until))]),
    ]
    return {
        "title": _("%(name)s：%(result)s") % {"name": one.name_public, "result": _result(one.result)},
        "natural_person": one.is_person,
        "permalink": permalink,
        "sections": [Section(each.title, [row for row in each.rows if row.value]) for each in found],
    }


def _of_check(one: PublishedInspection | InspectionResult) -> list[Row]:
    return [
        Row(_("检查事项"), one.item),
        Row(_("抽查计划"), one.plan),
        Row(_("检查日期"), _day(one.checked_on)),
        Row(_("检查机关"), one.organ),
        Row(_("检查人员证号"), one.inspectors),
        Row(_("检查结果"), _result(one.result)),
        Row(_("说明"), one.note),
        Row(_("后续处理"), one.follow_up),
    ]


def _result(key: str) -> str:
    return result_titles().get(key, key)


def batch_row(one: Any, today: date) -> BatchRow:
    """`one` is an InspectionBatch with its count."""
    if one.approved_by:
        state = _("%(who)s %(on)s 审核公示") % {"who": one.approved_by.name, "on": _day(one.approved_on)}
        if one.approved_on > one.due_on:
            state = _("%(state)s，有逾期的") % {"state": state}
    else:
        state = _("等另一人审核") if one.waits else _("已退回：%(reason)s") % {"reason": one.return_reason}
    return BatchRow(
        url=reverse("publicity:inspected-batch", args=[one.pk]),
        title=_("行政检查结果 %(count)d 条") % {"count": one.count},
        loaded=_("%(who)s %(on)s 导入") % {"who": one.loaded_by.name, "on": _day(one.loaded_on)},
        state=state,
        due=due_by(one.due_on, today, _("公示检查结果")) if one.waits else None,
    )


def loaded_row(one: InspectionResult, *, on_show: bool) -> LoadedRow:
    until = [Row(_("最迟公示"), _day(one.due_on)), Row(_("公示至"), _day(one.public_until))]
    facts = [Row(_("统一社会信用代码"), one.uscc), *_of_check(one), *until]
    return LoadedRow(
        name=one.name,
        public_name=one.name_public if one.is_person else "",
        facts=[row for row in facts if row.value],
        withdraw_url=reverse("publicity:withdraw-inspected", args=[one.pk]) if on_show else "",
        public_url=reverse("publicity:inspection", args=[one.slug]) if on_show else "",
        void=_("%(on)s 起不再使用：%(reason)s") % {"on": _day(one.void_on), "reason": one.void_reason}
        if one.void_on
        else "",
    )
