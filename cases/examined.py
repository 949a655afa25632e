"""What exactly did the legal review examine, why was it asked for, and what has changed since (行政处罚法 58)?

A review speaks about one state of the dossier. That state is kept with the review as a digest per row, so that a later
change is named and not only noticed. What belongs to it is what the reviewer answers for: who the parties are, what they
are charged with, on which evidence, under which reckoning, what is proposed and why, and what the parties said to it.

What follows by law from the review or runs beside it does not belong to it: the opinion itself, the list of evidence
that is drawn with every request, proofs of service, extensions, education, who is assigned (asked anew at every act).
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Text
from cases.states import State
from law.thresholds import MajorCaseRule, Scope, all_thresholds

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Charge, LegalReview, Party

Examined = dict[str, dict[str, list[str]]]
"""By part and row: what a person calls the row, and the digest of what it says."""

PARTS: dict[str, Text] = {
    "parties": gettext_lazy("当事人"),
    "charges": gettext_lazy("违法行为"),
    "proposals": gettext_lazy("处罚意见"),
    "reckonings": gettext_lazy("裁量"),
    "evidence": gettext_lazy("证据"),
    "inquiries": gettext_lazy("笔录"),
    "statements": gettext_lazy("陈述申辩"),
    "hearings": gettext_lazy("听证"),
    "late_evidence": gettext_lazy("补充证据的说明"),
    "papers": gettext_lazy("文书"),
    "case": gettext_lazy("案件"),
}
READ = frozenset(
    {"investigation-report", "violation-notice", "scene-record", "interview-record", "inspection-record"}
    | {"hearing-record", "hearing-report", "statement-record", "statement-answer", "appraisal-notice"}
)
"""The issued papers on which the review rests. One that is issued anew with the same words is no change."""


def examined(file: "CaseFile") -> Examined:
    """The dossier as a reviewer sees it now; a pure function of the file."""
    found: Examined = {part: {} for part in PARTS}
    for part, key, title, *said in _rows(file):
        found[part][str(key)] = [str(title), _digest(said)]
    return found


def changes(before: Examined, now: Examined) -> list[str]:
    """What was added, taken away or altered since, in words; empty when it is the same dossier."""
    return [sentence for part in PARTS for sentence in _changes(part, before.get(part, {}), now.get(part, {}))]


def root_of(found: Examined) -> str:
    """One digest over all of it: printed on the opinion, so that the paper itself says which dossier it is about."""
    return _digest([found])


def changed_since(review: "LegalReview", file: "CaseFile") -> list[str]:
    """One that was asked for before digests were kept row by row is held against the whole digest only."""
    if review.examined:
        return changes(review.examined, examined(file))
    return [] if review.substance == file.substance() else [_("事实、证据或者处罚意见")]


def reopened_by(file: "CaseFile") -> list[str]:
    """What has re-opened a review that had agreed, while the case can still be submitted anew; empty otherwise."""
    review = file.last_review
    waits = file.case.state in (State.NOTIFIED, State.REVIEWED, State.READY, State.DISCUSSED)
    return changed_since(review, file) if waits and review and review.outcome == "passed" else []


def why_required(file: "CaseFile", on: date) -> list[dict[str, Any]]:
    """The rule rows that fired in this round, with what they were held against: kept, whatever the rows say later."""
    kept = {
        (one.rule, one.party_id): one.fired_on
        for one in file.case.fired_rules.all()
        if one.scope == Scope.REVIEW and one.round == file.case.round
    }
    found = []
    for party in file.parties:
        now = {one.key: one for one in file.rules_for(Scope.REVIEW, party, on)}
        since = {key: day for (key, party_id), day in kept.items() if party_id == party.pk}
        for key in sorted({*since, *now}):
            day = since.get(key, on)
            rule = now.get(key) or _rule_on(key, day)
            if rule is not None:
                found.append(_why(rule, file, party, day))
    return found


def reasons_of(review: "LegalReview | None", file: "CaseFile", on: date) -> list[dict[str, Any]]:
    """Kept with the request; of one from before they were kept, or while none is asked for, as they fire now."""
    return (review.why if review else None) or why_required(file, on)


def _why(rule: MajorCaseRule, file: "CaseFile", party: "Party", day: date) -> dict[str, Any]:
    facts = file.penalty_facts(party)
    amount = None
    if rule.fine_min is not None:
        amount = facts.confiscation if rule.penalty_kind.startswith("confiscate") else facts.fine
    return {
        "rule": rule.key,
        "title": rule.title,
        "basis": rule.basis,
        "party": party.pk,
        "threshold": None if rule.fine_min is None else f"{rule.fine_min.normalize():f}",
        "share": None if rule.ratio_of_max is None else f"{rule.ratio_of_max:f}",
        "amount": None if amount is None else f"{amount.normalize():f}",
        "in_force_from": rule.in_force_from.isoformat(),
        "source": rule.source,
        "fired_on": day.isoformat(),
    }


def _rule_on(key: str, day: date) -> MajorCaseRule | None:
    """The row of that name that was in force on that day, though it may have ended since."""
    rows = [one for one in all_thresholds() if one.key == key and one.in_force_from <= day]
    return max(rows, key=lambda one: one.in_force_from, default=None)


Row = tuple[Any, ...]
"""Part, key, what a person calls it, and what it says."""


def _rows(file: "CaseFile") -> Iterator[Row]:
    yield from _charged(file)
    yield from _proven(file)
    yield from _heard(file)
    for paper in file.papers:
        if paper.form_key in READ and paper.state != "draft":
            name = f"{paper.title} {paper.number}".strip()
            yield ("papers", f"{paper.form_key}-{paper.party_id}-{paper.subject_key}", name, paper.content_sha256)
    case = file.case
    yield ("case", "facts", _("性质和处理意见"), case.is_complex, case.concerns_public_interest, case.recommendation)


def _charged(file: "CaseFile") -> Iterator[Row]:
    for party in file.parties:
        person = (party.kind, party.id_kind, party.id_number, party.uscc, party.representative, party.born_on)
        yield ("parties", party.pk, party.name, party.name, *person)
    for charge in file.charges:
        conduct = charge.violation.name
        yield ("charges", charge.pk, conduct, *_charge(charge))
        for sanction in charge.sanctions.all():
            if sanction.round == file.case.round and sanction.stage in ("proposed", "lightened"):
                money = (sanction.fine, sanction.confiscation, sanction.returned)
                words = (sanction.other, sanction.reason, sorted(sanction.kinds))
                name = f"{conduct}（{sanction.get_stage_display()}）"
                yield ("proposals", f"{charge.pk}-{sanction.stage}", name, *money, *words)
        reckoned = file.reckoning(charge)
        if reckoned:
            yield ("reckonings", charge.pk, conduct, sorted(reckoned.circumstances), reckoned.level, reckoned.amount)


def _proven(file: "CaseFile") -> Iterator[Row]:
    for one in file.evidence:
        yield ("evidence", one.pk, one.title, one.kind, one.sha256, one.proves)
    for one in file.inquiries:
        said = (one.body, one.answers, one.started_at, one.person_name, one.signed, one.refusal)
        yield ("inquiries", one.pk, f"{one.get_kind_display()}（{one.person_name}）", *said)
    for late in file.case.late_evidence.all():
        yield ("late_evidence", late.pk, late.evidence.title, late.meaning, late.reason)


def _heard(file: "CaseFile") -> Iterator[Row]:
    for one in file.statements:
        answer = (one.accepted, one.answer, one.consequence)
        yield ("statements", one.pk, one.party.name, one.kind, one.text, one.put_forward, *answer)
    for hearing in file.hearings:
        yield ("hearings", hearing.pk, hearing.party.name, hearing.state, hearing.opinion, hearing.advice)


def _charge(charge: "Charge") -> tuple[Any, ...]:
    conduct = (charge.party_id, charge.violation_code, charge.conduct_on, charge.ended_on, charge.facts)
    weights = (charge.plate, charge.total_kg, charge.limit_kg, charge.illegal_income, charge.base_amount)
    return (*conduct, *weights, charge.same_act_as_id, charge.grave_harm)


def _digest(said: list[Any]) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, default=str).encode()).hexdigest()


def _changes(part: str, before: dict[str, list[str]], now: dict[str, list[str]]) -> Iterator[str]:
    named = {"what": PARTS[part]}
    for key, (title, digest) in now.items():
        if key not in before:
            yield _("新增%(what)s“%(title)s”") % (named | {"title": title})
        elif before[key][1] != digest:
            yield _("%(what)s“%(title)s”有改动") % (named | {"title": title})
    for key, (title, _digest_then) in before.items():
        if key not in now:
            yield _("%(what)s“%(title)s”不再在案") % (named | {"title": title})
