"""On what do the facts rest: evidence, scene records, interviews?"""

from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.party import Party
from files.models import StoredFile
from files.storage import evidence_storage


def by_hash(evidence: "Evidence", name: str) -> str:
    """Stored under its own hash: the name a person typed never reaches the disk."""
    return f"evidence/{evidence.sha256[:2]}/{evidence.sha256}{Path(name).suffix.lower()}"


class Evidence(models.Model):
    """A piece of evidence of one of the kinds of 行政处罚法 46."""

    class Kind(models.TextChoices):
        DOCUMENTARY = "documentary", _("书证")
        PHYSICAL = "physical", _("物证")
        AUDIOVISUAL = "audiovisual", _("视听资料")
        ELECTRONIC = "electronic", _("电子数据")
        TESTIMONY = "testimony", _("证人证言")
        PARTY_STATEMENT = "party_statement", _("当事人的陈述")
        EXPERT = "expert", _("鉴定意见")
        RECORD = "record", _("勘验笔录、现场笔录")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="evidence")
    kind = models.CharField(_("证据种类"), max_length=20, choices=Kind.choices)
    title = models.CharField(_("证据名称"), max_length=120)
    specification = models.CharField(_("规格"), max_length=60, blank=True)
    quantity = models.PositiveSmallIntegerField(_("数量"), default=1)
    source = models.CharField(_("来源"), max_length=120)
    collected_on = models.DateField(_("取得日期"))
    place = models.CharField(_("取得地点"), max_length=120, blank=True)
    collected_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proves = models.CharField(_("证明内容"), max_length=200)
    file = models.FileField(upload_to=by_hash, storage=evidence_storage, blank=True, max_length=200)
    stored = models.ForeignKey(StoredFile, models.PROTECT, related_name="evidence", null=True, blank=True)
    """The content behind `file`; several pieces of evidence may share one. Empty only where there is no file."""
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    content_type = models.CharField(max_length=60, blank=True)
    added_on = models.DateField()
    formalities = models.JSONField(_("形式要件"), default=dict, blank=True)
    """What law/data/evidence.toml asks for this kind, by the name of the requirement."""

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(file="") | ~Q(sha256=""),
                name="an_evidence_file_has_its_hash",
                violation_error_message=_("证据文件缺少校验值。"),
            )
        ]

    def __str__(self) -> str:
        return self.title


class Inquiry(models.Model):
    """A scene record or an interview: who asked, whom, where, from when to when."""

    class Kind(models.TextChoices):
        SCENE = "scene", _("现场笔录")
        INTERVIEW = "interview", _("询问笔录")
        INSPECTION = "inspection", _("勘验笔录")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="inquiries")
    party = models.ForeignKey(Party, models.PROTECT, related_name="inquiries", null=True, blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    started_at = models.DateTimeField(_("开始时间"))
    ended_at = models.DateTimeField(_("结束时间"))
    place = models.CharField(_("地点"), max_length=120)
    first_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    second_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    person_name = models.CharField(_("被询问人或现场人员"), max_length=60)
    person_id_number = models.CharField(_("身份证件号"), max_length=30, blank=True)
    person_relation = models.CharField(_("与案件关系"), max_length=60)
    person_phone = models.CharField(_("联系电话"), max_length=30, blank=True)
    person_address = models.CharField(_("住址"), max_length=200, blank=True)
    plate = models.CharField(_("车牌号"), max_length=12, blank=True)
    body = models.TextField(_("现场情况"), blank=True)
    answers = models.JSONField(default=list)
    certificates_shown = models.BooleanField(_("已出示执法证件"))
    rights_told = models.BooleanField(_("已告知权利义务"))
    signed = models.BooleanField(_("已逐页签名"))
    refusal = models.CharField(_("拒签说明"), max_length=200, blank=True)
    guardian = models.CharField(_("到场的监护人"), max_length=60, blank=True)
    interpreter = models.CharField(_("翻译人员和语种"), max_length=60, blank=True)
    witness = models.CharField(_("被邀请人或者见证人"), max_length=120, blank=True)
    absence = models.CharField(_("当事人不在场的原因"), max_length=200, blank=True)
    weather = models.CharField(_("天气情况"), max_length=20, blank=True)
    drawing = models.CharField(_("勘验示意图说明"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(absence="") | ~Q(witness=""),
                name="an_inspection_without_the_party_has_a_witness",
                violation_error_message=_("当事人不在场的，须有见证人。"),
            ),
            models.CheckConstraint(
                condition=Q(ended_at__gt=F("started_at")),
                name="an_inquiry_ends_after_it_begins",
                violation_error_message=_("笔录结束时间必须晚于开始时间。"),
            ),
            models.CheckConstraint(
                condition=~Q(first_officer=F("second_officer")),
                name="two_different_officers_inquire",
                violation_error_message=_("笔录须由两名不同的执法人员制作（行政处罚法第四十二条）。"),
            ),
            models.CheckConstraint(
                condition=Q(signed=True) | ~Q(refusal=""),
                name="an_unsigned_inquiry_says_why",
                violation_error_message=_("当事人未签名的，须注明拒签情况。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.person_name}"


class EvidenceLink(models.Model):
    """Which fact of which charge a piece of evidence proves; `line` counts the lines of the charge's facts from 1."""

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="links")
    charge = models.ForeignKey("cases.Charge", models.PROTECT, related_name="evidence_links")
    line = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["evidence", "charge", "line"],
                name="a_fact_names_its_evidence_once",
                violation_error_message=_("这份证据已经对应这项事实。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.evidence} → {self.charge} {self.line}"


class Showing(models.Model):
    """Evidence put to the party: what was shown to whom, and what was said to it (出示、辨认、质证)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="showings")
    party = models.ForeignKey(Party, models.PROTECT, related_name="showings", verbose_name=_("当事人"))
    evidence = models.ManyToManyField(Evidence, related_name="showings")
    shown_at = models.DateTimeField(_("出示时间"))
    place = models.CharField(_("地点"), max_length=120)
    first_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    second_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    person_name = models.CharField(_("向谁出示"), max_length=60)
    opinion = models.TextField(_("辨认和质证意见"), blank=True)
    signed = models.BooleanField(_("已签名"), default=False)
    refusal = models.CharField(_("拒签说明"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(signed=True) | ~Q(refusal=""),
                name="an_unsigned_showing_says_why",
                violation_error_message=_("没有签名的，须注明情况。"),
            ),
            models.CheckConstraint(
                condition=~Q(first_officer=F("second_officer")),
                name="two_different_officers_show",
                violation_error_message=_("出示证据须由两名不同的执法人员进行。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_name} {self.shown_at:%Y-%m-%d}"


class EvidenceExclusion(models.Model):
    """Evidence or a record that was obtained by unlawful means: kept, but no fact may rest on it (行政处罚法 46.3)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="exclusions")
    evidence = models.OneToOneField(Evidence, models.PROTECT, related_name="exclusion", null=True, blank=True)
    inquiry = models.OneToOneField(Inquiry, models.PROTECT, related_name="exclusion", null=True, blank=True)
    ground = models.CharField(_("排除的情形"), max_length=40)
    """A key of the exclusions in law/data/evidence.toml."""
    reason = models.TextField(_("怎样取得、怎样查明"))
    excluded_on = models.DateField()
    excluded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(evidence=None, inquiry__isnull=False) | Q(evidence__isnull=False, inquiry=None),
                name="one_thing_is_excluded_at_a_time",
                violation_error_message=_("一次只排除一份证据或者笔录。"),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="evidence_is_excluded_for_a_reason",
                violation_error_message=_("排除证据须写明理由。"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.evidence or self.inquiry)
