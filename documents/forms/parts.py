"""Which small values do several papers share: a party, an opinion, a signature, the issuing bureau, table rows."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class PartyBlock:
    """The party as printed (公用块 P); the half that does not apply is struck with "/"."""

    kind: str
    """"person" or "organisation"."""
    name: str
    sex: str = ""
    age: int | None = None
    id_number: str = ""
    address: str = ""
    phone: str = ""
    postcode: str = ""
    occupation: str = ""
    """A person's employer and post."""
    representative: str = ""
    representative_duty: str = ""
    uscc: str = ""

    @property
    def is_person(self) -> bool:
        return self.kind == "person"


@dataclass(frozen=True, kw_only=True)
class PersonBlock:
    """A person who is heard, present or represents somebody; not necessarily the party."""

    name: str
    sex: str = ""
    age: int | None = None
    id_number: str = ""
    phone: str = ""
    workplace: str = ""
    """Employer and post."""
    address: str = ""
    postcode: str = ""
    relation: str = ""
    """Relation to the case (与案件关系)."""


@dataclass(frozen=True, kw_only=True)
class OfficerLine:
    """An officer with the number of the enforcement certificate shown to the party."""

    name: str
    certificate: str = ""
    duty: str = ""


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """One approval row: what was written, by whom, on which day; an empty one leaves room for ink."""

    text: str = ""
    name: str = ""
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Signature:
    name: str = ""
    on: date | None = None
    certificate: str = ""
    refused: str = ""
    """Why the person did not sign and who witnessed it; printed in place of the name."""


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """The issuing bureau: name over the seal, the day of issue, and where the party can reach it."""

    bureau: str
    seal_name: str = ""
    """Text in the ring of the seal; the bureau's name when empty."""
    on: date | None = None
    address: str = ""
    postcode: str = ""
    contact: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class Period:
    begins: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ChargeLine:
    """One violation of one party with the citations exactly as they are printed."""

    conduct: str
    """Completes the sentence 你（单位）…行为, without the word 行为."""
    violated: str
    """《…》第…条…; completes 违反了…的规定."""
    penalty_basis: str
    """《…》第…条…; completes 依据…的规定."""
    penalty: str = ""
    """The penalty in words, e.g. 罚款人民币陆仟元整（¥6000.00）."""
    fine: Decimal | None = None
    code: str = ""
    party: str = ""
    """Set where one paper covers several parties."""


@dataclass(frozen=True, kw_only=True)
class QA:
    question: str
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class SpeakerRow:
    """One contribution in a hearing or a discussion."""

    name: str
    text: str
    duty: str = ""
    vote: str = ""
    """"for", "against", "abstain" or "" where nobody votes."""


@dataclass(frozen=True, kw_only=True)
class EvidenceRow:
    number: int
    name: str
    kind: str = ""
    """证据种类: 书证, 视听资料, 证人证言 … (行政处罚法46)."""
    specification: str = ""
    quantity: str = ""
    proves: str = ""
    source: str = ""
    """Who gave it or where it was taken."""
    obtained_on: date | None = None
    collected_by: str = ""
    digest: str = ""
    """Checksum of an electronic item; only its first 16 characters are printed."""
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class ReviewPointRow:
    question: str
    answer: str = ""
    """"yes", "no" or "" for not applicable."""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ContentsRow:
    number: int
    title: str
    document_number: str = ""
    responsible: str = ""
    on: date | None = None
    pages: str = ""
    """"3" or "4-6": pages of the volume."""
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class ServiceRow:
    title: str
    number: str = ""
    signed_by: str = ""
    place: str = ""
    served_at: datetime | None = None
    method: str = ""
    """直接送达, 留置送达, 委托送达, 邮寄送达, 电子送达, 公告送达."""
    server: str = ""


@dataclass(frozen=True, kw_only=True)
class HandedOver:
    """A thing or a piece of material that goes along with a transferred case."""

    name: str
    specification: str = ""
    quantity: str = ""
    remarks: str = ""
