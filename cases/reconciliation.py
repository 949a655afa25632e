"""Which received payment belongs to which party of which case, and what became of each line of the bank's file?

Every matched line becomes one `record_payment`, through perform() like one typed by hand; every other line keeps its
reason. Reading the same file again goes on with the lines that were not matched, and repeats nothing.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.bank_file import Line, plain_number, read_bank_file
from cases.case_file import load_case_file, load_case_files
from cases.models import BankFile, BankLine, Case, Party, Payment
from cases.money import Account, account_of, owing_parties
from cases.procedure.execution import WHILE_MONEY_MAY_MOVE
from cases.services import Refused, perform
from documents.models import Document
from officers.models import Officer

Status = BankLine.Status
DECISION = "penalty-decision"
TO_TRY_AGAIN = (Status.UNMATCHED,)
Decisions = dict[str, Party]


@dataclass(frozen=True)
class Found:
    """The party a line is for, or the reason why nobody knows."""

    party: Party | None = None
    reason: str = ""


def reconcile(*, name: str, data: bytes, officer: Officer, today: date) -> BankFile:
    """Keep the file's lines and record what can be matched. Raises cases.bank_file.UnreadableFile."""
    digest = hashlib.sha256(data).hexdigest()
    lines = read_bank_file(data)
    with transaction.atomic():
        file, created = BankFile.objects.get_or_create(
            sha256=digest,
            defaults={"name": name[:120], "uploaded_by": officer, "uploaded_at": timezone.now()},
        )
        if created:
            BankLine.objects.bulk_create([_kept(file, line) for line in lines if not line.total])
    decisions = _decisions()
    for row in file.lines.filter(status__in=TO_TRY_AGAIN).order_by("paid_on", "number"):
        _try(row, decisions, officer, today)
    return file


def _kept(file: BankFile, line: Line) -> BankLine:
    faults = {
        "date": _("缴款日期看不懂"),
        "amount": _("金额看不懂"),
        "receipt": _("没有财政票据号或者流水号，或者超过 40 个字符"),
    }
    return BankLine(
        file=file,
        number=line.number,
        raw=line.raw,
        paid_on=line.paid_on,
        amount=line.amount,
        receipt_number=line.receipt[:80],
        decision_number=line.decision[:200],
        payer=line.payer[:200],
        status=Status.UNREADABLE if line.faults else Status.UNMATCHED,
        reason=_("；").join(faults[one] for one in line.faults),
    )


def _try(row: BankLine, decisions: Decisions, officer: Officer, today: date) -> None:
    """One line in one transaction: what fails here must not undo the payments before it."""
    before = Payment.objects.filter(receipt_number=row.receipt_number).select_related("case", "party").first()
    if before is not None:
        return _settle(row, Status.DUPLICATE, _("票据号已经登记：%(payment)s") % {"payment": told(before)})
    found = party_of(row, decisions)
    if found.party is None:
        return _settle(row, Status.UNMATCHED, found.reason)
    try:
        with transaction.atomic():
            _record(row, found.party, officer, today)
    except Refused as refused:
        reasons = _("；").join(str(one.sentence) for one in refused.obstacles)
        _settle(row, Status.UNMATCHED, reasons)


def _record(row: BankLine, party: Party, officer: Officer, today: date) -> None:
    assert row.paid_on is not None and row.amount is not None  # lines without them are unreadable
    account = account_of(load_case_file(party.case_id), party, row.paid_on)
    done = perform(
        party.case,
        "record_payment",
        officer,
        today,
        paid_on=row.paid_on,
        party=party,
        amount=row.amount,
        channel=Payment.Channel.BANK,
        receipt_number=row.receipt_number,
    )
    row.payment = done.about
    status, reason = _compare(account, row)
    _settle(row, status, reason)


def _compare(account: Account, row: BankLine) -> tuple[Status, str]:
    """What was received against what was owed on the day of payment, or against the sum then due."""
    received: Any = row.amount
    if received > account.left:
        return Status.OVERPAID, _("多缴 %(over)s 元，提请退款") % {"over": received - account.left}
    parts = [one.left for one in account.reckoning.parts if one.left and one.due.on == account.next_due]
    if received in (account.left, account.overdue or sum(parts)):
        return Status.MATCHED, ""
    return Status.UNDERPAID, _("还有 %(left)s 元没有缴纳") % {"left": account.left - received}


def party_of(row: BankLine, decisions: Decisions) -> Found:
    """By the number of the decision; else by payer and amount, where both fit one party only."""
    if text := plain_number(row.decision_number):
        party = decisions.get(text) or next((one for number, one in decisions.items() if number in text), None)
        if party is not None:
            return Found(party)
    if not row.payer:
        return Found(reason=_("决定书文号找不到对应的处罚决定，也没有缴款人名称"))
    fitting = [one for one in _owing(row.payer, row.paid_on) if one.left == row.amount]
    if len(fitting) == 1:
        return Found(fitting[0].party)
    if fitting:
        return Found(reason=_("缴款人和金额对应多件案件，补上决定书文号"))
    return Found(reason=_("找不到缴款人“%(payer)s”应缴这一金额的案件") % {"payer": row.payer})


def _decisions() -> Decisions:
    """The party of every issued decision into whose case money may still come, by its plain number."""
    issued = Document.objects.final().filter(form_key=DECISION, case__state__in=WHILE_MONEY_MAY_MOVE)
    rows = issued.select_related("party__case").exclude(number="").order_by("pk")
    return {plain_number(one.number): one.party for one in rows if one.party is not None}


def _owing(payer: str, on: Any) -> list[Account]:
    cases = Case.objects.filter(state__in=WHILE_MONEY_MAY_MOVE, parties__name=payer, parties__withdrawn_on=None)
    files = load_case_files(list(cases.values_list("pk", flat=True).distinct()))
    return [account_of(file, party, on) for file in files for party in owing_parties(file, on) if party.name == payer]


def _settle(row: BankLine, status: Status, reason: str) -> None:
    row.status, row.reason = status, reason
    row.save(update_fields=["status", "reason", "payment"])


def told(payment: Payment) -> str:
    return f"{payment.case} {payment.party.name} {payment.paid_on} {payment.amount}"
