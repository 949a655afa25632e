"""Which acts are open to this officer now, and why are the others not yet?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from cases import serving
from cases.act import Act, Ask, Obstacle, acts_of
from cases.carrying_out import parties_to_enforce, unshown
from cases.case_file import CaseFile, all_of
from cases.guards.auction import AUCTION
from cases.guards.joinder import merged_into, split_from
from cases.guards.referral import came_back, was_sent
from cases.guards.suspension import ending_waits_for_the_head
from cases.making_good import owed, possibly_mistaken
from cases.money import (
    account_of,
    enforcement_of,
    may_ask_for_a_plan,
    owing_parties,
    refundable,
)
from cases.notified import late_evidence, meaning_of
from cases.objects import LegalObject, objects_of
from cases.repairs import is_about_to_be_voided, open_to_correction, open_to_voiding
from cases.screens.next_act import demanded, next_act
from cases.services import in_source_state, obstacles
from cases.substitute_costs import unaccounted
from law.citations import cite_all, print_citations
from officers.models import Officer


@dataclass(frozen=True)
class Offer:
    key: str
    title: str
    url: str
    hint: str
    primary: bool
    group: str


@dataclass(frozen=True)
class Hindrance:
    sentence: str
    article: str
    cure: str
    url: str
    url_text: str


@dataclass(frozen=True)
class Blocked:
    title: str
    obstacles: list[Hindrance]


@dataclass(frozen=True)
class Offers:
    next_acts: list[Offer]
    side_acts: list[Offer]
    blocked: list[Blocked]
    waiting: str


def offers_for(file: CaseFile, officer: Officer, on: date, machine: Any = None) -> Offers:
    """What perform() would accept today, and what stands in the way of the rest of this state's acts.

    machine: a legal object of the file; the case itself where none is given.
    """
    machine = machine or file.case
    ask = Ask(file, officer, on, subject=machine)
    here = [act for act in acts_of(machine).values() if in_source_state(machine, act)]
    mine = [act for act in here if act.by.check(ask)]
    hindered = {act.key: obstacles(machine, act.key, ask) for act in mine}
    open_now = [act for act in mine if not hindered[act.key] and has_something_to_act_on(machine, act, file, on)]
    moving = [act for act in open_now if act.moves]
    main = [act for act in moving if not act.exit]
    proposed = next_act(machine, demanded([machine.pk])) if machine is file.case else None
    first = proposed if proposed in moving else next(iter(main), None)
    return Offers(
        next_acts=[offer(machine, act, primary=act is first) for act in moving],
        side_acts=[offer(machine, act) for act in open_now if not act.moves],
        blocked=[
            Blocked(str(act.title), [hindrance(file, one, on) for one in hindered[act.key]])
            for act in mine
            if hindered[act.key] and act.moves and has_something_to_act_on(machine, act, file, on)
        ],
        waiting="" if any(act.moves for act in mine) else waiting_for(here),
    )


def has_something_to_act_on(machine: Any, act: Act, file: CaseFile, on: date) -> bool:
    """An act of a case on a row that does not exist yet is not offered: no hearing to convene, no comment to answer."""
    if machine is not file.case:
        fits = FITS.get((machine.slug, act.key))
        return fits is None or bool(fits(machine))
    need = NEEDS.get(act.key)
    return need is None or bool(need(file, on))


FITS: dict[tuple[str, str], Any] = {
    ("disposal", "carry_out_disposal"): lambda disposal: disposal.manner != AUCTION,
    ("disposal", "entrust_auction"): lambda disposal: disposal.manner == AUCTION,
    ("disposal", "give_up_auction"): lambda disposal: any(one.sold is False for one in disposal.auctions.all()),
}
"""Acts of a legal object that are for some of its kind only: nobody is told why he cannot auction what is sold by hand."""


NEEDS: dict[str, Any] = {
    "withdraw_party": lambda file, on: file.parties,
    "refresh_drafts": lambda file, on: [one for one in file.papers if one.state == "draft"],
    "add_charge": lambda file, on: file.parties,
    "withdraw_charge": lambda file, on: file.charges,
    "answer_statement": lambda file, on: [
        one for one in file.statements if one.kind == "statement" and not one.answered_on
    ],
    "lighten_proposal": lambda file, on: file.charges,
    "judge_late_evidence": lambda file, on: [one for one in late_evidence(file) if meaning_of(file, one) is None],
    "request_hearing": lambda file, on: [one for one in file.parties if not file.hearing_of(one)],
    "record_waiver": lambda file, on: [one for one in file.parties if not file.has_waived(one)],
    "answer_comments": lambda file, on: [
        one for review in file.reviews for one in review.comments.all() if not one.answered_on
    ],
    "request_reexamination": lambda file, on: was_not_agreed_to(file),
    "raise_review_dispute": lambda file, on: was_not_agreed_to(file) and file.reviews[-1].re_examines_id,
    "order_correction": lambda file, on: file.parties,
    "record_payment": lambda file, on: owing_parties(file, on),
    "request_plan": lambda file, on: [one for one in owing_parties(file, on) if may_ask_for_a_plan(file, one)],
    "request_refund": lambda file, on: [one for one in file.parties if refundable(file, one, on) > 0],
    "forgo_surcharge": lambda file, on: [
        one for one in file.parties if account_of(file, one, on).reckoning.surcharge_left
    ],
    "record_performance": lambda file, on: [one for party in file.parties for one in unshown(file, party)],
    "propose_restitution": lambda file, on: owed(file) or possibly_mistaken(file),
    "account_for_costs": lambda file, on: unaccounted(file),
    "begin_enforcement": lambda file, on: [
        one for one in parties_to_enforce(file, on) if enforcement_of(file, one) is None
    ],
    "propose_exemption": lambda file, on: file.open_terms("publish"),
    "copy_to_home_authority": lambda file, on: file.open_terms("copy_home_authority"),
    "register_reconsideration": lambda file, on: file.contestable_decisions,
    "register_litigation": lambda file, on: file.contestable_decisions,
    "set_aside_decision": lambda file, on: file.contestable_decisions,
    "extend_decision_period": lambda file, on: file.open_terms("decide"),
    "serve_paper_on_party": lambda file, on: [
        one for one in serving.served_by_the_way(file) if not is_about_to_be_voided(file, one)
    ],
    "record_failed_service": lambda file, on: serving.unserved(file),
    "post_public_notice": lambda file, on: serving.may_be_posted(file),
    "confirm_service_address": lambda file, on: file.parties,
    "entrust_service": lambda file, on: serving.unserved(file),
    "add_service_proof": lambda file, on: serving.issued_for_service(file),
    "complete_evidence": lambda file, on: file.evidence,
    "exclude_evidence": lambda file, on: file.evidence or file.inquiries,
    "show_evidence": lambda file, on: file.evidence and file.parties,
    "clear_at_once": lambda file, on: file.parties,
    "take_samples": lambda file, on: file.parties,
    "entrust_appraisal": lambda file, on: file.parties,
    "record_education": lambda file, on: file.case.recommendation == "no_penalty" and file.parties,
    "propose_preservation": lambda file, on: file.parties,
    "turn_ordinary": lambda file, on: file.is_summary,
    "resume_returned_case": lambda file, on: came_back(file),
    "register_incoming_transfer": lambda file, on: was_sent(file),
    "end_as_merged": lambda file, on: merged_into(file),
    "take_over_split": lambda file, on: split_from(file),
    "propose_split": lambda file, on: len(file.parties) > 1,
    "apply_for_recusal": lambda file, on: file.parties,
    "end_investigation": lambda file, on: ending_waits_for_the_head(file),
    "return_ending": lambda file, on: ending_waits_for_the_head(file),
    "propose_paper_correction": lambda file, on: open_to_correction(file),
    "propose_paper_voiding": lambda file, on: open_to_voiding(file),
    "conclude_as_transferred": lambda file, on: all_of(file.case.police_transfers.all(), state="handed_over"),
}


def was_not_agreed_to(file: CaseFile) -> bool:
    return file.last_review is not None and file.last_review.outcome not in ("", "passed")


def act_url(machine: Any, key: str, page: str = "act") -> str:
    """The address of an act (or of its preview) on the case or on one of its legal objects."""
    if isinstance(machine, LegalObject):
        case_id: int = machine.case_id  # type: ignore[attr-defined]
        return reverse(f"cases:object-{page}", args=[case_id, machine.slug, machine.pk, key])
    return reverse(f"cases:{page}", args=[machine.pk, key])


def offer(machine: Any, act: Act, *, primary: bool = False) -> Offer:
    return Offer(act.key, str(act.title), act_url(machine, act.key), str(act.explains), primary, str(act.group))


def hindrance(file: CaseFile, obstacle: Obstacle, on: date) -> Hindrance:
    cure = str(obstacle.cure)
    if obstacle.cure_by:
        cure = _("%(cure)s（%(who)s）") % {"cure": cure, "who": obstacle.cure_by} if cure else str(obstacle.cure_by)
    machine, act = _curing(file, obstacle.cure_act)
    return Hindrance(
        sentence=str(obstacle.sentence),
        article=print_citations(cite_all(obstacle.basis)) if obstacle.basis else "",
        cure=cure,
        url=act_url(machine, act.key) if act else "",
        url_text=str(act.title) if act else "",
    )


def _curing(file: CaseFile, named: str) -> tuple[Any, Act | None]:
    """The act that cures, where it can be done now: `key` of the case, or `kind.key` of one of its objects."""
    kind, _dot, key = named.rpartition(".")
    machines: list[Any] = [one for one in objects_of(file) if one.slug == kind] if kind else [file.case]
    for machine in machines if key else []:
        act = acts_of(machine)[key]
        if in_source_state(machine, act):
            return machine, act
    return None, None


def waiting_for(here: list[Act]) -> str:
    """Whose turn is it: the actors of the acts that move the case on from here."""
    who = list(dict.fromkeys(str(act.by.title) for act in here if act.moves and not act.exit))
    return _("、").join(who)
