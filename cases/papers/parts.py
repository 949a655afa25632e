"""How do a case's rows become the blocks that papers print?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import override
from stdnum.cn import ric
from stdnum.exceptions import ValidationError as InvalidNumber

from cases.act import Ask
from cases.case_file import CaseFile
from cases.evidence_rules import told_formalities
from cases.models import Charge, Correction, Evidence, Party, Sanction
from documents.amounts import written
from documents.forms.parts import (
    ChargeLine,
    EvidenceRow,
    Letterhead,
    OfficerLine,
    Opinion,
    PartyBlock,
)
from law.violations import PenaltyKind
from law.wording import wording
from officers.models import Bureau, Officer

UNNUMBERED = ""
RESIDENT_NUMBER = 18


@dataclass(frozen=True)
class Drawing:
    """What a builder draws from: the file, the party and the row concerned, and the act that asks for the paper."""

    file: CaseFile
    ask: Ask
    bureau: Bureau
    party: Party | None = None
    about: Any = None

    @property
    def on(self) -> date:
        return self.ask.on

    @property
    def case_number(self) -> str:
        return self.file.case.number or UNNUMBERED

    @property
    def the_party(self) -> Party:
        if self.party is None:
            raise LookupError("This paper is drawn for one party.")
        return self.party

    @property
    def letterhead(self) -> Letterhead:
        bureau = self.bureau
        return Letterhead(
            bureau=bureau.name,
            seal_name=bureau.seal_name,
            on=self.on,
            address=bureau.address,
            postcode=bureau.postcode,
            contact=bureau.contact,
            phone=bureau.phone,
        )


def chinese(value: Any) -> str:
    """A translatable text as papers print it: always Chinese."""
    with override("zh-hans"):
        return str(value)


@dataclass(frozen=True)
class Told:
    """What a resident identity number says of its holder."""

    sex: str = ""
    age: int | None = None


def identity_of(number: str, on: date) -> Told:
    """Nothing is read out of a number that is not a resident identity number."""
    if len(number) != RESIDENT_NUMBER:
        return Told()
    try:
        born: date = ric.get_birth_date(number)
    except InvalidNumber:
        return Told()
    return Told(
        sex="男" if int(number[16]) % 2 else "女",
        age=on.year - born.year - ((on.month, on.day) < (born.month, born.day)),
    )


def workplace_of(name: str, party: Party | None) -> str:
    """Where the person works, as far as the file knows: the party's occupation, or the firm that the person heads."""
    if party is None:
        return ""
    if party.is_person:
        return party.occupation if name == party.name else ""
    return f"{party.name}法定代表人" if name and name == party.representative else ""


def party_block(party: Party, on: date) -> PartyBlock:
    person = party.is_person
    told = identity_of(party.id_number, on) if person else Told()
    return PartyBlock(
        kind="person" if person else "organisation",
        name=party.name if not (person and party.representative) else f"{party.name}（经营者{party.representative}）",
        sex=party.sex or told.sex,
        age=told.age if party.age(on) is None else party.age(on),
        id_number=party.identity_words,
        address=party.address,
        phone=party.phone,
        occupation=party.occupation,
        representative="" if person else party.representative,
        uscc=party.uscc,
    )


def party_blocks(drawing: Drawing) -> tuple[PartyBlock, ...]:
    return tuple(party_block(one, drawing.on) for one in drawing.file.parties)


def officer_line(officer: Officer, on: date, duty: str = "") -> OfficerLine:
    certificate = officer.enforcement_certificate(on)
    return OfficerLine(
        name=officer.name, certificate=certificate.number if certificate else "", duty=duty or officer.position
    )


def handlers(drawing: Drawing) -> tuple[OfficerLine, ...]:
    return tuple(officer_line(one, drawing.on) for one in drawing.file.handlers)


def opinion_of(drawing: Drawing, matter: str, post: str) -> Opinion:
    given = drawing.file.last_opinion(matter, post)
    return Opinion(text=given.opinion, name=given.officer.name, on=given.given_on) if given else Opinion()


def opinions(drawing: Drawing, matter: str) -> dict[str, Any]:
    """The three rows that internal forms print: handler, head of the unit, head of the bureau."""
    return {
        "handler": opinion_of(drawing, matter, "case_officers"),
        "unit_head": opinion_of(drawing, matter, "head_of_unit"),
        "head": opinion_of(drawing, matter, "bureau_head"),
    }


def penalty_words(sanctions: Iterable[Sanction]) -> str:
    """警告、没收违法所得人民币…、罚款人民币…, in the order of 行政处罚法 9; equal kinds are added up."""
    rows = list(sanctions)
    kinds = {kind for one in rows for kind in one.kinds}
    parts = [_kind_words(kind, rows) for kind in PenaltyKind.values if kind in kinds]
    others = [one.other for one in rows if one.other]
    return "、".join([*parts, *others])


def _kind_words(kind: str, rows: list[Sanction]) -> str:
    label = chinese(PenaltyKind(kind).label)
    if kind == PenaltyKind.FINE:
        return label + written(sum((one.fine for one in rows), Decimal(0)))
    if kind == PenaltyKind.CONFISCATE_INCOME:
        return label + written(sum((one.confiscation for one in rows), Decimal(0))) + _returned_words(rows)
    return label


def _returned_words(rows: list[Sanction]) -> str:
    """Why less is taken than the conduct brought in (行政处罚法 28.2)."""
    returned = sum((one.returned for one in rows), Decimal(0))
    return f"（依法应当退赔的{written(returned)}除外）" if returned else ""


def result_of(file: CaseFile) -> str:
    """What was decided against each party, or how the case ended otherwise."""
    if not file.decisions:
        return file.case.exit_reason
    return "；".join(
        f"{party.name}：{penalty_words(file.sanctions_of(party, 'decided')) or '不予行政处罚'}"
        for party in file.parties
    )


def charge_lines(file: CaseFile, charges: Iterable[Charge], stage: str) -> tuple[ChargeLine, ...]:
    return tuple(_charge_line(charge, file.sanction(charge, stage)) for charge in charges)


def _charge_line(charge: Charge, sanction: Sanction | None) -> ChargeLine:
    violation = charge.violation
    return ChargeLine(
        conduct=violation.name,
        violated=violation.violated_text,
        penalty_basis=charge.penalty_basis(sanction.kinds if sanction else ()),
        penalty=penalty_words([sanction]) if sanction else "",
        fine=sanction.fine if sanction else None,
        code=charge.violation_code,
        party=charge.party.name,
    )


def evidence_rows(evidence: Iterable[Evidence]) -> tuple[EvidenceRow, ...]:
    return tuple(
        EvidenceRow(
            number=number,
            name=one.title,
            kind=chinese(one.get_kind_display()),
            specification=one.specification,
            quantity=str(one.quantity),
            proves=one.proves,
            source=one.source,
            obtained_on=one.collected_on,
            collected_by=one.collected_by.name,
            digest=one.sha256,
            remarks=told_formalities(one),
        )
        for number, one in enumerate(evidence, start=1)
    )


def evidence_titles(drawing: Drawing) -> tuple[str, ...]:
    records = [chinese(one.get_kind_display()) + f"（{one.person_name}）" for one in drawing.file.inquiries]
    return (*records, *(f"{one.title}，证明{one.proves}" for one in drawing.file.evidence))


def facts_of(drawing: Drawing, party: Party) -> str:
    return "\n".join(charge.facts for charge in drawing.file.charges_of(party))


def payment_clause(drawing: Drawing, key: str, fine: Decimal) -> str:
    """Where to pay by when; the form's sentence stays, struck, where nothing is to be paid."""
    bureau = drawing.bureau
    bank, account = f"{bureau.bank_name}（{bureau.bank_address}）", bureau.bank_account
    return wording(key, drawing.on).format(bank=bank if fine else "/", account=account if fine else "/")


def correction_told(drawing: Drawing, party: Party) -> str:
    """A penalty goes with the order to correct (行政处罚法 28.1): as it was ordered in the case, or at once."""
    orders = [one for one in drawing.file.case.corrections.all() if one.party_id == party.pk]
    demands = [_demand(one) for one in sorted(orders, key=lambda row: row.pk)] or ["立即改正上述违法行为"]
    return wording("correction-clause", drawing.on).format(demand="；".join(demands))


def _demand(order: Correction) -> str:
    until = f"于{chinese_day(order.due_on)}前" if order.due_on else "立即"
    done = f"（已于{chinese_day(order.corrected_on)}改正）" if order.corrected_on else ""
    return f"{until}改正：{order.content.rstrip('。')}{done}"


def chinese_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def local(moment: datetime) -> datetime:
    """Local time without zone, as papers print it."""
    return localtime(moment).replace(tzinfo=None)
