"""What does the page of one case show?"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cases import serving
from cases.case_file import CaseFile
from cases.evidence_rules import lacking
from cases.examined import reopened_by
from cases.models import Charge, Evidence, Party, Term
from cases.objects import LegalObject, about_of, objects_of
from cases.panels import panels_for
from cases.papers.parts import penalty_words
from cases.screens.bundle import bundle_view
from cases.screens.closing import closing_checklist
from cases.screens.dates import Due, due_of
from cases.screens.evidence_matrix import matrix_rows
from cases.screens.offers import Blocked, Offer, offers_for
from cases.screens.paper_list import paper_list
from cases.screens.paper_views import paper_views
from cases.screens.rows import Row
from cases.screens.term_names import name_of
from cases.screens.timeline import timeline
from cases.states import Stage, State
from law.citations import cite_all, print_citations
from law.evidence import exclusion_title
from law.statutes import articles_in_force
from law.thresholds import Scope
from officers.models import Officer


@dataclass(frozen=True)
class StageView:
    label: str
    state: str


@dataclass(frozen=True)
class Identity:
    """The bar on top of every page of a case."""

    heading: str
    title: str
    parties_text: str
    state_label: str
    state_level: str
    handlers_text: str
    department: str
    url: str


@dataclass(frozen=True)
class Section:
    title: str
    rows: list[Row]


@dataclass(frozen=True)
class ObjectView:
    """A hearing, a seizure …: what it is, where it stands, what may be done with it."""

    anchor: str
    kind: str
    heading: str
    state_label: str
    state_level: str
    rows: list[Row]
    next_acts: list[Offer]
    side_acts: list[Offer]
    blocked: list[Blocked]
    waiting: str
    ended: bool


@dataclass(frozen=True)
class TermView:
    title: str
    party: str
    due: Due | None
    derivation: str
    basis: str
    extensions: str
    paused: str
    open: bool
    ended_text: str


@dataclass(frozen=True)
class PartyView:
    name: str
    kind_label: str
    rows: list[Row]


@dataclass(frozen=True)
class ArticleView:
    citation: str
    text: str
    in_force: str


@dataclass(frozen=True)
class ChargeView:
    party: str
    conduct: str
    citations: str
    sanction_text: str
    facts: str
    articles: list[ArticleView] = field(default_factory=list)


@dataclass(frozen=True)
class EvidenceView:
    title: str
    kind_label: str
    taken_text: str
    officers: str
    proves: str
    url: str
    sha: str
    size: int
    missing: str = ""
    about_url: str = ""


def case_page(file: CaseFile, officer: Officer, today: date) -> dict[str, Any]:
    """The whole context of cases/case.html."""
    offers = offers_for(file, officer, today)
    return {
        "case": identity(file),
        "stages": stages(file),
        "reopened_by": reopened_by(file),
        "step_text": step_text(file),
        "next_acts": offers.next_acts,
        "side_acts": sorted(offers.side_acts, key=lambda one: one.group),
        "blocked": offers.blocked,
        "waiting": _("在等 %(who)s") % {"who": offers.waiting} if offers.waiting else "",
        "objects": [object_view(file, one, officer, today) for one in sorted(objects_of(file), key=_live_first)],
        "terms": [term_view(one, today) for one in sorted(file.terms, key=_open_first)],
        "panels": panels_for(file, officer, today),
        "facts": facts(file),
        "parties": [party_view(one, today) for one in file.parties],
        "charges": [charge_view(file, one) for one in file.charges],
        "evidence": [evidence_view(one, today) for one in file.evidence],
        "exclusions": [
            {"title": str(one), "ground": exclusion_title(one.ground), "reason": one.reason, "on": one.excluded_on}
            for one in file.exclusions
        ],
        "matrix": matrix_rows(file, today) if file.evidence else [],
        "asked": paper_list(file, officer, today),
        "papers": paper_views(file),
        "checklist": closing_checklist(file, officer, today),
        "attempts": [service_view(one) for one in serving.by_age(file.case.service_attempts.all())],
        "proofs": [proof_view(one) for one in serving.proofs(file)],
        "dossier_url": reverse("cases:dossier", args=[file.case.pk]) if file.case.number else "",
        "bundle": bundle_view(file, officer),
        "timeline": timeline(file.case),
    }


def service_view(attempt: Any) -> Row:
    """A try that failed: when, how, and why."""
    when = date_format(localtime(attempt.attempted_at), "DATETIME_FORMAT")
    return Row(f"{when} {attempt.get_kind_display()}", f"{attempt.document}{_('：')}{attempt.reason}")


def proof_view(proof: Any) -> Row:
    return Row(proof.title, str(proof.document), reverse("cases:service-proof", args=[proof.case_id, proof.pk]))


def _live_first(one: LegalObject) -> bool:
    return one.has_ended


def object_view(file: CaseFile, one: Any, officer: Officer, today: date) -> ObjectView:
    """One legal object with what may be done with it now."""
    offers = offers_for(file, officer, today, one)
    return ObjectView(
        anchor=about_of(one),
        kind=str(one._meta.verbose_name),
        heading=one.heading,
        state_label=str(one.get_state_display()),
        state_level="done" if one.has_ended else "active",
        rows=[Row(label, value) for label, value in one.told() if value],
        next_acts=offers.next_acts,
        side_acts=offers.side_acts,
        blocked=offers.blocked,
        waiting="" if one.has_ended or not offers.waiting else _("在等 %(who)s") % {"who": offers.waiting},
        ended=one.has_ended,
    )


def identity(file: CaseFile) -> Identity:
    case = file.case
    return Identity(
        heading=case.number or _("未立案"),
        title=case.cause,
        parties_text=_("、").join(one.name for one in file.parties) or _("当事人待查"),
        state_label=str(case.standing.label),
        state_level=case.standing.level.value,
        handlers_text=_("、").join(one.name for one in file.handlers),
        department=case.department.name,
        url=reverse("cases:case", args=[case.pk]),
    )


NOT_ON_THE_SPOT = (Stage.FILING, Stage.INVESTIGATION, Stage.NOTICE, Stage.REVIEW, Stage.DISCUSSION)


def road(file: CaseFile) -> list[Stage]:
    """The stages of this case: review and discussion are on its road only where they are required or took place."""
    case = file.case
    on = case.filed_on or case.registered_on
    skipped = set(NOT_ON_THE_SPOT) if file.is_summary else set()
    if case.round and not (file.reviews or case.standing.stage == Stage.REVIEW or file.requires(Scope.REVIEW, on)):
        skipped.add(Stage.REVIEW)
    if case.round and not (file.discussions or file.requires(Scope.DISCUSSION, on)):
        skipped.add(Stage.DISCUSSION)
    return [stage for stage in Stage if stage not in skipped]


def stages(file: CaseFile) -> list[StageView]:
    order = road(file)
    here = order.index(file.case.standing.stage)
    over = file.case.standing in (State.CLOSED, State.ARCHIVED)
    return [
        StageView(str(stage.label), "done" if place < here or over else "current" if place == here else "todo")
        for place, stage in enumerate(order)
    ]


def step_text(file: CaseFile) -> str:
    order, stage = road(file), file.case.standing.stage
    place = {"here": order.index(stage) + 1, "all": len(order), "stage": stage.label}
    return _("第 %(here)d 步，共 %(all)d 步：%(stage)s") % place


def term_view(term: Term, today: date) -> TermView:
    is_open = term.ended_on is None
    return TermView(
        title=name_of(term),
        party=term.party.name if term.party else "",
        due=due_of(term, today) if is_open and not term.paused_since else None,
        derivation=term.derivation,
        basis=print_citations(cite_all(term.basis)) if ":" in term.basis else term.basis,
        extensions=_("；").join(
            _("%(on)s 批准延长 %(days)d 日：%(reason)s")
            % {"on": date_format(one.approved_on), "days": one.days, "reason": one.reason}
            for one in term.extensions.all()
        ),
        paused=_("自 %(on)s 起暂停计算") % {"on": date_format(term.paused_since)} if term.paused_since else "",
        open=is_open,
        ended_text="" if term.ended_on is None else f"{term.get_ending_display()} {date_format(term.ended_on)}",
    )


def _open_first(term: Term) -> tuple[bool, date]:
    return term.ended_on is not None, term.due_on


def facts(file: CaseFile) -> list[Section]:
    case = file.case
    rows = [
        Row(_("案由"), case.cause),
        Row(_("案件来源"), " ".join([str(case.get_source_display()), case.source_detail]).strip()),
        Row(_("受案时间"), date_format(localtime(case.received_at), "DATETIME_FORMAT")),
        Row(_("发生时间和地点"), f"{date_format(case.occurred_on)} {case.place}"),
        Row(_("案件基本情况"), case.summary),
        Row(_("适用程序"), str(case.get_procedure_display())),
        Row(_("立案日期"), date_format(case.filed_on) if case.filed_on else ""),
    ]
    if case.findings:
        rows.append(Row(_("调查认定的事实"), case.findings))
        rows.append(Row(_("处理意见"), f"{case.get_recommendation_display()}{_('：')}{case.proposal_reasons}"))
    if case.exit_reason:
        rows.append(Row(_("终结理由"), case.exit_reason))
    rows += [Row(str(one), one.told()) for one in sorted(case.performances.all(), key=lambda row: row.pk)]
    return [Section("", rows)]


def party_view(party: Party, today: date) -> PartyView:
    age = party.age(today)
    rows = [
        Row(_("身份证件号"), party.identity_words),
        Row(_("统一社会信用代码"), party.uscc),
        Row(_("法定代表人（负责人、经营者）"), party.representative),
        Row(_("住址或地址"), party.address),
        Row(_("联系电话"), party.phone),
        Row(_("性别和年龄"), " ".join(filter(None, [party.sex, str(age) if age is not None else ""]))),
    ]
    return PartyView(party.name, str(party.get_kind_display()), [row for row in rows if row.value])


def charge_view(file: CaseFile, charge: Charge) -> ChargeView:
    decided = file.sanction(charge, "decided")
    shown = decided or file.sanction(charge, "proposed")
    prefix = _("决定：") if decided else _("拟处罚：")
    return ChargeView(
        party=charge.party.name,
        conduct=charge.violation.name,
        citations=_("违反%(violated)s；依据%(penalty)s")
        % {"violated": charge.violation.violated_text, "penalty": charge.violation.penalty_text},
        sanction_text=prefix + penalty_words([shown]) if shown else "",
        facts=charge.facts,
        articles=articles_of(charge),
    )


def articles_of(charge: Charge) -> list[ArticleView]:
    """The articles as they stood on the day of the conduct; without text where no statute was loaded."""
    views = []
    cited = (*charge.violation.violated, *charge.violation.penalty)
    found = articles_in_force(cited, charge.conduct_on)
    for citation in cited:
        article = found.get(citation)
        in_force = _("%(on)s 有效") % {"on": date_format(charge.conduct_on)}
        views.append(ArticleView(str(citation), article.text if article else "", in_force))
    return views


def evidence_view(evidence: Evidence, today: date) -> EvidenceView:
    return EvidenceView(
        title=evidence.title,
        kind_label=str(evidence.get_kind_display()),
        taken_text=f"{date_format(evidence.collected_on)} {evidence.place}".strip(),
        officers=evidence.collected_by.name,
        proves=evidence.proves,
        url=reverse("cases:evidence-file", args=[evidence.case_id, evidence.pk]) if evidence.file else "",
        sha=evidence.sha256,
        size=evidence.size,
        missing=_("；").join(one.title for one in lacking(evidence, today)),
        about_url=reverse("cases:evidence", args=[evidence.case_id, evidence.pk]) if evidence.file else "",
    )
