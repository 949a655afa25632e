"""送达: papers reach their parties, one mechanism for all (行政处罚法 61, 民事诉讼法 87–95)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases import clocks, serving
from cases.act import Choice, Opening, act
from cases.guards.people import case_officers, two_handlers
from cases.guards.service import (
    LAWFUL_SERVICE,
    confirmation_is_signed,
    no_notice_is_running,
    notice_is_posted_after_issue,
    other_manners_failed,
    paper_awaits_service,
)
from cases.states import ENDED, State
from documents.services import mark_served
from law.citations import cite_all, print_citations
from law.forms import all_forms
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import (
        Case,
        Entrustment,
        PublicNotice,
        ServiceAddress,
        ServiceAttempt,
        ServiceProof,
        ServiceRecord,
    )
    from documents.models import Document

OF_ACTS = (*serving.MOVING, *serving.OF_MEASURES, *serving.OF_ENFORCEMENT)
OTHERS = tuple(form.key for form in all_forms() if form.served and form.key not in OF_ACTS)
GROUP = _("送达")
UNDER_WAY = tuple(one for one in State if one not in ENDED)


def _after_service(case: "Case", **facts: Any) -> str:
    unserved = case.documents.filter(form_key__in=serving.DECISIONS, services=None).exclude(state="voided")
    return State.DECIDED if unserved.exists() else State.SERVED


class Serving:
    """Service of decisions, which carries the case on; of every other paper; and what comes before or instead."""

    @act(
        title=_("登记送达决定书"),
        basis="行政处罚法:61",
        source=State.DECIDED,
        target=Choice((State.DECIDED, State.SERVED), _after_service),
        by=case_officers,
        requires=(two_handlers, *LAWFUL_SERVICE),
        asks="cases.forms.service.ServeDecisionForm",
        serves=serving.DECISIONS,
        issues=("service-receipt",),
        explains=_("送达之日起，缴款、行政复议和行政诉讼的期限开始计算。"),
    )
    def serve_decision(self: "Case", *, officer: Officer, on: date, **service: Any) -> "ServiceRecord":
        return serve_paper(self, officer=officer, on=on, **service)

    @act(
        title=_("登记送达其他文书"),
        basis="行政处罚法:61;民事诉讼法:87",
        source="*",
        by=case_officers,
        requires=(two_handlers, paper_awaits_service, *LAWFUL_SERVICE),
        asks="cases.forms.service.ServeOtherForm",
        group=GROUP,
        serves=OTHERS,
        issues=("service-receipt",),
        explains=_("除违法行为通知书和处罚决定书以外，凡依法应当送达的文书都在这里登记送达。"),
    )
    def serve_paper_on_party(self: "Case", *, officer: Officer, on: date, **service: Any) -> "ServiceRecord":
        return serve_paper(self, officer=officer, on=on, **service)

    @act(
        title=_("登记未能送达"),
        basis="民事诉讼法:95.2",
        source="*",
        by=case_officers,
        requires=(two_handlers,),
        asks="cases.forms.service_trouble.FailedServiceForm",
        group=GROUP,
        explains=_("送不到的、被退回的、查找下落没有结果的，都记明原因和经过；公告送达以此为前提。"),
    )
    def record_failed_service(
        self: "Case", *, document: Any, officer: Officer, on: date, proof: Any = None, **tried: Any
    ) -> "ServiceAttempt":
        attempt = self.service_attempts.create(document=document, party=document.party, officer=officer, **tried)
        if proof:
            _keep(self, document, officer, on, title=str(attempt.get_kind_display()), **proof)
        return attempt

    @act(
        title=_("公告送达"),
        basis="民事诉讼法:95",
        source="*",
        by=case_officers,
        requires=(two_handlers, other_manners_failed, notice_is_posted_after_issue, no_notice_is_running),
        asks="cases.forms.service_trouble.PublicNoticeForm",
        group=GROUP,
        opens=(
            Opening(
                serving.NOTICE_TERM,
                since=lambda file, facts, on: facts.get("posted_on") or on,
                about=lambda file, facts: serving.about_notice(facts["document"]),
            ),
        ),
        issues=("public-notice",),
        explains=_("受送达人下落不明，或者用其他方式无法送达的，才能公告送达；公告期满的次日视为送达，再登记送达。"),
    )
    def post_public_notice(
        self: "Case", *, document: Any, officer: Officer, on: date, posted_on: date | None = None, **notice: Any
    ) -> "PublicNotice":
        posted = {"document": document, "party": document.party, "posted_on": posted_on or on}
        return self.public_notices.create(officer=officer, **posted, **notice)

    @act(
        title=_("登记送达地址确认书"),
        basis="行政处罚法:61.2",
        source=UNDER_WAY,
        by=case_officers,
        requires=(confirmation_is_signed,),
        asks="cases.forms.service_trouble.AddressForm",
        group=GROUP,
        issues=("service-address-confirmation",),
        explains=_("当事人确认的送达地址；同意并签订确认书的，才能用传真、电子邮件等方式送达。"),
    )
    def confirm_service_address(
        self: "Case", *, officer: Officer, on: date, signed: bool = False, signed_on: date | None = None, **address: Any
    ) -> "ServiceAddress":
        return self.service_addresses.create(officer=officer, signed_on=signed_on or on, **address)

    @act(
        title=_("委托送达"),
        basis="民事诉讼法:91",
        source="*",
        by=case_officers,
        requires=(two_handlers, paper_awaits_service),
        asks="cases.forms.service_trouble.EntrustForm",
        group=GROUP,
        issues=("entrustment-letter",),
        explains=_("直接送达有困难的，可以委托其他交通运输执法部门代为送达；送达后按回证登记。"),
    )
    def entrust_service(self: "Case", *, document: Any, officer: Officer, on: date, **letter: Any) -> "Entrustment":
        return self.entrustments.create(document=document, party=document.party, officer=officer, sent_on=on, **letter)

    @act(
        title=_("添加送达证明"),
        basis="民事诉讼法:87",
        source="*",
        by=case_officers,
        asks="cases.forms.service_trouble.ProofForm",
        group=GROUP,
        explains=_("留置的照片、邮件回执、张贴公告的照片、系统显示到达的截图等。"),
    )
    def add_service_proof(
        self: "Case", *, document: Any, officer: Officer, on: date, title: str, proof: Any
    ) -> "ServiceProof":
        return _keep(self, document, officer, on, title=title, **proof)


def serve_paper(case: "Case", *, document: Any, on: date, officer: Officer, **service: Any) -> "ServiceRecord":
    """Record that a paper reached its party, on the day that the law counts, and mark the paper as served."""
    day = serving.reckon(case.terms.all(), {"document": document, **service}, on)
    service.pop("happened_on", None)
    served = mark_served(document, on=day.on)
    clocks.end_unless_over(case, serving.about_notice(document), on, note="另行送达", unless_over=day.on)
    return case.services.create(
        document=served,
        party=served.party,
        served_on=day.on,
        recorded_on=on,
        derivation=f"{day.event}（{print_citations(cite_all(day.basis))}）",
        server=officer,
        **_where(case, served, day.on, service),
    )


def _where(case: "Case", document: "Document", day: date, service: dict[str, Any]) -> dict[str, Any]:
    """Where nobody signs, the place is where the law says that the paper arrived."""
    found = {"manner": "direct", "place": "", "receiver": "", "receiver_relation": ""} | service
    if found["manner"] == serving.PUBLIC:
        notice = case.public_notices.filter(document=document).order_by("pk").last()
        found["place"] = notice.places[:120] if notice else ""
    elif found["manner"] == "electronic":
        address = case.service_addresses.filter(party=document.party, signed_on__lte=day)
        last = address.order_by("signed_on", "pk").last()
        found["place"] = f"{last.get_channel_display()} {last.account}"[:120] if last else ""
        found["receiver"] = found["receiver"] or str(document.party)[:60]
    return found


def _keep(case: "Case", document: Any, officer: Officer, on: date, *, title: str, **file: Any) -> "ServiceProof":
    return case.service_proofs.create(document=document, title=title, added_on=on, added_by=officer, **file)
