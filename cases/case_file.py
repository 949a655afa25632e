"""What does the file of one case contain, as questions that guards, papers and reviews ask of it?

A CaseFile is loaded with a fixed number of queries, for one case or for thousands, and asks none afterwards:
whatever reads it is a pure function of the file.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.apps import apps

from cases.beside import Beside
from cases.contents import with_contents
from cases.hearing_states import TOOK_PLACE
from cases.objects import about_of
from law.thresholds import PenaltyFacts, Scope, rules_that_fire

if TYPE_CHECKING:
    from cases.models import (
        Case,
        Charge,
        CoerciveMeasure,
        Decision,
        Discussion,
        Hearing,
        LegalReview,
        Party,
        Reckoning,
        Remedy,
        Sanction,
        Statement,
        Term,
    )
    from documents.models import Document
    from officers.models import Officer


class CaseFile:
    """Everything about one case, loaded once; see load_case_files for many."""

    def __init__(self, case: "Case", beside: Beside | None = None) -> None:
        self.case: Case = case
        self._beside = beside or Beside([case.pk])

    def beside(self, name: str) -> Any:
        """What an app above keeps about this case: asked of the database once for all files of the batch, if at all."""
        return self._beside.of(name, self.case.pk)

    # --- people -----------------------------------------------------------------------------
    @cached_property
    def handlers(self) -> "list[Officer]":
        return [one.officer for one in self._rows("assignments") if one.until is None]

    @cached_property
    def everyone_who_handled(self) -> set[int]:
        return {one.officer_id for one in self._rows("assignments")}

    @cached_property
    def everyone_who_reviewed(self) -> set[int]:
        """In this round or an earlier one: who has reviewed a case never decides it."""
        return {one.reviewer_id for one in self._rows("reviews") if one.reviewer_id}

    @cached_property
    def everyone_who_judged(self) -> set[int]:
        """Reviewed, chaired or recorded a hearing, voted or decided, in any round."""
        judges = self.everyone_who_reviewed | {one.decided_by_id for one in self.all_decisions}
        judges |= {pk for one in self._rows("hearings") for pk in (one.chair_id, one.recorder_id) if pk}
        return judges | {voice.officer_id for one in self._rows("discussions") for voice in one.voices.all()}

    @cached_property
    def parties(self) -> "list[Party]":
        return [one for one in self._rows("parties") if one.withdrawn_on is None]

    # --- charges and sanctions --------------------------------------------------------------
    @cached_property
    def charges(self) -> "list[Charge]":
        return [one for one in self._rows("charges") if one.withdrawn_on is None]

    def charges_of(self, party: "Party") -> "list[Charge]":
        return [one for one in self.charges if one.party_id == party.pk]

    def sanction(self, charge: "Charge", stage: str, round_: int | None = None) -> "Sanction | None":
        wanted = self.case.round if round_ is None else round_
        return next((one for one in charge.sanctions.all() if one.stage == stage and one.round == wanted), None)

    def reckoning(self, charge: "Charge") -> "Reckoning | None":
        """What was reckoned for the charge when the report of this round was written."""
        return next((one for one in charge.reckonings.all() if one.round == self.case.round), None)

    def sanctions_of(self, party: "Party", stage: str) -> "list[Sanction]":
        found = (self.sanction(charge, stage) for charge in self.charges_of(party))
        return [one for one in found if one is not None]

    def penalty_facts(self, party: "Party", stage: str = "proposed", hearing_held: bool = False) -> PenaltyFacts:
        """What the threshold rules look at, for one party, in this round."""
        sanctions = self.sanctions_of(party, stage)
        charges = self.charges_of(party)
        maxima = [one.violation.fine_max for one in charges if one.violation.fine_max is not None]
        flags = {
            "complex": self.case.is_complex,
            "public_interest": self.case.concerns_public_interest,
            "hearing_held": hearing_held,
            "no_penalty": self.case.recommendation == "no_penalty",
        }
        return PenaltyFacts(
            party_kind=party.counts_as,
            kinds=frozenset(kind for one in sanctions for kind in one.kinds),
            fine=sum((one.fine for one in sanctions), start=0),  # type: ignore[arg-type]
            confiscation=sum((one.confiscation for one in sanctions), start=0),  # type: ignore[arg-type]
            fine_max=max(maxima, default=None),
            flags=frozenset(name for name, is_set in flags.items() if is_set),
        )

    def rules_for(self, scope: Scope, party: "Party", on: date) -> tuple[Any, ...]:
        held = any(one.party_id == party.pk and one.state in TOOK_PLACE for one in self.hearings)
        return rules_that_fire(scope, self.penalty_facts(party, hearing_held=held), on)

    def requires(self, scope: Scope, on: date) -> bool:
        """Fired once in this round, or firing now: a requirement never goes away by itself (S5, one-way)."""
        kept = any(one.scope == scope and one.round == self.case.round for one in self._rows("fired_rules"))
        return kept or any(self.rules_for(scope, party, on) for party in self.parties)

    def has_hearing_right(self, party: "Party") -> bool:
        """A hearing rule fired for what is proposed against this party (行政处罚法 63)."""
        return any(
            one.scope == Scope.HEARING and one.party_id == party.pk and one.round == self.case.round
            for one in self._rows("fired_rules")
        )

    # --- evidence ---------------------------------------------------------------------------
    @cached_property
    def exclusions(self) -> "list[Any]":
        return self._rows("exclusions")

    @cached_property
    def evidence(self) -> "list[Any]":
        """What facts may rest on: without what was excluded as unlawfully obtained (行政处罚法 46.3)."""
        out = {one.evidence_id for one in self.exclusions}
        return [one for one in self.all_evidence if one.pk not in out]

    @cached_property
    def all_evidence(self) -> "list[Any]":
        return self._rows("evidence")

    @cached_property
    def showings(self) -> "list[Any]":
        return self._rows("showings")

    @cached_property
    def inquiries(self) -> "list[Any]":
        """Scene records, inspections and interviews that count."""
        out = {one.inquiry_id for one in self.exclusions}
        return [one for one in self.all_inquiries if one.pk not in out]

    @cached_property
    def all_inquiries(self) -> "list[Any]":
        return self._rows("inquiries")

    # --- coercive measures ------------------------------------------------------------------
    @cached_property
    def measures(self) -> "list[CoerciveMeasure]":
        return self._rows("measures")

    # --- papers and service -----------------------------------------------------------------
    @cached_property
    def papers(self) -> "list[Document]":
        return [one for one in self._rows("documents") if one.state != "voided"]

    def papers_of(self, form: str, party: "Party | None" = None, round_: int | None = None) -> "list[Document]":
        return [
            one
            for one in self.papers
            if one.form_key == form
            and (party is None or one.party_id == party.pk)
            and (round_ is None or one.subject_key == f"round-{round_}")
        ]

    def current_paper(self, form: str, party: "Party | None" = None) -> "Document | None":
        """The issued paper of this round."""
        found = [one for one in self.papers_of(form, party, self.case.round) if one.state != "draft"]
        return found[-1] if found else None

    def service_of(self, document: "Document | None") -> Any | None:
        if document is None:
            return None
        return next((one for one in self._rows("services") if one.document_id == document.pk), None)

    @cached_property
    def services(self) -> "list[Any]":
        return self._rows("services")

    def notice_served_on(self, party: "Party") -> date | None:
        service = self.service_of(self.current_paper("violation-notice", party))
        return service.served_on if service else None

    # --- the party's voice ------------------------------------------------------------------
    @cached_property
    def statements(self) -> "list[Statement]":
        return [one for one in self._rows("statements") if one.round == self.case.round]

    def statements_of(self, party: "Party") -> "list[Statement]":
        return [one for one in self.statements if one.party_id == party.pk and one.kind == "statement"]

    def has_waived(self, party: "Party") -> bool:
        return any(one.kind == "waiver" and one.party_id == party.pk for one in self.statements)

    @cached_property
    def hearings(self) -> "list[Hearing]":
        return [one for one in self._rows("hearings") if one.round == self.case.round]

    def hearing_of(self, party: "Party") -> "Hearing | None":
        return next((one for one in self.hearings if one.party_id == party.pk), None)

    # --- examination and decision -----------------------------------------------------------
    @cached_property
    def reviews(self) -> "list[LegalReview]":
        return [one for one in self._rows("reviews") if one.round == self.case.round]

    @cached_property
    def last_review(self) -> "LegalReview | None":
        return self.reviews[-1] if self.reviews else None

    @cached_property
    def discussions(self) -> "list[Discussion]":
        return [one for one in self._rows("discussions") if one.round == self.case.round]

    @cached_property
    def all_decisions(self) -> "list[Decision]":
        """Those that were annulled or found void too."""
        return self._rows("decisions")

    @cached_property
    def decisions(self) -> "list[Decision]":
        """The decisions that count."""
        return [one for one in self.all_decisions if one.counts]

    @cached_property
    def contestable_decisions(self) -> "list[Decision]":
        """Against which neither a reconsideration nor a lawsuit is pending (行政复议法 29)."""
        pending = {one.decision_id for one in self.remedies if one.state != "final"}
        return [one for one in self.decisions if one.pk not in pending]

    def standing_decision(self, party: "Party | None") -> "Decision | None":
        return next((one for one in self.decisions if party and one.party_id == party.pk), None)

    @cached_property
    def parties_in_round(self) -> "list[Party]":
        """On whom this round decides: not those whose decision of an earlier round still counts."""
        settled = {one.party_id for one in self.decisions if one.round < self.case.round}
        return [one for one in self.parties if one.pk not in settled]

    @cached_property
    def charges_in_round(self) -> "list[Charge]":
        concerned = {one.pk for one in self.parties_in_round}
        return [one for one in self.charges if one.party_id in concerned]

    @cached_property
    def remedies(self) -> "list[Remedy]":
        return self._rows("remedies")

    def decision_for(self, party: "Party") -> "Decision | None":
        return next((one for one in self.decisions if one.party_id == party.pk), None)

    def approvals(self, matter: str) -> "list[Any]":
        return [one for one in self._rows("approvals") if one.matter == matter]

    def last_opinion(self, matter: str, post: str) -> Any | None:
        """The latest opinion of a post on a matter, unless it was returned to the handler afterwards."""
        given = [one for one in self.approvals(matter) if one.post == post]
        return given[-1] if given else None

    # --- money: a party's whole account, with the surcharge, is in cases.money --------------
    def paid_by(self, party: "Party") -> Any:
        """Received, less what was paid back."""
        paid = sum(one.amount for one in self._rows("payments") if one.party_id == party.pk)
        back = [one for one in self._rows("refunds") if one.party_id == party.pk and one.state == "refunded"]
        return paid - sum(one.amount for one in back)

    def owed_by(self, party: "Party") -> Any:
        """Without surcharge; by the decision that counts, as a reconsideration or a court may have changed it."""
        return sum(one.fine + one.confiscation for one in self.sanctions_in_force(party))

    def sanctions_in_force(self, party: "Party") -> "list[Sanction]":
        decision = self.standing_decision(party)
        if decision is None:
            return []
        found = [
            self.sanction(charge, "changed", decision.round) or self.sanction(charge, "decided", decision.round)
            for charge in self.charges_of(party)
        ]
        return [one for one in found if one is not None]

    def earlier_penalties(self, party: "Party", violation_code: str, since: date) -> "list[Decision]":
        """Penalties of this person for the same conduct in other cases of the bureau, from a day on.

        The one question that looks beyond the case: it asks the database when it is put, and is put only where a
        first offence is claimed.
        """
        same = {"party__id_number": party.id_number, "party__id_kind": party.id_kind}
        if party.uscc and not party.is_person:
            same = {"party__uscc": party.uscc}
        decisions: Any = apps.get_model("cases", "Decision")
        found = decisions.objects.filter(
            **same, kind="penalty", decided_on__gte=since, party__charges__violation_code=violation_code
        )
        return list(found.exclude(case=self.case).select_related("case").distinct().order_by("decided_on", "pk"))

    # --- punished on the spot ---------------------------------------------------------------
    @cached_property
    def is_summary(self) -> bool:
        return self.case.procedure == "summary"

    @cached_property
    def spot_penalties(self) -> "list[Any]":
        return self._rows("spot_penalties")

    @cached_property
    def spot_collections(self) -> "list[Any]":
        return self._rows("spot_collections")

    # --- terms ------------------------------------------------------------------------------
    @cached_property
    def terms(self) -> "list[Term]":
        return self._rows("terms")

    def open_terms(self, key: str | None = None, party: "Party | None" = None) -> "list[Term]":
        return [
            one
            for one in self.terms
            if one.ended_on is None
            and (key is None or one.key == key)
            and (party is None or one.party_id in (None, party.pk))
        ]

    def terms_about(self, subject: Any, key: str) -> "list[Term]":
        """The terms of one legal object, ended ones too."""
        return [one for one in self.terms if one.key == key and one.about == about_of(subject)]

    def term(self, key: str, party: "Party | None" = None) -> "Term | None":
        found = [one for one in self.terms if one.key == key and (party is None or one.party_id == party.pk)]
        return found[-1] if found else None

    # --- substance --------------------------------------------------------------------------
    def substance(self) -> str:
        """A digest of what a reviewer judges: parties, facts, evidence and proposed penalties."""
        parts: dict[str, Any] = {
            "parties": [[one.pk, one.kind, one.name, one.id_number, one.uscc] for one in self.parties],
            "charges": [
                [one.pk, one.party_id, one.violation_code, str(one.conduct_on), one.facts, one.total_kg]
                for one in self.charges
            ],
            "sanctions": [
                [one.charge_id, one.round, sorted(one.kinds), str(one.fine), str(one.confiscation), one.other]
                for charge in self.charges
                for one in charge.sanctions.all()
                if one.stage in ("proposed", "lightened") and one.round == self.case.round
            ],
            "evidence": [[one.pk, one.sha256] for one in self.evidence],
            "inquiries": [one.pk for one in self.inquiries],
            "statements": [[one.pk, one.accepted] for one in self.statements],
            "hearings": [[one.pk, one.state] for one in self.hearings],
        }
        return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    def _rows(self, relation: str) -> "list[Any]":
        # Python sorting keeps the prefetched rows; order_by() would ask the database again.
        return sorted(getattr(self.case, relation).all(), key=lambda row: row.pk)


def load_case_files(case_ids: Sequence[int], *, batch: int = 500) -> Iterator[CaseFile]:
    """The files of these cases in the order given; a bounded number of queries per batch."""
    for start in range(0, len(case_ids), batch):
        chunk = list(case_ids[start : start + batch])
        found = {case.pk: case for case in with_contents(chunk)}
        beside = Beside(list(found))
        yield from (CaseFile(found[pk], beside) for pk in chunk if pk in found)


def load_case_file(case_id: int) -> CaseFile:
    """One file; raises Case.DoesNotExist."""
    for file in load_case_files([case_id]):
        return file
    # By name: the models import the procedure, which reads case files.
    raise apps.get_model("cases", "Case").DoesNotExist


def all_of(rows: Iterable[Any], **wanted: Any) -> list[Any]:
    """Rows whose attributes equal the wanted values; a filter that asks no query."""
    return [row for row in rows if all(getattr(row, name) == value for name, value in wanted.items())]
