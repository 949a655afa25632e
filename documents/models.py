"""What is kept of every paper: its content, its state, its number, its bytes' hash, and the work still to do?"""

from typing import ClassVar

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import transition

from documents.batches import PrintBatch as PrintBatch
from documents.batches import PrintItem as PrintItem
from documents.registry import PaperForm, paper_form
from officers.state_field import StateField


class DocumentState(models.TextChoices):
    """Where a paper stands; the codes never change."""

    DRAFT = "draft", _("草稿")
    ISSUED = "issued", _("已签发")
    SERVED = "served", _("已送达")
    VOIDED = "voided", _("已作废")

    @property
    def colour(self) -> str:
        return {"draft": "grey", "issued": "blue", "served": "green", "voided": "red"}[self.value]

    @property
    def is_final(self) -> bool:
        """No longer a draft: its content never changes again."""
        return self is not DocumentState.DRAFT


def paper_storage() -> Storage:
    return storages["default"]


def paper_path(document: "Document", filename: str) -> str:
    """Named by its own hash, so that the name proves the bytes."""
    return f"papers/{filename}"


class DocumentQuerySet(models.QuerySet["Document"]):
    def live(self) -> "DocumentQuerySet":
        return self.exclude(state=DocumentState.VOIDED)

    def final(self) -> "DocumentQuerySet":
        return self.filter(state__in=[DocumentState.ISSUED, DocumentState.SERVED])


class Document(models.Model):
    """One paper of a case; frozen when issued, corrected only by a new one."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="documents", verbose_name=_("案件"))
    party = models.ForeignKey(
        "cases.Party", models.PROTECT, null=True, blank=True, related_name="documents", verbose_name=_("当事人")
    )
    form_key = models.CharField(_("文书"), max_length=40)
    subject_key = models.CharField(_("区分"), max_length=60, default="", blank=True)
    """Tells several papers of one form apart: the second interview, the third proof of service."""
    state = StateField(_("状态"), default=DocumentState.DRAFT, choices=DocumentState.choices)
    content = models.JSONField(_("内容"))
    content_sha256 = models.CharField(max_length=64, default="", blank=True)
    template_version = models.CharField(max_length=12, default="", blank=True)

    series = models.CharField(_("字"), max_length=10, default="", blank=True)
    year = models.PositiveSmallIntegerField(_("年"), null=True, blank=True)
    number_seq = models.PositiveIntegerField(_("序号"), null=True, blank=True)
    number = models.CharField(_("文号"), max_length=60, default="", blank=True)

    drawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="drawn_documents")
    drawn_on = models.DateField(_("制作日期"))
    issued_on = models.DateField(_("签发日期"), null=True, blank=True)
    served_on = models.DateField(_("送达日期"), null=True, blank=True)
    voided_on = models.DateField(_("作废日期"), null=True, blank=True)
    void_reason = models.CharField(_("作废理由"), max_length=200, default="", blank=True)

    awaits_seal = models.BooleanField(_("待用印"), default=False)
    """Issued, but the keeper of the seal has not placed it yet: not archived, not to be served."""

    verify_code = models.CharField(max_length=32, null=True, blank=True, unique=True)  # NULL, not "": it is unique
    follows = models.CharField(_("承接"), max_length=20, default="", db_default="", blank=True)
    """The beginning of the hash of the record's entry after which it was issued; printed on what is served."""
    pdf = models.FileField(storage=paper_storage, upload_to=paper_path, max_length=120, blank=True)
    pdf_sha256 = models.CharField(max_length=64, default="", blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["case", "form_key"], name="document_case_form")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "form_key", "party", "subject_key"],
                condition=Q(state="draft"),
                name="one_draft_per_paper_of_a_party",
                violation_error_message=_("这份文书已有一份草稿，请在该草稿上修改。"),
            ),
            # To a database two papers without a party differ in their party.
            models.UniqueConstraint(
                fields=["case", "form_key", "subject_key"],
                condition=Q(state="draft", party=None),
                name="one_draft_per_paper",
                violation_error_message=_("这份文书已有一份草稿，请在该草稿上修改。"),
            ),
            models.UniqueConstraint(
                fields=["series", "year", "number_seq"],
                condition=~Q(series=""),
                name="number_used_once",
                violation_error_message=_("该文号已被使用。"),
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(issued_on=None) | ~Q(content_sha256=""),
                name="issued_paper_has_content_hash",
                violation_error_message=_("已签发的文书必须留存内容校验值。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["issued", "served"]) | Q(issued_on__isnull=False),
                name="issued_paper_has_date",
                violation_error_message=_("已签发的文书必须有签发日期。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="served") | Q(served_on__isnull=False),
                name="served_paper_has_date",
                violation_error_message=_("已送达的文书必须有送达日期。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="served") | Q(awaits_seal=False),
                name="served_paper_bears_its_seal",
                violation_error_message=_("没有用印的文书不得送达。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="voided") | (~Q(void_reason="") & Q(voided_on__isnull=False)),
                name="voided_paper_has_reason",
                violation_error_message=_("作废文书必须写明理由和日期。"),
            ),
            models.CheckConstraint(
                condition=Q(series="", year=None, number_seq=None)
                | (~Q(series="") & Q(year__isnull=False, number_seq__isnull=False) & ~Q(number="")),
                name="number_is_whole",
                violation_error_message=_("文号的字、年份和序号必须齐全。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form.rule.title} {self.number}".strip()

    @property
    def form(self) -> PaperForm:
        return paper_form(self.form_key)

    @property
    def title(self) -> str:
        return self.form.rule.title

    @property
    def status(self) -> DocumentState:
        return DocumentState(self.state)

    @transition(field=state, source=DocumentState.DRAFT, target=DocumentState.ISSUED)
    def to_issued(self) -> None:
        """Called by documents.services.issue only."""

    @transition(field=state, source=DocumentState.ISSUED, target=DocumentState.SERVED)
    def to_served(self) -> None:
        """Called by documents.services.mark_served only."""

    @transition(
        field=state,
        source=[DocumentState.DRAFT, DocumentState.ISSUED, DocumentState.SERVED],
        target=DocumentState.VOIDED,
    )
    def to_voided(self) -> None:
        """Called by documents.services.void only."""


class NumberSeries(models.Model):
    """The counter of one series in one year; its row is the lock."""

    series = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["series", "year"],
                name="one_counter_per_series_and_year",
                violation_error_message=_("该字号的年度计数已存在。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.series}〔{self.year}〕{self.last}"


class NumberVoid(models.Model):
    """The register of numbers that were given to a paper which no longer counts."""

    document = models.OneToOneField(Document, models.PROTECT, related_name="number_void")
    number = models.CharField(_("文号"), max_length=60, unique=True)
    reason = models.CharField(_("作废理由"), max_length=200)
    voided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    voided_on = models.DateField(_("作废日期"))

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="void_number_has_reason",
                violation_error_message=_("作废文号必须写明理由。"),
            )
        ]

    def __str__(self) -> str:
        return self.number


class Outbox(models.Model):
    """A job that an act left behind in its own transaction; the worker takes it from here."""

    kind = models.CharField(max_length=40)
    payload = models.JSONField()
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        verbose_name_plural = "outbox"
        indexes: ClassVar = [
            models.Index(fields=["due_at", "id"], condition=Q(done_at=None), name="outbox_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class StoredSignature(models.Model):
    """An officer's own signature as a picture, kept apart from all else and shown to nobody but its owner."""

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="stored_signatures")
    image = models.BinaryField()
    """PNG, drawn anew from what was given: nothing but the strokes."""
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    """Replaced or taken back; papers that bear it keep it."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["officer"],
                condition=Q(ended_at=None),
                name="one_stored_signature_per_officer",
                violation_error_message=_("每个人只能有一个存档签名。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.sha256[:8]}"


class AppliedSignature(models.Model):
    """Which stored signature was put on which paper, by which act and when; only its owner can, with the password."""

    # A draft that turns out to say nothing new takes its signatures along; an issued paper is never deleted.
    document = models.ForeignKey(Document, models.CASCADE, related_name="applied_signatures")
    signature = models.ForeignKey(StoredSignature, models.PROTECT, related_name="uses")
    act = models.CharField(max_length=60)
    applied_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    """The draft was drawn again by its signer, who did not sign it anew."""

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document", "signature"],
                condition=Q(withdrawn_at=None),
                name="a_paper_is_signed_once_by_one",
                violation_error_message=_("这份文书上已有您的签名。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.signature}"
