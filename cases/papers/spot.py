"""The decision made on the spot."""

import base64
from decimal import Decimal

from cases.case_file import CaseFile
from cases.models import Party, SpotPenalty
from cases.papers.parts import (
    Drawing,
    charge_lines,
    chinese,
    correction_told,
    evidence_titles,
    facts_of,
    handlers,
    local,
    party_block,
    payment_clause,
    penalty_words,
)
from documents.forms.spot import SpotDecision
from law.wording import wording


def spot_decision(drawing: Drawing) -> SpotDecision:
    file, party, bureau, penalty = drawing.file, drawing.the_party, drawing.bureau, drawing.about
    assert isinstance(penalty, SpotPenalty)
    sanctions = file.sanctions_of(party, "decided")
    remedies = {"reviewing_government": bureau.reviewing_government, "court": bureau.court}
    bank, account = f"{bureau.bank_name}（{bureau.bank_address}）", bureau.bank_account
    collected = [one for one in file.case.payments.all() if one.channel == "spot" and one.party_id == party.pk]
    fine = sum((one.fine for one in sanctions), start=Decimal(0))
    return SpotDecision(
        case_number=drawing.case_number,
        party=party_block(party, drawing.on),
        given_at=local(penalty.given_at),
        place=penalty.place,
        facts=facts_of(drawing, party),
        evidence=evidence_titles(drawing),
        charges=charge_lines(file, file.charges_of(party), "decided"),
        penalty=penalty_words(sanctions),
        discretion="；".join(dict.fromkeys(one.reason for one in sanctions if one.reason)),
        fine=fine,
        collected=bool(collected),
        receipt_number=collected[0].receipt_number if collected else "",
        payment=payment_clause(drawing, "spot-payment-clause", fine),
        bank=bank,
        account=account,
        **remedies,
        remedy=wording("remedy-clause-on-the-spot", drawing.on).format(**remedies),
        correction=f"{correction_told(drawing, party)}。",
        told=wording("spot-told-clause", drawing.on),
        statement=_statement(file, party),
        signer="" if penalty.signer == party.name else f"{penalty.signer}（{penalty.signer_relation}）",
        signature=_data_uri(penalty),
        refusal=penalty.refusal,
        officers=handlers(drawing),
        publicity_note=wording("publication-notice", drawing.on),
        letterhead=drawing.letterhead,
    )


def _statement(file: CaseFile, party: Party) -> str:
    said = file.statements_of(party)
    return "".join(
        f"当事人陈述、申辩：{one.text.rstrip('。')}。"
        f"经复核，{chinese(one.get_accepted_display())}：{one.answer.rstrip('。')}。"
        for one in said
    )


def _data_uri(penalty: SpotPenalty) -> str:
    """Into the frozen content itself: the paper shows the same strokes for as long as it is kept."""
    if not penalty.signature:
        return ""
    with penalty.signature.open("rb") as stored:
        return "data:image/png;base64," + base64.b64encode(stored.read()).decode("ascii")
