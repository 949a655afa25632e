"""How does anybody report something through the portal, and read with a number and a code what was answered?

The report itself stands in the register of sources; here is only what leads its writer back to it.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections.models import Source
from inspections.sources import register
from publicity.corrections import LETTERS

NUMBER_LENGTH, CODE_LENGTH, GROUP = 8, 16, 4
NOBODYS = hashlib.sha256(b"").hexdigest()


def random_letters(length: int) -> str:
    return "".join(secrets.choice(LETTERS) for _each in range(length))


def new_number() -> str:
    return random_letters(NUMBER_LENGTH)


def new_code() -> str:
    """80 bits in groups of four: nobody guesses it, and its digest tells nothing."""
    letters = random_letters(CODE_LENGTH)
    return "-".join(letters[at : at + GROUP] for at in range(0, CODE_LENGTH, GROUP))


def tidied(written: str) -> str:
    """As it was given out, however it was typed."""
    return "".join(each for each in written.upper() if each in LETTERS)


def is_code(written: str) -> bool:
    return len(tidied(written)) == CODE_LENGTH


def digest_of(code: str) -> str:
    return hashlib.sha256(tidied(code).encode()).hexdigest()


class PublicReport(models.Model):
    """The way back to a report; of its code only the digest is kept."""

    number = models.CharField(gettext_lazy("编号"), max_length=12, unique=True, default=new_number, editable=False)
    code_digest = models.CharField(max_length=64, unique=True)
    source = models.OneToOneField(Source, models.PROTECT, related_name="public_report")

    def __str__(self) -> str:
        return self.number


@dataclass(frozen=True)
class Standing:
    """What whoever has number and code may read; nothing of what was written or by whom."""

    number: str
    received_on: date
    state: str
    due_on: date | None
    decision: str
    replied_on: date | None
    reply: str


def receive_report(*, code: str, now: datetime, informant: dict[str, Any], **facts: Any) -> PublicReport:
    """Once for each code: the same form sent twice gives the first one's number again."""
    digest = digest_of(code)
    if before := PublicReport.objects.filter(code_digest=digest).first():
        return before
    try:
        with transaction.atomic():
            source = register(
                officer=None, now=now, informant=informant, channel=Source.Channel.PORTAL, received_at=now, **facts
            )
            return PublicReport.objects.create(code_digest=digest, source=source)
    except IntegrityError:
        return PublicReport.objects.get(code_digest=digest)


def find_report(number: str, code: str) -> PublicReport | None:
    """None alike for a number that was never given out and for a code that is another's."""
    found = PublicReport.objects.filter(number=tidied(number)).select_related("source").first()
    is_right = constant_time_compare(found.code_digest if found else NOBODYS, digest_of(code))
    return found if is_right else None


def standing_of(report: PublicReport) -> Standing:
    source = report.source
    return Standing(
        number=report.number,
        received_on=source.received_on,
        state=_state_of(source),
        due_on=source.reply_due_on,
        decision=str(source.get_decision_display()) if source.decision else "",
        replied_on=source.replied_on,
        reply=source.reply,
    )


def _state_of(source: Source) -> str:
    if source.replied_on:
        return _("已答复")
    return _("正在办理") if source.handler_id else _("已收到，等待交办")
