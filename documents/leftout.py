"""What does a form leave unprinted on purpose, and why? Everything else of its content must stand on the paper.

A path names a field without the numbers of its rows; `when` says under which content it is left out, else always.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from documents.forms.parts import PartyBlock


@dataclass(frozen=True)
class LeftOut:
    fields: frozenset[str]
    why: str
    when: Callable[[Any], bool] | None = None


def left(why: str, *fields: str, when: Callable[[Any], bool] | None = None) -> LeftOut:
    return LeftOut(frozenset(fields), why, when)


def left_out(form_key: str, content: Any) -> frozenset[str]:
    """The fields that this form does not print for this content."""
    found = [one.fields for one in LEFT_OUT.get(form_key, ()) if one.when is None or one.when(content)]
    return frozenset(NO_LINE.get(form_key, ())).union(*found, NEVER)


def struck_half(party: PartyBlock) -> frozenset[str]:
    """Of a party the half that does not apply is struck, whatever the case knows."""
    if party.is_person:
        return frozenset({"representative", "representative_duty", "uscc"})
    return frozenset({"sex", "age", "id_number", "occupation"})


CODES = frozenset({"kind", "outcome", "vote", "reading", "code", "channel", "measures"})
"""Fields whose value, where it is a word of ours, ticks a box or chooses a sentence."""

NEVER = frozenset({"letterhead.seal_name", "charges.code"})
"""The words in the ring of the seal are a picture; the code of the catalogue is for machines."""

CONTACT = left(
    "the printed form ends with the seal and gives no contact",
    *(f"letterhead.{name}" for name in ("address", "contact", "phone", "postcode")),
)


def party_rest(name: str, *more: str) -> LeftOut:
    return left("the printed block of the party has no line for it", *(f"{name}.{one}" for one in more))


PARTY_BLOCK = party_rest("parties", "postcode", "occupation", "representative_duty")
PARTY_TABLE = party_rest("party", "sex", "age", "occupation", "postcode", "representative_duty")
AGENT_TABLE = party_rest("party", "sex", "age", "occupation", "representative_duty")


def name_only(*people: str) -> LeftOut:
    return left("signs with the name alone", *(f"{one}.{what}" for one in people for what in ("certificate", "duty")))


def no_duty(*people: str) -> LeftOut:
    return left("the certificate says who it is", *(f"{one}.duty" for one in people))


def signature_rest(*people: str) -> tuple[str, ...]:
    return tuple(f"{one}.{what}" for one in people for what in ("certificate", "refused"))


WITNESS = ("witness.certificate", "witness.refused")
GUESTS = ("agents", "third_parties", "others")
GUEST_DETAILS = ("id_number", "phone", "address", "postcode", "relation")
SOURCE_DETAIL = left("the case was found by us or reported", "source_detail", when=lambda one: one.source < 3)

LEFT_OUT: dict[str, tuple[LeftOut, ...]] = {
    "filing-form": (
        PARTY_BLOCK,
        SOURCE_DETAIL,
        left("nobody asks for the filing yet", "handler.on", when=lambda one: not one.handler.name),
    ),
    "no-filing-form": (PARTY_BLOCK, SOURCE_DETAIL),
    "withdrawal-form": (PARTY_BLOCK,),
    "joinder-form": (PARTY_BLOCK,),
    "suspension-form": (PARTY_BLOCK,),
    "ending-form": (PARTY_BLOCK,),
    "crime-report": (PARTY_BLOCK,),
    "preservation-approval": (PARTY_BLOCK,),
    "preservation-release-approval": (PARTY_BLOCK,),
    "measure-extension-approval": (PARTY_BLOCK,),
    "measure-release-approval": (PARTY_BLOCK,),
    "decision-extension-form": (PARTY_BLOCK,),
    "waiver-statement": (no_duty("officers"),),
    "recording-note": (no_duty("officers"),),
    "crime-transfer": (
        PARTY_BLOCK,
        left("address and phone only", "letterhead.contact", "letterhead.postcode"),
    ),
    "measure-approval": (PARTY_BLOCK,),
    "disposal-approval": (PARTY_BLOCK,),
    "scene-record": (no_duty("officers"),),
    "interview-record": (no_duty("interviewers"),),
    "statement-record": (
        no_duty("officers", "recorder"),
        left("the printed form has no line for it", "speaker.age"),
    ),
    "hearing-record": (
        no_duty("officers"),
        party_rest("party", "address", "representative_duty", "uscc"),
    ),
    "hearing-request-record": (no_duty("officers"),),
    "hearing-recusal-decision": (CONTACT,),
    "evidence-list": (no_duty("officers"),),
    "investigation-report": (
        PARTY_BLOCK,
        no_duty("investigators"),
        left(
            "the list of evidence tells it",
            "evidence.collected_by",
            "evidence.source",
            "evidence.kind",
            "evidence.digest",
        ),
    ),
    "correction-order": (CONTACT, name_only("officers")),
    "statement-answer": (name_only("reviewers"),),
    "legal-review-opinion": (name_only("handlers"),),
    "discussion-minutes": (name_only("handlers"), left("is present without a part", "observers.certificate")),
    "penalty-decision": (
        CONTACT,
        AGENT_TABLE,
        left(
            "the facts tell the one conduct",
            "charges.conduct",
            "charges.penalty",
            when=lambda one: len(one.charges) == 1,
        ),
        left("the penalty in words names the sum", "charges.fine"),
        left("stands in the payment sentence", "bank", "account"),
    ),
    "no-penalty-decision": (
        CONTACT,
        AGENT_TABLE,
        left("the facts tell the conduct; no penalty has a basis", "charges.conduct", "charges.penalty_basis"),
    ),
    "decision-withdrawal": (CONTACT, AGENT_TABLE),
    "cost-demand": (CONTACT, AGENT_TABLE),
    "restitution-decision": (
        CONTACT,
        AGENT_TABLE,
        left("chooses the sentence", "ground", "manner"),
        left("a sale before any decision", "decision_number", when=lambda one: one.ground == "low_price"),
    ),
    "spot-decision": (
        CONTACT,
        PARTY_TABLE,
        left("stands in the payment sentence, or was paid on the spot", "bank", "account"),
        left("is drawn, not written", "signature"),
    ),
    "service-receipt": (CONTACT,),
    "closing-report": (
        party_rest("parties", "id_number", "uscc"),
        left(
            "the half for organisations has no line for it",
            *("parties.phone", "parties.postcode"),
            when=lambda one: not all(party.is_person for party in one.parties),
        ),
    ),
    "service-address-confirmation": (name_only("officers"),),
    "preservation-list": (CONTACT, PARTY_TABLE, no_duty("officers")),
    "preservation-release": (CONTACT,),
    "return-receipt": (CONTACT, no_duty("officers")),
    "showing-record": (no_duty("officers"),),
    "recheck-record": (no_duty("officers"), left("ticks the box", "result")),
    "inspection-record": (left("the printed form has no line for it", "person.relation"),),
    "sampling-record": (
        left("the phone alone is printed", "letterhead.address", "letterhead.contact", "letterhead.postcode"),
        PARTY_TABLE,
        no_duty("officers"),
    ),
    "appraisal-letter": (left("address and postcode only", "letterhead.address", "letterhead.postcode"),),
    "appraisal-notice": (CONTACT,),
    "education-record": (no_duty("officers"),),
    "measure-decision": (CONTACT, no_duty("officers"), AGENT_TABLE),
    "measure-extension": (CONTACT,),
    "measure-release": (CONTACT, no_duty("officers")),
    "return-list": (no_duty("officers"),),
    "payment-plan-notice": (
        CONTACT,
        left(
            "a deferral names the last day only", "amount", "rest", "number", when=lambda one: one.outcome == "deferral"
        ),
        left("nothing is granted", "amount", "rest", "number", "due_on", when=lambda one: one.outcome == "refused"),
    ),
    "demolition-notice": (CONTACT,),
    "reminder": (),
    "enforcement-decision": (CONTACT, AGENT_TABLE),
    "substitute-decision": (
        CONTACT,
        PARTY_TABLE,
        left(
            "done at once, there was no decision",
            *("decided_on", "decision", "decision_number"),
            when=lambda one: one.immediate,
        ),
    ),
    "enforcement-notice": (CONTACT,),
    "enforcement-agreement": (CONTACT, AGENT_TABLE),
    **dict.fromkeys(
        ("court-application", "cost-application"),
        (CONTACT, party_rest("respondent", "occupation", "sex", "age", "representative_duty", "postcode")),
    ),
}

NO_LINE = {
    "filing-form": ("source",),
    "no-filing-form": ("source",),
    "transfer-letter": ("letterhead.postcode",),
    "scene-record": ("person.age", "person.postcode", "person_signature.certificate", *WITNESS),
    "interview-record": ("person.postcode", "person_signature.certificate"),
    "statement-record": ("person_signature.certificate",),
    "hearing-record": ("party.postcode", *(f"{who}.{what}" for who in GUESTS for what in GUEST_DETAILS)),
    "evidence-list": ("officers.name",),
    "investigation-report": ("evidence.obtained_on", "charges.fine", "signatures.certificate", "signatures.refused"),
    "violation-notice": ("charges.fine", "charges.party"),
    "hearing-notice": ("chair.certificate", "members.certificate", "recorder.certificate"),
    "hearing-announcement": ("chair.certificate", "recorder.certificate"),
    "legal-review-opinion": ("reviewer.text",),
    "discussion-minutes": ("chair.certificate", "present.certificate", "signatures.on", "signatures.certificate"),
    "penalty-decision": ("party.postcode", "charges.party"),
    "no-penalty-decision": ("party.postcode", "charges.penalty", "charges.fine", "charges.party"),
    "spot-decision": ("charges.fine", "charges.party", "officers.duty"),
    "service-address-confirmation": ("signed.certificate", "signed.refused"),
    "hearing-request-record": (
        *("speaker.sex", "speaker.age", "speaker.workplace", "speaker.postcode"),
        "person_signature.certificate",
    ),
    "back-sheet": signature_rest("compiled", "checked", "arranged"),
    "archive-transfer-list": signature_rest("giver", "receiver"),
    "loan-slip": signature_rest("borrower", "approver", "lender"),
    "disposal-list": signature_rest("proposer", "approver"),
    "preservation-list": ("party_signature.on", "party_signature.certificate"),
    "sampling-record": ("party_signature.on", "party_signature.certificate"),
    "showing-record": (
        *(f"rows.{what}" for what in ("specification", "source", "obtained_on", "collected_by", "digest", "remarks")),
        "person_signature.certificate",
    ),
    "inspection-record": ("person.postcode", "person_signature.on", "person_signature.certificate"),
    "education-record": ("person_signature.certificate",),
    "measure-decision": ("party.postcode",),
    "enforcement-decision": ("party.postcode",),
    "enforcement-agreement": ("party.postcode",),
    "crime-transfer": ("handlers.certificate", "handlers.duty"),
    "transfer-notice": ("letterhead.postcode",),
    "police-reconsideration": ("letterhead.address", "letterhead.postcode"),
    "supervision-suggestion": ("letterhead.address", "letterhead.postcode"),
    "transfer-receipt": ("answer", "letterhead.postcode"),
    "transfer-answer": ("letterhead.postcode",),
    "designation-request": ("letterhead.postcode",),
    "assistance-letter": ("letterhead.postcode",),
    "home-copy": ("letterhead.postcode",),
    "recusal-decision": ("letterhead.address", "letterhead.postcode"),
}
"""Fields of shared blocks for which these printed forms have no line, or only a box, or ink."""
