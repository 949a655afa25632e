"""The papers about service: its proof, the public notice, the confirmed address, the letter to another organ."""

from datetime import datetime

from cases import serving
from cases.models import Entrustment, PublicNotice, ServiceAddress, ServiceRecord
from cases.models.service import Manner
from cases.papers.parts import Drawing, chinese, handlers
from documents.forms.parts import ServiceRow, Signature
from documents.forms.service import AddressConfirmation, EntrustmentLetter, PublicNoticePaper, ServiceReceipt
from law.forms import form_rule
from law.terms import term_rule
from law.wording import wording

GROUNDS = {
    "soldier": "受送达人是军人，通过所在部队团以上单位的政治机关转交",
    "imprisoned": "受送达人被监禁，通过所在监所转交",
    "education": "受送达人被采取强制性教育措施，通过所在强制性教育机构转交",
}
SIGNED = frozenset({Manner.DIRECT, Manner.POST, Manner.ENTRUSTED, Manner.FORWARDED})


def service_receipt(drawing: Drawing) -> ServiceReceipt:
    service: ServiceRecord = drawing.about
    somebody_else = service.manner in SIGNED and service.receiver != service.party.name
    return ServiceReceipt(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        addressee=service.party.name,
        receiver=service.receiver if somebody_else else "",
        rows=(
            ServiceRow(
                title=service.document.title,
                number=service.document.number,
                signed_by=service.receiver if service.manner in SIGNED else "",
                place=service.place,
                served_at=datetime.combine(service.served_on, datetime.min.time()),
                method=chinese(service.get_manner_display()),
                server=f"{service.server.name}、{service.second_server.name}",
            ),
        ),
        remarks="；".join(_remarks(service)),
        letterhead=drawing.letterhead,
    )


def _remarks(service: ServiceRecord) -> list[str]:
    """拒收事由、见证人、代收人与受送达人关系, and by which rule this day is the day of service."""
    said = (
        ("收件人与受送达人关系：", service.receiver_relation),
        ("拒绝接收的人：", service.receiver if service.manner == Manner.LEFT else ""),
        ("拒收事由：", service.refusal),
        ("见证人：", service.witness),
        ("邮件号码：", service.post_number),
        ("受托机关：" if service.manner == Manner.ENTRUSTED else "代为转交的机关、单位：", service.through),
        ("", GROUNDS.get(service.forwarding_ground, "")),
        ("已告知提交复议申请的互联网渠道：", service.remedy_channel),
        ("送达日期依据：", service.derivation),
        ("", service.note),
    )
    return [label + value for label, value in said if value]


def public_notice(drawing: Drawing) -> PublicNoticePaper:
    notice: PublicNotice = drawing.about
    return PublicNoticePaper(
        case_number=drawing.case_number,
        addressee=notice.party.name,
        cause=drawing.file.case.cause,
        reason=notice.reason.rstrip("。"),
        title=notice.document.title,
        number=notice.document.number,
        summary=notice.summary,
        days=term_rule("public_notice_service", notice.posted_on).length,
        places=notice.places.rstrip("。"),
        posted_on=notice.posted_on,
        letterhead=drawing.letterhead,
    )


def address_confirmation(drawing: Drawing) -> AddressConfirmation:
    address: ServiceAddress = drawing.about
    return AddressConfirmation(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        party=address.party.name,
        notes=wording("service-address-notes", drawing.on),
        receiver=address.receiver,
        relation=address.receiver_relation,
        phone=address.phone,
        address=address.address,
        postcode=address.postcode,
        electronic=address.electronic,
        channel=address.channel if address.electronic else "",
        account=address.account if address.electronic else "",
        covers=tuple(form_rule(key).title for key in address.covers),
        signed=Signature(name=address.receiver, on=address.signed_on),
        officers=handlers(drawing),
    )


def entrustment_letter(drawing: Drawing) -> EntrustmentLetter:
    letter: Entrustment = drawing.about
    known = serving.confirmed_address(drawing.file, letter.party, drawing.on)
    return EntrustmentLetter(
        case_number=drawing.case_number,
        organ=letter.organ,
        party=letter.party.name,
        cause=drawing.file.case.cause,
        reason=letter.reason.rstrip("。"),
        title=letter.document.title,
        number=letter.document.number,
        address=known.address if known else letter.party.address,
        phone=letter.party.phone,
        letterhead=drawing.letterhead,
    )
