"""What did the machine compare for each of the eight points of legal review, with what result, and where is it seen?

It answers no point: the reviewer does. A line that is in order is shown as well, so that one sees what was looked at.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from cases.act import Ask
from cases.case_file import CaseFile
from cases.evidence_rules import is_supported, lacking, matrix, rests_on_words_alone
from cases.notified import current_proposal, differences, late_evidence
from cases.papers.consistency import contradictions
from cases.procedure.review import HEARD
from cases.screens.term_names import name_of
from documents.models import Document
from law.statutes import articles_in_force
from law.thresholds import Scope
from law.violations import PenaltyKind, is_punishable
from officers.models import Bureau, Officer


@dataclass(frozen=True)
class Check:
    """compared: what was held against what; result: what came of it; url: the paper, the file or the list behind it."""

    number: int
    compared: str
    result: str
    ok: bool
    url: str = ""
    link: str = ""


def checks_by_point(file: CaseFile, officer: Officer, today: date) -> dict[int, list[Check]]:
    found: dict[int, list[Check]] = defaultdict(list)
    for make in (_organ, _people, _evidence, _law, _discretion, _papers, _crime):
        for one in make(file, today):
            found[one.number].append(one)
    for one in _procedure(file, officer, today):
        found[one.number].append(one)
    return found


def _organ(file: CaseFile, today: date) -> Iterator[Check]:
    bureau = Bureau.objects.first()
    disputes = [one for one in file.case.disputes.all() if not one.has_ended]
    place = {"organ": bureau.name if bureau else "", "place": file.case.place}
    if disputes:
        yield Check(1, _("管辖"), _("有管辖争议没有了结。"), ok=False)
    else:
        yield Check(1, _("管辖"), _("%(organ)s；行为发生地：%(place)s；没有管辖争议。") % place, ok=True)
    for charge in file.charges:
        known = is_punishable(charge.violation_code, charge.conduct_on)
        what = {"conduct": charge.violation.name}
        said = _("“%(conduct)s”在本机关的权责清单内。") if known else _("“%(conduct)s”不在行为日的权责清单内。")
        yield Check(1, _("违法行为与权责清单"), said % what, ok=known)


def _people(file: CaseFile, today: date) -> Iterator[Check]:
    papers = {one.subject_key: one for one in file.papers}
    for one in file.inquiries:
        day = localdate(one.started_at)
        lacking_card = [who.name for who in (one.first_officer, one.second_officer) if not who.may_enforce(day)]
        what = _("%(what)s当日两名执法人员的证件") % {"what": one.get_kind_display()}
        paper = papers.get(f"inquiry-{one.pk}")
        said = _("%(names)s当日没有有效证件。") % {"names": _("、").join(lacking_card)}
        fine = _("%(on)s，证件有效。") % {"on": date_format(day)}
        yield Check(2, what, said if lacking_card else fine, not lacking_card, *_to_paper(paper))
    names = _("、").join(one.name for one in file.handlers)
    enough = len(file.handlers) >= 2
    said = _("%(count)d 名：%(names)s。") % {"count": len(file.handlers), "names": names}
    yield Check(2, _("承办人人数"), said, ok=enough)


def _procedure(file: CaseFile, officer: Officer, today: date) -> Iterator[Check]:
    said = [str(one.sentence) for guard in HEARD for one in guard.obstacles(Ask(file, officer, today))]
    if said:
        yield from (Check(3, _("告知、陈述申辩、听证"), one, ok=False) for one in said)
    else:
        yield Check(3, _("告知、陈述申辩、听证"), _("都已办结，期间都已届满或者放弃。"), ok=True)
    for party in file.parties:
        notice = file.current_paper("violation-notice", party)
        on = file.notice_served_on(party)
        told = {"party": party.name, "on": date_format(on) if on else ""}
        result = _("%(party)s %(on)s 收到。") % told if on else _("%(party)s没有送达记录。") % told
        yield Check(3, _("告知书的送达"), result, on is not None, *_to_paper(notice))
    late = [one for one in file.open_terms() if one.due_on < today and one.nature == "duty"]
    for term in late:
        named = {"term": name_of(term), "on": date_format(term.due_on)}
        yield Check(3, _("期限"), _("%(term)s应当在 %(on)s 以前完成。") % named, ok=False)
    if not late:
        yield Check(3, _("期限"), _("没有超过的法定期限。"), ok=True)


def _evidence(file: CaseFile, today: date) -> Iterator[Check]:
    for fact in matrix(file):
        titles = _("；").join(one.title for one in fact.evidence)
        ok, result = True, titles
        if not is_supported(fact, today):
            ok, result = False, _("没有形式完备的证据。")
        elif rests_on_words_alone(fact):
            ok, result = False, _("只有当事人陈述：%(titles)s") % {"titles": titles}
        yield Check(4, _("“%(fact)s”有什么证据") % {"fact": fact.text[:40]}, result, ok, *_to_case(file, "evidence"))
    for one in file.evidence:
        missing = [each.title for each in lacking(one, today)]
        if missing:
            yield Check(4, one.title, _("缺：%(what)s") % {"what": _("；").join(missing)}, False, *_to_evidence(one))
    for one in late_evidence(file):
        yield Check(4, one.title, _("告知以后补充的证据。"), True, *_to_evidence(one))


def _law(file: CaseFile, today: date) -> Iterator[Check]:
    for charge in file.charges:
        cited = (*charge.violation.violated, *charge.violation.penalty)
        old, present = articles_in_force(cited, charge.conduct_on), articles_in_force(cited, today)
        for citation in cited:
            then, now = old.get(citation), present.get(citation)
            if then is None:
                said, ok = _("条文没有录入，请对照原文。"), False
            elif now is None or then.text.split() != now.text.split():
                said, ok = _("行为发生以后条文有修改，按从旧兼从轻核对。"), False
            else:
                said, ok = _("行为发生日有效，至今未修改。"), True
            yield Check(5, str(citation), said, ok, "#articles", _("看条文"))


def _discretion(file: CaseFile, today: date) -> Iterator[Check]:
    for charge in file.charges_in_round:
        proposal, kept = current_proposal(file, charge), file.reckoning(charge)
        if proposal is None or PenaltyKind.FINE not in proposal.kinds or kept is None:
            continue
        named = {"fine": _number(proposal.fine), "low": _number(kept.range_low), "high": _number(kept.range_high)}
        within = (kept.range_low is None or proposal.fine >= kept.range_low) and (
            kept.range_high is None or proposal.fine <= kept.range_high
        )
        said = _("拟罚款 %(fine)s 元；法定幅度 %(low)s 至 %(high)s 元。") % named
        yield Check(6, charge.violation.name, said, within, "#like-cases", _("看同类案件"))
        if kept.tier_low is not None or kept.tier_high is not None:
            tier = {"level": kept.level_title, "low": _number(kept.tier_low), "high": _number(kept.tier_high)}
            in_tier = (kept.tier_low is None or proposal.fine >= kept.tier_low) and (
                kept.tier_high is None or proposal.fine <= kept.tier_high
            )
            told = _("裁量基准“%(level)s”：%(low)s 至 %(high)s 元。") % tier
            yield Check(6, _("裁量基准"), told, in_tier)
        if not proposal.reason.strip():
            yield Check(6, _("裁量理由"), _("没有写明裁量理由。"), ok=False)


def _papers(file: CaseFile, today: date) -> Iterator[Check]:
    found = False
    for one in contradictions(file):
        found = True
        yield Check(7, _("文书之间是否一致"), str(one.sentence), False, *_to_case(file, "papers"))
    for party in file.parties:
        for what in differences(file, party):
            found = True
            named = {"name": party.name, "what": what}
            yield Check(
                7, _("与告知书比对"), _("%(name)s的%(what)s不一致。") % named, False, "#differences", _("看差异")
            )
    for one in file.inquiries:
        if not one.signed:
            found = True
            said = _("没有签名：%(why)s") % {"why": one.refusal or _("没有注明情况")}
            yield Check(7, str(one.get_kind_display()), said, bool(one.refusal), *_to_case(file, "papers"))
    if not found:
        yield Check(7, _("文书之间、与告知书"), _("比对没有发现不一致。"), True, *_to_case(file, "papers"))


def _crime(file: CaseFile, today: date) -> Iterator[Check]:
    transfers = list(file.case.police_transfers.all())
    for one in transfers:
        yield Check(8, _("涉嫌犯罪的报告"), str(one.get_state_display()), ok=one.has_ended)
    if not transfers:
        yield Check(8, _("涉嫌犯罪的报告"), _("本案没有报告涉嫌犯罪；是否达到追诉标准由审核人判断。"), ok=True)
    if file.requires(Scope.DISCUSSION, today):
        yield Check(8, _("集体讨论"), _("本案还须负责人集体讨论。"), ok=True)


def _number(amount: Decimal | None) -> str:
    return _("不限") if amount is None else f"{amount.normalize():f}"


def _to_paper(paper: Document | None) -> tuple[str, str]:
    return (reverse("documents:paper", args=[paper.pk]), str(paper.title)) if paper else ("", "")


def _to_evidence(one: object) -> tuple[str, str]:
    file, case_id, pk = (getattr(one, name) for name in ("file", "case_id", "pk"))
    return (reverse("cases:evidence-file", args=[case_id, pk]), _("打开证据")) if file else ("", "")


def _to_case(file: CaseFile, anchor: str) -> tuple[str, str]:
    return f"{reverse('cases:case', args=[file.case.pk])}#{anchor}", _("在案卷中看")
