"""How did each paper reach its party, what was tried before, and where may the party be reached?"""

from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.party import Party
from files.storage import evidence_storage


class Manner(models.TextChoices):
    """The manners of 行政处罚法 61 and 民事诉讼法 88–95; which day counts for each stands in service.toml."""

    DIRECT = "direct", _("直接送达")
    LEFT = "left", _("留置送达")
    POST = "post", _("邮寄送达")
    ENTRUSTED = "entrusted", _("委托送达")
    ELECTRONIC = "electronic", _("电子送达")
    FORWARDED = "forwarded", _("转交送达")
    PUBLIC = "public", _("公告送达")


class ServiceRecord(models.Model):
    """Proof that a paper reached a party on a day (行政处罚法 61, 民事诉讼法 87–95)."""

    Manner = Manner

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="services")
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="services")
    party = models.ForeignKey(Party, models.PROTECT, related_name="services")
    manner = models.CharField(_("送达方式"), max_length=10, choices=Manner.choices)
    served_on = models.DateField(_("送达日期"))
    """The day that the law counts, reckoned by cases.serving; never typed."""
    derivation = models.CharField(max_length=120, blank=True, default="")
    recorded_on = models.DateField(_("登记日期"), null=True, blank=True)
    place = models.CharField(_("送达地点"), max_length=120)
    receiver = models.CharField(_("收件人"), max_length=60)
    receiver_relation = models.CharField(_("收件人与受送达人关系"), max_length=60)
    receiver_age = models.PositiveSmallIntegerField(_("收件人年龄"), null=True, blank=True)
    refusal = models.CharField(_("拒收事由"), max_length=200, blank=True, default="")
    witness = models.CharField(_("见证人"), max_length=60, blank=True)
    post_number = models.CharField(_("邮件号码"), max_length=40, blank=True)
    through = models.CharField(_("受托或者转交的机关、单位"), max_length=120, blank=True, default="")
    forwarding_ground = models.CharField(_("转交的原因"), max_length=12, blank=True, default="")
    remedy_channel = models.CharField(_("提交复议申请的互联网渠道"), max_length=200, blank=True, default="")
    server = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    second_server = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.CharField(_("备注"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document"], name="a_paper_is_served_once", violation_error_message=_("该文书已送达。")
            ),
            models.CheckConstraint(
                condition=~Q(manner="left") | ~Q(witness=""),
                name="leaving_needs_a_witness",
                violation_error_message=_("留置送达须有见证人或拍照录像说明（民事诉讼法第八十九条）。"),
            ),
            models.CheckConstraint(
                condition=~Q(manner="post") | ~Q(post_number=""),
                name="posting_needs_a_number",
                violation_error_message=_("邮寄送达须填写邮件号码。"),
            ),
            models.CheckConstraint(
                condition=~Q(server=F("second_server")),
                name="two_different_officers_serve",
                violation_error_message=_("送达须由两名不同的执法人员进行。"),
            ),
            models.CheckConstraint(
                condition=~Q(manner__in=["entrusted", "forwarded"]) | ~Q(through=""),
                name="service_through_others_names_them",
                violation_error_message=_("委托、转交送达须写明受托或者转交的机关、单位。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.served_on}"


class ServiceAttempt(models.Model):
    """A try that failed, or a search for the party's whereabouts: the reasons of a public notice (民事诉讼法 95.2)."""

    class Kind(models.TextChoices):
        DIRECT = "direct", _("直接送达未成")
        POST = "post", _("邮件被退回")
        ENTRUSTED = "entrusted", _("受托机关未能送达")
        ELECTRONIC = "electronic", _("电子送达未到达")
        FORWARDED = "forwarded", _("转交未成")
        SEARCH = "search", _("查找下落未果")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="service_attempts")
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="service_attempts")
    party = models.ForeignKey(Party, models.PROTECT, related_name="service_attempts")
    kind = models.CharField(_("怎么送的"), max_length=10, choices=Kind.choices)
    attempted_at = models.DateTimeField(_("时间"))
    place = models.CharField(_("地点"), max_length=120)
    reason = models.CharField(_("为什么没有送到"), max_length=300)
    post_number = models.CharField(_("邮件号码"), max_length=40, blank=True)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    second_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="a_failed_service_says_why",
                violation_error_message=_("未能送达的，须写明原因。"),
            ),
            models.CheckConstraint(
                condition=~Q(kind="post") | ~Q(post_number=""),
                name="a_returned_letter_has_its_number",
                violation_error_message=_("邮件被退回的，须填写邮件号码。"),
            ),
            models.CheckConstraint(
                condition=~Q(officer=F("second_officer")),
                name="two_different_officers_tried",
                violation_error_message=_("送达须由两名不同的执法人员进行。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.get_kind_display()}"


class PublicNotice(models.Model):
    """A notice to a party that cannot be reached; its period is a term (民事诉讼法 95)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="public_notices")
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="public_notices")
    party = models.ForeignKey(Party, models.PROTECT, related_name="public_notices")
    posted_on = models.DateField(_("公告发出日期"))
    places = models.CharField(_("张贴、刊登在哪里"), max_length=200)
    reason = models.CharField(_("公告送达的原因"), max_length=300)
    summary = models.TextField(_("文书主要内容"))
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(places="") & ~Q(reason=""),
                name="a_public_notice_says_where_and_why",
                violation_error_message=_("公告送达须记明原因和经过（民事诉讼法第九十五条）。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.posted_on}"


class ServiceAddress(models.Model):
    """What a party has confirmed and signed: where papers reach it, and whether electronically (行政处罚法 61.2)."""

    class Channel(models.TextChoices):
        SMS = "sms", _("手机短信")
        WECHAT = "wechat", _("移动微信")
        EMAIL = "email", _("电子邮箱")
        FAX = "fax", _("传真")
        OTHER = "other", _("其他")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="service_addresses")
    party = models.ForeignKey(Party, models.PROTECT, related_name="service_addresses")
    receiver = models.CharField(_("收件人"), max_length=60)
    receiver_relation = models.CharField(_("收件人与受送达人关系"), max_length=60)
    phone = models.CharField(_("联系手机"), max_length=30)
    address = models.CharField(_("邮寄地址"), max_length=200)
    postcode = models.CharField(_("邮编"), max_length=10, blank=True)
    electronic = models.BooleanField(_("同意电子送达"), default=False)
    channel = models.CharField(_("电子送达渠道"), max_length=10, choices=Channel.choices, blank=True)
    account = models.CharField(_("号码或者账号"), max_length=120, blank=True)
    covers = models.JSONField(_("适用的文书"), default=list, blank=True)
    """Keys of papers; empty: every paper of the case."""
    signed_on = models.DateField(_("签订日期"))
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(electronic=False) | (~Q(channel="") & ~Q(account="")),
                name="electronic_service_names_its_channel",
                violation_error_message=_("同意电子送达的，须写明渠道和号码。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.signed_on}"

    def allows(self, form_key: str) -> bool:
        return self.electronic and (not self.covers or form_key in self.covers)


class Entrustment(models.Model):
    """Another organ was asked in writing to serve a paper (民事诉讼法 91)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="entrustments")
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="entrustments")
    party = models.ForeignKey(Party, models.PROTECT, related_name="entrustments")
    organ = models.CharField(_("受托机关"), max_length=120)
    reason = models.CharField(_("委托的原因"), max_length=200)
    sent_on = models.DateField(_("发函日期"))
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.document} {self.organ}"


def by_hash(proof: "ServiceProof", name: str) -> str:
    """Stored under its own hash, like evidence."""
    return f"service/{proof.sha256[:2]}/{proof.sha256}{Path(name).suffix.lower()}"


class ServiceProof(models.Model):
    """A picture or scan: the return receipt, the paper left at the door, the posted notice, a screen."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="service_proofs")
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="service_proofs")
    title = models.CharField(_("名称"), max_length=120)
    file = models.FileField(upload_to=by_hash, storage=evidence_storage, max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(default=0)
    content_type = models.CharField(max_length=60)
    added_on = models.DateField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(sha256=""),
                name="a_proof_of_service_has_its_hash",
                violation_error_message=_("证明文件缺少校验值。"),
            )
        ]

    def __str__(self) -> str:
        return self.title
