"""What was handed to the credit platforms, by whom and when, and what must be handed over next?"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO, StringIO

import xlsxwriter
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from cases.act import Text
from cases.case_file import load_case_file
from officers.models import Officer
from publicity.credit import FIELDS, Record, credit_record, faults
from publicity.credit_log import Change, CreditHandover, CreditRow
from publicity.models import Publication
from publicity.opendata import BOM, inert
from publicity.states import PublicationState

# Nothing that a person typed may become a formula, a link or a number.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CHANGE_CODE, CHANGE_TITLE = "BDLX", "变动类型"


@dataclass(frozen=True)
class DueRow:
    """What the next file will say of one decision, and why it cannot yet."""

    publication: Publication
    change: Change
    fields: Record
    faults: list[Text]


class NothingToHandOver(LookupError):
    """No row is due that is in order."""


def due_rows(on: date) -> list[DueRow]:
    """What differs from what was handed over last: new decisions, changes, repairs, withdrawals."""
    last = {one.publication_id: one for one in CreditRow.objects.order_by("pk")}
    copies = Publication.objects.exclude(published_on=None).select_related("decision", "party", "case").order_by("pk")
    found = [due for one in copies if (due := _due(one, last.get(one.pk), on)) is not None]
    return _twice_named(found)


def _due(copy: Publication, before: CreditRow | None, on: date) -> DueRow | None:
    if copy.standing is PublicationState.WITHDRAWN:
        if before is None or before.change == Change.WITHDRAWN:
            return None
        # The platform knows the row by what it was given; the reason says why it must go.
        fields = before.fields | {"BZ": copy.withdrawal_reason[:512]}
        return DueRow(copy, Change.WITHDRAWN, fields, [])
    fields = credit_record(copy, load_case_file(copy.case_id), settings.CREDIT_ORGAN_CODE)
    if before is None:
        # What ended before it was ever handed over is nobody's business any more.
        return DueRow(copy, Change.NEW, fields, list(faults(fields, on))) if copy.is_on_show(on) else None
    if before.fields == fields:
        return None
    repaired = copy.repaired_on is not None and before.change != Change.REPAIRED
    return DueRow(copy, Change.REPAIRED if repaired else Change.CHANGED, fields, list(faults(fields, on)))


def _twice_named(rows: list[DueRow]) -> list[DueRow]:
    """Numbers are unique per agency: two living rows with one number are both wrong."""
    numbers = [one.fields["CF_WSH"] for one in rows if one.change is not Change.WITHDRAWN]
    for one in rows:
        if one.change is not Change.WITHDRAWN and numbers.count(one.fields["CF_WSH"]) > 1:
            one.faults.append(_("文号与另一份决定相同"))
    return rows


@transaction.atomic
def hand_over(officer: Officer, on: date) -> CreditHandover:
    """Keep what is due and in order as one file. Raises NothingToHandOver."""
    rows = [one for one in due_rows(on) if not one.faults]
    if not rows:
        raise NothingToHandOver
    digest = sha256(as_csv([(one.change, one.fields) for one in rows])).hexdigest()
    handover = CreditHandover.objects.create(made_on=on, made_by=officer, sha256=digest)
    CreditRow.objects.bulk_create(
        CreditRow(handover=handover, publication=one.publication, change=one.change, fields=one.fields) for one in rows
    )
    return handover


Line = tuple[Change, Record]


def lines_of(handover: CreditHandover) -> list[Line]:
    return [(Change(one.change), one.fields) for one in handover.rows.order_by("pk")]


def _table(lines: Iterable[Line]) -> list[list[str]]:
    codes = [one.code for one in FIELDS]
    words = {Change.NEW: "新增", Change.CHANGED: "变更", Change.WITHDRAWN: "撤销", Change.REPAIRED: "修复"}
    return [[*(fields[code] for code in codes), words[change]] for change, fields in lines]


def as_csv(lines: Iterable[Line]) -> bytes:
    """Codes in the first line, as the platforms read it."""
    target = StringIO()
    target.write(BOM)
    writer = csv.writer(target)
    writer.writerow([*(one.code for one in FIELDS), CHANGE_CODE])
    writer.writerows([inert(cell) for cell in row] for row in _table(lines))
    return target.getvalue().encode()


def as_xlsx(lines: Iterable[Line], title: str) -> bytes:
    """Titles above the codes, every cell as text so that no code loses its zeros."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        book.set_properties({"title": title})
        text = book.add_format({"num_format": "@"})
        head = book.add_format({"bold": True, "bg_color": "#e8eef6", "border": 1, "text_wrap": True})
        sheet = book.add_worksheet("行政处罚")
        for column, (code, name) in enumerate(
            [*((one.code, one.title) for one in FIELDS), (CHANGE_CODE, CHANGE_TITLE)]
        ):
            sheet.write_string(0, column, name, head)
            sheet.write_string(1, column, code, head)
            sheet.set_column(column, column, 20)
        for number, row in enumerate(_table(lines), start=2):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell, text)
        sheet.freeze_panes(2, 0)
    return target.getvalue()
